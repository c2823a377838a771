package org.uitrol.application.adoption.port;

import java.util.Map;
import java.util.Set;
import org.uitrol.application.adoption.view.AdoptionStep;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;

/** How far people of a department came in a campaign before they use anything. */
@FunctionalInterface
public interface Reach {

  /**
   * Who came how far, each step by itself; members who left may be among them. The steps of use are
   * left out.
   *
   * @param announcements the keys of the mails by which the plan announces something
   */
  Map<AdoptionStep, Set<PersonId>> of(RolloutId rollout, Set<String> announcements);
}
