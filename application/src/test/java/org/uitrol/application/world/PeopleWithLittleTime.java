package org.uitrol.application.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.application.testing.SamplePlan.COPILOT;
import static org.uitrol.application.testing.SamplePlan.FINANCE;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.uitrol.application.session.ExtraSessions.Outcome;
import org.uitrol.application.session.ExtraSessions.Wish;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.testing.SamplePlan;
import org.uitrol.domain.campaign.Plan.LoadRule;
import org.uitrol.domain.communication.DispatchEvent.DispatchRequested;
import org.uitrol.domain.communication.Letter;
import org.uitrol.domain.rollout.RolloutCommand.SkipStage;
import org.uitrol.domain.rollout.RolloutEvent.SessionsNoted;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.session.Answer;
import org.uitrol.domain.session.NoSeat;
import org.uitrol.domain.session.Place;
import org.uitrol.domain.session.Room;
import org.uitrol.domain.session.Session;
import org.uitrol.domain.session.SessionCommand.AnswerInvitation;
import org.uitrol.domain.session.SessionCommand.CancelSession;
import org.uitrol.domain.session.SessionCommand.RescheduleSession;
import org.uitrol.domain.session.SessionEvent.SessionPlanned;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.IsoWeek;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.training.LearnerEvent.LearnerEnrolled;

class PeopleWithLittleTime {

  private static final CampaignId SECOND = new CampaignId("second");
  private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
  private static final PersonId F3 = new PersonId("f3");
  private static final PersonId F4 = new PersonId("f4");
  private static final IsoWeek WEEK = new IsoWeek(2027, 2);
  private static final IsoWeek NEXT = new IsoWeek(2027, 3);
  private static final LoadRule ONE_HOUR = new LoadRule(3, null, 1, null);

  private World world = World.ofTwoDepartments("2027-01-08T12:00:00Z");

  @ParameterizedTest
  @ValueSource(strings = {"once", "twice"})
  void sit_in_no_more_sessions_a_week_than_the_strictest_of_their_campaigns_allows(
      String deliveries) {
    begin(deliveries);
    world.launch(SamplePlan.plan());
    world.launch(SamplePlan.limited(SECOND, ONE_HOUR));
    world.play("2027-01-12T12:00:00Z");

    assertThat(world.events(SessionPlanned.class))
        .extracting(planned -> planned.place().start().toLocalDate())
        .containsExactly(LocalDate.of(2027, 1, 14), LocalDate.of(2027, 1, 18));
    Map<PersonId, Map<IsoWeek, Integer>> hours = minutes();
    assertThat(hours).containsOnlyKeys(world.rollout(FINANCE).members());
    assertThat(hours.values()).containsOnly(Map.of(WEEK, 60, NEXT, 60));
  }

  @Test
  void are_told_of_by_name_when_no_week_has_hours_left() {
    world.launch(SamplePlan.plan());
    world.launch(SamplePlan.limited(SECOND, ONE_HOUR));
    world.launch(SamplePlan.limited(new CampaignId("third"), new LoadRule(3)));
    world.play("2027-01-12T12:00:00Z");

    assertThat(world.events(SessionPlanned.class)).hasSize(2);
    List<SessionsNoted> without =
        world.events(SessionsNoted.class).stream().filter(one -> one.sessions().isEmpty()).toList();
    assertThat(without).hasSize(1);
    assertThat(without.get(0).reasons()).hasSize(5);
    assertThat(without.get(0).reasons().values()).containsOnly(NoSeat.HOURS);
    assertThat(shortage(without.get(0).rollout()).details())
        .containsEntry("people", "5")
        .containsEntry("HOURS", "f1 f2 f3 f4 f5");
  }

  @Test
  void have_their_hours_back_when_they_decline_leave_or_a_session_moves_or_is_called_off() {
    world.launch(SamplePlan.limited(COPILOT, ONE_HOUR));
    world.play("2027-01-12T12:00:00Z");
    Session session = world.sessions(FINANCE, "plans").get(0);
    assertThat(minutes()).hasSize(5).containsEntry(F3, Map.of(WEEK, 60));

    world.send(new AnswerInvitation(session.id(), F3, Answer.DECLINED, world.now()));
    assertThat(minutes()).hasSize(4).doesNotContainKey(F3);
    world.send(new AnswerInvitation(session.id(), F3, Answer.ACCEPTED, world.now()));
    assertThat(minutes()).hasSize(5);
    world.leave("f4");
    assertThat(minutes()).hasSize(4).doesNotContainKey(F4);
    world.send(
        new RescheduleSession(session.id(), online("2027-01-19T10:00", 40, 90), world.now()));
    assertThat(minutes()).hasSize(4).containsEntry(F3, Map.of(NEXT, 90));
    world.send(new CancelSession(session.id(), "Ill", world.now()));
    assertThat(minutes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"once", "twice"})
  void come_on_a_day_on_which_they_work_or_are_named_to_the_owner(String deliveries) {
    begin(deliveries);
    world.works("f3", "mon");
    world.works("f4", "sat");
    world.launch(SamplePlan.plan());
    world.play("2027-01-12T12:00:00Z");

    List<Session> sessions = world.sessions(FINANCE, "plans");
    assertThat(sessions).hasSize(1);
    assertThat(sessions.get(0).place().start().getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
    assertThat(sessions.get(0).seatHolders()).hasSize(4).contains(F3).doesNotContain(F4);
    assertThat(noted().reasons()).isEqualTo(Map.of(F4, NoSeat.DAY_OFF));
    world.play("2027-01-13T12:00:00Z");
    assertThat(shortage(World.rolloutOf(FINANCE)).details()).containsEntry("DAY_OFF", "f4");
    assertThat(world.mailTo("owner", "escalation")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"once", "twice"})
  void who_join_later_get_a_seat_only_where_they_can_come(String deliveries) {
    begin(deliveries);
    world.launch(SamplePlan.plan());
    world.play("2027-01-12T12:00:00Z");
    Session session = world.sessions(FINANCE, "plans").get(0);
    assertThat(session.place().start().getDayOfWeek()).isEqualTo(DayOfWeek.THURSDAY);

    world.works("f7", "mon tue");
    world.hire("f7", FINANCE, "f1");
    world.works("f8", "thu");
    world.hire("f8", FINANCE, "f1");

    Session after = world.sessions(FINANCE, "plans").get(0);
    assertThat(after.seatHolders()).hasSize(6).contains(new PersonId("f8"));
    assertThat(after.waiting()).isEmpty();
    assertThat(shortage(World.rolloutOf(FINANCE)).details())
        .containsEntry("people", "1")
        .containsEntry("DAY_OFF", "f7");
  }

  @Test
  void are_left_out_of_an_extra_session_to_which_they_cannot_come() {
    world.works("f3", "mon");
    world.works("f4", "sat");
    world.launch(SamplePlan.plan());
    world.play("2027-01-12T12:00:00Z");
    Wish tuesday =
        new Wish(World.rolloutOf(FINANCE), "plans", "w", online("2027-01-19T10:00", 40, 60), null);

    Outcome outcome = world.extraSessions.plan(tuesday, new Actor("account:manager"));

    assertThat(outcome.invited()).isZero();
    assertThat(outcome.unplaced()).isEqualTo(1);
    assertThat(outcome.unable()).isEqualTo(1);
    assertThat(world.extraSessions.plan(tuesday, new Actor("account:manager"))).isEqualTo(outcome);
  }

  @ParameterizedTest
  @ValueSource(strings = {"once", "twice"})
  void finish_courses_and_are_reminded_on_days_on_which_they_work(String deliveries) {
    begin(deliveries);
    world.works("f3", "tue wed");
    world.launch(SamplePlan.plan());
    world.play("2027-01-11T12:00:00Z");
    for (StageName stage : List.of(StageName.ANNOUNCE, StageName.DEMO)) {
      world.send(
          new SkipStage(World.rolloutOf(FINANCE), stage, SamplePlan.WRITER, "Known", world.now()));
    }
    world.play("2027-01-12T12:00:00Z");

    LearnerEnrolled everybody = enrolled("f2");
    LearnerEnrolled partly = enrolled("f3");
    assertThat(everybody.dueAt()).isEqualTo(Instant.parse("2027-01-25T16:00:00Z"));
    assertThat(partly.dueAt()).isEqualTo(Instant.parse("2027-01-20T16:00:00Z"));
    assertThat(everybody.remindAt())
        .containsExactly(
            Instant.parse("2027-01-14T12:00:00Z"), Instant.parse("2027-01-19T12:00:00Z"));
    assertThat(partly.remindAt())
        .containsExactly(
            Instant.parse("2027-01-19T08:00:00Z"), Instant.parse("2027-01-19T12:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"once", "twice"})
  void are_reminded_of_a_survey_on_a_day_on_which_they_work(String deliveries) {
    begin(deliveries);
    world.works("f3", "mon");
    world.launch(SamplePlan.plan());
    world.play("2027-01-16T12:00:00Z");

    assertThat(reminders("f2")).containsExactly("2027-01-15T08:00:00Z");
    assertThat(reminders("f3")).containsExactly("2027-01-18T08:00:00Z");
  }

  private LearnerEnrolled enrolled(String person) {
    return world.events(LearnerEnrolled.class).stream()
        .filter(one -> one.activity().equals("basics") && one.person().value().equals(person))
        .findFirst()
        .orElseThrow();
  }

  private List<String> reminders(String person) {
    return world.events(DispatchRequested.class).stream()
        .filter(one -> one.person().value().equals(person))
        .filter(one -> one.letter().template().equals("survey-reminder"))
        .map(one -> one.notBefore().toString())
        .toList();
  }

  private void begin(String deliveries) {
    if (deliveries.equals("twice")) {
      world = World.thatHearsEverythingTwice("2027-01-08T12:00:00Z");
    }
  }

  private Map<PersonId, Map<IsoWeek, Integer>> minutes() {
    return world.hours.minutes(world.rollout(FINANCE).members(), WEEK, NEXT, Set.of());
  }

  private SessionsNoted noted() {
    return world.events(SessionsNoted.class).stream()
        .filter(one -> one.activity().equals("plans"))
        .findFirst()
        .orElseThrow();
  }

  private Letter shortage(RolloutId rollout) {
    List<Letter> letters =
        world.events(DispatchRequested.class).stream()
            .map(DispatchRequested::letter)
            .filter(one -> one.template().equals("sessions-short"))
            .filter(one -> one.rollout().equals(rollout))
            .toList();
    assertThat(letters).hasSize(1);
    return letters.get(0);
  }

  private static Place online(String start, int seats, int minutes) {
    return new Place(
        LocalDateTime.parse(start), AMSTERDAM, minutes, new Room("online", "Online", seats, null));
  }
}
