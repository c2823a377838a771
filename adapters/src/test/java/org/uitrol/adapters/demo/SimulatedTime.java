package org.uitrol.adapters.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.support.PostgresExtension;

@ExtendWith(PostgresExtension.class)
class SimulatedTime {

  private static final Instant REAL = Instant.parse("2027-01-10T10:00:00.123456Z");
  private static final Instant NEXT_MORNING = Instant.parse("2027-01-11T08:00:00Z");

  private final DataSource database;

  SimulatedTime(DataSource database) {
    this.database = database;
  }

  @BeforeEach
  void before_any_jump() {
    JdbcClient.create(database).sql("delete from demo_clock").update();
  }

  private DemoClock clockAt(Instant realTime) {
    return new DemoClock(database, Clock.fixed(realTime, ZoneOffset.UTC));
  }

  @Test
  void is_real_time_until_the_first_jump() {
    DemoClock clock = clockAt(REAL);

    assertThat(clock.instant()).isEqualTo(REAL);
    assertThat(clock.ahead()).isZero();
  }

  @Test
  void jumps_to_a_moment_so_that_whatever_is_due_then_is_due() {
    DemoClock clock = clockAt(REAL);

    clock.jumpTo(NEXT_MORNING);

    assertThat(clock.instant()).isBetween(NEXT_MORNING, NEXT_MORNING.plusMillis(1));
  }

  @Test
  void goes_on_after_a_restart_where_it_would_have_been() {
    clockAt(REAL).jumpTo(NEXT_MORNING);

    DemoClock restarted = clockAt(REAL.plusSeconds(60));

    assertThat(restarted.instant())
        .isBetween(NEXT_MORNING.plusSeconds(60), NEXT_MORNING.plusSeconds(60).plusMillis(1));
  }

  @Test
  void jumps_again_from_where_it_is() {
    DemoClock clock = clockAt(REAL);
    clock.jumpTo(NEXT_MORNING);

    clock.jumpTo(NEXT_MORNING.plus(Duration.ofDays(2)));

    assertThat(clock.ahead()).isBetween(Duration.ofHours(69), Duration.ofHours(71));
  }

  @Test
  void never_goes_back() {
    DemoClock clock = clockAt(REAL);
    clock.jumpTo(NEXT_MORNING);

    Rejected refusal =
        catchThrowableOfType(
            Rejected.class, () -> clock.jumpTo(NEXT_MORNING.minus(Duration.ofHours(1))));

    assertThat(refusal.code()).isEqualTo("TIME_GOES_FORWARD_ONLY");
    assertThat(clock.instant()).isAfterOrEqualTo(NEXT_MORNING);
  }

  @Test
  void lets_others_know_after_it_has_jumped() {
    DemoClock clock = clockAt(REAL);
    List<Instant> told = new ArrayList<>();
    clock.onJump(() -> told.add(clock.instant()));

    clock.jumpTo(NEXT_MORNING);

    assertThat(told).containsExactly(clock.instant());
  }

  @Test
  void is_the_same_in_another_zone_also_after_a_jump() {
    DemoClock clock = clockAt(REAL);
    Clock local = clock.withZone(ZoneId.of("Europe/Amsterdam"));

    clock.jumpTo(NEXT_MORNING);

    assertThat(local.instant()).isEqualTo(clock.instant());
    assertThat(local.getZone()).isEqualTo(ZoneId.of("Europe/Amsterdam"));
  }
}
