package org.uitrol.application.concern.view;

import java.util.List;
import java.util.Optional;
import org.uitrol.application.shared.ViewStore;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.ConcernId;
import org.uitrol.domain.shared.PersonId;

/**
 * Keeps the register of concerns: in tables for the present, in memory for another date or a
 * simulation (decision 0014). Writing the same twice changes nothing. Takes part in the caller's
 * transaction.
 */
public interface ConcernStore extends ViewStore {

  /** Stores a concern in place of what was there. */
  void put(ConcernRow concern);

  Optional<ConcernRow> find(ConcernId concern);

  /** All: the open ones first, of these the one that is due first; then the newest. */
  List<ConcernRow> list();

  /** Those that a person raised by name, the newest first. */
  List<ConcernRow> ofPerson(PersonId person);

  /** Those of a campaign with an answer that everybody may read, the newest first. */
  List<ConcernRow> published(CampaignId campaign);
}
