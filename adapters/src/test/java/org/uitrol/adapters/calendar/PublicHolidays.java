package org.uitrol.adapters.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.shared.Rejected;

class PublicHolidays {

  private final JollydayHolidays holidays = new JollydayHolidays();

  @Test
  void of_the_netherlands_in_2027_are_these_and_no_others() {
    assertThat(of("NL", 2027))
        .containsExactly(
            "2027-01-01", // New Year
            "2027-03-28", // Easter
            "2027-03-29",
            "2027-04-27", // King's Day
            "2027-05-05", // Liberation Day
            "2027-05-06", // Ascension
            "2027-05-16", // Pentecost
            "2027-05-17",
            "2027-12-25",
            "2027-12-26");
  }

  @Test
  void kings_day_is_kept_on_the_26th_when_the_27th_is_a_sunday() {
    assertThat(holidays.isHoliday("NL", LocalDate.parse("2031-04-26"))).isTrue();
    assertThat(holidays.isHoliday("NL", LocalDate.parse("2031-04-27"))).isFalse();
  }

  @Test
  void good_friday_is_a_working_day_in_the_netherlands_and_a_holiday_in_germany() {
    LocalDate goodFriday = LocalDate.parse("2027-03-26");

    assertThat(holidays.isHoliday("NL", goodFriday)).isFalse();
    assertThat(holidays.isHoliday("DE", goodFriday)).isTrue();
  }

  @Test
  void liberation_day_is_a_holiday_every_year() {
    assertThat(IntStream.rangeClosed(2026, 2031).mapToObj(year -> LocalDate.of(year, 5, 5)))
        .allMatch(date -> holidays.isHoliday("NL", date));
  }

  @Test
  void a_holiday_of_one_region_is_none_of_the_country() {
    assertThat(holidays.isHoliday("DE", LocalDate.parse("2027-01-06"))).isFalse();
  }

  @Test
  void of_an_unknown_country_are_refused_with_the_known_ones() {
    Rejected refusal =
        catchThrowableOfType(
            Rejected.class, () -> holidays.isHoliday("XX", LocalDate.parse("2027-01-01")));

    assertThat(refusal.code()).isEqualTo("UNKNOWN_COUNTRY");
    assertThat(refusal.facts()).containsEntry("country", "XX");
    assertThat(refusal.facts().get("known")).asString().contains("BE, ").contains(", NL, ");
  }

  @Test
  void are_known_for_every_country_that_is_offered() {
    assertThat(holidays.countries()).hasSizeGreaterThan(60).contains("NL", "BE", "DE", "FR", "GB");
    assertThat(holidays.countries())
        .allSatisfy(country -> assertThat(of(country, 2027)).isNotEmpty());
  }

  @Test
  void are_found_on_a_thread_without_a_class_loader() throws InterruptedException {
    AtomicBoolean found = new AtomicBoolean();
    Thread bare =
        new Thread(
            () -> found.set(new JollydayHolidays().isHoliday("BE", LocalDate.parse("2028-07-21"))));
    bare.setContextClassLoader(ClassLoader.getPlatformClassLoader());
    bare.start();
    bare.join();

    assertThat(found).isTrue();
  }

  private List<String> of(String country, int year) {
    return LocalDate.of(year, 1, 1)
        .datesUntil(LocalDate.of(year + 1, 1, 1))
        .filter(date -> holidays.isHoliday(country, date))
        .map(LocalDate::toString)
        .toList();
  }
}
