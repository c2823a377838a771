package org.uitrol.application.shared;

/** The names of the processors. The part before the first dot says what kind it is. */
public final class Processing {

  /** Events to commands: one after the other, from the head, never replayed. */
  public static final String PROCESS = "process";

  /** Within the process processor, indexes are written before anything decides by them. */
  public static final int INDEX_FIRST = 0;

  /** Arms timers: from the head, never replayed. */
  public static final String TIMERS = "effect.timers";

  /** Fills the outbox: from the head, never replayed. */
  public static final String OUTBOX = "effect.outbox";

  /** Queues what channels are told: from the head, never replayed. */
  public static final String CHANNELS = "effect.channels";

  /** Has checkpoints handed out: from the head, never replayed. */
  public static final String CHECKPOINTS = "effect.checkpoints";

  private Processing() {}
}
