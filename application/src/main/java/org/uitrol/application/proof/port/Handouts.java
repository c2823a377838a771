package org.uitrol.application.proof.port;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Checkpoints that wait to be handed out. Takes part in the caller's transaction; shared by several
 * servers.
 */
public interface Handouts {

  /** A checkpoint for one receiver. */
  record Due(int number, String receiver, int tries, Instant claimedUntil) {}

  /** What became of one. */
  record Row(int number, String receiver, boolean done, int tries, String answer) {}

  /** Has a checkpoint handed out; adding it twice changes nothing. */
  void add(int number, Collection<String> receivers, Instant now);

  /** Claims the one that has been due longest. */
  Optional<Due> take(Instant now, Duration claim);

  /** It was handed over. */
  void done(Due due, String answer, Instant now);

  /**
   * It wasn't.
   *
   * @param again when it is tried again
   */
  void postpone(Due due, String answer, Instant again);

  /** It won't be tried again. */
  void giveUp(Due due, String answer, Instant now);

  /** What became of those of some checkpoints. */
  List<Row> of(int fromNumber, int toNumber);
}
