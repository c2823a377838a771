package org.uitrol.domain.communication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ADestinationThatFails {

  @Test
  void is_left_alone_from_the_third_failure_for_twice_as_long_each_time() {
    assertThat(IntStream.rangeClosed(0, 9).mapToObj(PauseRule::after))
        .extracting(Duration::toMinutes)
        .containsExactly(0L, 0L, 0L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
    assertThat(PauseRule.after(1_000_000)).isEqualTo(Duration.ofHours(1));
  }
}
