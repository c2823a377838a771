package org.uitrol.adapters.persistence.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uitrol.domain.session.Engagement;
import org.uitrol.domain.session.Place;
import org.uitrol.domain.session.Room;
import org.uitrol.domain.session.Slot;
import org.uitrol.domain.shared.IsoWeek;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.SessionId;
import org.uitrol.support.PostgresExtension;

@ExtendWith(PostgresExtension.class)
class HoursInSessionsInPostgres {

  private static final SessionId PLANS = new SessionId("s-1");
  private static final SessionId DEMO = new SessionId("s-2");
  private static final SessionId NEW_YEAR = new SessionId("s-3");
  private static final PersonId SANNE = new PersonId("p-1");
  private static final PersonId JOOST = new PersonId("p-2");
  private static final IsoWeek OLD_YEAR = new IsoWeek(2026, 53);
  private static final IsoWeek WEEK = new IsoWeek(2027, 1);

  @Test
  void tell_when_somebody_sits_in_a_session_on_the_clock_of_whoever_asks(JdbcClient jdbc) {
    PostgresSessionHours hours = new PostgresSessionHours(jdbc);
    SessionId talk = new SessionId("s-talk");
    PersonId noor = new PersonId("p-noor");
    hours.put(talk, place("2027-01-06T10:00", 60));
    hours.hold(talk, noor);
    LocalDate day = LocalDate.of(2027, 1, 6);

    assertThat(hours.engagements(Set.of(noor), day, day, ZoneId.of("Europe/London"), Set.of()))
        .isEqualTo(
            Map.of(
                noor,
                Set.of(new Engagement(day, new Slot(LocalTime.of(9, 0), LocalTime.of(10, 0))))));
    assertThat(hours.engagements(Set.of(noor), day, day, ZoneId.of("Europe/London"), Set.of(talk)))
        .isEmpty();
    assertThat(
            hours.engagements(
                Set.of(noor),
                day.plusDays(1),
                day.plusDays(9),
                ZoneId.of("Europe/London"),
                Set.of()))
        .isEmpty();
  }

  @Test
  void add_up_by_person_and_week_however_often_they_are_told(JdbcClient jdbc) {
    PostgresSessionHours hours = new PostgresSessionHours(jdbc);
    for (int times = 0; times < 2; times++) {
      hours.put(PLANS, place("2027-01-04T10:00", 60));
      hours.put(DEMO, place("2027-01-08T10:00", 90));
      hours.put(NEW_YEAR, place("2027-01-01T10:00", 30));
      hours.hold(PLANS, SANNE);
      hours.hold(DEMO, SANNE);
      hours.hold(NEW_YEAR, SANNE);
      hours.hold(DEMO, JOOST);
    }

    assertThat(minutes(hours, Set.of()))
        .isEqualTo(Map.of(SANNE, Map.of(OLD_YEAR, 30, WEEK, 150), JOOST, Map.of(WEEK, 90)));
    assertThat(minutes(hours, Set.of(DEMO)))
        .isEqualTo(Map.of(SANNE, Map.of(OLD_YEAR, 30, WEEK, 60)));
    assertThat(hours.minutes(List.of(SANNE), WEEK, WEEK, Set.of()))
        .isEqualTo(Map.of(SANNE, Map.of(WEEK, 150)));
    assertThat(hours.minutes(List.of(), WEEK, WEEK, Set.of())).isEmpty();
  }

  @Test
  void follow_sessions_that_move_or_are_called_off_and_seats_that_are_given_back(JdbcClient jdbc) {
    PostgresSessionHours hours = new PostgresSessionHours(jdbc);
    hours.put(PLANS, place("2027-01-04T10:00", 60));
    hours.hold(PLANS, SANNE);
    hours.hold(PLANS, JOOST);

    hours.put(PLANS, place("2026-12-31T10:00", 45));
    assertThat(minutes(hours, Set.of()))
        .isEqualTo(Map.of(SANNE, Map.of(OLD_YEAR, 45), JOOST, Map.of(OLD_YEAR, 45)));
    hours.release(PLANS, JOOST);
    hours.release(PLANS, JOOST);
    assertThat(minutes(hours, Set.of())).isEqualTo(Map.of(SANNE, Map.of(OLD_YEAR, 45)));
    hours.remove(PLANS);
    hours.remove(PLANS);
    assertThat(minutes(hours, Set.of())).isEmpty();
    hours.hold(PLANS, SANNE);
    assertThat(minutes(hours, Set.of())).isEmpty();
  }

  @Test
  void are_found_for_any_number_of_people(JdbcClient jdbc) {
    PostgresSessionHours hours = new PostgresSessionHours(jdbc);
    hours.put(PLANS, place("2027-01-04T10:00", 60));
    List<PersonId> many = new ArrayList<>();
    for (int number = 0; number < 1_100; number++) {
      many.add(new PersonId("many-" + number));
    }
    hours.hold(PLANS, many.get(0));
    hours.hold(PLANS, many.get(1_099));

    assertThat(hours.minutes(many, WEEK, WEEK, Set.of()))
        .containsOnlyKeys(many.get(0), many.get(1_099));
  }

  private static Map<PersonId, Map<IsoWeek, Integer>> minutes(
      PostgresSessionHours hours, Set<SessionId> except) {
    return hours.minutes(List.of(SANNE, JOOST), OLD_YEAR, WEEK, except);
  }

  private static Place place(String start, int minutes) {
    return new Place(
        LocalDateTime.parse(start),
        ZoneId.of("Europe/Amsterdam"),
        minutes,
        new Room("hall", "Hall", 40, null));
  }
}
