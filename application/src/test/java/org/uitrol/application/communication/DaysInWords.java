package org.uitrol.application.communication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class DaysInWords {

  @Test
  void are_in_the_language_of_the_reader() {
    LocalDateTime moment = LocalDateTime.of(2027, 11, 1, 9, 0);

    assertThat(InWords.dayAndTime(moment, "nl")).isEqualTo("maandag 1 november 2027, 09:00");
    assertThat(InWords.dayAndTime(moment, "en")).isEqualTo("Monday 1 November 2027, 09:00");
    assertThat(InWords.day(moment.toLocalDate(), "nl-BE")).isEqualTo("maandag 1 november 2027");
  }

  @Test
  void have_the_year_of_the_calendar_and_not_of_the_week() {
    assertThat(InWords.day(LocalDate.of(2024, 12, 30), "nl")).endsWith("2024");
    assertThat(InWords.day(LocalDate.of(2024, 12, 30), "en-US")).endsWith("2024");
    assertThat(InWords.day(LocalDate.of(2027, 1, 1), "nl")).endsWith("2027");
  }
}
