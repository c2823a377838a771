package org.uitrol.application.proof.port;

import java.util.Set;
import org.uitrol.domain.proof.SignedCheckpoint;

/** Whom checkpoints are handed to, outside of what the database's owner can alter. */
public interface CheckpointReceivers {

  /** What became of handing one over. */
  record Answer(boolean taken, String text) {}

  /** Names for all of them that hold no address. */
  Set<String> all();

  /**
   * Hands one over; again does no harm. Blocks until there is an answer or a time-out.
   *
   * @param receiver one of {@link #all}; one that isn't any more takes everything
   */
  Answer handOver(String receiver, SignedCheckpoint checkpoint);
}
