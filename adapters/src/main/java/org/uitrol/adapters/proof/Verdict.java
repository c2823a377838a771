package org.uitrol.adapters.proof;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.proof.Flaw;
import org.uitrol.domain.proof.Hash;

/**
 * What came of checking a file.
 *
 * @param format of the file
 * @param events how many were right
 * @param position of the last of them
 * @param checkpoints how many were right, the later of two included
 * @param keys fingerprints of the keys that have signed
 * @param known whether those keys were known from elsewhere
 * @param flaw what is wrong with the history, if that can be told
 * @param problem what is wrong, in English; null when nothing is
 */
public record Verdict(
    String format,
    long events,
    long position,
    int checkpoints,
    Set<Hash> keys,
    boolean known,
    @Nullable Flaw flaw,
    @Nullable String problem) {

  public Verdict {
    keys = Set.copyOf(keys);
  }

  public boolean isGood() {
    return problem == null;
  }

  /** What is wrong, in English. */
  static String words(Flaw flaw) {
    return switch (flaw.kind()) {
      case ALTERED -> "position " + flaw.position() + ": the event doesn't say what it said";
      case MISSING ->
          "position "
              + flaw.position()
              + ": events were taken out before it"
              + (flaw.other() == 0 ? "" : ", after position " + flaw.other());
      case INSERTED ->
          "position "
              + flaw.position()
              + ": an event was put in"
              + (flaw.other() > flaw.position() ? ", and more up to " + flaw.other() : "");
      case OUT_OF_ORDER ->
          "position "
              + flaw.position()
              + ": the event stands in another's place, beside "
              + flaw.other();
      case UNLIKE_CHECKPOINT ->
          "position "
              + flaw.position()
              + " to "
              + flaw.other()
              + ": something in there isn't what a checkpoint was made of";
      case CUT_OFF ->
          "position "
              + flaw.position()
              + ": the end after it was taken away; a checkpoint knows "
              + flaw.other()
              + " events";
      case CHECKPOINT_FORGED ->
          "position "
              + flaw.position()
              + ": checkpoint "
              + flaw.other()
              + " was altered, or isn't signed by a key that counts";
      case CHECKPOINT_MISSING ->
          "position "
              + flaw.position()
              + ": checkpoint "
              + flaw.other()
              + " doesn't follow from the one before it";
    };
  }
}
