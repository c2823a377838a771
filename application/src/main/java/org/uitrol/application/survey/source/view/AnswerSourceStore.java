package org.uitrol.application.survey.source.view;

import java.util.List;
import org.uitrol.application.shared.ViewStore;
import org.uitrol.domain.shared.AnswerSourceId;
import org.uitrol.domain.shared.CampaignId;

/**
 * Keeps the sources that aren't closed: in tables for the present, in memory for another date or a
 * simulation (decision 0014). Writing the same twice changes nothing. Takes part in the caller's
 * transaction.
 */
public interface AnswerSourceStore extends ViewStore {

  void put(AnswerSourceRow row);

  void remove(AnswerSourceId source);

  /** Those of an activity, by name. */
  List<AnswerSourceRow> of(CampaignId campaign, String activity);
}
