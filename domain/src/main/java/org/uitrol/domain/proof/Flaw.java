package org.uitrol.domain.proof;

/**
 * The first place at which a history isn't what was recorded.
 *
 * @param position of the first event that is wrong, or behind which it is; see {@link Kind}
 * @param other another position or number that tells more; see {@link Kind}
 */
public record Flaw(Kind kind, long position, long other) {

  /** What is wrong. */
  public enum Kind {
    /** The event at {@code position} doesn't say what it said. */
    ALTERED,
    /** Before the event at {@code position} and after {@code other} events were taken out. */
    MISSING,
    /** The event at {@code position} wasn't there; {@code other} is the last that was wrongly. */
    INSERTED,
    /** The event at {@code position} stands in another's place. */
    OUT_OF_ORDER,
    /** Something from {@code position} to {@code other} isn't what a checkpoint was made of. */
    UNLIKE_CHECKPOINT,
    /** After {@code position} the end was taken away; a checkpoint knows {@code other} events. */
    CUT_OFF,
    /** The checkpoint {@code other} isn't signed by a key that counts, or was altered itself. */
    CHECKPOINT_FORGED,
    /** The checkpoint {@code other} doesn't follow from the one before it. */
    CHECKPOINT_MISSING
  }
}
