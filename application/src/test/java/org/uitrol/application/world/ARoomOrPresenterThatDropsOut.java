package org.uitrol.application.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.uitrol.application.testing.SamplePlan.DIRECTOR;
import static org.uitrol.application.testing.SamplePlan.FINANCE;
import static org.uitrol.application.testing.SamplePlan.LEGAL;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uitrol.application.session.Outages.Outage;
import org.uitrol.application.session.Proposal;
import org.uitrol.application.session.Proposals.Outcome;
import org.uitrol.application.session.Proposals.Seen;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.testing.SamplePlan;
import org.uitrol.domain.session.Place;
import org.uitrol.domain.session.RoomDay;
import org.uitrol.domain.session.RoomDayEvent;
import org.uitrol.domain.session.Session;
import org.uitrol.domain.session.SessionCommand.RearrangeSession;
import org.uitrol.domain.session.SessionCommand.RescheduleSession;
import org.uitrol.domain.session.SessionEvent.SessionRescheduled;
import org.uitrol.domain.session.timetable.Arrangement;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.shared.RoomDayId;
import org.uitrol.domain.shared.SessionId;

class ARoomOrPresenterThatDropsOut {

  private static final Actor MANAGER = new Actor("account:manager");

  private World world = World.ofTwoDepartments("2027-01-08T12:00:00Z");

  @BeforeEach
  void after_everybody_was_invited() {
    begin();
  }

  private void begin() {
    world.launch(SamplePlan.plan());
    world.play("2027-01-12T12:00:00Z");
    assertThat(world.sessions(FINANCE, "plans")).isNotEmpty();
  }

  @Test
  void moves_its_sessions_and_tells_each_person_once_and_nobody_else() {
    Session before = session();
    int mails = world.mail.sent().size();
    dropOut();

    Outcome outcome = accept();

    assertThat(outcome.moved()).isEqualTo(1);
    assertThat(outcome.planned()).isZero();
    world.play("2027-01-12T13:00:00Z");
    List<String> told = new ArrayList<>();
    for (FakeMail.Sent sent : world.mail.sent().subList(mails, world.mail.sent().size())) {
      assertThat(sent.text()).isEqualTo("invitation-changed");
      assertThat(sent.method()).isEqualTo("REQUEST");
      assertThat(sent.sequence()).isEqualTo(before.sequence() + 1);
      told.add(sent.to());
    }
    List<String> affected = new ArrayList<>();
    before.seatHolders().forEach(person -> affected.add(person.value()));
    affected.add("director");
    assertThat(told).containsExactlyInAnyOrderElementsOf(affected);
    assertThat(session().place()).isNotEqualTo(before.place());
    assertThat(session().seatHolders()).isEqualTo(before.seatHolders());
  }

  @Test
  void gives_the_old_room_back_and_keeps_the_new_one() {
    Session before = session();
    dropOut();
    accept();

    Session after = session();
    assertThat(day(RoomDayId.ofRoom(before.place().room().id(), date(before))).reserved())
        .doesNotContainKey(before.id());
    assertThat(day(RoomDayId.ofRoom(after.place().room().id(), date(after))).reserved())
        .containsKey(before.id());
    assertThat(day(RoomDayId.ofPresenter(DIRECTOR, date(after))).reserved())
        .containsKey(before.id());
  }

  @Test
  void is_the_same_when_every_event_arrives_twice() {
    dropOut();
    accept();
    world.play("2027-01-13T12:00:00Z");
    List<FakeMail.Sent> once = world.mail.sent();
    world = World.thatHearsEverythingTwice("2027-01-08T12:00:00Z");
    begin();
    dropOut();
    accept();
    world.play("2027-01-13T12:00:00Z");

    assertThat(world.mail.sent()).isEqualTo(once);
  }

  @Test
  void changes_nothing_as_long_as_nobody_accepts() {
    dropOut();
    int events = world.history().size();
    Proposal proposal = propose();
    Seen seen = world.proposals.see(proposal);

    assertThat(seen.isAcceptable()).isTrue();
    assertThat(seen.problem().drafts())
        .filteredOn(draft -> draft.before() != null && !draft.fixed())
        .extracting(draft -> draft.session())
        .containsExactly(session().id());
    assertThat(world.history()).hasSize(events);
  }

  @Test
  void refuses_by_hand_what_breaks_a_rule_and_warns_of_what_suits_somebody_less() {
    dropOut();
    world.works("f3", "mon");
    Proposal proposal = propose();
    SessionId session = session().id();
    Arrangement now = proposal.best().of(session).orElseThrow();
    Arrangement closed = new Arrangement(session().place(), now.lead(), null);

    assertThatThrownBy(() -> world.proposals.arrange(proposal, session, closed, true))
        .isInstanceOfSatisfying(
            Rejected.class, refused -> assertThat(refused.code()).isEqualTo("TIMETABLE_BROKEN"));
    assertThatThrownBy(() -> world.proposals.seat(proposal, new PersonId("f3"), session, true))
        .isInstanceOfSatisfying(
            Rejected.class, refused -> assertThat(refused.code()).isEqualTo("SEAT_KEPT"));
  }

  @Test
  void cannot_be_accepted_twice_or_after_somebody_changed_it() {
    dropOut();
    Proposal proposal = propose();
    world.proposals.accept(proposal, MANAGER);

    assertThatThrownBy(() -> world.proposals.accept(proposal, MANAGER))
        .isInstanceOfSatisfying(
            Rejected.class, refused -> assertThat(refused.code()).isEqualTo("PROPOSAL_CHANGED"));
    assertThat(world.events(SessionRescheduled.class)).hasSize(1);
  }

  @Test
  void tells_everybody_of_another_presenter_and_takes_it_from_the_one_who_led_it() {
    Session before = session();
    int mails = world.mail.sent().size();
    world.send(new RearrangeSession(before.id(), before.place(), SamplePlan.TRAINER, world.now()));
    world.play("2027-01-12T13:00:00Z");

    List<FakeMail.Sent> sent = world.mail.sent().subList(mails, world.mail.sent().size());
    assertThat(sent).hasSize(before.seatHolders().size() + 2);
    assertThat(sent)
        .filteredOn(one -> one.method().equals("CANCEL"))
        .extracting(FakeMail.Sent::to)
        .containsExactly("director");
    assertThat(sent)
        .filteredOn(one -> one.to().equals("trainer"))
        .extracting(FakeMail.Sent::method)
        .containsExactly("REQUEST");
    assertThat(sent).allSatisfy(one -> assertThat(one.sequence()).isEqualTo(before.sequence() + 1));
    assertThat(day(RoomDayId.ofPresenter(DIRECTOR, date(before))).reserved())
        .doesNotContainKey(before.id());
  }

  @Test
  void leaves_a_later_change_to_whoever_leads_it_now() {
    Session before = session();
    world.send(new RearrangeSession(before.id(), before.place(), SamplePlan.TRAINER, world.now()));
    world.play("2027-01-12T13:00:00Z");
    int mails = world.mail.sent().size();
    Session now = session();
    world.send(
        new RescheduleSession(
            now.id(),
            new Place(
                now.place().start().plusMinutes(30),
                now.place().zone(),
                now.place().minutes(),
                now.place().room()),
            world.now()));
    world.play("2027-01-12T14:00:00Z");

    assertThat(world.mail.sent().subList(mails, world.mail.sent().size()))
        .extracting(FakeMail.Sent::to)
        .contains("trainer")
        .doesNotContain("director");
  }

  private void dropOut() {
    Session session = session();
    world.outages.close(
        Outage.ofRoom(session.place().room().id(), date(session), date(session)), MANAGER);
  }

  private Outcome accept() {
    return world.proposals.accept(propose(), MANAGER);
  }

  private Proposal propose() {
    Proposal begun = world.proposals.begin(World.rolloutOf(FINANCE), "plans");
    world.proposals.stop(begun);
    return world.proposals.latest(World.rolloutOf(FINANCE), "plans").orElseThrow();
  }

  private Session session() {
    return world.sessions(FINANCE, "plans").get(0);
  }

  private static LocalDate date(Session session) {
    return session.place().start().toLocalDate();
  }

  private RoomDay day(RoomDayId id) {
    RoomDay day = new RoomDay(Map.of(), false);
    for (RoomDayEvent event : world.events(RoomDayEvent.class)) {
      if (event.roomDay().equals(id)) {
        day = RoomDay.evolve(day, event);
      }
    }
    return day;
  }

  @Test
  void leaves_other_departments_alone() {
    Instant since = world.now();
    List<Session> legal = world.sessions(LEGAL, "plans");
    dropOut();
    accept();

    assertThat(world.sessions(LEGAL, "plans")).isEqualTo(legal);
    assertThat(world.events(SessionRescheduled.class))
        .allSatisfy(one -> assertThat(one.at()).isAfterOrEqualTo(since));
  }
}
