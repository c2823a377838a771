package org.uitrol.domain.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** What holds for the waits between the tries of any message. */
class TriesOfAMessage {

  private static final Instant AT = Instant.parse("2027-01-11T08:00:00Z");

  /** The last one. */
  private static final int LAST = 9;

  @Property
  void are_ever_further_apart_for_three_days_in_all(@ForAll String message) {
    Duration before = Duration.ZERO;
    Duration sum = Duration.ZERO;
    for (int tries = 1; tries <= LAST; tries++) {
      Duration wait = wait(message, tries, null);
      assertThat(wait).isGreaterThan(before);
      before = wait;
      sum = sum.plus(wait);
    }
    assertThat(sum).isBetween(Duration.ofDays(3), DeliveryRule.LONGEST);
    assertThat(DeliveryRule.next(message, LAST + 1, AT, null)).isEmpty();
    assertThat(DeliveryRule.next(message, 0, AT, null)).isEmpty();
  }

  @Property
  void wait_for_as_long_as_the_receiver_asks_though_not_for_ever(
      @ForAll String message,
      @ForAll @IntRange(min = 1, max = LAST) int tries,
      @ForAll @IntRange(max = 1_000_000) int seconds) {
    Duration asked = Duration.ofSeconds(seconds);
    Duration wait = wait(message, tries, asked);
    assertThat(wait).isGreaterThanOrEqualTo(wait(message, tries, null));
    if (asked.compareTo(DeliveryRule.LONGEST_WAIT) <= 0) {
      assertThat(wait).isGreaterThanOrEqualTo(asked);
    } else {
      assertThat(wait).isBetween(DeliveryRule.LONGEST_WAIT, Duration.ofHours(27));
    }
  }

  @Example
  void of_several_messages_are_not_at_once() {
    assertThat(wait("m-1", LAST, null)).isNotEqualTo(wait("m-2", LAST, null));
  }

  private static Duration wait(String message, int tries, @Nullable Duration asked) {
    return Duration.between(AT, DeliveryRule.next(message, tries, AT, asked).orElseThrow());
  }
}
