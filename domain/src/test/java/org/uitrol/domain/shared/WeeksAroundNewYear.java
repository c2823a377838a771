package org.uitrol.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WeeksAroundNewYear {

  @Test
  void the_30th_of_december_2024_is_in_the_first_week_of_2025() {
    assertThat(IsoWeek.of(LocalDate.parse("2024-12-30"))).hasToString("2025-W01");
  }

  @Test
  void new_years_day_2027_is_in_the_last_week_of_2026() {
    assertThat(IsoWeek.of(LocalDate.parse("2027-01-01"))).hasToString("2026-W53");
    assertThat(IsoWeek.of(LocalDate.parse("2027-01-04"))).hasToString("2027-W01");
  }

  @Test
  void week_53_begins_in_the_year_it_belongs_to() {
    assertThat(new IsoWeek(2026, 53).monday()).isEqualTo("2026-12-28");
  }

  @Property
  boolean every_day_lies_in_the_seven_days_of_its_week(@ForAll @IntRange(max = 60_000) int day) {
    LocalDate date = LocalDate.of(1990, 1, 1).plusDays(day);
    LocalDate monday = IsoWeek.of(date).monday();
    long into = ChronoUnit.DAYS.between(monday, date);
    return into >= 0 && into < 7 && IsoWeek.of(monday).equals(IsoWeek.of(date));
  }
}
