package org.uitrol.application.hold.port;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.hold.DueItem;
import org.uitrol.domain.hold.DueKind;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.PersonId;

/**
 * What is past due and kept from leaving. What was let go, one by one, isn't in it any more. Takes
 * part in the caller's transaction, if any.
 */
public interface PastDue {

  /**
   * Something that is past due.
   *
   * @param what the text of a mail, the kind of a timer, the event that a message tells of
   * @param to whom, when it is for a person
   * @param elsewhere where it goes, when it isn't for a person: a channel, or who keeps checkpoints
   * @param campaign in which campaign, when that is known
   */
  record Due(
      DueItem item,
      Instant since,
      String what,
      @Nullable PersonId to,
      @Nullable String elsewhere,
      @Nullable CampaignId campaign) {

    /** The same, for that person. */
    public Due to(PersonId person) {
      return new Due(item, since, what, person, elsewhere, campaign);
    }
  }

  /**
   * Which part is meant; all of it where nothing is said.
   *
   * @param campaign only what is known to be in this one
   */
  record Part(@Nullable DueKind kind, @Nullable CampaignId campaign) {

    public static final Part ALL = new Part(null, null);
  }

  /** How many of each kind; a kind without any is left out. */
  Map<DueKind, Integer> counts(Part part, Instant now);

  /** In which campaigns something is past due. */
  Set<CampaignId> campaigns(Instant now);

  /** What is past due, the longest first. */
  List<Due> list(Part part, Instant now, int offset, int limit);

  /** Those of these that are past due. */
  List<Due> among(List<DueItem> items, Instant now);

  /** Lets it go, though there is a hold. */
  void letGo(List<DueItem> items);

  /**
   * It never happens. Of mails this only says that they aren't sent: what became of them is said by
   * their own events.
   */
  void drop(List<DueItem> items, Instant now);
}
