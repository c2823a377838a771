package org.uitrol.domain.channel;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

  /** How long after its time a message is still worth sending. */
  public static final Duration LONGEST = Duration.ofDays(4);

  /** The longest that a receiver may ask us to wait. */
  static final Duration LONGEST_WAIT = Duration.ofDays(1);

  private DeliveryRule() {}

  /**
   * The moment of the next try; empty when there is none. Each wait is up to a tenth longer than
   * the rule says, so that what failed together isn't tried together.
   *
   * @param message its id, by which the waits differ
   * @param tries how many have failed, the last one just now
   * @param asked how long the receiver asks us to wait at least, if it does
   */
  public static Optional<Instant> next(
      String message, int tries, Instant at, @Nullable Duration asked) {
    if (tries < 1 || tries > WAITS.size()) {
      return Optional.empty();
    }
    Duration wait = WAITS.get(tries - 1);
    Duration longer = wait.plus(wait.dividedBy(10).multipliedBy(percent(message)).dividedBy(100));
    Duration heard = asked == null ? Duration.ZERO : Collections.min(List.of(asked, LONGEST_WAIT));
    return Optional.of(at.plus(Collections.max(List.of(longer, heard))));
  }

  private static int percent(String message) {
    return Math.floorMod(message.hashCode(), 101);
  }
}
