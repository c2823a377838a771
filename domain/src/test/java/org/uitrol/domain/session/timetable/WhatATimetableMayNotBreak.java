package org.uitrol.domain.session.timetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.domain.testing.Timetables.EVA;
import static org.uitrol.domain.testing.Timetables.FINANCE;
import static org.uitrol.domain.testing.Timetables.FIRST;
import static org.uitrol.domain.testing.Timetables.HALL;
import static org.uitrol.domain.testing.Timetables.MONDAY;
import static org.uitrol.domain.testing.Timetables.SECOND;
import static org.uitrol.domain.testing.Timetables.SMALL;
import static org.uitrol.domain.testing.Timetables.at;
import static org.uitrol.domain.testing.Timetables.on;
import static org.uitrol.domain.testing.Timetables.person;
import static org.uitrol.domain.testing.Timetables.slot;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.session.Availability;
import org.uitrol.domain.session.Engagement;
import org.uitrol.domain.shared.IsoWeek;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RoomDayId;
import org.uitrol.domain.testing.Timetables;

class WhatATimetableMayNotBreak {

  private final Timetables question = new Timetables().people(5).drafts(FIRST, SECOND);

  @Test
  void is_nothing_when_all_is_well() {
    assertThat(broken(at(SMALL, "2027-01-11T09:00"), 4)).isEmpty();
  }

  @Test
  void is_a_booking_of_somebody_else() {
    question.taken(RoomDayId.ofRoom("small", MONDAY), "09:30", "10:30");
    assertThat(broken(at(SMALL, "2027-01-11T09:00"), 1)).containsExactly(Rule.ROOM_TAKEN);
    assertThat(broken(at(SMALL, "2027-01-11T10:30"), 1)).isEmpty();
    question.taken(RoomDayId.ofDepartment(FINANCE, MONDAY), "11:00", "12:00");
    assertThat(broken(at(HALL, "2027-01-11T11:30"), 1)).containsExactly(Rule.DEPARTMENT_TAKEN);
  }

  @Test
  void is_the_size_the_equipment_and_the_hours_of_a_room() {
    assertThat(broken(at(SMALL, "2027-01-11T09:00"), 5)).containsExactly(Rule.ROOM_TOO_SMALL);
    assertThat(broken(at(HALL, "2027-01-11T09:00"), 5)).containsExactly(Rule.OUTSIDE_HOURS);
    assertThat(broken(at(HALL, "2027-01-11T15:30"), 5)).containsExactly(Rule.OUTSIDE_HOURS);
    question.needing("piano");
    assertThat(broken(at(SMALL, "2027-01-11T09:00"), 1)).containsExactly(Rule.ROOM_EQUIPMENT);
  }

  @Test
  void is_a_day_on_which_nothing_happens_and_an_hour_at_which_all_is_closed() {
    assertThat(broken(at(SMALL, "2027-01-16T09:00"), 1)).containsExactly(Rule.CLOSED_DAY);
    assertThat(broken(at(SMALL, "2027-01-11T16:30"), 1)).containsExactly(Rule.OUTSIDE_HOURS);
    question.closedOn(MONDAY);
    assertThat(broken(at(SMALL, "2027-01-11T09:00"), 1)).containsExactly(Rule.CLOSED_DAY);
  }

  @Test
  void is_a_presenter_who_is_not_there() {
    question.lead(EVA, on(DayOfWeek.MONDAY, DayOfWeek.TUESDAY), "nl");
    question.taken(RoomDayId.ofPresenter(EVA, MONDAY), "13:00", "14:00");

    assertThat(broken(at(SMALL, "2027-01-11T09:00", EVA, "nl"), 1)).isEmpty();
    assertThat(broken(at(SMALL, "2027-01-11T09:00", null, "nl"), 1))
        .containsExactly(Rule.PRESENTER_MISSING);
    assertThat(broken(at(SMALL, "2027-01-13T09:00", EVA, "nl"), 1))
        .containsExactly(Rule.PRESENTER_AWAY);
    assertThat(broken(at(SMALL, "2027-01-11T13:30", EVA, "nl"), 1))
        .containsExactly(Rule.PRESENTER_TAKEN);
    assertThat(broken(at(SMALL, "2027-01-11T09:00", EVA, "en"), 1))
        .containsExactly(Rule.PRESENTER_LANGUAGE);
  }

  @Test
  void is_anybody_in_two_places_at_the_same_time() {
    question.lead(EVA, Availability.ALWAYS);
    Timetable twice =
        new Timetable(
            Map.of(
                FIRST, at(SMALL, "2027-01-11T10:00", EVA, null),
                SECOND, at(SMALL, "2027-01-11T10:30", EVA, null)),
            Map.of());

    assertThat(rules(twice))
        .containsExactlyInAnyOrder(Rule.ROOM_TWICE, Rule.PRESENTER_TWICE, Rule.DEPARTMENT_TWICE);
    assertThat(rules(twice.with(SECOND, at(SMALL, "2027-01-11T11:00", EVA, null)))).isEmpty();
  }

  @Test
  void is_a_session_to_which_somebody_can_not_come() {
    question.guest("off", null, on(DayOfWeek.FRIDAY), null, null);
    question.guest(
        "full", null, new Availability(Set.of(), 2, Map.of(IsoWeek.of(MONDAY), 90)), null, null);
    question.guest(
        "busy",
        null,
        new Availability(
            Set.of(), null, Map.of(), Set.of(new Engagement(MONDAY, slot("09:30", "10:30")))),
        null,
        null);
    question.guest("french", "fr", Availability.ALWAYS, null, null);
    Timetable timetable =
        new Timetable(Map.of(FIRST, at(HALL, "2027-01-11T10:00", null, "nl")), Map.of());

    for (Map.Entry<String, Rule> one :
        Map.of(
                "off", Rule.PERSON_AWAY,
                "full", Rule.PERSON_HOURS,
                "busy", Rule.PERSON_ELSEWHERE,
                "french", Rule.PERSON_LANGUAGE)
            .entrySet()) {
      PersonId person = new PersonId(one.getKey());
      assertThat(new TimetableRules(question.problem()).objections(timetable.with(person, FIRST)))
          .containsExactly(new Objection(one.getValue(), FIRST, person));
    }
  }

  @Test
  void is_nothing_that_was_told_already_but_for_what_dropped_out() {
    Arrangement early = at(HALL, "2027-01-16T07:00");
    Timetables kept =
        new Timetables()
            .guest("p1", null, on(DayOfWeek.MONDAY), null, FIRST)
            .draft(new Draft(FIRST, early, false));
    Timetable same = new Timetable(Map.of(FIRST, early), Map.of(person(1), FIRST));

    assertThat(new TimetableRules(kept.problem()).objections(same)).isEmpty();
    kept.taken(RoomDayId.ofRoom("hall", early.place().start().toLocalDate()), "00:00", "23:59");
    assertThat(new TimetableRules(kept.problem()).objections(same))
        .containsExactly(new Objection(Rule.ROOM_TAKEN, FIRST, null));
    assertThat(
            new TimetableRules(kept.problem())
                .objections(same.with(FIRST, at(SMALL, "2027-01-12T09:00"))))
        .containsExactly(new Objection(Rule.PERSON_AWAY, FIRST, person(1)));
  }

  private List<Rule> broken(Arrangement first, int people) {
    Timetable timetable = new Timetable(Map.of(FIRST, first), Map.of());
    for (int number = 1; number <= people; number++) {
      timetable = timetable.with(person(number), FIRST);
    }
    return rules(timetable);
  }

  private List<Rule> rules(Timetable timetable) {
    return new TimetableRules(question.problem())
        .objections(timetable).stream().map(Objection::rule).toList();
  }
}
