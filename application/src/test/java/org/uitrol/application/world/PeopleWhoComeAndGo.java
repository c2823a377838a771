package org.uitrol.application.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.application.testing.SamplePlan.FINANCE;
import static org.uitrol.application.testing.SamplePlan.LEGAL;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.uitrol.application.directory.PersonField;
import org.uitrol.application.session.ExtraSessions.Wish;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.testing.SamplePlan;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.rollout.RolloutCommand.OfferHelp;
import org.uitrol.domain.rollout.RolloutEvent.ActivityStarted;
import org.uitrol.domain.rollout.RolloutEvent.ChampionOffered;
import org.uitrol.domain.rollout.RolloutEvent.MemberLeft;
import org.uitrol.domain.rollout.RolloutEvent.MemberStayed;
import org.uitrol.domain.rollout.RolloutStatus;
import org.uitrol.domain.rollout.audience.AudienceRules;
import org.uitrol.domain.rollout.audience.ChampionsPlan;
import org.uitrol.domain.rollout.audience.Criterion;
import org.uitrol.domain.rollout.audience.MemberRules;
import org.uitrol.domain.rollout.audience.MemberRules.Joiner;
import org.uitrol.domain.rollout.audience.MemberRules.Mover;
import org.uitrol.domain.rollout.audience.MemberRules.Returner;
import org.uitrol.domain.rollout.audience.SegmentPlan;
import org.uitrol.domain.session.Answer;
import org.uitrol.domain.session.Place;
import org.uitrol.domain.session.Room;
import org.uitrol.domain.session.Session;
import org.uitrol.domain.session.SessionCommand.AnswerInvitation;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Text;
import org.uitrol.domain.training.LearnerEvent.LearnerEnrolled;

class PeopleWhoComeAndGo {

  private static final PersonId F4 = new PersonId("f4");

  private final World world = World.thatHearsEverythingTwice("2027-01-08T12:00:00Z");

  @Test
  void bring_what_they_did_along_and_have_one_schedule() {
    launch(new MemberRules(Joiner.UNDER_WAY, Mover.WITH_WHAT_IS_DONE, 0, Returner.CONTINUES));
    world.complete(FINANCE, "basics", "f1", "f2", "f3", "f5");
    assertThat(seats(FINANCE, "practice")).isEqualTo(1);

    world.hire("f4", LEGAL, "l1");
    world.play("2027-01-28T13:00:00Z");

    assertThat(seats(FINANCE, "practice")).isZero();
    assertThat(world.mailTo("f4", "invitation-cancelled"))
        .extracting(FakeMail.Sent::method)
        .containsExactly("CANCEL");
    assertThat(seats(LEGAL, "plans")).isZero();
    assertThat(world.rollout(LEGAL).activities().get("plans"))
        .satisfies(plans -> assertThat(plans.attended()).containsEntry(F4, true));
    assertThat(world.mailTo("f4", "survey-invitation")).hasSize(2);

    world.answer(LEGAL, "readiness", 4, 1);
    world.play("2027-01-29T12:00:00Z");
    world.attend(LEGAL, "plans");
    world.play("2027-02-12T16:00:00Z");
    world.attend(LEGAL, "tasks");
    world.play("2027-02-20T12:00:00Z");

    assertThat(world.events(ActivityStarted.class))
        .filteredOn(one -> one.rollout().equals(World.rolloutOf(LEGAL)))
        .filteredOn(one -> one.activity().id().equals("basics"))
        .allSatisfy(
            started -> {
              assertThat(started.people()).hasSize(5).doesNotContain(F4);
              assertThat(started.done()).containsExactly(F4);
            })
        .hasSize(1);
    assertThat(enrolments()).containsExactly("basics", "practice", "practice");
  }

  @Test
  void return_and_are_invited_again_once_to_what_is_still_open() {
    launch(MemberRules.DEFAULT);
    assertThat(world.mailTo("f4", "course-enrolment")).hasSize(1);
    int invitations = world.mailTo("f4", "invitation").size();

    world.leave("f4");
    world.play("2027-01-29T07:00:00Z");
    world.hire("f4", FINANCE, "f1");
    world.play("2027-01-29T13:00:00Z");

    assertThat(seats(FINANCE, "practice")).isEqualTo(1);
    assertThat(world.mailTo("f4", "invitation")).hasSize(invitations + 1);
    assertThat(world.mailTo("f4", "course-enrolment")).hasSize(2);
    assertThat(world.mailTo("f4", "why-copilot")).hasSize(1);
  }

  @Test
  void return_and_are_asked_again_once_unless_they_have_answered() {
    world.launch(plan(MemberRules.DEFAULT));
    world.play("2027-01-13T12:00:00Z");
    world.answer(FINANCE, "readiness", 4, 1, "f4");
    for (String person : List.of("f3", "f4")) {
      world.leave(person);
      world.hire(person, FINANCE, "f1");
    }
    world.play("2027-01-14T13:00:00Z");

    assertThat(world.mailTo("f4", "survey-invitation")).hasSize(2);
    assertThat(world.mailTo("f3", "survey-invitation")).hasSize(1);
    assertThat(world.mailTo("f4", "why-copilot")).hasSize(1);
  }

  @Test
  void return_as_joiners_and_hear_the_news_again_once() {
    world.launch(plan(new MemberRules(Joiner.UNDER_WAY, Mover.AFRESH, 0, Returner.AS_JOINER)));
    world.play("2027-01-13T12:00:00Z");
    world.leave("f4");
    world.hire("f4", FINANCE, "f1");
    world.play("2027-01-14T13:00:00Z");

    assertThat(world.mailTo("f4", "why-copilot")).hasSize(2);
    assertThat(world.mailTo("f3", "why-copilot")).hasSize(1);
  }

  @Test
  void catch_up_alone_with_what_the_stage_did() {
    world.launch(
        plan(new MemberRules(Joiner.FROM_STAGE_START, Mover.AFRESH, 0, Returner.CONTINUES)));
    world.play("2027-01-15T15:59:00Z");
    assertThat(world.rollout(FINANCE).activityReport())
        .filteredOn(one -> one.activity().id().equals("plans"))
        .extracting(one -> one.state())
        .containsExactly("over");
    world.hire("n1", FINANCE, "f1");
    world.play("2027-01-18T13:00:00Z");

    assertThat(world.sessions(FINANCE, "plans.catch-up-1"))
        .singleElement()
        .satisfies(
            session -> assertThat(session.seatHolders()).containsExactly(new PersonId("n1")));
    assertThat(world.mailTo("n1", "invitation")).hasSize(1);
  }

  @Test
  void keep_everything_for_some_days_when_the_plan_says_so() {
    launch(new MemberRules(Joiner.UNDER_WAY, Mover.AFRESH, 2, Returner.CONTINUES));
    world.leave("f4");
    world.leave("f5");
    world.play("2027-01-29T12:00:00Z");
    assertThat(seats(FINANCE, "practice")).isEqualTo(1);
    world.hire("f4", FINANCE, "f1");
    world.play("2027-02-02T12:00:00Z");

    assertThat(world.events(MemberStayed.class))
        .extracting(MemberStayed::person)
        .containsExactly(F4);
    assertThat(world.events(MemberLeft.class))
        .extracting(MemberLeft::person)
        .containsExactly(new PersonId("f5"));
    assertThat(world.mailTo("f4", "invitation-withdrawn")).isEmpty();
  }

  @Test
  void leave_for_some_days_and_return_elsewhere_with_one_schedule() {
    launch(new MemberRules(Joiner.UNDER_WAY, Mover.AFRESH, 5, Returner.CONTINUES));
    world.leave("f4");
    world.hire("f4", LEGAL, "l1");
    world.play("2027-01-28T13:00:00Z");

    assertThat(seats(FINANCE, "practice")).isZero();
    assertThat(seats(LEGAL, "plans")).isEqualTo(1);
  }

  @Test
  void leave_a_completed_rollout_and_give_back_a_seat_that_is_still_to_come() {
    launch(MemberRules.DEFAULT);
    Session practice = world.sessions(FINANCE, "practice").get(0);
    for (Session session : world.sessions(FINANCE, "practice")) {
      if (session.holdsSeat(F4)) {
        practice = session;
      }
    }
    world.send(new AnswerInvitation(practice.id(), F4, Answer.DECLINED, world.now()));
    world.extraSessions.plan(
        new Wish(
            World.rolloutOf(FINANCE),
            "practice",
            "again",
            new Place(
                LocalDateTime.parse("2027-04-07T10:00"),
                ZoneId.of("Europe/Amsterdam"),
                60,
                new Room("online", "Online", 9, "https://meet.example/x")),
            null),
        new Actor("account:manager"));
    for (String day :
        List.of("2027-02-05T12:00:00Z", "2027-02-12T12:00:00Z", "2027-02-25T12:00:00Z")) {
      world.play(day);
      world.everybodyActs();
    }
    world.play("2027-03-20T12:00:00Z");
    assertThat(world.rollout(FINANCE).status()).isEqualTo(RolloutStatus.COMPLETED);
    assertThat(seats(FINANCE, "practice")).isEqualTo(1);

    world.leave("f4");

    assertThat(seats(FINANCE, "practice")).isZero();
  }

  @Test
  void get_into_a_segment_and_get_what_is_under_way_for_it_once() {
    world.launch(
        SamplePlan.forSegments(
            "basics",
            new AudienceRules(
                Map.of(
                    "controllers",
                    new SegmentPlan(
                        Text.of("en", "Controllers"),
                        Map.of(Criterion.FUNCTION, List.of("controller")))))));
    world.describe("f2", PersonField.FUNCTION, "Controller");
    untilTraining();
    world.describe("f4", PersonField.FUNCTION, "Controller");
    world.describe("f4", PersonField.FUNCTION, "Controller ");
    world.describe("f2", PersonField.FUNCTION, "Secretaris");
    world.describe("f3", PersonField.LOCATION, "Noord");

    assertThat(world.events(LearnerEnrolled.class))
        .filteredOn(one -> one.activity().equals("basics"))
        .extracting(LearnerEnrolled::person)
        .containsExactly(new PersonId("f2"), F4);
  }

  @Test
  void offer_to_help_and_get_what_is_for_champions() {
    Plan plan = plan(MemberRules.DEFAULT);
    world.launch(plan);
    world.play("2027-01-13T12:00:00Z");
    world.send(new OfferHelp(World.rolloutOf(FINANCE), F4, world.now()));

    assertThat(world.events(ChampionOffered.class)).hasSize(1);
    assertThat(world.rollout(FINANCE).book().champions()).isEqualTo(Set.of(F4));
  }

  /** Finance is in training, legal is being asked how it feels. */
  private void launch(MemberRules rules) {
    world.launch(plan(rules));
    untilTraining();
  }

  private void untilTraining() {
    world.play("2027-01-13T12:00:00Z");
    world.answer(FINANCE, "readiness", 4, 1);
    world.play("2027-01-14T12:00:00Z");
    world.attend(FINANCE, "plans");
    world.play("2027-01-26T16:00:00Z");
    world.attend(FINANCE, "tasks");
    world.play("2027-01-28T12:00:00Z");
  }

  private static Plan plan(@Nullable MemberRules rules) {
    return SamplePlan.plan()
        .withAudience(
            new AudienceRules(Map.of(), rules, new ChampionsPlan(Text.of("en", "Champion"), null)));
  }

  private List<String> enrolments() {
    return world.events(LearnerEnrolled.class).stream()
        .filter(one -> one.person().equals(F4))
        .map(LearnerEnrolled::activity)
        .sorted()
        .toList();
  }

  private long seats(DepartmentId department, String activity) {
    List<Session> sessions = world.sessions(department, activity);
    assertThat(sessions).isNotEmpty();
    return sessions.stream().filter(one -> one.holdsSeat(F4)).count();
  }
}
