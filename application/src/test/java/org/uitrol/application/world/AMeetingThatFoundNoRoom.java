package org.uitrol.application.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.uitrol.application.testing.SamplePlan.DIRECTOR;
import static org.uitrol.application.testing.SamplePlan.FINANCE;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uitrol.application.session.ExtraSessions.Outcome;
import org.uitrol.application.session.ExtraSessions.Wish;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.testing.SamplePlan;
import org.uitrol.domain.communication.DispatchEvent.DispatchRequested;
import org.uitrol.domain.rollout.ActivityState.Progress;
import org.uitrol.domain.rollout.RolloutEvent.SessionsNoted;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.session.Answer;
import org.uitrol.domain.session.Place;
import org.uitrol.domain.session.Room;
import org.uitrol.domain.session.RoomDayCommand.ReleaseRoom;
import org.uitrol.domain.session.RoomDayCommand.ReserveRoom;
import org.uitrol.domain.session.Session;
import org.uitrol.domain.session.SessionCommand.AnswerInvitation;
import org.uitrol.domain.session.SessionCommand.CancelSession;
import org.uitrol.domain.session.Slot;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.shared.RoomDayId;
import org.uitrol.domain.shared.SessionId;

class AMeetingThatFoundNoRoom {

  private static final Actor MANAGER = new Actor("account:manager");
  private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
  private static final SessionId ELSEWHERE = new SessionId("elsewhere");
  private static final Slot ALL_DAY = new Slot(LocalTime.of(9, 0), LocalTime.of(17, 0));

  private World world = World.ofTwoDepartments("2027-01-08T12:00:00Z");

  /** The director, who should lead it, has no time until 23 January. */
  @BeforeEach
  void with_a_director_who_has_no_time() {
    begin();
  }

  private void begin() {
    LocalDate.of(2027, 1, 11)
        .datesUntil(LocalDate.of(2027, 1, 23))
        .forEach(
            date ->
                world.send(
                    new ReserveRoom(
                        RoomDayId.ofPresenter(DIRECTOR, date), ELSEWHERE, ALL_DAY, world.now())));
    world.launch(SamplePlan.plan());
    world.play("2027-01-13T12:00:00Z");
    world.answer(FINANCE, "readiness", 4, 1);
  }

  @Test
  void holds_the_gate() {
    assertThat(unplaced()).hasSize(5);
    world.play("2027-02-05T12:00:00Z");

    assertThat(world.rollout(FINANCE).stage()).isEqualTo(StageName.ANNOUNCE);
    assertThat(world.rollout(FINANCE).blockers())
        .extracting(one -> one.reason() + " " + one.about())
        .containsExactly("ACTIVITY_OPEN plans");
    assertThat(world.mailTo("owner", "escalation")).hasSize(1);
  }

  @Test
  void goes_on_with_an_extra_session_to_which_everybody_is_invited() {
    Outcome outcome = plan(wish("w-1", online("2027-01-20T10:00", 5), null));

    assertThat(outcome.invited()).isEqualTo(5);
    assertThat(outcome.unplaced()).isZero();
    assertThat(unplaced()).isEmpty();
    world.play("2027-01-14T12:00:00Z");
    assertThat(world.mailTo("f3", "invitation"))
        .extracting(FakeMail.Sent::method)
        .containsExactly("REQUEST");
    world.play("2027-01-20T12:00:00Z");
    world.attend(FINANCE, "plans");
    assertThat(world.rollout(FINANCE).activities().get("plans"))
        .satisfies(plans -> assertThat(plans).isNotNull())
        .satisfies(plans -> assertThat(plans.progress()).isEqualTo(Progress.OVER));
    world.play("2027-01-25T12:00:00Z");
    assertThat(world.rollout(FINANCE).stage()).isEqualTo(StageName.DEMO);
  }

  @Test
  void is_the_same_when_every_event_arrives_twice() {
    World once = world;
    plan(wish("w-1", online("2027-01-20T10:00", 5), SamplePlan.TRAINER));
    world.play("2027-01-25T12:00:00Z");
    world = World.thatHearsEverythingTwice("2027-01-08T12:00:00Z");
    begin();
    plan(wish("w-1", online("2027-01-20T10:00", 5), SamplePlan.TRAINER));
    world.play("2027-01-25T12:00:00Z");

    ARolloutFromBeginningToEnd.assertSame(world.history(), once.history());
    assertThat(world.mail.sent()).isEqualTo(once.mail.sent());
  }

  @Test
  void takes_as_many_extra_sessions_as_it_needs() {
    Outcome first = plan(wish("w-1", online("2027-01-20T10:00", 3), null));
    assertThat(List.of(first.invited(), first.unplaced())).containsExactly(3, 2);
    assertThat(unplaced()).hasSize(2);

    Outcome second = plan(wish("w-2", online("2027-01-20T11:00", 3), null));
    assertThat(List.of(second.invited(), second.unplaced())).containsExactly(2, 0);
    assertThat(world.rollout(FINANCE).openSessions("plans"))
        .containsExactlyInAnyOrder(first.session(), second.session());

    Outcome third = plan(wish("w-3", online("2027-01-20T14:00", 3), null));
    assertThat(List.of(third.invited(), third.unplaced())).containsExactly(0, 0);
  }

  @Test
  void is_planned_once_however_often_the_form_is_sent() {
    Outcome outcome = plan(wish("w-1", online("2027-01-20T10:00", 5), null));
    int events = world.history().size();

    assertThat(plan(wish("w-1", online("2027-01-20T10:00", 5), null))).isEqualTo(outcome);
    assertThat(world.history()).hasSize(events);
    assertRefused("SESSION_PLANNED", wish("w-1", online("2027-01-21T10:00", 5), null));
  }

  @Test
  void is_not_planned_where_or_when_it_cannot_be() {
    world.send(
        new ReserveRoom(
            RoomDayId.ofRoom("hall", LocalDate.of(2027, 1, 20)), ELSEWHERE, ALL_DAY, world.now()));
    int events = world.history().size();

    assertRefused("NOT_A_WORKING_DAY", wish("w", online("2027-01-16T10:00", 5), null));
    assertRefused("SESSION_IN_THE_PAST", wish("w", online("2027-01-13T10:00", 5), null));
    assertRefused("SESSION_PAST_MIDNIGHT", wish("w", online("2027-01-20T23:00", 5), null));
    assertRefused("ROOM_TAKEN", wish("w", hall("2027-01-20T10:00"), null));
    assertThat(world.history()).hasSize(events);
    assertRefused("PRESENTER_TAKEN", wish("w", hall("2027-01-21T10:00"), DIRECTOR));
    plan(wish("w-1", hall("2027-01-21T10:00"), null));
    assertRefused("DEPARTMENT_TAKEN", wish("w", online("2027-01-21T10:30", 5), null));
    assertRefused(
        "SESSIONS_NOT_PLANNED",
        new Wish(World.rolloutOf(FINANCE), "readiness", "w", online("2027-01-22T10:00", 5), null));
    assertRefused(
        "UNKNOWN_ACTIVITY",
        new Wish(World.rolloutOf(FINANCE), "none", "w", online("2027-01-22T10:00", 5), null));
  }

  @Test
  void invites_who_declined_or_whose_session_was_called_off() {
    Outcome first = plan(wish("w-1", online("2027-01-20T10:00", 5), null));
    world.send(
        new AnswerInvitation(first.session(), new PersonId("f3"), Answer.DECLINED, world.now()));
    Outcome second = plan(wish("w-2", online("2027-01-21T10:00", 5), null));
    assertThat(session(second).seatHolders()).containsExactly(new PersonId("f3"));

    world.send(new CancelSession(first.session(), "Ill", world.now()));
    Outcome third = plan(wish("w-3", online("2027-01-22T10:00", 5), null));
    assertThat(session(third).seatHolders()).hasSize(4).doesNotContain(new PersonId("f3"));
  }

  @Test
  void takes_people_from_the_waiting_list_of_a_full_session() {
    Outcome first = plan(wish("w-1", online("2027-01-20T10:00", 5), null));
    world.hire("f6", FINANCE, "f1");
    assertThat(session(first).waiting()).containsExactly(new PersonId("f6"));

    Outcome second = plan(wish("w-2", online("2027-01-21T10:00", 5), null));

    assertThat(session(second).seatHolders()).containsExactly(new PersonId("f6"));
    assertThat(session(first).waiting()).isEmpty();
  }

  @Test
  void gives_back_a_room_that_was_never_booked_without_a_trace() {
    int events = world.history().size();
    world.send(
        new ReleaseRoom(
            RoomDayId.ofRoom("never", LocalDate.of(2027, 1, 20)), ELSEWHERE, world.now()));
    assertThat(world.history()).hasSize(events);
  }

  @Test
  void asks_nobody_for_a_seat_who_left_meanwhile() {
    world.leave("f3");
    plan(wish("w-1", online("2027-01-20T10:00", 5), null));
    assertThat(world.events(DispatchRequested.class))
        .filteredOn(one -> one.letter().template().equals("invitation"))
        .hasSize(4)
        .noneMatch(one -> one.person().value().equals("f3"));
  }

  private Outcome plan(Wish wish) {
    return world.extraSessions.plan(wish, MANAGER);
  }

  private void assertRefused(String code, Wish wish) {
    assertThatThrownBy(() -> plan(wish))
        .isInstanceOfSatisfying(
            Rejected.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }

  private List<PersonId> unplaced() {
    List<SessionsNoted> noted =
        world.events(SessionsNoted.class).stream()
            .filter(one -> one.activity().equals("plans"))
            .toList();
    return noted.get(noted.size() - 1).unplaced();
  }

  private Session session(Outcome outcome) {
    return world.sessions(FINANCE, "plans").stream()
        .filter(one -> one.id().equals(outcome.session()))
        .findFirst()
        .orElseThrow();
  }

  private static Wish wish(String token, Place place, @Nullable PersonId presenter) {
    return new Wish(World.rolloutOf(FINANCE), "plans", token, place, presenter);
  }

  private static Place online(String start, int seats) {
    return new Place(
        LocalDateTime.parse(start),
        AMSTERDAM,
        60,
        new Room("link/" + start, "Online", seats, "https://meet.example/x"));
  }

  private static Place hall(String start) {
    return new Place(LocalDateTime.parse(start), AMSTERDAM, 60, new Room("hall", "Hall", 40, null));
  }
}
