package org.uitrol.domain.channel;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When a message that wasn't taken is sent again: after five seconds at first, then ever later, for
 * about three days in all, as Standard Webhooks advises.
 */
public final class DeliveryRule {

  private static final List<Duration> WAITS =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(5),
          Duration.ofHours(10),
          Duration.ofHours(14),
          Duration.ofHours(20),
          Duration.ofHours(24));

  private DeliveryRule() {}

  /**
   * The moment of the next try; empty when there is none.
   *
   * @param tries how many have failed, the last one just now
   */
  public static Optional<Instant> next(int tries, Instant at) {
    return tries < 1 || tries > WAITS.size()
        ? Optional.empty()
        : Optional.of(at.plus(WAITS.get(tries - 1)));
  }
}
