package org.uitrol.adapters.web.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.uitrol.adapters.app.UitrolApplication;
import org.uitrol.adapters.security.Role;
import org.uitrol.adapters.web.Visitor;
import org.uitrol.adapters.web.me.SmallTown;
import org.uitrol.application.directory.PersonField;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.application.rollout.Audiences;
import org.uitrol.application.rollout.port.RolloutIndex;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.RowOutcome;
import org.uitrol.application.shared.RowOutcome.Result;
import org.uitrol.application.shared.Streams;
import org.uitrol.application.training.CompletionIntake;
import org.uitrol.application.training.CompletionRow;
import org.uitrol.domain.campaign.CampaignCommand.DraftPlan;
import org.uitrol.domain.campaign.Governance;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.domain.rollout.ActivityPlan;
import org.uitrol.domain.rollout.DepartmentRollout;
import org.uitrol.domain.rollout.RolloutCommand.StartRollout;
import org.uitrol.domain.rollout.RolloutEvent;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.rollout.StagePlan;
import org.uitrol.domain.rollout.audience.AudienceRules;
import org.uitrol.domain.rollout.audience.Criterion;
import org.uitrol.domain.rollout.audience.SegmentPlan;
import org.uitrol.domain.rollout.gate.Disclosure;
import org.uitrol.domain.rollout.gate.GatePlan;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.CalendarRule;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.LearnerRecordId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.Text;
import org.uitrol.domain.training.Baseline;
import org.uitrol.domain.training.CoursePlan;
import org.uitrol.domain.training.PathPlan;
import org.uitrol.domain.training.PathPlan.RolePlan;
import org.uitrol.domain.training.SkillMatrix;
import org.uitrol.domain.training.SkillPlan;
import org.uitrol.support.RunningApplication;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ADepartmentThatLearnsByRole {

  @RegisterExtension
  static final RunningApplication UITROL = RunningApplication.of(UitrolApplication.class);

  private static final CampaignId CAMPAIGN = new CampaignId("skills-town");
  private static final RolloutId ROLLOUT = RolloutId.of(CAMPAIGN, SmallTown.FINANCE);
  private static final String SKILLS = "skills";
  private static final String MATRIX = "/rollouts/" + ROLLOUT + "/paths/" + SKILLS;

  private static SmallTown town;

  private final Visitor visitor = new Visitor(UITROL);

  /** Jan is a clerk and needs both skills; the others need one of them, without a test. */
  @BeforeAll
  static void a_path_has_begun() {
    town = new SmallTown(UITROL);
    town.begin();
    PersonVault vault = UITROL.bean(PersonVault.class);
    vault.put(
        SmallTown.JAN,
        vault.find(SmallTown.JAN).orElseThrow().with(Map.of(PersonField.FUNCTION, "Clerk")));
    Plan plan = plan();
    Instant now = town.now();
    town.send(new DraftPlan(CAMPAIGN, plan, new AccountId("author"), now));
    UITROL
        .bean(RolloutIndex.class)
        .put(new RolloutIndex.Entry(ROLLOUT, CAMPAIGN, SmallTown.FINANCE, 1, SmallTown.EVA));
    town.send(
        new StartRollout(
            ROLLOUT,
            CAMPAIGN,
            SmallTown.FINANCE,
            1,
            plan.rolloutPlan(),
            SmallTown.EVA,
            Set.of(SmallTown.JAN, SmallTown.EVA, SmallTown.HOSTILE),
            Set.of(),
            Set.of(Disclosure.values()),
            now));
    Instant due =
        UITROL
            .bean(Streams.class)
            .state(ROLLOUT, RolloutEvent.class, DepartmentRollout::evolve)
            .orElseThrow()
            .activityReport()
            .get(0)
            .dueAt();
    town.send(UITROL.bean(Audiences.class).start(ROLLOUT, SKILLS, due));
    town.settle();
  }

  @Test
  @Order(1)
  void shows_the_test_first_and_takes_no_word_for_its_result() {
    String page = visitor.get(town.ownPage(SmallTown.JAN)).body();
    assertThat(page)
        .contains(
            "Maak de toets: Wat kun je al?",
            "Jouw leerpad",
            "Vragen stellen",
            "Privacy",
            "eerst de toets",
            "https://learn.example/prompt-test",
            "Je resultaat komt vanzelf binnen")
        .doesNotContain("Slimme trucs", "Vragen stellen: de basis");
    HttpResponse<String> told =
        visitor.postWithout(
            town.ownPage(SmallTown.JAN) + "/courses/" + record("prompt-test") + "/done", Map.of());
    assertThat(told.statusCode()).isEqualTo(409);
  }

  @Test
  @Order(2)
  void lets_who_needs_no_test_begin_at_once() {
    assertThat(visitor.get(town.ownPage(SmallTown.EVA)).body())
        .contains("Follow the course: The law", "Your path", "Privacy")
        .doesNotContain("Prompting", "fast lane");
  }

  @Test
  @Order(3)
  void counts_who_is_where_for_the_manager_and_withholds_it_from_others() {
    Visitor manager = Visitor.signedIn(UITROL, "manager-skills", Role.CHANGE_MANAGER);
    assertThat(manager.get(MATRIX).body())
        .contains("Clerks", "Everyone else", "1 to take the test", "2 people", "not needed")
        .doesNotContain("withheld");
    assertThat(manager.get("/rollouts/" + ROLLOUT).body())
        .contains("href=\"" + MATRIX + "\"", "0 of 3 completed");
    assertThat(manager.get("/campaigns/" + CAMPAIGN).body())
        .contains(
            "Who needs what",
            "First the test “What can you do?”. From 70% only: Smart tricks; below it: Prompting:"
                + " the basics.",
            "Everybody follows: The law.");

    Visitor council = Visitor.signedIn(UITROL, "council-skills", Role.WORKS_COUNCIL);
    assertThat(council.get(MATRIX).body())
        .contains("withheld", "fewer than 5 people")
        .doesNotContain("to take the test", "2 people");
    Visitor employee = Visitor.signedIn(UITROL, "employee-skills", Role.EMPLOYEE);
    assertThat(employee.get(MATRIX).statusCode()).isEqualTo(403);
    assertThat(manager.get("/rollouts/" + ROLLOUT + "/paths/nothing").statusCode()).isEqualTo(404);
  }

  @Test
  @Order(4)
  void takes_a_result_without_a_score_for_not_passed_until_the_score_comes() {
    assertThat(take("prompt-test", null)).containsExactly(Result.ADDED);
    town.settle();
    assertThat(visitor.get(town.ownPage(SmallTown.JAN)).body())
        .contains("nog geen resultaat van je toets", "Vragen stellen: de basis");
    Visitor manager = Visitor.signedIn(UITROL, "manager-unscored", Role.CHANGE_MANAGER);
    assertThat(manager.get(MATRIX).body())
        .contains("1 without a result", "Bring in a list with results");

    assertThat(take("prompt-test", 0.9)).containsExactly(Result.CHANGED);
    assertThat(take("prompt-test", 0.9)).containsExactly(Result.UNCHANGED);
    town.settle();
    assertThat(visitor.get(town.ownPage(SmallTown.JAN)).body())
        .contains("je neemt de snelle route", "Slimme trucs", "Jouw resultaat: 90%")
        .doesNotContain("Vragen stellen: de basis");
  }

  @Test
  @Order(5)
  void is_done_when_everything_that_is_left_is_finished() {
    HttpResponse<String> told =
        visitor.postWithout(
            town.ownPage(SmallTown.JAN) + "/courses/" + record("prompt-tricks") + "/done",
            Map.of());
    assertThat(told.statusCode()).isEqualTo(303);
    assertThat(take("law", null)).containsExactly(Result.ADDED);
    town.settle();
    assertThat(visitor.get(town.ownPage(SmallTown.JAN)).body())
        .contains("Je hebt alles gedaan", "Hiervoor hoef je niets meer te doen");
    assertThat(visitor.get(town.ownPage(SmallTown.JAN) + "/data").body())
        .contains("\"paths\"", "\"PASSED\"");
    Visitor manager = Visitor.signedIn(UITROL, "manager-done", Role.CHANGE_MANAGER);
    assertThat(manager.get("/rollouts/" + ROLLOUT).body()).contains("1 of 3 completed");
    assertThat(manager.get("/history?name=path.baseline-passed").body())
        .contains("only the fast lane is left");
  }

  private static List<Result> take(String course, @Nullable Double score) {
    CompletionRow row =
        new CompletionRow(2, "jan@town.example", "", course, town.now().minusSeconds(60), score);
    CompletionIntake intake = UITROL.bean(CompletionIntake.class);
    List<Result> expected = intake.preview(List.of(row)).stream().map(RowOutcome::result).toList();
    List<Result> came =
        intake.take(List.of(row), "csv", new Actor("account:test")).stream()
            .map(RowOutcome::result)
            .toList();
    town.settle();
    assertThat(came).isEqualTo(expected);
    return came;
  }

  private static LearnerRecordId record(String course) {
    return LearnerRecordId.of(ROLLOUT, SKILLS, course, SmallTown.JAN);
  }

  private static Plan plan() {
    Map<String, CoursePlan> courses = new LinkedHashMap<>();
    courses.put("prompt-test", course("prompt-test", "Wat kun je al?", "What can you do?"));
    courses.put(
        "prompt-basics",
        course("prompt-basics", "Vragen stellen: de basis", "Prompting: the basics"));
    courses.put("prompt-tricks", course("prompt-tricks", "Slimme trucs", "Smart tricks"));
    courses.put("law", course("law", "De wet", "The law"));
    Map<String, SkillPlan> skills = new LinkedHashMap<>();
    skills.put(
        "prompting",
        new SkillPlan(
            text("Vragen stellen", "Prompting"),
            List.of("prompt-basics"),
            new Baseline("prompt-test", 0.7),
            List.of("prompt-tricks")));
    skills.put(
        "privacy", new SkillPlan(text("Privacy", "Privacy"), List.of("law"), null, List.of()));
    PathPlan path =
        new PathPlan(
            text("Jouw leerpad", "Your path"),
            List.of(
                new RolePlan(List.of("clerks"), List.of("prompting", "privacy")),
                new RolePlan(List.of(), List.of("privacy"))));
    return new Plan(
        CAMPAIGN,
        text("Vaardig met Copilot", "Skilled with Copilot"),
        "Copilot",
        Plan.AiKind.GENERATIVE,
        List.of("nl", "en"),
        new CalendarRule(
            SmallTown.ZONE,
            "NL",
            EnumSet.allOf(DayOfWeek.class),
            LocalTime.MIN,
            LocalTime.of(23, 59),
            List.of()),
        SmallTown.EVA,
        new Plan.PrivacyRule(5),
        new Plan.LoadRule(3),
        List.of(
            new Plan.Wave(
                "pilot", LocalDate.of(2027, 1, 11), null, List.of(SmallTown.FINANCE), false)),
        List.of(
            new StagePlan(
                StageName.TRAIN,
                List.of(new ActivityPlan(SKILLS, ActivityKind.PATH, "matrix", 0, 20, null, null)),
                new GatePlan(List.of(), 200, null))),
        List.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        courses,
        List.of(),
        Governance.NONE,
        null,
        new AudienceRules(
            Map.of(
                "clerks",
                new SegmentPlan(
                    text("Ambtenaren", "Clerks"), Map.of(Criterion.FUNCTION, List.of("clerk"))))),
        new SkillMatrix(skills, Map.of("matrix", path)));
  }

  private static CoursePlan course(String key, String nl, String en) {
    return new CoursePlan(text(nl, en), null, "https://learn.example/" + key);
  }

  private static Text text(String nl, String en) {
    Map<String, String> in = new LinkedHashMap<>();
    in.put("nl", nl);
    in.put("en", en);
    return new Text(in);
  }
}
