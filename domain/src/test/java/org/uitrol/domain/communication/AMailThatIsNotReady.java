package org.uitrol.domain.communication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AMailThatIsNotReady {

  private static final Instant NOW = Instant.parse("2027-01-11T08:00:00Z");

  @Test
  void is_tried_again_ever_more_seldom() {
    assertThat(
            IntStream.rangeClosed(1, 11)
                .mapToObj(tries -> PreparationRule.next(tries, NOW))
                .map(Optional::orElseThrow)
                .map(next -> Duration.between(NOW, next).toMinutes()))
        .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 240L, 240L, 240L);
  }

  @Test
  void is_given_up_after_twenty_tries() {
    assertThat(PreparationRule.next(19, NOW)).contains(NOW.plus(Duration.ofHours(4)));
    assertThat(PreparationRule.next(20, NOW)).isEmpty();
    assertThat(PreparationRule.wait(Integer.MAX_VALUE)).isEqualTo(Duration.ofHours(4));
  }
}
