package org.uitrol.domain.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class ASlotAtNight {

  @Test
  void ends_with_the_day_when_it_goes_on_after_midnight() {
    LocalTime eleven = LocalTime.of(23, 0);
    assertThat(Slot.starting(eleven, 59).to()).isEqualTo("23:59");
    assertThat(Slot.starting(eleven, 60).to()).isEqualTo(LocalTime.MAX);
    assertThat(Slot.starting(eleven, 480).to()).isEqualTo(LocalTime.MAX);
    assertThat(Slot.starting(LocalTime.MIDNIGHT, 1_440).to()).isEqualTo(LocalTime.MAX);
    assertThat(Slot.starting(eleven, 90).overlaps(Slot.starting(LocalTime.of(23, 30), 15)))
        .isTrue();
  }
}
