package org.uitrol.application.session;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.uitrol.application.shared.CommandTargets;
import org.uitrol.application.testing.ShellTests;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.domain.session.Answer;
import org.uitrol.domain.session.CalendarFeed;
import org.uitrol.domain.session.CalendarFeedCommand;
import org.uitrol.domain.session.CalendarFeedCommand.OpenFeed;
import org.uitrol.domain.session.CalendarFeedCommand.WithdrawFeed;
import org.uitrol.domain.session.CalendarFeedEvent;
import org.uitrol.domain.session.Place;
import org.uitrol.domain.session.Room;
import org.uitrol.domain.session.RoomDay;
import org.uitrol.domain.session.RoomDayCommand;
import org.uitrol.domain.session.RoomDayCommand.CloseRoom;
import org.uitrol.domain.session.RoomDayCommand.ReleaseRoom;
import org.uitrol.domain.session.RoomDayCommand.ReopenRoom;
import org.uitrol.domain.session.RoomDayCommand.ReserveRoom;
import org.uitrol.domain.session.RoomDayEvent;
import org.uitrol.domain.session.RoomDayEvent.RoomClosed;
import org.uitrol.domain.session.RoomDayEvent.RoomReserved;
import org.uitrol.domain.session.Session;
import org.uitrol.domain.session.SessionCommand;
import org.uitrol.domain.session.SessionCommand.AnswerInvitation;
import org.uitrol.domain.session.SessionCommand.AskForSeat;
import org.uitrol.domain.session.SessionCommand.CancelSession;
import org.uitrol.domain.session.SessionCommand.EndSession;
import org.uitrol.domain.session.SessionCommand.InvitePerson;
import org.uitrol.domain.session.SessionCommand.PlanSession;
import org.uitrol.domain.session.SessionCommand.RearrangeSession;
import org.uitrol.domain.session.SessionCommand.RecordAttendance;
import org.uitrol.domain.session.SessionCommand.ReleaseSeat;
import org.uitrol.domain.session.SessionCommand.RescheduleSession;
import org.uitrol.domain.session.SessionCommand.TakeSeat;
import org.uitrol.domain.session.SessionEvent;
import org.uitrol.domain.session.SessionEvent.PersonWaitlisted;
import org.uitrol.domain.session.Slot;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.RoomDayId;
import org.uitrol.domain.shared.SessionId;
import org.uitrol.domain.shared.Text;

class SessionsAreRouted {

  private static final Instant AT = Instant.parse("2027-01-11T08:00:00Z");
  private static final Instant AFTERWARDS = Instant.parse("2027-01-18T12:00:00Z");
  private static final SessionId ID = new SessionId("session-1");
  private static final PersonId SANNE = new PersonId("person-1");
  private static final PersonId JOOST = new PersonId("person-2");
  private static final PersonId NOOR = new PersonId("person-3");
  private static final Place MORNING =
      new Place(
          LocalDateTime.parse("2027-01-18T09:00"),
          ZoneId.of("Europe/Amsterdam"),
          60,
          new Room("b-12", "B.12", 2, null));
  private static final Place AFTERNOON =
      new Place(MORNING.start().plusHours(5), MORNING.zone(), 60, MORNING.room());

  @TestFactory
  Stream<DynamicTest> to_the_rules_of_a_calendar_link() {
    OpenFeed open = new OpenFeed(SANNE, AT);
    WithdrawFeed withdraw = new WithdrawFeed(SANNE, AT);
    return new ShellTests<>(
            CalendarFeedShell.class,
            CalendarFeedCommand.class,
            CalendarFeedEvent.class,
            CalendarFeed::evolve)
        .begins(open, CalendarFeed.open(null, open))
        .after(
            CalendarFeed.open(null, open), withdraw, feed -> CalendarFeed.withdraw(feed, withdraw))
        .all();
  }

  @TestFactory
  Stream<DynamicTest> to_their_rules() {
    PlanSession plan =
        new PlanSession(
            ID,
            new RolloutId("rollout-1"),
            "plans",
            ActivityKind.PRESENTATION,
            Text.of("en", "Our plans"),
            MORNING,
            null,
            List.of(SANNE),
            AT);
    List<SessionEvent> planned = Session.plan(null, plan);
    InvitePerson invite = new InvitePerson(ID, JOOST, AT);
    AnswerInvitation answer = new AnswerInvitation(ID, SANNE, Answer.ACCEPTED, AT);
    TakeSeat take = new TakeSeat(ID, JOOST, new SessionId("session-2"), AT);
    AskForSeat ask = new AskForSeat(ID, NOOR, AT);
    ReleaseSeat release = new ReleaseSeat(ID, SANNE, null, AT);
    RescheduleSession reschedule = new RescheduleSession(ID, AFTERNOON, AT);
    RearrangeSession rearrange = new RearrangeSession(ID, AFTERNOON, JOOST, AT);
    RearrangeSession handOver = new RearrangeSession(ID, MORNING, JOOST, AT);
    CancelSession cancel = new CancelSession(ID, "Ill", AT);
    RecordAttendance attendance = new RecordAttendance(ID, SANNE, true, AFTERWARDS);
    EndSession end = new EndSession(ID, AFTERWARDS);
    List<SessionEvent> withQueue =
        Stream.concat(planned.stream(), Stream.of(new PersonWaitlisted(ID, NOOR, AT))).toList();
    return new ShellTests<>(
            SessionShell.class, SessionCommand.class, SessionEvent.class, Session::evolve)
        .begins(plan, planned)
        .after(planned, invite, session -> session.invite(invite))
        .after(planned, answer, session -> session.answer(answer))
        .after(planned, take, session -> session.takeSeat(take))
        .after(planned, ask, session -> session.askForSeat(ask))
        .after(withQueue, release, session -> session.releaseSeat(release))
        .after(planned, reschedule, session -> session.reschedule(reschedule))
        .after(planned, rearrange, session -> session.rearrange(rearrange))
        .after(planned, handOver, session -> session.rearrange(handOver))
        .after(planned, cancel, session -> session.cancel(cancel))
        .after(planned, attendance, session -> session.recordAttendance(attendance))
        .after(planned, end, session -> session.end(end))
        .all();
  }

  @TestFactory
  Stream<DynamicTest> with_their_rooms() {
    RoomDayId day = RoomDayId.ofRoom("b-12", LocalDate.of(2027, 1, 18));
    Slot slot = new Slot(LocalTime.of(9, 0), LocalTime.of(10, 0));
    ReserveRoom reserve = new ReserveRoom(day, ID, slot, AT);
    ReleaseRoom release = new ReleaseRoom(day, ID, AT);
    CloseRoom close = new CloseRoom(day, AT);
    ReopenRoom reopen = new ReopenRoom(day, AT);
    return new ShellTests<>(
            RoomDayShell.class, RoomDayCommand.class, RoomDayEvent.class, RoomDay::evolve)
        .begins(reserve, RoomDay.reserve(null, reserve))
        .after(
            List.of(new RoomReserved(day, ID, slot, AT)),
            release,
            room -> RoomDay.release(room, release))
        .begins(close, RoomDay.close(null, close))
        .after(List.of(new RoomClosed(day, AT)), reopen, room -> RoomDay.reopen(room, reopen))
        .all();
  }

  @Test
  void but_a_room_that_was_never_booked_is_given_back_without_a_trace() {
    RoomDayId day = RoomDayId.ofRoom("b-12", LocalDate.of(2027, 1, 18));
    AggregateTestFixture<RoomDayShell> fixture = new AggregateTestFixture<>(RoomDayShell.class);
    fixture.registerCommandTargetResolver(new CommandTargets());
    fixture
        .givenNoPriorActivity()
        .when(new ReleaseRoom(day, ID, AT))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }
}
