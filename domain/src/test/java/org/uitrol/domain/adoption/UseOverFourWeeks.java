package org.uitrol.domain.adoption;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UseOverFourWeeks {

  private static final UsageWindow WINDOW = new UsageWindow(LocalDate.parse("2027-02-28"));

  @Test
  void begins_four_weeks_before_the_latest_report() {
    assertThat(WINDOW.from()).isEqualTo("2027-02-01");
    assertThat(WINDOW.contains(LocalDate.parse("2027-02-01"))).isTrue();
    assertThat(WINDOW.contains(LocalDate.parse("2027-01-31"))).isFalse();
    assertThat(WINDOW.contains(LocalDate.parse("2027-03-01"))).isFalse();
    assertThat(WINDOW.settledUntil()).isEqualTo("2027-02-25");
  }

  @Test
  void is_known_from_the_last_days_that_several_reports_tell() {
    UsageHistory history =
        of(
            told("2027-02-07", "2027-02-05"),
            told("2027-02-14", "2027-02-12"),
            told("2027-02-21", "2027-02-19"),
            told("2027-02-28", "2027-02-19"));

    assertThat(history.activeDays(WINDOW))
        .containsExactly(day("2027-02-05"), day("2027-02-12"), day("2027-02-19"));
    assertThat(history.isActive(WINDOW)).isTrue();
    assertThat(history.isSustained(WINDOW, 3)).isTrue();
    assertThat(history.isSustained(WINDOW, 4)).isFalse();
  }

  @Test
  void does_not_last_when_all_days_are_in_one_week() {
    UsageHistory history = of(told("2027-02-28", "2027-02-22", "2027-02-25", "2027-02-28"));

    assertThat(history.isActive(WINDOW)).isTrue();
    assertThat(history.isSustained(WINDOW, 2)).isFalse();
  }

  @Test
  void is_none_when_the_last_day_lies_before_them() {
    UsageHistory history = of(told("2027-02-28", "2027-01-31"));

    assertThat(history.isActive(WINDOW)).isFalse();
    assertThat(history.isSustained(WINDOW, 2)).isFalse();
  }

  @Test
  void is_corrected_by_a_later_report_whichever_was_read_first() {
    UsageStatement first = told("2027-02-20", "2027-02-20");
    UsageStatement corrected = told("2027-02-23", "2027-02-03");

    assertThat(of(first, corrected).activeDays(WINDOW)).containsExactly(day("2027-02-03"));
    assertThat(of(corrected, first).activeDays(WINDOW)).containsExactly(day("2027-02-03"));
    assertThat(of(first).correctedBy(corrected)).containsExactly(day("2027-02-20"));
  }

  @Test
  void is_corrected_by_a_report_that_tells_of_use_where_there_was_none() {
    UsageStatement quiet = told("2027-02-26", "2027-02-10");
    UsageStatement late = told("2027-02-28", "2027-02-25");

    assertThat(of(quiet).correctedBy(late)).containsExactly(day("2027-02-25"));
    assertThat(of(quiet, late).activeDays(WINDOW))
        .containsExactly(day("2027-02-10"), day("2027-02-25"));
  }

  @Test
  void is_not_corrected_by_an_earlier_report_that_comes_late() {
    UsageStatement newer = told("2027-02-28", "2027-02-03");
    UsageStatement older = told("2027-02-20", "2027-02-20");

    assertThat(of(newer).correctedBy(older)).isEmpty();
    assertThat(of(newer, older).activeDays(WINDOW)).containsExactly(day("2027-02-03"));
  }

  @Test
  void gains_a_day_from_an_earlier_report_that_comes_late() {
    UsageStatement newer = told("2027-02-28", "2027-02-20");
    UsageStatement older = told("2027-02-08", "2027-02-08");

    assertThat(of(newer).correctedBy(older)).as("nothing was told of that day").isEmpty();
    assertThat(of(newer, older).activeDays(WINDOW))
        .containsExactly(day("2027-02-08"), day("2027-02-20"));
  }

  @Test
  void of_the_same_day_is_what_was_read_in_last() {
    LocalDate day = day("2027-02-28");
    UsageStatement morning = said(day, "2027-03-01T08:00:00Z", "2027-02-28");
    UsageStatement evening = said(day, "2027-03-01T18:00:00Z", "2027-02-21");

    assertThat(of(evening, morning).activeDays(WINDOW)).containsExactly(day("2027-02-21"));
  }

  @ParameterizedTest
  @CsvSource({"1,true,false", "7,true,false", "8,true,true", "28,true,true", "0,false,false"})
  void is_counted_in_days_where_reports_count(int days, boolean active, boolean sustained) {
    UsageHistory history = of(counted("2027-02-01", "2027-02-28", days));

    assertThat(history.isActive(WINDOW)).isEqualTo(active);
    assertThat(history.isSustained(WINDOW, 2)).isEqualTo(sustained);
  }

  @Test
  void counts_only_what_must_lie_in_them_of_a_longer_period() {
    UsageHistory history = of(counted("2026-12-01", "2027-02-28", 62));
    assertThat(history.isActive(WINDOW))
        .as("62 days may all lie in the two months before")
        .isFalse();

    UsageHistory more = of(counted("2026-12-01", "2027-02-28", 63));
    assertThat(more.isActive(WINDOW)).as("one of 63 can't").isTrue();
  }

  @Test
  void is_none_in_a_period_without_any_date() {
    UsageStatement before = told("2027-02-10", "2027-02-10");
    UsageStatement blank = counted("2027-02-01", "2027-02-12", null);

    assertThat(of(before).correctedBy(blank)).containsExactly(day("2027-02-10"));
    assertThat(of(before, blank).isActive(WINDOW)).isFalse();
  }

  private static UsageHistory of(UsageStatement... statements) {
    return new UsageHistory(List.of(statements));
  }

  private static UsageStatement told(String refreshed, String... active) {
    return said(day(refreshed), refreshed + "T20:00:00Z", active);
  }

  private static UsageStatement said(LocalDate refreshed, String recorded, String... active) {
    return new UsageStatement(
        refreshed,
        Instant.parse(recorded),
        null,
        refreshed,
        new TreeSet<>(Arrays.stream(active).map(LocalDate::parse).toList()),
        null);
  }

  private static UsageStatement counted(String from, String until, @Nullable Integer days) {
    return new UsageStatement(
        day(until),
        Instant.parse(until + "T20:00:00Z"),
        day(from),
        day(until),
        new TreeSet<>(),
        days);
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }
}
