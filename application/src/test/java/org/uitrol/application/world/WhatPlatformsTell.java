package org.uitrol.application.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.application.testing.SamplePlan.FINANCE;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.testing.SamplePlan;
import org.uitrol.application.training.ActorName;
import org.uitrol.application.training.ActorName.Kind;
import org.uitrol.application.training.LearningStatement;
import org.uitrol.application.training.SubmittedStatement;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.domain.rollout.ActivityPlan;
import org.uitrol.domain.rollout.ActivityPlan.Reminders;
import org.uitrol.domain.rollout.RolloutEvent.PersonTrained;
import org.uitrol.domain.rollout.RolloutEvent.PersonUntrained;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.rollout.StagePlan;
import org.uitrol.domain.rollout.gate.GatePlan;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.LearningAccountId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Text;
import org.uitrol.domain.training.Baseline;
import org.uitrol.domain.training.LearnerEvent.CourseBegun;
import org.uitrol.domain.training.LearnerEvent.CourseCompleted;
import org.uitrol.domain.training.LearnerEvent.CourseJudged;
import org.uitrol.domain.training.LearnerEvent.CourseScored;
import org.uitrol.domain.training.LearnerEvent.LearnerEnrolled;
import org.uitrol.domain.training.LearnerEvent.ResultWithdrawn;
import org.uitrol.domain.training.LearningAccountCommand.MatchAccount;
import org.uitrol.domain.training.LearningAccountCommand.ReleaseAccount;
import org.uitrol.domain.training.PathPlan;
import org.uitrol.domain.training.PathPlan.RolePlan;
import org.uitrol.domain.training.SkillMatrix;
import org.uitrol.domain.training.SkillPathEvent.BaselineTold;
import org.uitrol.domain.training.SkillPathEvent.CourseDiscounted;
import org.uitrol.domain.training.SkillPathEvent.PathCompleted;
import org.uitrol.domain.training.SkillPlan;

/** Statements about courses of a path with a test, in a town that hears every event twice. */
class WhatPlatformsTell {

  private static final String ADL = "http://adlnet.gov/expapi/verbs/";
  private static final String CMI5 = "https://w3id.org/xapi/adl/verbs/";
  private static final String TEST = "https://learn.example/test";
  private static final String TRICKS = "https://learn.example/tricks";
  private static final String BASICS = "https://learn.example/basics";
  private static final AccountId LMS = new AccountId("lms");

  private final World world = World.thatHearsEverythingTwice("2027-01-08T12:00:00Z");

  @BeforeEach
  void once_its_training_begins() {
    world.launch(plan());
    world.play("2027-01-11T12:00:00Z");
  }

  @Test
  void a_test_that_was_passed_by_its_score_leads_to_the_fast_lane() {
    tell("f2", ADL + "passed", TEST, 0.9, null);
    assertThat(enrolled("f2")).containsExactly("test", "tricks");
    tell("f2", ADL + "completed", TRICKS, null, null);
    assertThat(trained()).containsExactly("f2");
  }

  @Test
  void a_test_that_was_passed_by_word_alone_does_so_too() {
    tell("f2", ADL + "passed", TEST, null, null);
    assertThat(world.events(BaselineTold.class)).singleElement().matches(BaselineTold::passed);
    assertThat(enrolled("f2")).containsExactly("test", "tricks");
  }

  @Test
  void the_score_that_the_plan_asks_for_comes_before_that_word() {
    tell("f2", ADL + "passed", TEST, 0.5, null);
    assertThat(enrolled("f2")).containsExactly("test", "basics");
  }

  @Test
  void a_test_that_was_failed_leads_to_the_courses_and_a_later_pass_frees_of_them() {
    tell("f2", ADL + "failed", TEST, null, null);
    assertThat(enrolled("f2")).containsExactly("test", "basics");
    assertThat(world.mailTo("owner", "test-unscored")).isEmpty();
    tell("f2", ADL + "passed", TEST, 0.9, null);
    assertThat(world.events(CourseScored.class)).hasSize(1);
    assertThat(enrolled("f2")).containsExactly("test", "basics", "tricks");
  }

  @Test
  void that_it_was_passed_may_be_told_after_it_was_finished() {
    tell("f2", ADL + "completed", TEST, null, null);
    assertThat(enrolled("f2")).containsExactly("test", "basics");
    tell("f2", CMI5 + "satisfied", TEST, null, true);
    assertThat(world.events(CourseJudged.class)).hasSize(1);
    assertThat(enrolled("f2")).containsExactly("test", "basics", "tricks");
  }

  @Test
  void a_course_that_was_failed_is_begun_and_not_finished() {
    tell("f2", ADL + "failed", TEST, 0.1, null);
    tell("f2", ADL + "failed", BASICS, 0.1, null);
    assertThat(world.events(CourseBegun.class))
        .singleElement()
        .matches(one -> one.course().equals("basics"));
    assertThat(world.events(CourseCompleted.class)).hasSize(1);
  }

  @Test
  void verbs_that_only_begin_it_begin_it_once() {
    for (String verb : List.of("launched", "initialized", "terminated")) {
      tell("f2", ADL + verb, TEST, null, null);
    }
    tell("f2", CMI5 + "abandoned", TEST, null, null);
    tell("f2", ADL + "registered", TEST, 1.0, null);
    tell("f2", "https://x.example/progressed", TEST, 1.0, null);
    assertThat(world.events(CourseBegun.class)).hasSize(1);
    assertThat(world.events(CourseCompleted.class)).isEmpty();
  }

  @Test
  void waived_and_attended_finish_it_unless_it_says_it_is_not_complete() {
    tell("f2", CMI5 + "waived", TEST, null, true);
    tell("f3", ADL + "attended", TEST, 1.0, null);
    take("f4", ADL + "completed", TEST, 1.0, null, false, world.now(), id(), null);
    assertThat(world.events(CourseCompleted.class))
        .extracting(one -> one.person().value())
        .containsExactly("f2", "f3");
  }

  @Test
  void the_same_twice_changes_nothing() {
    String id = id();
    for (int i = 0; i < 2; i++) {
      take("f2", ADL + "passed", TEST, 0.9, null, null, world.now(), id, null);
    }
    assertThat(world.events(CourseCompleted.class)).hasSize(1);
  }

  @Test
  void of_two_attempts_the_later_counts_whichever_is_told_first() {
    Instant first = Instant.parse("2027-01-11T09:00:00Z");
    take("f2", ADL + "completed", TEST, 0.4, null, null, first.plusSeconds(60), id(), null);
    take("f2", ADL + "completed", TEST, 0.9, null, null, first, id(), null);
    assertThat(world.events(CourseScored.class)).isEmpty();
    take("f2", ADL + "completed", TEST, 0.8, null, null, first.plusSeconds(120), id(), null);
    assertThat(world.events(CourseScored.class)).singleElement().matches(one -> one.score() == 0.8);
  }

  @Test
  void what_is_withdrawn_is_taken_back_everywhere() {
    String test = tell("f2", ADL + "passed", TEST, 0.9, null);
    tell("f2", ADL + "completed", TRICKS, null, null);
    assertThat(trained()).containsExactly("f2");

    withdraw(test);

    assertThat(world.events(ResultWithdrawn.class))
        .singleElement()
        .matches(one -> one.completedAt() == null);
    assertThat(world.events(CourseDiscounted.class)).hasSize(1);
    assertThat(world.events(PersonUntrained.class)).hasSize(1);
    assertThat(nowTrained()).isEmpty();
    tell("f2", ADL + "passed", TEST, 0.95, null);
    assertThat(world.events(PathCompleted.class)).hasSize(2);
    assertThat(trained()).containsExactly("f2", "f2");
  }

  @Test
  void what_another_statement_tells_of_the_same_remains() {
    String passed = tell("f2", ADL + "passed", TEST, 0.9, null);
    tell("f2", ADL + "completed", TEST, 0.9, null);

    withdraw(passed);

    assertThat(world.events(ResultWithdrawn.class)).hasSize(1);
    assertThat(world.events(CourseCompleted.class)).hasSize(2);
    assertThat(world.learners.ofPerson(new PersonId("f2")))
        .filteredOn(row -> row.course().equals("test"))
        .singleElement()
        .matches(row -> row.completedAt() != null);
  }

  @Test
  void what_was_withdrawn_before_it_came_is_never_told() {
    String id = id();
    withdraw(id);
    take("f2", ADL + "passed", TEST, 0.9, null, null, world.now(), id, null);
    assertThat(world.events(CourseCompleted.class)).isEmpty();
  }

  @Test
  void what_is_told_of_nobody_known_counts_once_it_is_said_whose_it_is() {
    ActorName stranger = new ActorName(Kind.ACCOUNT, "u-77", "https://other.example", "Sam");
    take(stranger, ADL + "passed", TEST, 0.9, null, null, world.now(), id(), null);
    assertThat(world.events(CourseCompleted.class)).isEmpty();
    LearningAccountId account = world.statements.unmatched(9).get(0).id();

    world.send(new MatchAccount(account, new PersonId("f3"), world.now()));

    assertThat(world.events(CourseCompleted.class))
        .singleElement()
        .matches(one -> one.person().value().equals("f3"));
    world.send(new ReleaseAccount(account, world.now()));
    assertThat(world.events(ResultWithdrawn.class)).hasSize(1);
    assertThat(world.statements.unmatched(9)).hasSize(1);
  }

  @Test
  void what_another_account_told_of_the_same_counts_when_one_is_released() {
    tell("f3", ADL + "passed", TEST, 0.9, null);
    ActorName stranger = new ActorName(Kind.ACCOUNT, "u-78", "https://other.example", "Sam");
    Instant earlier = world.now().minusSeconds(60);
    take(stranger, ADL + "passed", TEST, 0.95, null, null, world.now(), id(), null);
    take(stranger, ADL + "completed", TRICKS, null, null, null, earlier, id(), null);
    LearningAccountId account = world.statements.unmatched(9).get(0).id();
    world.send(new MatchAccount(account, new PersonId("f3"), world.now()));
    assertThat(trained()).containsExactly("f3");

    world.send(new ReleaseAccount(account, world.now()));

    assertThat(nowTrained()).isEmpty();
    assertThat(world.learners.ofPerson(new PersonId("f3")))
        .filteredOn(row -> row.course().equals("test"))
        .singleElement()
        .satisfies(row -> assertThat(row.score()).isEqualTo(0.9));
  }

  @Test
  void people_are_found_by_the_hash_of_their_address_and_by_accounts_of_our_own() {
    ActorName hash =
        new ActorName(Kind.MAIL_SHA1, "C4B2A5A1CE7BBC0A5E6B3E6A1D4F4E7A0B1C2D3E", "", "");
    take(hash, ADL + "passed", TEST, 0.9, null, null, world.now(), id(), null);
    assertThat(world.events(CourseCompleted.class)).isEmpty();
    take(
        new ActorName(Kind.MAIL_SHA1, World.sha1("mailto:f2@example.org"), "", ""),
        ADL + "passed",
        TEST,
        0.9,
        null,
        null,
        world.now(),
        id(),
        null);
    take(
        new ActorName(Kind.ACCOUNT, "f3@example.org", "https://lms.example", ""),
        ADL + "passed",
        TEST,
        0.9,
        null,
        null,
        world.now(),
        id(),
        null);
    assertThat(world.events(CourseCompleted.class))
        .extracting(one -> one.person().value())
        .containsExactly("f2", "f3");
  }

  @Test
  void what_was_told_before_somebody_was_enrolled_is_told_then() {
    world.hire("n1", SamplePlan.LEGAL, "l1");
    tell("n1", ADL + "completed", TRICKS, null, null);
    assertThat(world.events(CourseCompleted.class)).isEmpty();
    tell("n1", ADL + "passed", TEST, 0.9, null);
    assertThat(world.events(CourseCompleted.class))
        .extracting(CourseCompleted::course)
        .containsExactly("test", "tricks");
  }

  @Test
  void what_platforms_tell_of_tomorrow_happened_today() {
    take("f2", ADL + "passed", TEST, 0.9, null, null, world.now().plusSeconds(9_999), id(), null);
    assertThat(world.events(CourseCompleted.class))
        .singleElement()
        .matches(one -> one.completedAt().equals(world.now()));
  }

  private String tell(
      String person,
      String verb,
      String activity,
      @Nullable Double score,
      @Nullable Boolean success) {
    String id = id();
    take(person, verb, activity, score, success, null, world.now(), id, null);
    return id;
  }

  private void withdraw(String id) {
    take("owner", ADL + "voided", null, null, null, null, world.now(), id(), id);
  }

  private void take(
      String person,
      String verb,
      @Nullable String activity,
      @Nullable Double score,
      @Nullable Boolean success,
      @Nullable Boolean completion,
      Instant at,
      String id,
      @Nullable String refersTo) {
    take(
        new ActorName(Kind.MAIL, person + "@example.org", "", ""),
        verb,
        activity,
        score,
        success,
        completion,
        at,
        id,
        refersTo);
  }

  private void take(
      ActorName who,
      String verb,
      @Nullable String activity,
      @Nullable Double score,
      @Nullable Boolean success,
      @Nullable Boolean completion,
      Instant at,
      String id,
      @Nullable String refersTo) {
    LearningStatement told =
        new LearningStatement(id, verb, activity, score, success, completion, at);
    world.intake.take(
        List.of(
            new SubmittedStatement(
                stored -> told,
                id,
                verb,
                who,
                refersTo,
                null,
                Set.of(),
                Set.of(),
                Set.of(),
                told.toString(),
                stored -> new byte[0])),
        LMS,
        Actor.account(LMS));
  }

  private static String id() {
    return UUID.randomUUID().toString();
  }

  private List<String> enrolled(String person) {
    return world.events(LearnerEnrolled.class).stream()
        .filter(one -> one.person().equals(new PersonId(person)))
        .map(LearnerEnrolled::course)
        .toList();
  }

  private Set<PersonId> nowTrained() {
    return Objects.requireNonNull(world.rollout(FINANCE).activities().get("skills")).trained();
  }

  private List<String> trained() {
    return world.events(PersonTrained.class).stream().map(one -> one.person().value()).toList();
  }

  private static Plan plan() {
    Map<String, SkillPlan> skills = new LinkedHashMap<>();
    skills.put(
        "prompting",
        new SkillPlan(
            Text.of("en", "Prompting"),
            List.of("basics"),
            new Baseline("test", 0.7),
            List.of("tricks")));
    PathPlan path =
        new PathPlan(
            Text.of("en", "Your skills"), List.of(new RolePlan(List.of(), List.of("prompting"))));
    return SamplePlan.learning(
        List.of(
            new StagePlan(
                StageName.TRAIN,
                List.of(
                    new ActivityPlan(
                        "skills", ActivityKind.PATH, "matrix", 0, 10, new Reminders(3, 2), null)),
                new GatePlan(List.of("trained.share >= 0.9"), 5, 40))),
        List.of("test", "tricks", "basics"),
        new SkillMatrix(skills, Map.of("matrix", path)));
  }
}
