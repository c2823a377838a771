package org.uitrol.adapters.mail.inbound;

import java.time.Duration;

/** Pauses between tries, each twice as long as the one before. Not for several threads. */
final class Backoff {

  private final Duration first;
  private final Duration longest;
  private Duration next;

  Backoff(Duration first, Duration longest) {
    this.first = first;
    this.longest = longest;
    this.next = first;
  }

  Duration next() {
    Duration pause = next;
    Duration twice = pause.multipliedBy(2);
    next = twice.compareTo(longest) > 0 ? longest : twice;
    return pause;
  }

  /** After a success, the next pause is a short one again. */
  void reset() {
    next = first;
  }
}
