package org.uitrol.domain.proof;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.DomainEvent;
import org.uitrol.domain.shared.HistoryId;

/** What happened to the checkpoints of the history. */
public sealed interface CheckpointEvent extends DomainEvent {

  HistoryId history();

  /**
   * {@code checkpoint.asked}.
   *
   * @param number of the checkpoint that will be made
   * @param by absent when its time had come
   * @param nextAt when the one after it is due; absent when that didn't change
   */
  record CheckpointAsked(
      HistoryId history, int number, @Nullable AccountId by, @Nullable Instant nextAt, Instant at)
      implements CheckpointEvent {}

  /**
   * {@code checkpoint.signed}: every hash was worked out anew and was right.
   *
   * @param publicKey as in {@link SignedCheckpoint}, and so is the signature
   */
  record CheckpointSigned(
      HistoryId history,
      int number,
      long size,
      long position,
      String root,
      String head,
      String previous,
      String key,
      String publicKey,
      String signature,
      Instant at)
      implements CheckpointEvent {

    /** The checkpoint as it is handed out. */
    public SignedCheckpoint signed() {
      return new SignedCheckpoint(
          new Checkpoint(
              number,
              size,
              position,
              Hash.of(root),
              Hash.of(head),
              at,
              Hash.of(previous),
              Hash.of(key)),
          publicKey,
          signature);
    }
  }

  /**
   * {@code checkpoint.refused}: the history isn't what it was.
   *
   * @param kind what is wrong
   * @param position where, and {@code other} more of it, as in {@link Flaw}
   */
  record CheckpointRefused(
      HistoryId history, int number, Flaw.Kind kind, long position, long other, Instant at)
      implements CheckpointEvent {}
}
