package org.uitrol.domain.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.domain.rollout.OneDepartment.ID;
import static org.uitrol.domain.rollout.OneDepartment.MONDAY;
import static org.uitrol.domain.rollout.OneDepartment.RULES;
import static org.uitrol.domain.rollout.OneDepartment.TUESDAY;
import static org.uitrol.domain.testing.History.refusal;
import static org.uitrol.domain.testing.Plans.CALENDAR;
import static org.uitrol.domain.testing.Plans.READER;
import static org.uitrol.domain.testing.Plans.WRITER;
import static org.uitrol.domain.testing.Plans.announcement;
import static org.uitrol.domain.testing.Plans.stage;
import static org.uitrol.domain.testing.Plans.stages;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.rollout.RolloutCommand.ApproveGate;
import org.uitrol.domain.rollout.RolloutCommand.NoteAnswers;
import org.uitrol.domain.rollout.RolloutCommand.NoteConsultation;
import org.uitrol.domain.rollout.RolloutCommand.SkipStage;
import org.uitrol.domain.rollout.RolloutEvent.GateApproved;
import org.uitrol.domain.rollout.RolloutEvent.StageEntered;
import org.uitrol.domain.rollout.gate.Approver;
import org.uitrol.domain.rollout.gate.Blocker;
import org.uitrol.domain.rollout.gate.Disclosure;
import org.uitrol.domain.rollout.gate.GatePlan;

class AGateWithPeopleBehindIt {

  private static final RolloutPlan APPROVED_TWICE =
      stages(
          stage(
              StageName.ANNOUNCE,
              new GatePlan(
                  List.of(), 0, null, List.of(Approver.CHANGE_MANAGER, Approver.WORKS_COUNCIL)),
              announcement("news")),
          stage(StageName.DEMO, announcement("demo-news")));

  private static final RolloutPlan CONSULTED =
      new RolloutPlan(
          CALENDAR,
          List.of(
              stage(StageName.ANNOUNCE, announcement("news")),
              stage(StageName.DEMO, announcement("demo-news"))),
          List.of(),
          StageName.DEMO);

  @Test
  void waits_for_everybody_who_has_to_approve() {
    OneDepartment finance = OneDepartment.with(5, APPROVED_TWICE);
    finance.startActivity("news", MONDAY);
    assertThat(finance.blockers())
        .containsExactly("APPROVAL_MISSING change-manager", "APPROVAL_MISSING works-council");

    assertThat(finance.when(approve(Approver.CHANGE_MANAGER, true)))
        .contains(
            new GateApproved(ID, StageName.ANNOUNCE, Approver.CHANGE_MANAGER, WRITER, TUESDAY));
    assertThat(finance.now().stage()).isEqualTo(StageName.ANNOUNCE);
    assertThat(finance.when(approve(Approver.CHANGE_MANAGER, true))).isEmpty();

    finance.when(approve(Approver.WORKS_COUNCIL, false));
    assertThat(finance.now().stage()).isEqualTo(StageName.DEMO);
    assertThat(finance.now().approvals()).isEmpty();
  }

  @Test
  void is_not_approved_twice_by_the_same_person_nor_by_who_was_not_asked() {
    OneDepartment finance = OneDepartment.with(5, APPROVED_TWICE);
    finance.when(approve(Approver.CHANGE_MANAGER, true));
    assertThat(refusal(() -> finance.when(approve(Approver.WORKS_COUNCIL, true))))
        .isEqualTo("OWN_APPROVAL");
    assertThat(refusal(() -> finance.when(approve(Approver.ADMIN, false)))).isEqualTo("NOT_ASKED");
  }

  @Test
  void stays_closed_until_the_three_questions_have_an_answer() {
    OneDepartment finance =
        OneDepartment.owedAnswers(
            5,
            stages(
                stage(StageName.ANNOUNCE, announcement("news")),
                stage(StageName.DEMO, announcement("demo-news"))));
    finance.startActivity("news", MONDAY);
    assertThat(finance.blockers())
        .containsExactly(
            "ANSWER_MISSING dataUsed", "ANSWER_MISSING outputSeenBy", "ANSWER_MISSING dataLeaves");
    finance.when(new NoteAnswers(ID, Set.of(Disclosure.DATA_USED), TUESDAY));
    assertThat(finance.when(new NoteAnswers(ID, Set.of(Disclosure.DATA_USED), TUESDAY))).isEmpty();
    finance.when(
        new NoteAnswers(ID, Set.of(Disclosure.OUTPUT_SEEN_BY, Disclosure.DATA_LEAVES), TUESDAY));
    assertThat(finance.now().stage()).isEqualTo(StageName.DEMO);
  }

  @Test
  void stays_closed_until_the_works_council_has_had_its_say() {
    OneDepartment finance = OneDepartment.with(5, CONSULTED);
    finance.startActivity("news", MONDAY);
    assertThat(finance.blockers()).containsExactly("CONSULTATION_OPEN ");
    assertThat(
            refusal(
                () ->
                    finance.when(new SkipStage(ID, StageName.ANNOUNCE, WRITER, "hurry", TUESDAY))))
        .isEqualTo("HARD_GATE");

    finance.when(new NoteConsultation(ID, 2, true, TUESDAY));
    assertThat(finance.now().stage()).isEqualTo(StageName.ANNOUNCE);
    assertThat(finance.when(new NoteConsultation(ID, 1, true, TUESDAY)))
        .hasAtLeastOneElementOfType(StageEntered.class);
  }

  @Test
  void tells_since_when_each_thing_keeps_it_closed() {
    OneDepartment finance = OneDepartment.with(5, APPROVED_TWICE);
    Instant later = TUESDAY.plusSeconds(3_600);
    finance.startActivity("news", TUESDAY);
    finance.when(new ApproveGate(ID, StageName.ANNOUNCE, Approver.CHANGE_MANAGER, WRITER, later));
    assertThat(finance.now().gateReport(later, RULES).since())
        .containsOnly(Map.entry(Blocker.unapproved(Approver.WORKS_COUNCIL).key(), MONDAY));
  }

  private static ApproveGate approve(Approver as, boolean writer) {
    return new ApproveGate(ID, StageName.ANNOUNCE, as, writer ? WRITER : READER, TUESDAY);
  }
}
