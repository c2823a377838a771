package org.uitrol.domain.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.domain.testing.Meetings.PLANNED_AT;
import static org.uitrol.domain.testing.Meetings.ROLLOUT;
import static org.uitrol.domain.testing.Meetings.SESSION;
import static org.uitrol.domain.testing.Meetings.people;
import static org.uitrol.domain.testing.Meetings.place;
import static org.uitrol.domain.testing.Plans.person;
import static org.uitrol.domain.testing.Plans.text;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.domain.session.SessionCommand.AnswerInvitation;
import org.uitrol.domain.session.SessionCommand.AskForSeat;
import org.uitrol.domain.session.SessionCommand.CancelSession;
import org.uitrol.domain.session.SessionCommand.EndSession;
import org.uitrol.domain.session.SessionCommand.InvitePerson;
import org.uitrol.domain.session.SessionCommand.PlanSession;
import org.uitrol.domain.session.SessionCommand.RecordAttendance;
import org.uitrol.domain.session.SessionCommand.ReleaseSeat;
import org.uitrol.domain.session.SessionCommand.RescheduleSession;
import org.uitrol.domain.session.SessionCommand.TakeSeat;
import org.uitrol.domain.session.SessionEvent.SeatTaken;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.testing.Story;

class AnySession {

  private record Step(int kind, int person, int option, int hours) {}

  @Property(tries = 1000)
  void never_holds_more_seats_than_its_room_has(@ForAll("steps") List<Step> steps) {
    Story<Session, SessionCommand, SessionEvent> story =
        new Story<>(AnySession::decide, Session::evolve);
    Instant at = PLANNED_AT;
    story.play(plan());
    for (Step step : steps) {
      at = at.plus(Duration.ofHours(step.hours()));
      int before = story.state().orElseThrow().sequence();

      List<SessionEvent> events = story.play(command(step, at));

      Session session = story.state().orElseThrow();
      assertThat(session.seatHolders()).hasSizeLessThanOrEqualTo(session.place().room().seats());
      assertThat(session.waiting()).noneMatch(session.seats()::containsKey);
      assertThat(session.sequence()).isGreaterThanOrEqualTo(before);
      if (events.stream().anyMatch(SeatTaken.class::isInstance)) {
        assertThat(session.sequence()).isGreaterThan(before);
      }
      boolean toCome =
          session.state() == Session.State.PLANNED
              && at.isBefore(session.place().startsAt().toInstant());
      if (toCome && session.hasFreeSeat()) {
        assertThat(session.waiting()).isEmpty();
      }
    }
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 35),
            Arbitraries.integers().between(1, 6),
            Arbitraries.integers().between(0, 2),
            Arbitraries.frequency(Tuple.of(10, 0), Tuple.of(2, 1), Tuple.of(1, 24)))
        .as(Step::new)
        .list()
        .ofMaxSize(30);
  }

  private static PlanSession plan() {
    return new PlanSession(
        SESSION,
        ROLLOUT,
        "look",
        ActivityKind.DEMO,
        text("A look"),
        place(2),
        null,
        people(2),
        PLANNED_AT);
  }

  private static SessionCommand command(Step step, Instant at) {
    PersonId person = person(step.person());
    return switch (step.kind()) {
      case 0 -> new CancelSession(SESSION, "flu", at);
      case 1 -> new EndSession(SESSION, at);
      case 2, 3 -> new RecordAttendance(SESSION, person, step.option() == 0, at);
      case 4, 5, 6 ->
          new RescheduleSession(
              SESSION, place("2027-01-" + (14 + step.person()) + "T10:00", 1 + step.option()), at);
      case 7, 8, 9, 10, 11, 12 -> new ReleaseSeat(SESSION, person, null, at);
      case 13, 14, 15, 16, 17 -> new TakeSeat(SESSION, person, null, at);
      case 18, 19, 20, 21, 22 -> new InvitePerson(SESSION, person, at);
      case 23, 24, 25, 26, 27 -> new AskForSeat(SESSION, person, at);
      default ->
          new AnswerInvitation(SESSION, person, List.of(Answer.values()).get(step.option()), at);
    };
  }

  private static List<SessionEvent> decide(@Nullable Session session, SessionCommand command) {
    if (command instanceof PlanSession plan) {
      return Session.plan(session, plan);
    } else if (session == null) {
      return List.of();
    } else if (command instanceof CancelSession cancel) {
      return session.cancel(cancel);
    } else if (command instanceof EndSession end) {
      return session.end(end);
    } else if (command instanceof RecordAttendance attendance) {
      return session.recordAttendance(attendance);
    } else if (command instanceof RescheduleSession move) {
      return session.reschedule(move);
    } else if (command instanceof ReleaseSeat release) {
      return session.releaseSeat(release);
    } else if (command instanceof TakeSeat take) {
      return session.takeSeat(take);
    } else if (command instanceof AskForSeat ask) {
      return session.askForSeat(ask);
    } else if (command instanceof InvitePerson invite) {
      return session.invite(invite);
    } else if (command instanceof AnswerInvitation answer) {
      return session.answer(answer);
    }
    throw new IllegalStateException("no test plays " + command);
  }
}
