package org.uitrol.adapters.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.uitrol.adapters.app.UitrolApplication;
import org.uitrol.adapters.web.me.SmallTown;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.domain.session.Answer;
import org.uitrol.domain.session.RoomDay;
import org.uitrol.domain.session.RoomDayCommand.ReserveRoom;
import org.uitrol.domain.session.RoomDayEvent;
import org.uitrol.domain.session.Session;
import org.uitrol.domain.session.SessionCommand.AnswerInvitation;
import org.uitrol.domain.session.SessionCommand.InvitePerson;
import org.uitrol.domain.session.SessionCommand.ReleaseSeat;
import org.uitrol.domain.session.SessionCommand.TakeSeat;
import org.uitrol.domain.session.SessionEvent;
import org.uitrol.domain.session.SessionEvent.PersonWaitlisted;
import org.uitrol.domain.session.SessionEvent.SeatTaken;
import org.uitrol.domain.session.Slot;
import org.uitrol.domain.shared.Command;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.shared.RoomDayId;
import org.uitrol.domain.shared.SessionId;
import org.uitrol.support.RunningApplication;

class PeopleRacingForSeats {

  @RegisterExtension
  static final RunningApplication UITROL = RunningApplication.of(UitrolApplication.class);

  private static final Actor SOMEBODY = new Actor("account:race");

  private static SmallTown town;

  @BeforeAll
  static void a_town() {
    town = new SmallTown(UITROL);
    town.begin();
  }

  @Test
  void get_as_many_seats_as_there_are_and_wait_in_the_order_in_which_they_came() throws Exception {
    SessionId id = town.session("race", ActivityKind.DEMO, 5, 10);
    Instant at = town.now();

    assertThat(race(50, number -> List.of(new InvitePerson(id, person(number), at)))).isEqualTo(50);

    Session session = session(id);
    assertThat(session.seatHolders()).hasSize(10).doesNotHaveDuplicates();
    List<PersonId> waited = new ArrayList<>();
    List<PersonId> seated = new ArrayList<>();
    for (SessionEvent event : UITROL.bean(Streams.class).events(id, SessionEvent.class)) {
      if (event instanceof PersonWaitlisted one) {
        waited.add(one.person());
      } else if (event instanceof SeatTaken one) {
        seated.add(one.person());
      }
    }
    assertThat(session.waiting()).hasSize(40).doesNotHaveDuplicates().isEqualTo(waited);
    assertThat(session.seatHolders()).isEqualTo(seated).doesNotContainAnyElementsOf(waited);

    assertThat(
            race(
                10,
                number ->
                    List.of(new AnswerInvitation(id, seated.get(number), Answer.DECLINED, at))))
        .isEqualTo(10);
    assertThat(session(id).seatHolders())
        .as("the first who waited")
        .containsExactlyElementsOf(waited.subList(0, 10));
    assertThat(session(id).waiting()).isEqualTo(waited.subList(10, 40));
  }

  @Test
  void that_change_sessions_always_have_exactly_one_seat() throws Exception {
    PersonId[] all =
        IntStream.range(0, 20).mapToObj(PeopleRacingForSeats::person).toArray(PersonId[]::new);
    SessionId from = town.session("from", ActivityKind.DEMO, 6, 20, all);
    SessionId to = town.session("to", ActivityKind.DEMO, 7, 5);
    Instant at = town.now();

    int moved =
        race(
            20,
            number ->
                List.of(
                    new TakeSeat(to, person(number), from, at),
                    new ReleaseSeat(from, person(number), to, at)));

    assertThat(moved).isEqualTo(5);
    assertThat(session(to).seatHolders()).hasSize(5);
    assertThat(session(from).seatHolders())
        .hasSize(15)
        .doesNotContainAnyElementsOf(session(to).seatHolders());
    town.settle();
    assertThat(session(from).seatHolders()).hasSize(15);
  }

  @Test
  void book_a_room_and_an_online_room_once() throws Exception {
    for (String room : List.of("hall", "link/teams")) {
      RoomDayId day = RoomDayId.ofRoom(room, LocalDate.of(2030, 1, 14));
      Instant at = town.now();

      int booked =
          race(
              20,
              number ->
                  List.of(
                      new ReserveRoom(
                          day,
                          new SessionId("s-" + number),
                          new Slot(LocalTime.of(9, 0).plusMinutes(number), LocalTime.of(10, 0)),
                          at)));

      assertThat(booked).isEqualTo(1);
      assertThat(
              UITROL
                  .bean(Streams.class)
                  .state(day, RoomDayEvent.class, RoomDay::evolve)
                  .orElseThrow()
                  .reserved())
          .hasSize(1);
    }
  }

  /** All at the same moment; how many weren't refused. */
  private static int race(int people, IntFunction<List<Command>> commands) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(people);
    CountDownLatch go = new CountDownLatch(1);
    try {
      List<Future<Boolean>> results = new ArrayList<>();
      for (int number = 0; number < people; number++) {
        List<Command> wanted = commands.apply(number);
        results.add(
            threads.submit(
                () -> {
                  go.await();
                  try {
                    if (wanted.size() == 1) {
                      UITROL.bean(CommandDesk.class).send(wanted.get(0), SOMEBODY);
                    } else {
                      UITROL.bean(CommandDesk.class).sendAll(wanted, SOMEBODY);
                    }
                    return true;
                  } catch (Rejected refused) {
                    return false;
                  }
                }));
      }
      go.countDown();
      int done = 0;
      for (Future<Boolean> result : results) {
        done += result.get(2, TimeUnit.MINUTES) ? 1 : 0;
      }
      return done;
    } finally {
      threads.shutdownNow();
    }
  }

  private static Session session(SessionId id) {
    return UITROL.bean(Streams.class).state(id, SessionEvent.class, Session::evolve).orElseThrow();
  }

  private static PersonId person(int number) {
    return new PersonId("racer-" + number);
  }
}
