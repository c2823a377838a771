package org.uitrol.application.adoption.view;

import java.util.List;
import org.uitrol.application.shared.ViewStore;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.PersonId;

/**
 * Keeps who looked at whose use: in tables for the present, in memory for another date or a
 * simulation (decision 0014). Writing the same twice changes nothing. Takes part in the caller's
 * transaction.
 */
public interface LookStore extends ViewStore {

  void put(LookRow look);

  /** The looks at a person's use, the latest first. */
  List<LookRow> ofPerson(PersonId person);

  /** The looks that a campaign allowed, the latest first, at most so many. */
  List<LookRow> ofCampaign(CampaignId campaign, int most);
}
