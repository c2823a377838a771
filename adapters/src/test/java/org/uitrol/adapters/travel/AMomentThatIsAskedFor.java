package org.uitrol.adapters.travel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.uitrol.application.shared.AsOf;
import org.uitrol.domain.shared.Rejected;

class AMomentThatIsAskedFor {

  private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
  private static final Instant NOW = Instant.parse("2027-03-10T09:30:20Z");

  @ParameterizedTest
  @CsvSource({
    "2027-03-03, 2027-03-03T22:59:59.999Z",
    "2027-03-10, 2027-03-10T09:30:20Z",
    "2027-03-03T10:15, 2027-03-03T09:15:59.999Z",
    "2027-03-03T23:59, 2027-03-03T22:59:59.999Z",
    "2027-03-03T10:15:30, 2027-03-03T09:15:30.999Z",
    "2027-03-03T10:15:30.5Z, 2027-03-03T10:15:30.500Z",
    "2027-03-03T10:15:30+01:00, 2027-03-03T09:15:30Z",
    "2027-03-10T10:30, 2027-03-10T09:30:20Z",
  })
  void is_a_day_a_minute_or_an_instant(String typed, Instant moment) {
    assertThat(read(typed)).isEqualTo(moment);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2027-03-11", "2027-03-10T10:32", "2027-03-10T09:31:30Z"})
  void can_not_be_to_come(String typed) {
    assertThatThrownBy(() -> read(typed))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("MOMENT_TO_COME");
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "2027-02-30", "2027-3-3", "03-03-2027", "2027-03-03T25:00", "'"})
  void is_refused_when_it_is_none(String typed) {
    assertThatThrownBy(() -> read(typed))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("MOMENT_INVALID");
  }

  @Test
  void has_two_axes() {
    assertThat(destination("", "")).isNull();
    assertThat(destination("2027-03-03", ""))
        .isEqualTo(AsOf.known(Instant.parse("2027-03-03T22:59:59.999Z")));
    assertThat(destination("", "2027-03-03"))
        .isEqualTo(new AsOf(NOW, Instant.parse("2027-03-03T22:59:59.999Z")));
    assertThatThrownBy(() -> destination("2027-03-03", "2027-03-04"))
        .hasMessageContaining("VALID_AFTER_KNOWN");
  }

  private static Instant read(String typed) {
    return AskedMoment.read("known-on", typed, AMSTERDAM, NOW);
  }

  private static @Nullable AsOf destination(String known, String valid) {
    return Destination.of(known, valid, AMSTERDAM, NOW);
  }
}
