package org.uitrol.application.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.application.testing.SamplePlan.COPILOT;
import static org.uitrol.application.testing.SamplePlan.FINANCE;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.uitrol.application.testing.SamplePlan;
import org.uitrol.domain.campaign.CampaignCommand.AnswerQuestion;
import org.uitrol.domain.campaign.CampaignEvent.WaveStarted;
import org.uitrol.domain.campaign.Governance;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.campaign.consultation.ConsultationCommand.GiveOpinion;
import org.uitrol.domain.campaign.consultation.ConsultationEvent.CouncilAsked;
import org.uitrol.domain.campaign.consultation.ConsultationRule;
import org.uitrol.domain.campaign.consultation.ConsultationRule.Needs;
import org.uitrol.domain.campaign.consultation.Measure;
import org.uitrol.domain.campaign.consultation.MeasureKind;
import org.uitrol.domain.campaign.consultation.Opinion;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.rollout.gate.Blocker;
import org.uitrol.domain.rollout.gate.Disclosure;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.Text;

class ACouncilThatIsAsked {

  private final World world = World.thatHearsEverythingTwice("2027-01-08T12:00:00Z");

  @Test
  void reads_every_measure_that_the_plan_takes() {
    world.launch(plan(StageName.ANNOUNCE));

    List<Measure> measures = world.events(CouncilAsked.class).get(0).measures();
    assertThat(measures)
        .extracting(one -> one.kind().key() + " " + one.subject() + " " + one.collects())
        .containsExactly(
            "mail  [delivered, sent]",
            "invitations  [ai-plans, own-tasks, practice, talk]",
            "attendance  [ai-plans, own-tasks, practice, talk]",
            "participation readiness [answered]",
            "answers readiness [desire, jobWorry]",
            "courses basics [progress, score]",
            "courses practice [progress, score]",
            "followUps  [manager, reminder]",
            "reactions missed-training [escalate, mail]",
            "reactions course-overdue [escalate, mail]");
    assertThat(measures)
        .filteredOn(one -> one.kind() == MeasureKind.ANSWERS)
        .extracting(Measure::smallestGroup)
        .containsExactly(5);
  }

  @Test
  void keeps_every_department_waiting_until_it_agrees() {
    world.launch(plan(StageName.ANNOUNCE));
    world.play("2027-01-13T19:00:00Z");
    assertThat(world.events(WaveStarted.class)).isEmpty();

    agree();
    world.play("2027-01-14T12:00:00Z");

    assertThat(world.events(WaveStarted.class)).hasSize(1);
    assertThat(world.rollout(FINANCE).consulted()).containsExactly(1);
  }

  @Test
  void keeps_a_department_before_the_stage_that_the_plan_names() {
    world.launch(plan(StageName.DEMO));
    finishAnnouncement();
    assertThat(blockers()).containsExactly("CONSULTATION_OPEN ");

    agree();

    assertThat(world.rollout(FINANCE).stage()).isEqualTo(StageName.DEMO);
  }

  @Test
  void is_not_the_only_one_who_wants_answers() {
    Plan plan = SamplePlan.governed(new Governance(null, Map.of(), Map.of()));
    world.launch(plan);
    finishAnnouncement();
    assertThat(blockers())
        .containsExactly(
            "ANSWER_MISSING dataUsed", "ANSWER_MISSING outputSeenBy", "ANSWER_MISSING dataLeaves");

    for (Disclosure question : Disclosure.values()) {
      world.send(
          new AnswerQuestion(
              COPILOT, question, Text.of("en", "Nothing"), SamplePlan.WRITER, world.now()));
    }

    assertThat(world.rollout(FINANCE).stage()).isEqualTo(StageName.DEMO);
  }

  private List<String> blockers() {
    return world.rollout(FINANCE).blockers().stream().map(Blocker::key).toList();
  }

  private void finishAnnouncement() {
    world.play("2027-01-13T12:00:00Z");
    world.answer(FINANCE, "readiness", 4, 2);
    world.play("2027-01-25T12:00:00Z");
  }

  private void agree() {
    world.send(
        new GiveOpinion(
            COPILOT,
            1,
            Opinion.AGREES,
            List.of(),
            "",
            new AccountId("account-council"),
            world.now()));
  }

  private static Plan plan(StageName before) {
    return SamplePlan.governed(
        new Governance(
            new ConsultationRule("Works council", Needs.CONSENT, before),
            SamplePlan.plan().governance().answers(),
            Map.of()));
  }
}
