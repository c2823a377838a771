package org.uitrol.domain.proof;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.proof.CheckpointCommand.AskCheckpoint;
import org.uitrol.domain.proof.CheckpointCommand.RecordCheckpoint;
import org.uitrol.domain.proof.CheckpointCommand.RefuseCheckpoint;
import org.uitrol.domain.proof.CheckpointEvent.CheckpointAsked;
import org.uitrol.domain.proof.CheckpointEvent.CheckpointRefused;
import org.uitrol.domain.proof.CheckpointEvent.CheckpointSigned;
import org.uitrol.domain.shared.HistoryId;
import org.uitrol.domain.shared.Rejected;

/**
 * The checkpoints of the history: asked for one at a time, each naming the one before it (decision
 * 0036).
 *
 * @param latest the last one that was made
 * @param asked whether one is being made
 */
public record Checkpoints(HistoryId history, @Nullable SignedCheckpoint latest, boolean asked) {

  /** What is asked for twice is made once; the time of the next one is kept even then. */
  public static List<CheckpointEvent> ask(
      @Nullable Checkpoints checkpoints, AskCheckpoint command) {
    boolean pending = checkpoints != null && checkpoints.asked;
    return pending && command.nextAt() == null
        ? List.of()
        : List.of(
            new CheckpointAsked(
                command.history(),
                next(checkpoints),
                command.by(),
                command.nextAt(),
                command.at()));
  }

  /** What comes second, from another server, changes nothing. */
  public List<CheckpointEvent> record(RecordCheckpoint command) {
    SignedCheckpoint signed = command.signed();
    Checkpoint made = signed.checkpoint();
    if (!asked || made.number() < next(this)) {
      return List.of();
    }
    Hash before = latest == null ? Hash.NONE : latest.checkpoint().digest();
    if (made.number() != next(this) || !made.previous().equals(before)) {
      throw new Rejected("CHECKPOINT_UNLINKED", Map.of("number", made.number()));
    }
    return List.of(
        new CheckpointSigned(
            history,
            made.number(),
            made.size(),
            made.position(),
            made.root().toString(),
            made.head().toString(),
            made.previous().toString(),
            made.key().toString(),
            signed.publicKey(),
            signed.signature(),
            made.at()));
  }

  public List<CheckpointEvent> refuse(RefuseCheckpoint command) {
    Flaw flaw = command.flaw();
    return asked && command.number() == next(this)
        ? List.of(
            new CheckpointRefused(
                history,
                command.number(),
                flaw.kind(),
                flaw.position(),
                flaw.other(),
                command.at()))
        : List.of();
  }

  /** The number of the next one. */
  public int next() {
    return next(this);
  }

  private static int next(@Nullable Checkpoints checkpoints) {
    SignedCheckpoint latest = checkpoints == null ? null : checkpoints.latest;
    return latest == null ? 1 : latest.checkpoint().number() + 1;
  }

  /** The state after one event. */
  public static Checkpoints evolve(@Nullable Checkpoints checkpoints, CheckpointEvent event) {
    SignedCheckpoint latest = checkpoints == null ? null : checkpoints.latest;
    if (event instanceof CheckpointSigned made) {
      return new Checkpoints(event.history(), made.signed(), false);
    } else if (event instanceof CheckpointAsked) {
      return new Checkpoints(event.history(), latest, true);
    } else if (event instanceof CheckpointRefused) {
      return new Checkpoints(event.history(), latest, false);
    }
    throw new IllegalStateException("no event of checkpoints: " + event);
  }
}
