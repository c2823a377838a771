package org.uitrol.domain.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.uitrol.domain.testing.History.rejected;
import static org.uitrol.domain.testing.Meetings.OTHER_SESSION;
import static org.uitrol.domain.testing.Meetings.PLANNED_AT;
import static org.uitrol.domain.testing.Meetings.SESSION;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.session.RoomDayCommand.CloseRoom;
import org.uitrol.domain.session.RoomDayCommand.ReleaseRoom;
import org.uitrol.domain.session.RoomDayCommand.ReopenRoom;
import org.uitrol.domain.session.RoomDayCommand.ReserveRoom;
import org.uitrol.domain.session.RoomDayEvent.RoomClosed;
import org.uitrol.domain.session.RoomDayEvent.RoomReleased;
import org.uitrol.domain.session.RoomDayEvent.RoomReopened;
import org.uitrol.domain.session.RoomDayEvent.RoomReserved;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.shared.RoomDayId;
import org.uitrol.domain.shared.SessionId;
import org.uitrol.domain.testing.History;
import org.uitrol.domain.testing.Story;

class ARoomOnOneDay {

  private static final RoomDayId DAY = RoomDayId.ofRoom("b12", LocalDate.of(2027, 1, 14));
  private static final Slot TEN = slot("10:00", "11:00");

  private record Step(boolean release, int session, int from, int length) {}

  @Test
  void is_reserved_for_a_session_once() {
    ReserveRoom reserve = new ReserveRoom(DAY, SESSION, TEN, PLANNED_AT);
    assertThat(RoomDay.reserve(null, reserve)).containsExactly(reserved(SESSION, TEN));
    assertThat(RoomDay.reserve(after(reserved(SESSION, TEN)), reserve)).isEmpty();
  }

  @Test
  void is_refused_while_somebody_else_is_in_it() {
    RoomDay day = after(reserved(SESSION, TEN));
    Slot overlapping = slot("10:30", "11:30");
    assertThat(
            rejected(
                () ->
                    RoomDay.reserve(
                        day, new ReserveRoom(DAY, OTHER_SESSION, overlapping, PLANNED_AT))))
        .satisfies(
            rejected -> {
              assertThat(rejected.code()).isEqualTo("ROOM_TAKEN");
              assertThat(rejected.facts())
                  .isEqualTo(Map.of("from", LocalTime.of(10, 0), "to", LocalTime.of(11, 0)));
            });
  }

  @Test
  void is_free_from_the_moment_the_former_session_ends() {
    RoomDay day = after(reserved(SESSION, TEN));
    for (Slot slot : List.of(slot("11:00", "12:00"), slot("09:00", "10:00"))) {
      assertThat(RoomDay.reserve(day, new ReserveRoom(DAY, OTHER_SESSION, slot, PLANNED_AT)))
          .containsExactly(reserved(OTHER_SESSION, slot));
    }
  }

  @Test
  void lets_a_session_move_over_its_own_time() {
    RoomDay day = after(reserved(SESSION, TEN));
    Slot later = slot("10:30", "11:30");
    assertThat(RoomDay.reserve(day, new ReserveRoom(DAY, SESSION, later, PLANNED_AT)))
        .containsExactly(reserved(SESSION, later));
    assertThat(after(reserved(SESSION, TEN), reserved(SESSION, later)).reserved())
        .isEqualTo(Map.of(SESSION, later));
  }

  @Test
  void is_given_back_once() {
    RoomDay day = after(reserved(SESSION, TEN));
    ReleaseRoom release = new ReleaseRoom(DAY, SESSION, PLANNED_AT);
    RoomReleased released = new RoomReleased(DAY, SESSION, PLANNED_AT);
    assertThat(RoomDay.release(day, release)).containsExactly(released);
    assertThat(RoomDay.release(after(reserved(SESSION, TEN), released), release)).isEmpty();
  }

  @Test
  void stays_as_it_is_when_it_is_given_back_without_a_booking() {
    ReleaseRoom release = new ReleaseRoom(DAY, SESSION, PLANNED_AT);
    assertThat(RoomDay.release(null, release)).isEmpty();
    assertThat(RoomDay.release(after(reserved(OTHER_SESSION, TEN)), release)).isEmpty();
  }

  @Test
  void has_no_slot_that_ends_before_it_begins() {
    assertThatThrownBy(() -> slot("10:00", "10:00")).isInstanceOf(IllegalArgumentException.class);
  }

  @Property(tries = 1000)
  void never_has_two_sessions_at_the_same_time(@ForAll("steps") List<Step> steps) {
    Story<RoomDay, RoomDayCommand, RoomDayEvent> story =
        new Story<>(ARoomOnOneDay::decide, RoomDay::evolve);
    for (Step step : steps) {
      SessionId session = new SessionId("s-" + step.session());
      LocalTime from = LocalTime.of(9, 0).plusMinutes(30L * step.from());
      story.play(
          step.release()
              ? new ReleaseRoom(DAY, session, PLANNED_AT)
              : new ReserveRoom(
                  DAY, session, new Slot(from, from.plusMinutes(30L * step.length())), PLANNED_AT));

      List<Slot> slots =
          new ArrayList<>(story.state().map(day -> day.reserved().values()).orElse(List.of()));
      for (int i = 0; i < slots.size(); i++) {
        for (int j = i + 1; j < slots.size(); j++) {
          assertThat(slots.get(i).overlaps(slots.get(j))).isFalse();
        }
      }
    }
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 5).map(one -> one == 0),
            Arbitraries.integers().between(1, 6),
            Arbitraries.integers().between(0, 12),
            Arbitraries.integers().between(1, 4))
        .as(Step::new)
        .list()
        .ofMaxSize(25);
  }

  private static List<RoomDayEvent> decide(@Nullable RoomDay day, RoomDayCommand command) {
    if (command instanceof ReserveRoom reserve) {
      return RoomDay.reserve(day, reserve);
    } else if (command instanceof ReleaseRoom release) {
      return RoomDay.release(day, release);
    }
    throw new IllegalStateException("no test plays " + command);
  }

  private static Slot slot(String from, String to) {
    return new Slot(LocalTime.parse(from), LocalTime.parse(to));
  }

  @Test
  void that_is_closed_takes_no_bookings_but_keeps_the_ones_it_has_until_they_go() {
    RoomDay booked = RoomDay.evolve(null, reserved(SESSION, TEN));
    CloseRoom close = new CloseRoom(DAY, PLANNED_AT);
    RoomDay closed = RoomDay.evolve(booked, new RoomClosed(DAY, PLANNED_AT));

    assertThat(RoomDay.close(booked, close)).containsExactly(new RoomClosed(DAY, PLANNED_AT));
    assertThat(RoomDay.close(closed, close)).isEmpty();
    assertThat(closed.reserved()).containsKey(SESSION);
    assertThatThrownBy(
            () -> RoomDay.reserve(closed, new ReserveRoom(DAY, OTHER_SESSION, TEN, PLANNED_AT)))
        .isInstanceOf(Rejected.class);
    assertThat(RoomDay.release(closed, new ReleaseRoom(DAY, SESSION, PLANNED_AT))).hasSize(1);
    RoomDay again = RoomDay.evolve(closed, new RoomReopened(DAY, PLANNED_AT));
    assertThat(RoomDay.reopen(closed, new ReopenRoom(DAY, PLANNED_AT))).hasSize(1);
    assertThat(RoomDay.reopen(again, new ReopenRoom(DAY, PLANNED_AT))).isEmpty();
    assertThat(again).isEqualTo(booked);
  }

  private static RoomReserved reserved(SessionId session, Slot slot) {
    return new RoomReserved(DAY, session, slot, PLANNED_AT);
  }

  private static RoomDay after(RoomDayEvent... events) {
    return History.of(RoomDay::evolve, List.of(events));
  }
}
