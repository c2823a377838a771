package org.uitrol.application.followup.port;

import java.util.List;
import org.uitrol.domain.shared.FollowUpId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;

/**
 * The follow-ups that are open. The processor that runs the processes fills it, so that it never
 * lags behind them. Takes part in the caller's transaction.
 */
public interface OpenFollowUps {

  /** Adds a follow-up; a second time changes nothing. */
  void put(FollowUpId followUp, RolloutId rollout, String activity, PersonId person);

  void remove(FollowUpId followUp);

  /** Those about one activity of one person, by id. */
  List<FollowUpId> about(RolloutId rollout, String activity, PersonId person);

  /** Those of one person in a rollout, by id. */
  List<FollowUpId> of(RolloutId rollout, PersonId person);

  /** All of one person, by id. */
  List<FollowUpId> of(PersonId person);

  /** All of a rollout, by id. */
  List<FollowUpId> of(RolloutId rollout);
}
