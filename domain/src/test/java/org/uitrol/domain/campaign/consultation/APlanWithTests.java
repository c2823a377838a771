package org.uitrol.domain.campaign.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.domain.testing.Plans.activity;
import static org.uitrol.domain.testing.Plans.plan;
import static org.uitrol.domain.testing.Plans.stage;
import static org.uitrol.domain.testing.Plans.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.domain.rollout.ActivityPlan;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.rollout.audience.AudienceRules;
import org.uitrol.domain.rollout.audience.Criterion;
import org.uitrol.domain.rollout.audience.SegmentPlan;
import org.uitrol.domain.training.Baseline;
import org.uitrol.domain.training.PathPlan;
import org.uitrol.domain.training.PathPlan.RolePlan;
import org.uitrol.domain.training.SkillMatrix;
import org.uitrol.domain.training.SkillPlan;

class APlanWithTests {

  @Test
  void tells_the_council_of_each_test_course_and_trait() {
    List<Measure> measures = Register.of(learning("matrix")).measures();

    assertThat(subjects(measures, MeasureKind.TESTS)).containsExactly("prompt-test");
    assertThat(measures)
        .filteredOn(one -> one.kind() == MeasureKind.TESTS)
        .singleElement()
        .satisfies(one -> assertThat(one.collects()).isEqualTo(Set.of("score", "passed", "lane")));
    assertThat(subjects(measures, MeasureKind.COURSES))
        .containsExactlyInAnyOrder("prompt-basics", "prompt-tricks", "law");
    assertThat(measures)
        .filteredOn(one -> one.kind() == MeasureKind.SEGMENTS)
        .singleElement()
        .satisfies(one -> assertThat(one.collects()).containsExactly("function"));
  }

  @Test
  void tells_nothing_of_a_path_that_no_activity_uses() {
    List<Measure> measures = Register.of(learning(null)).measures();

    assertThat(subjects(measures, MeasureKind.TESTS)).isEmpty();
    assertThat(subjects(measures, MeasureKind.COURSES)).isEmpty();
    assertThat(subjects(measures, MeasureKind.SEGMENTS)).isEmpty();
  }

  @Test
  void goes_further_than_what_was_agreed_without_them() {
    List<Measure> agreed = Register.of(learning(null)).measures();

    assertThat(Register.of(learning("matrix")).beyond(agreed))
        .extracting(one -> one.measure().kind())
        .contains(MeasureKind.TESTS);
  }

  private static List<String> subjects(List<Measure> measures, MeasureKind kind) {
    return measures.stream().filter(one -> one.kind() == kind).map(Measure::subject).toList();
  }

  private static Plan learning(@Nullable String path) {
    Map<String, SkillPlan> skills = new LinkedHashMap<>();
    skills.put(
        "prompting",
        new SkillPlan(
            text("Prompting"),
            List.of("prompt-basics"),
            new Baseline("prompt-test", 0.7),
            List.of("prompt-tricks")));
    skills.put("privacy", new SkillPlan(text("Privacy"), List.of("law"), null, List.of()));
    PathPlan matrix =
        new PathPlan(
            text("Path"),
            List.of(
                new RolePlan(List.of("clerks"), List.of("prompting", "privacy")),
                new RolePlan(List.of(), List.of("privacy"))));
    Plan plan = plan();
    ActivityPlan activity =
        path == null
            ? activity("news", ActivityKind.ANNOUNCEMENT, 0, 0)
            : new ActivityPlan("skills", ActivityKind.PATH, path, 0, 10, null, null);
    return new Plan(
        plan.campaign(),
        plan.title(),
        plan.tool(),
        plan.ai(),
        plan.languages(),
        plan.calendar(),
        plan.owner(),
        plan.privacy(),
        plan.load(),
        plan.waves(),
        List.of(stage(StageName.TRAIN, activity)),
        plan.reactions(),
        plan.mails(),
        plan.surveys(),
        plan.meetings(),
        plan.courses(),
        plan.rooms(),
        plan.governance(),
        null,
        new AudienceRules(
            Map.of(
                "clerks",
                new SegmentPlan(text("Clerks"), Map.of(Criterion.FUNCTION, List.of("clerk"))))),
        new SkillMatrix(skills, Map.of("matrix", matrix)));
  }
}
