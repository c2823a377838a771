package org.uitrol.adapters.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.adapters.planning.Question.EVA;
import static org.uitrol.adapters.planning.Question.FIRST;
import static org.uitrol.adapters.planning.Question.HALL;
import static org.uitrol.adapters.planning.Question.JAN;
import static org.uitrol.adapters.planning.Question.MONDAY;
import static org.uitrol.adapters.planning.Question.SECOND;
import static org.uitrol.adapters.planning.Question.SMALL;
import static org.uitrol.adapters.planning.Question.TUESDAY;
import static org.uitrol.adapters.planning.Question.at;
import static org.uitrol.adapters.planning.Question.on;
import static org.uitrol.adapters.planning.Question.person;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.uitrol.application.session.port.SessionPlanner.Effort;
import org.uitrol.application.session.port.SessionPlanner.Rated;
import org.uitrol.application.session.port.SessionPlanner.Search;
import org.uitrol.domain.session.Availability;
import org.uitrol.domain.session.timetable.Draft;
import org.uitrol.domain.session.timetable.FirstFit;
import org.uitrol.domain.session.timetable.Timetable;
import org.uitrol.domain.session.timetable.TimetableProblem;
import org.uitrol.domain.session.timetable.TimetableRules;
import org.uitrol.domain.shared.RoomDayId;
import org.uitrol.domain.shared.SessionId;

class ASearchForATimetable {

  private static final Effort SOME_MOVES = new Effort(Duration.ofMinutes(1), 30_000);

  private final TimefoldPlanner planner = new TimefoldPlanner();

  @Test
  void finds_the_same_for_the_same_question_and_nothing_worse_than_where_it_began() {
    TimetableProblem problem = manyPeople();
    Timetable start = FirstFit.of(problem);

    Rated once = search(problem, start);
    Rated again = search(problem, start);

    assertThat(again).isEqualTo(once);
    assertThat(once.rating()).isLessThanOrEqualTo(planner.rate(problem, start));
    assertThat(once.rating()).isEqualTo(planner.rate(problem, once.timetable()));
    assertThat(new TimetableRules(problem).objections(once.timetable())).isEmpty();
  }

  /** At once, who works on Friday only ends up in a session of their own. */
  @Test
  void finds_fewer_sessions_than_are_found_at_once() {
    Question question = new Question();
    for (int number = 1; number <= 8; number++) {
      question.guest("p" + number, null, Availability.ALWAYS, null, null);
    }
    question.guest("p9", null, on(DayOfWeek.FRIDAY), null, null);
    question.drafts(FIRST, SECOND, new SessionId("third"), new SessionId("fourth"));
    TimetableProblem problem = question.problem();
    Timetable start = FirstFit.of(problem);
    assertThat(start.sessions()).hasSize(3);

    Rated found = search(problem, start);

    assertThat(found.timetable().sessions()).hasSizeLessThan(3);
    assertThat(found.timetable().seats()).hasSize(9);
  }

  @Test
  void moves_only_the_session_that_lost_its_room_and_not_further_than_it_has_to() {
    Timetable accepted =
        new Timetable(
            Map.of(
                FIRST, at(SMALL, "2027-01-12T11:00", EVA, null),
                SECOND, at(HALL, "2027-01-13T11:00", EVA, null)),
            Map.of(person(1), FIRST, person(2), SECOND));
    TimetableProblem problem =
        new Question()
            .lead(EVA, Availability.ALWAYS)
            .guest("p1", null, Availability.ALWAYS, null, FIRST)
            .guest("p2", null, Availability.ALWAYS, null, SECOND)
            .draft(new Draft(FIRST, accepted.of(FIRST).orElseThrow(), false))
            .draft(new Draft(SECOND, accepted.of(SECOND).orElseThrow(), true))
            .taken(RoomDayId.ofRoom("small", TUESDAY), "00:00", "23:59")
            .problem();

    Timetable found = search(problem, FirstFit.of(problem)).timetable();

    assertThat(found).isEqualTo(accepted.with(FIRST, at(HALL, "2027-01-12T11:00", EVA, null)));
  }

  @Test
  void hands_a_session_over_before_it_moves_it_when_the_presenter_drops_out() {
    Timetable accepted =
        new Timetable(
            Map.of(FIRST, at(SMALL, "2027-01-11T11:00", EVA, null)), Map.of(person(1), FIRST));
    TimetableProblem problem =
        new Question()
            .lead(EVA, Availability.ALWAYS)
            .lead(JAN, Availability.ALWAYS)
            .guest("p1", null, Availability.ALWAYS, null, FIRST)
            .draft(new Draft(FIRST, accepted.of(FIRST).orElseThrow(), false))
            .taken(RoomDayId.ofPresenter(EVA, MONDAY), "00:00", "23:59")
            .problem();

    assertThat(search(problem, FirstFit.of(problem)).timetable())
        .isEqualTo(accepted.with(FIRST, at(SMALL, "2027-01-11T11:00", JAN, null)));
  }

  @Test
  void tells_of_each_better_one_and_stops_when_it_is_told_to() throws Exception {
    TimetableProblem problem = manyPeople();
    List<Rated> found = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch begun = new CountDownLatch(1);
    Search search =
        planner.search(
            problem,
            FirstFit.of(problem),
            new Effort(Duration.ofMinutes(1), 0),
            better -> {
              found.add(better);
              begun.countDown();
            });
    CompletableFuture<Rated> running = CompletableFuture.supplyAsync(search::run);
    assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();

    search.stop();

    Rated best = running.get(60, TimeUnit.SECONDS);
    assertThat(best).isEqualTo(found.get(found.size() - 1));
    for (int i = 1; i < found.size(); i++) {
      assertThat(found.get(i).rating()).isLessThan(found.get(i - 1).rating());
    }
  }

  private Rated search(TimetableProblem problem, Timetable start) {
    return planner.search(problem, start, SOME_MOVES, better -> {}).run();
  }

  private static TimetableProblem manyPeople() {
    Question question = new Question().lead(EVA, on(DayOfWeek.MONDAY, DayOfWeek.TUESDAY), "nl");
    question.lead(JAN, Availability.ALWAYS);
    for (int number = 1; number <= 60; number++) {
      question.guest(
          "p" + number,
          number % 5 == 0 ? "en" : "nl",
          number % 3 == 0 ? on(DayOfWeek.of(1 + number % 5)) : Availability.ALWAYS,
          number % 2 == 0 ? "North" : "South",
          null);
    }
    for (int number = 1; number <= 18; number++) {
      question.drafts(new SessionId("s" + number));
    }
    return question.problem();
  }
}
