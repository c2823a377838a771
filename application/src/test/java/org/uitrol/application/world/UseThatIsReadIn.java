package org.uitrol.application.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.application.testing.SamplePlan.COPILOT;
import static org.uitrol.application.testing.SamplePlan.FINANCE;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.uitrol.application.adoption.port.UsageStore.Report;
import org.uitrol.application.testing.SamplePlan;
import org.uitrol.domain.adoption.UsageCommand.ImportUsage;
import org.uitrol.domain.adoption.UsageLayout;
import org.uitrol.domain.adoption.UsageProduct;
import org.uitrol.domain.adoption.UsageRule;
import org.uitrol.domain.adoption.UsageStatement;
import org.uitrol.domain.campaign.consultation.ConsultationCommand.GiveOpinion;
import org.uitrol.domain.campaign.consultation.ConsultationRule;
import org.uitrol.domain.campaign.consultation.ConsultationRule.Needs;
import org.uitrol.domain.campaign.consultation.Opinion;
import org.uitrol.domain.rollout.RolloutEvent.ReactionFired;
import org.uitrol.domain.rollout.RolloutEvent.UseNoted;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.rollout.StagePlan;
import org.uitrol.domain.rollout.gate.EvidenceCatalog;
import org.uitrol.domain.rollout.gate.GatePlan;
import org.uitrol.domain.rollout.reaction.ActionPlan;
import org.uitrol.domain.rollout.reaction.ActionPlan.EscalateTo;
import org.uitrol.domain.rollout.reaction.ActionPlan.Kind;
import org.uitrol.domain.rollout.reaction.ReactionPlan;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.UsageImportId;

class UseThatIsReadIn {

  private static final String ENOUGH = "adoption.activeShare >= 0.5";
  private static final UsageRule RULE = new UsageRule(UsageProduct.COPILOT, 2);
  private static final ReactionPlan PRAISE =
      new ReactionPlan(
          "praise",
          "usage.reported",
          ENOUGH,
          1,
          List.of(new ActionPlan(Kind.MAIL, "pick-another-date", null, 0, 0)));
  private static final ReactionPlan HELP =
      new ReactionPlan(
          "help",
          "usage.reported",
          "adoption.activeShare < 0.3",
          1,
          List.of(new ActionPlan(Kind.ESCALATE, "", EscalateTo.OWNER, 0, 0)));

  private World world = World.ofTwoDepartments("2027-01-08T12:00:00Z");
  private int reports;
  private int people = 20;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void is_known_of_a_department_and_can_be_celebrated(boolean twice) {
    if (twice) {
      world = World.thatHearsEverythingTwice("2027-01-08T12:00:00Z");
    }
    launch(RULE, null, stages -> stages, PRAISE, HELP);

    read(12, 0);

    assertThat(world.rollout(FINANCE).evidence())
        .containsEntry(EvidenceCatalog.USE_ACTIVE, 0.6)
        .containsEntry(EvidenceCatalog.USE_SUSTAINED, 0.0);
    assertThat(noted(FINANCE)).hasSize(1);
    assertThat(fired()).containsExactly("praise");
    world.play("2027-01-13T12:00:00Z");
    assertThat(world.mailTo("f3", "pick-another-date")).hasSize(1);
  }

  @Test
  void lasts_when_there_is_some_in_several_weeks() {
    launch(RULE, null, stages -> stages);
    read(15, 8);

    assertThat(world.rollout(FINANCE).evidence())
        .containsEntry(EvidenceCatalog.USE_ACTIVE, 0.75)
        .containsEntry(EvidenceCatalog.USE_SUSTAINED, 0.4);
  }

  @Test
  void that_is_little_brings_help() {
    launch(RULE, null, stages -> stages, PRAISE, HELP);

    read(5, 0);

    assertThat(fired()).containsExactly("help");
    world.play("2027-01-13T12:00:00Z");
    assertThat(world.mailTo("owner", "escalation")).hasSize(1);
  }

  @Test
  void is_not_known_of_a_department_that_is_too_small() {
    people = 9;
    launch(RULE, null, stages -> stages, PRAISE, HELP);

    read(5, 5);

    assertThat(noted(FINANCE)).singleElement().satisfies(one -> assertThat(one.facts()).isEmpty());
    assertThat(world.rollout(FINANCE).evidence())
        .doesNotContainKeys(EvidenceCatalog.USE_ACTIVE, EvidenceCatalog.USE_SUSTAINED);
    assertThat(fired()).isEmpty();
  }

  @Test
  void is_not_known_any_more_when_too_few_people_are_left() {
    launch(RULE, null, stages -> stages);
    read(12, 0);
    for (int number = 10; number <= 20; number++) {
      world.leave("f" + number);
    }
    world.play("2027-01-13T12:00:00Z");

    read(9, 0);

    assertThat(world.rollout(FINANCE).evidence())
        .doesNotContainKeys(EvidenceCatalog.USE_ACTIVE, EvidenceCatalog.USE_SUSTAINED);
  }

  @Test
  void can_be_what_a_gate_waits_for() {
    launch(RULE, null, UseThatIsReadIn::useIsNeeded);
    world.play("2027-01-13T12:00:00Z");
    world.answer(FINANCE, "readiness", 4, 2);
    world.play("2027-01-14T12:00:00Z");
    world.attend(FINANCE, "plans");
    world.play("2027-01-25T12:00:00Z");
    assertThat(blockers()).containsExactly("CONDITION_UNKNOWN " + ENOUGH);

    read(9, 0);
    assertThat(blockers()).containsExactly("CONDITION_FAILS " + ENOUGH);
    world.play("2027-01-26T12:00:00Z");
    read(10, 0);
    assertThat(world.rollout(FINANCE).stage()).isEqualTo(StageName.DEMO);
  }

  @Test
  void is_not_counted_where_the_plan_does_not_say_so() {
    launch(null, null, stages -> stages, PRAISE, HELP);
    read(12, 8);
    assertThat(world.events(UseNoted.class)).isEmpty();

    World other = World.ofTwoDepartments("2027-01-08T12:00:00Z");
    world = other;
    launch(new UsageRule(UsageProduct.CHATGPT, 2), null, stages -> stages, PRAISE, HELP);
    read(12, 8);
    assertThat(world.events(UseNoted.class)).as("it is another tool").isEmpty();
  }

  @Test
  void is_not_counted_before_the_works_council_had_its_say() {
    launch(
        RULE,
        new ConsultationRule("Works council", Needs.CONSENT, StageName.DEMO),
        stages -> stages);
    read(12, 8);
    assertThat(world.events(UseNoted.class)).isEmpty();

    world.send(
        new GiveOpinion(
            COPILOT,
            1,
            Opinion.AGREES,
            List.of(),
            "",
            new AccountId("account-council"),
            world.now()));
    read(13, 8);

    assertThat(noted(FINANCE)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void of_one_person_is_reacted_to_only_where_the_plan_says_so(boolean allowed) {
    UsageRule rule = new UsageRule(UsageProduct.COPILOT, 2, allowed);
    launch(
        rule,
        null,
        stages ->
            List.of(
                new StagePlan(
                    StageName.GO_LIVE,
                    stages.get(3).activities(),
                    new GatePlan(List.of(ENOUGH), 200, null))),
        ofOne("coach", "usage.idle", "pick-another-date"),
        ofOne("well-done", "usage.lasting", "why-copilot"));
    assertThat(world.rollout(FINANCE).stage()).isEqualTo(StageName.GO_LIVE);

    read(15, 8);
    world.play("2027-01-13T12:00:00Z");

    assertThat(fired().stream().filter("coach"::equals)).hasSize(allowed ? 5 : 0);
    assertThat(fired().stream().filter("well-done"::equals)).hasSize(allowed ? 8 : 0);
    assertThat(world.mailTo("f20", "pick-another-date")).hasSize(allowed ? 1 : 0);
    assertThat(world.mailTo("f3", "why-copilot")).hasSize(allowed ? 1 : 0);
    assertThat(world.mailTo("f10", "pick-another-date")).isEmpty();
  }

  private static ReactionPlan ofOne(String id, String on, String mail) {
    return new ReactionPlan(id, on, null, 1, List.of(new ActionPlan(Kind.MAIL, mail, null, 0, 0)));
  }

  /** The pilot begins on the 11th, with finance. */
  private void launch(
      @Nullable UsageRule rule,
      @Nullable ConsultationRule council,
      UnaryOperator<List<StagePlan>> stages,
      ReactionPlan... reactions) {
    for (int number = 6; number <= people; number++) {
      world.hire("f" + number, FINANCE, "f1");
    }
    world.launch(SamplePlan.counting(rule, council, stages, reactions));
    world.play("2027-01-12T12:00:00Z");
  }

  private static List<StagePlan> useIsNeeded(List<StagePlan> stages) {
    return Stream.concat(
            Stream.of(
                new StagePlan(
                    StageName.ANNOUNCE,
                    stages.get(0).activities(),
                    new GatePlan(List.of(ENOUGH), 5, null))),
            stages.stream().skip(1))
        .toList();
  }

  /** The first so many of each department used it yesterday, and some of them two weeks before. */
  private void read(int active, int before) {
    reports++;
    LocalDate day = LocalDate.ofInstant(world.now(), ZoneOffset.UTC).minusDays(1);
    UsageImportId id = UsageImportId.of("report " + reports);
    Map<PersonId, List<UsageStatement>> said = new HashMap<>();
    for (String department : List.of("f", "l")) {
      for (int number = 1; number <= 20; number++) {
        TreeSet<LocalDate> days = new TreeSet<>();
        if (number <= active) {
          days.add(day);
        }
        if (number <= before) {
          days.add(day.minusDays(14));
        }
        said.put(
            new PersonId(department + number),
            List.of(new UsageStatement(day, world.now(), day.minusDays(27), day, days, null)));
      }
    }
    world.usage.add(new Report(id, UsageLayout.COPILOT_GRAPH_V1, day, 0, 0, world.now()), said);
    world.send(
        new ImportUsage(
            id, UsageLayout.COPILOT_GRAPH_V1, day, said.size(), 0, 0, 0, 0, world.now()));
  }

  private List<UseNoted> noted(DepartmentId department) {
    return world.events(UseNoted.class).stream()
        .filter(one -> one.rollout().equals(World.rolloutOf(department)))
        .toList();
  }

  private List<String> fired() {
    return world.events(ReactionFired.class).stream().map(ReactionFired::reaction).toList();
  }

  private List<String> blockers() {
    return world.rollout(FINANCE).blockers().stream()
        .map(one -> one.reason() + " " + one.about())
        .toList();
  }
}
