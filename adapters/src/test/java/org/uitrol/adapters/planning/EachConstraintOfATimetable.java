package org.uitrol.adapters.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.adapters.planning.Question.EVA;
import static org.uitrol.adapters.planning.Question.FINANCE;
import static org.uitrol.adapters.planning.Question.FIRST;
import static org.uitrol.adapters.planning.Question.HALL;
import static org.uitrol.adapters.planning.Question.JAN;
import static org.uitrol.adapters.planning.Question.MONDAY;
import static org.uitrol.adapters.planning.Question.SECOND;
import static org.uitrol.adapters.planning.Question.SMALL;
import static org.uitrol.adapters.planning.Question.at;
import static org.uitrol.adapters.planning.Question.on;
import static org.uitrol.adapters.planning.Question.person;
import static org.uitrol.adapters.planning.Question.slot;

import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.session.Availability;
import org.uitrol.domain.session.Engagement;
import org.uitrol.domain.session.Place;
import org.uitrol.domain.session.timetable.Arrangement;
import org.uitrol.domain.session.timetable.Draft;
import org.uitrol.domain.session.timetable.FirstFit;
import org.uitrol.domain.session.timetable.Objection;
import org.uitrol.domain.session.timetable.Rule;
import org.uitrol.domain.session.timetable.Timetable;
import org.uitrol.domain.session.timetable.TimetableProblem;
import org.uitrol.domain.session.timetable.TimetableRules;
import org.uitrol.domain.shared.IsoWeek;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RoomDayId;
import org.uitrol.domain.shared.SessionId;

class EachConstraintOfATimetable {

  private static final TimefoldPlanner PLANNER = new TimefoldPlanner();

  private final Question question = new Question().people(5).drafts(FIRST, SECOND);

  @Test
  void is_kept_by_a_good_timetable() {
    assertThat(hard(seated(at(SMALL, "2027-01-11T09:00"), 4))).isEmpty();
  }

  @Test
  void room_taken() {
    question.taken(RoomDayId.ofRoom("small", MONDAY), "09:30", "10:30");
    assertThat(hard(seated(at(SMALL, "2027-01-11T09:00"), 1)))
        .containsExactly(Map.entry("room taken", -1L));
    assertThat(hard(seated(at(SMALL, "2027-01-11T10:30"), 1))).isEmpty();
  }

  @Test
  void department_taken() {
    question.taken(RoomDayId.ofDepartment(FINANCE, MONDAY), "11:00", "12:00");
    assertThat(hard(seated(at(HALL, "2027-01-11T11:30"), 1)))
        .containsExactly(Map.entry("department taken", -1L));
  }

  @Test
  void room_too_small_for_each_person_too_many() {
    question.guest("p6", null, Availability.ALWAYS, null, null);
    assertThat(hard(seated(at(SMALL, "2027-01-11T09:00"), 6)))
        .containsExactly(Map.entry("room too small", -2L));
  }

  @Test
  void room_equipment() {
    question.needing("piano");
    assertThat(hard(seated(at(SMALL, "2027-01-11T09:00"), 1)))
        .containsExactly(Map.entry("room equipment", -1L));
  }

  @Test
  void outside_hours() {
    assertThat(hard(seated(at(HALL, "2027-01-11T09:00"), 1)))
        .containsExactly(Map.entry("outside hours", -1L));
    assertThat(hard(seated(at(SMALL, "2027-01-11T16:30"), 1)))
        .containsExactly(Map.entry("outside hours", -1L));
  }

  @Test
  void closed_day() {
    assertThat(hard(seated(at(SMALL, "2027-01-16T09:00"), 1)))
        .containsExactly(Map.entry("closed day", -1L));
  }

  @Test
  void presenter_missing_away_taken_and_of_another_language() {
    question.lead(EVA, on(DayOfWeek.MONDAY), "nl");
    question.taken(RoomDayId.ofPresenter(EVA, MONDAY), "13:00", "14:00");
    question.guest("nl", "nl", Availability.ALWAYS, null, null);
    question.guest("en", "en", Availability.ALWAYS, null, null);

    assertThat(hard(seated(at(SMALL, "2027-01-11T09:00", EVA, "nl"), 1))).isEmpty();
    assertThat(hard(seated(at(SMALL, "2027-01-11T09:00", null, "nl"), 1)))
        .containsExactly(Map.entry("presenter missing", -1L));
    assertThat(hard(seated(at(SMALL, "2027-01-12T09:00", EVA, "nl"), 1)))
        .containsExactly(Map.entry("presenter away", -1L));
    assertThat(hard(seated(at(SMALL, "2027-01-11T13:30", EVA, "nl"), 1)))
        .containsExactly(Map.entry("presenter taken", -1L));
    assertThat(hard(seated(at(SMALL, "2027-01-11T09:00", EVA, "en"), 1)))
        .containsExactly(Map.entry("presenter language", -1L));
  }

  @Test
  void room_presenter_and_department_twice() {
    question.lead(EVA, Availability.ALWAYS).lead(JAN, Availability.ALWAYS);
    Timetable twice =
        new Timetable(
            Map.of(
                FIRST, at(SMALL, "2027-01-11T10:00", EVA, null),
                SECOND, at(SMALL, "2027-01-11T10:30", EVA, null)),
            Map.of());

    assertThat(hard(twice))
        .containsExactly(
            Map.entry("department twice", -1L),
            Map.entry("presenter twice", -1L),
            Map.entry("room twice", -1L));
    assertThat(hard(twice.with(SECOND, at(HALL, "2027-01-11T10:30", JAN, null))))
        .containsExactly(Map.entry("department twice", -1L));
    assertThat(hard(twice.with(SECOND, at(SMALL, "2027-01-11T11:00", EVA, null)))).isEmpty();
  }

  @Test
  void person_away_without_hours_elsewhere_and_of_another_language() {
    question.guest("off", "nl", on(DayOfWeek.FRIDAY), null, null);
    question.guest(
        "full", "nl", new Availability(Set.of(), 2, Map.of(IsoWeek.of(MONDAY), 90)), null, null);
    Engagement other = new Engagement(MONDAY, slot("09:30", "10:30"));
    question.guest(
        "busy", "nl", new Availability(Set.of(), null, Map.of(), Set.of(other)), null, null);
    question.guest("french", "fr", Availability.ALWAYS, null, null);
    Map<String, String> expected =
        Map.of(
            "off", "person away",
            "full", "person hours",
            "busy", "person elsewhere",
            "french", "person language");

    expected.forEach(
        (person, constraint) ->
            assertThat(
                    hard(
                        new Timetable(
                            Map.of(FIRST, at(HALL, "2027-01-11T10:00", null, "nl")),
                            Map.of(new PersonId(person), FIRST))))
                .containsExactly(Map.entry(constraint, -1L)));
  }

  @Test
  void no_seat() {
    assertThat(medium(seated(at(SMALL, "2027-01-11T09:00"), 3), TimetableConstraints.NO_SEAT))
        .isEqualTo(-2);
    Question kept =
        new Question()
            .guest("p1", null, Availability.ALWAYS, null, FIRST)
            .draft(new Draft(FIRST, at(SMALL, "2027-01-11T09:00"), false));
    assertThat(score(kept.problem(), Timetable.EMPTY, TimetableConstraints.NO_SEAT).mediumScore())
        .as("a session that has no place any more")
        .isEqualTo(-1);
  }

  @Test
  void can_not_come_to_where_a_session_goes() {
    Question kept =
        new Question()
            .guest("p1", null, on(DayOfWeek.TUESDAY), null, FIRST)
            .draft(new Draft(FIRST, at(SMALL, "2027-01-11T09:00"), false));
    Timetable same =
        new Timetable(Map.of(FIRST, at(SMALL, "2027-01-11T09:00")), Map.of(person(1), FIRST));

    assertThat(score(kept.problem(), same, TimetableConstraints.CAN_NOT_COME).mediumScore())
        .as("what was told already")
        .isZero();
    assertThat(
            score(
                    kept.problem(),
                    same.with(FIRST, at(SMALL, "2027-01-13T09:00")),
                    TimetableConstraints.CAN_NOT_COME)
                .mediumScore())
        .isEqualTo(-1);
  }

  @Test
  void few_sessions() {
    Timetable one = seated(at(SMALL, "2027-01-11T09:00"), 2);
    Timetable two = one.with(SECOND, at(SMALL, "2027-01-11T10:00")).with(person(2), SECOND);

    assertThat(soft(one, TimetableConstraints.FEW_SESSIONS)).isEqualTo(-1_000);
    assertThat(soft(two, TimetableConstraints.FEW_SESSIONS)).isEqualTo(-2_000);
  }

  @Test
  void early_dates() {
    assertThat(soft(seated(at(SMALL, "2027-01-11T09:00"), 2), TimetableConstraints.EARLY_DATES))
        .isZero();
    assertThat(soft(seated(at(SMALL, "2027-01-13T09:00"), 2), TimetableConstraints.EARLY_DATES))
        .as("two people, two days later")
        .isEqualTo(-8);
  }

  @Test
  void preferred_rooms() {
    assertThat(soft(seated(at(SMALL, "2027-01-11T10:00"), 2), TimetableConstraints.PREFERRED_ROOMS))
        .isZero();
    assertThat(soft(seated(at(HALL, "2027-01-11T10:00"), 2), TimetableConstraints.PREFERRED_ROOMS))
        .isEqualTo(-20);
  }

  @Test
  void preferred_presenters() {
    question.lead(EVA, Availability.ALWAYS).lead(JAN, Availability.ALWAYS);
    assertThat(
            soft(
                seated(at(SMALL, "2027-01-11T10:00", EVA, null), 2),
                TimetableConstraints.PREFERRED_PRESENTERS))
        .isZero();
    assertThat(
            soft(
                seated(at(SMALL, "2027-01-11T10:00", JAN, null), 2),
                TimetableConstraints.PREFERRED_PRESENTERS))
        .isEqualTo(-10);
  }

  @Test
  void balanced_sizes() {
    Timetable lopsided =
        seated(at(SMALL, "2027-01-11T09:00"), 4)
            .with(SECOND, at(SMALL, "2027-01-11T10:00"))
            .with(person(4), SECOND);

    assertThat(soft(lopsided, TimetableConstraints.BALANCED_SIZES)).isEqualTo(-10);
    assertThat(soft(lopsided.with(person(3), SECOND), TimetableConstraints.BALANCED_SIZES))
        .isEqualTo(-8);
  }

  @Test
  void close_by() {
    question.guest("north", null, Availability.ALWAYS, "north", null);
    Timetable there =
        new Timetable(
            Map.of(FIRST, at(HALL, "2027-01-11T10:00")), Map.of(new PersonId("north"), FIRST));

    assertThat(soft(there, TimetableConstraints.CLOSE_BY)).isEqualTo(-3);
    assertThat(
            soft(there.with(FIRST, at(SMALL, "2027-01-11T10:00")), TimetableConstraints.CLOSE_BY))
        .isZero();
  }

  @Test
  void quiet_weeks() {
    question.guest(
        "busy", null, new Availability(Set.of(), null, Map.of(IsoWeek.of(MONDAY), 90)), null, null);
    assertThat(
            soft(
                new Timetable(
                    Map.of(FIRST, at(SMALL, "2027-01-11T10:00")),
                    Map.of(new PersonId("busy"), FIRST)),
                TimetableConstraints.QUIET_WEEKS))
        .isEqualTo(-3);
  }

  @Test
  void unmoved_and_same_presenter() {
    Question kept =
        new Question()
            .lead(EVA, Availability.ALWAYS)
            .lead(JAN, Availability.ALWAYS)
            .draft(new Draft(FIRST, at(SMALL, "2027-01-11T10:00", EVA, null), false));
    TimetableProblem problem = kept.problem();
    Timetable same =
        new Timetable(Map.of(FIRST, at(SMALL, "2027-01-11T10:00", EVA, null)), Map.of());
    Timetable room = same.with(FIRST, at(HALL, "2027-01-11T10:00", EVA, null));
    Timetable later = same.with(FIRST, at(SMALL, "2027-01-11T15:00", EVA, null));
    Timetable nextDay = same.with(FIRST, at(SMALL, "2027-01-12T10:00", JAN, null));

    assertThat(score(problem, same, TimetableConstraints.UNMOVED).softScore()).isZero();
    assertThat(score(problem, room, TimetableConstraints.UNMOVED).softScore()).isEqualTo(-1_000);
    assertThat(score(problem, later, TimetableConstraints.UNMOVED).softScore()).isEqualTo(-1_025);
    assertThat(score(problem, nextDay, TimetableConstraints.UNMOVED).softScore()).isEqualTo(-1_044);
    assertThat(score(problem, same, TimetableConstraints.SAME_PRESENTER).softScore()).isZero();
    assertThat(score(problem, nextDay, TimetableConstraints.SAME_PRESENTER).softScore())
        .isEqualTo(-300);
  }

  /**
   * The words in which a manager is told of a broken rule come from the domain: they must agree.
   */
  @Test
  void agrees_with_the_rules_of_the_domain_on_any_timetable() {
    int broken = 0;
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      TimetableProblem problem = anyQuestion(random);
      Timetable any = anyTimetable(problem, random);

      Map<Rule, Long> found = new TreeMap<>();
      for (Objection one : new TimetableRules(problem).objections(any)) {
        found.merge(one.rule(), 1L, Long::sum);
      }
      Map<String, Long> expected = new TreeMap<>();
      found.forEach((rule, count) -> expected.put(TimetableConstraints.name(rule), -count));
      Map<String, Long> actual = new TreeMap<>(hard(problem, any));
      actual.computeIfPresent("room too small", (name, much) -> expected.get(name));
      assertThat(actual).as("timetable %d", seed).isEqualTo(expected);
      broken += found.size();
    }
    assertThat(broken).as("rules that were broken at all").isGreaterThan(300);
  }

  @Test
  void is_kept_by_what_is_found_at_once() {
    TimetableProblem problem = anyQuestion(new Random(1));
    assertThat(PLANNER.rate(problem, FirstFit.of(problem)).broken()).isZero();
  }

  private static TimetableProblem anyQuestion(Random random) {
    Question any = new Question();
    any.lead(EVA, on(DayOfWeek.MONDAY, DayOfWeek.TUESDAY), "nl");
    any.lead(JAN, on(DayOfWeek.WEDNESDAY, DayOfWeek.MONDAY));
    any.taken(RoomDayId.ofRoom("small", MONDAY), "10:00", "12:00");
    any.taken(RoomDayId.ofPresenter(JAN, MONDAY.plusDays(2)), "09:00", "12:00");
    for (int number = 0; number < 12; number++) {
      any.guest(
          "p" + number,
          random.nextBoolean() ? "nl" : "en",
          random.nextInt(3) == 0
              ? on(DayOfWeek.of(1 + random.nextInt(5)))
              : random.nextBoolean()
                  ? Availability.ALWAYS
                  : new Availability(
                      Set.of(),
                      1,
                      Map.of(IsoWeek.of(MONDAY), 30),
                      Set.of(new Engagement(MONDAY, slot("09:00", "10:30")))),
          null,
          null);
    }
    for (int number = 0; number < 4; number++) {
      any.drafts(new SessionId("s" + number));
    }
    return any.problem();
  }

  private static Timetable anyTimetable(TimetableProblem problem, Random random) {
    Map<SessionId, Arrangement> sessions = new HashMap<>();
    Map<PersonId, SessionId> seats = new HashMap<>();
    List<String> starts =
        List.of("2027-01-11T09:00", "2027-01-11T09:30", "2027-01-12T10:00", "2027-01-13T10:00");
    for (Draft draft : problem.drafts()) {
      Place place =
          Question.place(
              random.nextBoolean() ? SMALL : HALL, starts.get(random.nextInt(starts.size())));
      sessions.put(
          draft.session(),
          new Arrangement(
              place,
              random.nextInt(6) == 0 ? null : random.nextBoolean() ? EVA : JAN,
              random.nextBoolean() ? "nl" : "en"));
    }
    List<SessionId> ids = List.copyOf(sessions.keySet());
    problem
        .guests()
        .forEach(guest -> seats.put(guest.person(), ids.get(random.nextInt(ids.size()))));
    return new Timetable(sessions, seats);
  }

  private static Timetable seated(Arrangement first, int people) {
    Timetable timetable = new Timetable(Map.of(FIRST, first), Map.of());
    for (int number = 1; number <= people; number++) {
      timetable = timetable.with(person(number), FIRST);
    }
    return timetable;
  }

  private Map<String, Long> hard(Timetable timetable) {
    return hard(question.problem(), timetable);
  }

  private static Map<String, Long> hard(TimetableProblem problem, Timetable timetable) {
    Map<String, Long> broken = new TreeMap<>();
    PLANNER
        .analyse(problem, timetable)
        .constraintMap()
        .forEach(
            (constraint, analysis) -> {
              if (analysis.score().hardScore() != 0) {
                broken.put(constraint.constraintName(), analysis.score().hardScore());
              }
            });
    return broken;
  }

  private long medium(Timetable timetable, String constraint) {
    return score(question.problem(), timetable, constraint).mediumScore();
  }

  private long soft(Timetable timetable, String constraint) {
    return score(question.problem(), timetable, constraint).softScore();
  }

  private static HardMediumSoftLongScore score(
      TimetableProblem problem, Timetable timetable, String constraint) {
    return PLANNER.analyse(problem, timetable).constraintMap().entrySet().stream()
        .filter(entry -> entry.getKey().constraintName().equals(constraint))
        .map(entry -> entry.getValue().score())
        .findFirst()
        .orElseThrow();
  }
}
