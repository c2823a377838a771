package org.uitrol.domain.communication;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a mail that a server didn't take for now is tried again: soon at first, then ever more
 * seldom, for five days (RFC 5321, section 4.5.4.1 asks for at least four to five days).
 */
final class RetryRule {

  private static final Duration FIRST_WAIT = Duration.ofMinutes(5);
  private static final Duration LONGEST_WAIT = Duration.ofHours(4);
  private static final Duration GIVE_UP_AFTER = Duration.ofDays(5);

  private RetryRule() {}

  /**
   * The moment of the next attempt; empty when it would come too late.
   *
   * @param attempt the number of the attempt that just failed
   */
  static Optional<Instant> next(
      int attempt, Instant requestedAt, @Nullable Instant uselessAfter, Instant at) {
    int doublings = Math.min(attempt - 1, 10);
    Duration wait = FIRST_WAIT.multipliedBy(1L << doublings);
    Instant retryAt = at.plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
    Instant last = requestedAt.plus(GIVE_UP_AFTER);
    if (uselessAfter != null && uselessAfter.isBefore(last)) {
      last = uselessAfter;
    }
    return retryAt.isAfter(last) ? Optional.empty() : Optional.of(retryAt);
  }
}
