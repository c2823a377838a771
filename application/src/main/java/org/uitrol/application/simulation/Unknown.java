package org.uitrol.application.simulation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.shared.DepartmentId;

/**
 * Something that can't be known of how things would have gone, and that was assumed in its place.
 * Facts of one kind about one activity are told together, so that nothing is said of one person.
 *
 * @param why why it can't be known, which also says what is assumed
 * @param department which it is about; null for the whole campaign
 * @param about the activity, stage or survey that it is about, as the plan calls it; may be empty
 * @param code why a rule refused it here; empty when none did
 * @param count of how many events it is said
 * @param event the first event that it stems from; empty when it stems from none
 * @param name the name of that event; empty when there is none
 * @param at when that happened, or when it would have mattered
 */
public record Unknown(
    Why why,
    @Nullable DepartmentId department,
    String about,
    String code,
    int count,
    String event,
    String name,
    Instant at) {

  /** Why something can't be known. */
  public enum Why {
    /** What it was about came to be later: assumed to follow as long after it as it did in fact. */
    LATER,
    /** What it was about never came to be until the end: left out. */
    NO_COUNTERPART,
    /** A rule refuses it here: left out. */
    REFUSED,
    /** It would come only after the end of what is looked at: left out. */
    AFTER_THE_END,
    /** It belongs to an amendment, which the other plan takes the place of: left out. */
    AMENDED,
    /** Nothing here can tell it again: left out. */
    NOT_TOLD,
    /** A survey that was never held: nobody answered. */
    NEVER_ASKED,
    /** A survey at another time: the answers are assumed to be those that were given. */
    ASKED_AT_ANOTHER_TIME,
    /** A survey that asks something else: nothing is assumed of what wasn't asked. */
    OTHER_QUESTIONS,
    /** An approval that was never asked for: assumed not to be given. */
    NEVER_APPROVED,
    /** A course that nobody followed in fact: nobody is assumed to complete it. */
    NEVER_TAUGHT,
    /** A meeting that nobody was at in fact: nobody's attendance is assumed. */
    NEVER_MET,
    /** Use of single people, which was looked at for no reaction: nothing is assumed of it. */
    USE_NOT_LOOKED_AT
  }
}
