package org.uitrol.application.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.application.testing.SamplePlan.FINANCE;
import static org.uitrol.application.testing.SamplePlan.LEGAL;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uitrol.application.directory.PersonField;
import org.uitrol.application.testing.SamplePlan;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.domain.rollout.ActivityPlan;
import org.uitrol.domain.rollout.ActivityPlan.Reminders;
import org.uitrol.domain.rollout.RolloutCommand.CancelRollout;
import org.uitrol.domain.rollout.RolloutCommand.SkipActivity;
import org.uitrol.domain.rollout.RolloutEvent.PersonTrained;
import org.uitrol.domain.rollout.RolloutEvent.RolloutCompleted;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.rollout.StagePlan;
import org.uitrol.domain.rollout.audience.AudienceRules;
import org.uitrol.domain.rollout.audience.Criterion;
import org.uitrol.domain.rollout.audience.MemberRules;
import org.uitrol.domain.rollout.audience.MemberRules.Joiner;
import org.uitrol.domain.rollout.audience.MemberRules.Mover;
import org.uitrol.domain.rollout.audience.MemberRules.Returner;
import org.uitrol.domain.rollout.audience.SegmentPlan;
import org.uitrol.domain.rollout.gate.GatePlan;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.LearnerRecordId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Text;
import org.uitrol.domain.training.Baseline;
import org.uitrol.domain.training.LearnerCommand.CompleteCourse;
import org.uitrol.domain.training.LearnerEvent.CourseOverdue;
import org.uitrol.domain.training.LearnerEvent.LearnerEnrolled;
import org.uitrol.domain.training.LearnerEvent.LearnerWithdrawn;
import org.uitrol.domain.training.PathPlan;
import org.uitrol.domain.training.PathPlan.RolePlan;
import org.uitrol.domain.training.SkillMatrix;
import org.uitrol.domain.training.SkillPathEvent.BaselinePassed;
import org.uitrol.domain.training.SkillPathEvent.BaselineUnscored;
import org.uitrol.domain.training.SkillPathEvent.PathBegun;
import org.uitrol.domain.training.SkillPathEvent.PathCompleted;
import org.uitrol.domain.training.SkillPathEvent.PathLeft;
import org.uitrol.domain.training.SkillPlan;

/** Clerks must prompt and mind privacy, the others privacy only; everything is heard twice. */
class ATownThatLearnsByRole {

  private static final String SKILLS = "skills";

  private final World world = World.thatHearsEverythingTwice("2027-01-08T12:00:00Z");

  @BeforeEach
  void once_its_training_begins() {
    begin(world, Mover.AFRESH);
  }

  private static void begin(World world, Mover mover) {
    world.describe("f2", PersonField.FUNCTION, "Clerk");
    world.describe("f3", PersonField.FUNCTION, "clerk");
    world.launch(plan(mover));
    world.play("2027-01-11T12:00:00Z");
  }

  @Test
  void everybody_begins_with_the_tests_of_the_own_role_and_one_mail() {
    assertThat(enrolled("f2")).containsExactly("prompt-test", "privacy-test");
    assertThat(enrolled("f3")).containsExactly("prompt-test", "privacy-test");
    assertThat(enrolled("f4")).containsExactly("privacy-test");
    assertThat(world.events(PathBegun.class))
        .filteredOn(one -> one.person().equals(new PersonId("f2")))
        .singleElement()
        .satisfies(one -> assertThat(one.roles()).containsExactly("clerks"));
    assertThat(world.mailTo("f2", "path-step")).hasSize(1);
    assertThat(world.mailTo("f2", "course-enrolment")).isEmpty();
  }

  @Test
  void who_passes_takes_the_fast_lane_and_is_trained_by_it() {
    finish("f2", "privacy-test", 0.9);
    finish("f2", "prompt-test", 0.8);
    assertThat(enrolled("f2")).containsExactly("prompt-test", "privacy-test", "prompt-tricks");
    assertThat(trained()).isEmpty();
    finish("f2", "prompt-tricks", null);
    assertThat(trained()).containsExactly("f2");
    assertThat(world.events(PathCompleted.class)).hasSize(1);
  }

  @Test
  void who_fails_follows_every_course_in_its_order() {
    finish("f3", "privacy-test", 0.9);
    finish("f3", "prompt-test", 0.2);
    finish("f3", "prompt-basics", null);
    assertThat(enrolled("f3"))
        .containsExactly("prompt-test", "privacy-test", "prompt-basics", "prompt-more");
    assertThat(trained()).isEmpty();
    finish("f3", "prompt-more", null);
    assertThat(trained()).containsExactly("f3");
  }

  @Test
  void who_joins_late_begins_by_the_own_role_with_the_same_deadline() {
    world.play("2027-01-14T12:00:00Z");
    world.describe("n1", PersonField.FUNCTION, "Clerk");
    world.hire("n1", FINANCE, "f1");
    assertThat(enrolled("n1")).containsExactly("prompt-test", "privacy-test");
    List<Instant> deadlines =
        world.events(PathBegun.class).stream().map(PathBegun::dueAt).distinct().toList();
    assertThat(deadlines).hasSize(1);
  }

  @Test
  void who_leaves_is_expected_nowhere_and_reminded_of_nothing() {
    world.leave("f2");
    world.play("2027-01-20T12:00:00Z");
    assertThat(world.events(PathLeft.class)).hasSize(1);
    assertThat(withdrawn("f2")).containsExactlyInAnyOrder("prompt-test", "privacy-test");
    assertThat(world.mailTo("f2", "path-reminder")).isEmpty();
    assertThat(world.mailTo("f3", "path-reminder")).hasSize(2);
  }

  @Test
  void who_moves_begins_afresh_where_the_plan_says_no_other() {
    finish("f4", "privacy-test", 0.9);
    assertThat(trained()).containsExactly("f4");
    world.hire("f4", LEGAL, "l1");
    assertThat(enrolled("f4")).containsExactly("privacy-test", "privacy-test");
    assertThat(world.events(PathBegun.class))
        .filteredOn(one -> one.person().equals(new PersonId("f4")))
        .hasSize(2);
  }

  @Test
  void who_moves_may_bring_along_what_is_finished_and_goes_on_by_the_new_role() {
    World other = World.thatHearsEverythingTwice("2027-01-08T12:00:00Z");
    begin(other, Mover.WITH_WHAT_IS_DONE);
    finish(other, "f4", "privacy-test", 0.9);
    other.describe("f4", PersonField.FUNCTION, "Clerk");
    other.hire("f4", LEGAL, "l1");
    assertThat(enrolled(other, "f4")).containsExactly("privacy-test", "prompt-test");
    assertThat(other.events(BaselinePassed.class))
        .extracting(one -> one.rollout())
        .containsExactly(World.rolloutOf(FINANCE), World.rolloutOf(LEGAL));
  }

  @Test
  void who_comes_back_goes_on_where_the_path_was_left() {
    finish("f2", "prompt-test", 0.1);
    finish("f2", "privacy-test", 0.9);
    world.leave("f2");
    world.play("2027-01-12T12:00:00Z");
    world.hire("f2", FINANCE, "f1");
    assertThat(enrolled("f2"))
        .containsExactly("prompt-test", "privacy-test", "prompt-basics", "prompt-basics");
    finish("f2", "prompt-basics", null);
    finish("f2", "prompt-more", null);
    assertThat(trained()).containsExactly("f2");
  }

  @Test
  void a_score_that_comes_late_frees_from_what_is_not_finished() {
    finish("f3", "privacy-test", 0.9);
    finish("f3", "prompt-test", null);
    assertThat(world.events(BaselineUnscored.class)).hasSize(1);
    assertThat(enrolled("f3")).contains("prompt-basics");
    world.play("2027-01-11T14:00:00Z");
    assertThat(world.mailTo("owner", "test-unscored")).hasSize(1);

    finish("f3", "prompt-test", 0.75);

    assertThat(withdrawn("f3")).containsExactly("prompt-basics");
    assertThat(enrolled("f3")).endsWith("prompt-tricks");
    finish("f3", "prompt-test", 0.1);
    finish("f3", "prompt-tricks", null);
    assertThat(trained()).containsExactly("f3");
  }

  @Test
  void a_mail_about_what_was_spared_meanwhile_is_not_sent() {
    world.play("2027-01-11T18:00:00Z");
    finish("f4", "privacy-test", 0.1);
    finish("f4", "privacy-test", 0.9);
    world.play("2027-01-12T12:00:00Z");
    assertThat(world.mailTo("f4", "path-step")).hasSize(1);
  }

  @Test
  void whoever_has_not_finished_at_the_deadline_is_overdue_and_can_still_finish() {
    world.play("2027-01-26T12:00:00Z");
    assertThat(world.events(CourseOverdue.class))
        .filteredOn(one -> one.person().equals(new PersonId("f2")))
        .extracting(CourseOverdue::course)
        .containsExactlyInAnyOrder("prompt-test", "privacy-test");
    finish("f4", "privacy-test", 1.0);
    assertThat(trained()).containsExactly("f4");
  }

  @Test
  void the_gate_opens_when_enough_people_have_done_their_whole_path() {
    for (String person : List.of("f1", "f4", "f5")) {
      finish(person, "privacy-test", 1.0);
    }
    finish("f2", "privacy-test", 1.0);
    finish("f3", "privacy-test", 1.0);
    world.play("2027-01-20T12:00:00Z");
    assertThat(world.events(RolloutCompleted.class)).isEmpty();
    finish("f2", "prompt-test", 1.0);
    finish("f2", "prompt-tricks", null);
    finish("f3", "prompt-test", 1.0);
    finish("f3", "prompt-tricks", null);
    assertThat(world.events(RolloutCompleted.class))
        .extracting(RolloutCompleted::rollout)
        .containsExactly(World.rolloutOf(FINANCE));
  }

  @Test
  void a_path_that_is_skipped_or_called_off_withdraws_everybody() {
    world.send(
        new SkipActivity(
            World.rolloutOf(FINANCE), SKILLS, SamplePlan.WRITER, "Not now", world.now()));
    assertThat(withdrawn("f2")).containsExactlyInAnyOrder("prompt-test", "privacy-test");
    world.send(new CancelRollout(World.rolloutOf(LEGAL), world.now()));
    assertThat(withdrawn("l2")).containsExactly("privacy-test");
    assertThat(world.events(PathLeft.class)).hasSize(10);
  }

  private void finish(String person, String course, @Nullable Double score) {
    finish(world, person, course, score);
  }

  private static void finish(World world, String person, String course, @Nullable Double score) {
    DepartmentId department =
        world.rollout(FINANCE).members().contains(new PersonId(person)) ? FINANCE : LEGAL;
    world.send(
        new CompleteCourse(
            LearnerRecordId.of(World.rolloutOf(department), SKILLS, course, new PersonId(person)),
            score,
            "csv",
            world.now(),
            world.now()));
  }

  private List<String> enrolled(String person) {
    return enrolled(world, person);
  }

  private static List<String> enrolled(World world, String person) {
    return world.events(LearnerEnrolled.class).stream()
        .filter(one -> one.person().equals(new PersonId(person)))
        .map(LearnerEnrolled::course)
        .toList();
  }

  private List<String> withdrawn(String person) {
    return world.events(LearnerEnrolled.class).stream()
        .filter(one -> one.person().equals(new PersonId(person)))
        .filter(
            one ->
                world.events(LearnerWithdrawn.class).stream()
                    .anyMatch(gone -> gone.learnerRecord().equals(one.learnerRecord())))
        .map(LearnerEnrolled::course)
        .toList();
  }

  private List<String> trained() {
    return world.events(PersonTrained.class).stream().map(one -> one.person().value()).toList();
  }

  private static Plan plan(Mover mover) {
    return SamplePlan.learning(
            List.of(
                new StagePlan(
                    StageName.TRAIN,
                    List.of(
                        new ActivityPlan(
                            SKILLS, ActivityKind.PATH, "matrix", 0, 10, new Reminders(3, 2), null)),
                    new GatePlan(List.of("trained.share >= 0.9"), 5, 40))),
            List.of(
                "prompt-test",
                "privacy-test",
                "prompt-tricks",
                "prompt-basics",
                "prompt-more",
                "privacy-law"),
            new SkillMatrix(skills(), Map.of("matrix", path())))
        .withAudience(
            new AudienceRules(
                Map.of(
                    "clerks",
                    new SegmentPlan(
                        Text.of("en", "Clerks"), Map.of(Criterion.FUNCTION, List.of("clerk")))),
                new MemberRules(Joiner.UNDER_WAY, mover, 0, Returner.CONTINUES),
                null));
  }

  private static Map<String, SkillPlan> skills() {
    Map<String, SkillPlan> skills = new LinkedHashMap<>();
    skills.put(
        "prompting",
        new SkillPlan(
            Text.of("en", "Prompting"),
            List.of("prompt-basics", "prompt-more"),
            new Baseline("prompt-test", 0.7),
            List.of("prompt-tricks")));
    skills.put(
        "privacy",
        new SkillPlan(
            Text.of("en", "Privacy"),
            List.of("privacy-law"),
            new Baseline("privacy-test", 0.8),
            List.of()));
    return skills;
  }

  private static PathPlan path() {
    return new PathPlan(
        Text.of("en", "Your skills"),
        List.of(
            new RolePlan(List.of("clerks"), List.of("prompting", "privacy")),
            new RolePlan(List.of(), List.of("privacy"))));
  }
}
