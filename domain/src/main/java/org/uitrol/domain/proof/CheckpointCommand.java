package org.uitrol.domain.proof;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.Command;
import org.uitrol.domain.shared.HistoryId;

/** What can be asked of the history as a whole. */
public sealed interface CheckpointCommand extends Command {

  HistoryId history();

  @Override
  default HistoryId target() {
    return history();
  }

  /**
   * Asks for the next checkpoint.
   *
   * @param by absent when its time has come
   * @param nextAt when the one after it is due; absent when that isn't to change
   */
  record AskCheckpoint(
      HistoryId history, @Nullable AccountId by, @Nullable Instant nextAt, Instant at)
      implements CheckpointCommand {}

  /** Records a checkpoint over a history in which every hash was right. */
  record RecordCheckpoint(HistoryId history, SignedCheckpoint signed, Instant at)
      implements CheckpointCommand {}

  /**
   * Records that there is none, since the history isn't what it was.
   *
   * @param number of the checkpoint that was asked for
   */
  record RefuseCheckpoint(HistoryId history, int number, Flaw flaw, Instant at)
      implements CheckpointCommand {}
}
