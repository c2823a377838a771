package org.uitrol.application.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.application.testing.SamplePlan.COPILOT;
import static org.uitrol.application.testing.SamplePlan.FINANCE;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.uitrol.application.testing.SamplePlan;
import org.uitrol.domain.campaign.CampaignCommand.AnswerQuestion;
import org.uitrol.domain.campaign.CampaignEvent.WaveStarted;
import org.uitrol.domain.campaign.Governance;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.campaign.consultation.ConsultationCommand.ForgoSuspension;
import org.uitrol.domain.campaign.consultation.ConsultationCommand.GiveOpinion;
import org.uitrol.domain.campaign.consultation.ConsultationCommand.SetAdviceAside;
import org.uitrol.domain.campaign.consultation.ConsultationEvent.CouncilAsked;
import org.uitrol.domain.campaign.consultation.ConsultationEvent.SuspensionEnded;
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

  private static final AccountId COUNCIL = new AccountId("account-council");

  private final World world = World.thatHearsEverythingTwice("2027-01-08T12:00:00Z");

  @Test
  void reads_every_measure_that_the_plan_takes() {
    world.launch(plan(StageName.ANNOUNCE));

    List<Measure> measures = world.events(CouncilAsked.class).get(0).measures();
    assertThat(measures)
        .extracting(one -> one.kind().key() + " " + one.subject() + " " + one.collects())
        .containsExactly(
            "mail  [delivered, sent]",
            "inbound  [answers, reports]",
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
  void is_given_a_month_when_its_advice_is_set_aside() {
    goOnAgainstAdvice();
    world.play("2027-02-08T20:00:00Z");
    assertThat(world.events(WaveStarted.class)).isEmpty();

    world.play("2027-02-09T12:00:00Z");

    assertThat(world.events(SuspensionEnded.class)).hasSize(1);
    assertThat(world.events(WaveStarted.class)).hasSize(1);
  }

  @Test
  void may_say_that_it_need_not_wait() {
    goOnAgainstAdvice();

    world.send(new ForgoSuspension(COPILOT, 1, COUNCIL, world.now()));
    world.play("2027-02-12T12:00:00Z");

    assertThat(world.events(WaveStarted.class))
        .extracting(WaveStarted::at)
        .singleElement()
        .matches(at -> at.isBefore(Instant.parse("2027-01-13T00:00:00Z")));
    assertThat(world.events(SuspensionEnded.class)).hasSize(1);
  }

  /** On 8 January, three days before the first wave. */
  private void goOnAgainstAdvice() {
    world.launch(plan(Needs.ADVICE, StageName.ANNOUNCE));
    world.send(
        new GiveOpinion(
            COPILOT, 1, Opinion.DISAGREES, List.of(), "Too soon", COUNCIL, world.now()));
    world.send(
        new SetAdviceAside(COPILOT, 1, "The old tool stops", SamplePlan.WRITER, world.now()));
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
    world.send(new GiveOpinion(COPILOT, 1, Opinion.AGREES, List.of(), "", COUNCIL, world.now()));
  }

  private static Plan plan(StageName before) {
    return plan(Needs.CONSENT, before);
  }

  private static Plan plan(Needs needs, StageName before) {
    return SamplePlan.governed(
        new Governance(
            new ConsultationRule("Works council", needs, before),
            SamplePlan.plan().governance().answers(),
            Map.of()));
  }
}
