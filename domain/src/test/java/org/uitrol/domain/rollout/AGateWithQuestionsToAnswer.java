package org.uitrol.domain.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.domain.rollout.OneDepartment.ID;
import static org.uitrol.domain.rollout.OneDepartment.MONDAY;
import static org.uitrol.domain.rollout.OneDepartment.RULES;
import static org.uitrol.domain.rollout.OneDepartment.TUESDAY;
import static org.uitrol.domain.testing.Plans.WRITER;
import static org.uitrol.domain.testing.Plans.announcement;
import static org.uitrol.domain.testing.Plans.gate;
import static org.uitrol.domain.testing.Plans.stage;
import static org.uitrol.domain.testing.Plans.stages;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.rollout.RolloutCommand.CancelRollout;
import org.uitrol.domain.rollout.RolloutCommand.NoteConcerns;
import org.uitrol.domain.rollout.RolloutCommand.SkipStage;
import org.uitrol.domain.rollout.RolloutCommand.StartRollout;
import org.uitrol.domain.rollout.RolloutEvent.ConcernsNoted;
import org.uitrol.domain.rollout.RolloutEvent.GateBlocked;
import org.uitrol.domain.rollout.RolloutEvent.GateOpened;
import org.uitrol.domain.rollout.RolloutEvent.RolloutCompleted;
import org.uitrol.domain.rollout.RolloutEvent.RolloutStarted;
import org.uitrol.domain.rollout.gate.Blocker;
import org.uitrol.domain.testing.History;

class AGateWithQuestionsToAnswer {

  private static final RolloutPlan PLAIN =
      stages(stage(StageName.ANNOUNCE, announcement("news")), stage(StageName.DEMO));
  private static final RolloutPlan ASKING =
      stages(
          stage(
              StageName.ANNOUNCE,
              gate(0, null, "concerns.mustAnswerOpen == 0"),
              announcement("news")));

  @Test
  void stays_closed_although_its_plan_says_nothing_of_questions() {
    OneDepartment department = OneDepartment.with(3, PLAIN);
    department.when(new NoteConcerns(ID, new ConcernCount(3, 2), MONDAY));

    department.startActivity("news", MONDAY);

    assertThat(department.now().stage()).isEqualTo(StageName.ANNOUNCE);
    assertThat(department.now().blockers()).containsExactly(Blocker.concerns(2));
  }

  @Test
  void tells_anew_when_their_number_changes_and_opens_after_the_last_answer() {
    OneDepartment department = OneDepartment.with(3, PLAIN);
    department.when(new NoteConcerns(ID, new ConcernCount(3, 2), MONDAY));
    department.startActivity("news", MONDAY);

    List<RolloutEvent> first =
        department.when(new NoteConcerns(ID, new ConcernCount(2, 1), TUESDAY));
    List<RolloutEvent> last =
        department.when(new NoteConcerns(ID, new ConcernCount(1, 0), TUESDAY));

    assertThat(first)
        .containsExactly(
            new ConcernsNoted(ID, 2, 1, TUESDAY),
            new GateBlocked(ID, StageName.ANNOUNCE, List.of(Blocker.concerns(1)), TUESDAY));
    assertThat(last.get(0)).isEqualTo(new ConcernsNoted(ID, 1, 0, TUESDAY));
    assertThat(last).anyMatch(GateOpened.class::isInstance);
    assertThat(last).anyMatch(RolloutCompleted.class::isInstance);
  }

  @Test
  void hears_the_same_number_twice_and_changes_nothing() {
    OneDepartment department = OneDepartment.with(3, PLAIN);
    department.when(new NoteConcerns(ID, new ConcernCount(3, 2), MONDAY));

    assertThat(department.when(new NoteConcerns(ID, new ConcernCount(3, 2), TUESDAY))).isEmpty();
  }

  @Test
  void may_ask_for_it_in_a_condition_that_is_known_from_the_beginning() {
    OneDepartment nobodyAsked = OneDepartment.with(3, ASKING);
    OneDepartment asked = OneDepartment.with(3, ASKING);
    asked.when(new NoteConcerns(ID, new ConcernCount(1, 1), MONDAY));

    nobodyAsked.startActivity("news", MONDAY);
    asked.startActivity("news", MONDAY);

    assertThat(nobodyAsked.now().status()).isEqualTo(RolloutStatus.COMPLETED);
    assertThat(asked.now().gateReport(MONDAY, RULES).blockers())
        .extracting(Blocker::reason)
        .containsExactly(Blocker.Reason.CONDITION_FAILS, Blocker.Reason.CONCERN_OPEN);
    assertThat(asked.now().gateReport(MONDAY, RULES).facts().values())
        .containsEntry("concerns.open", 1.0)
        .containsEntry("concerns.mustAnswerOpen", 1.0);
  }

  @Test
  void knows_in_a_new_department_what_was_asked_before_it_began() {
    StartRollout plain = OneDepartment.start(3, stages(stage(StageName.ANNOUNCE)));

    List<RolloutEvent> events =
        DepartmentRollout.start(
            null,
            new StartRollout(
                plain.rollout(),
                plain.campaign(),
                plain.department(),
                plain.planVersion(),
                plain.plan(),
                plain.owner(),
                plain.members(),
                plain.consulted(),
                plain.answered(),
                new ConcernCount(2, 1),
                plain.at()),
            RULES);

    assertThat(events.get(0)).isInstanceOf(RolloutStarted.class);
    assertThat(events.get(1)).isEqualTo(new ConcernsNoted(ID, 2, 1, plain.at()));
    assertThat(events).noneMatch(GateOpened.class::isInstance);
    assertThat(DepartmentRollout.start(null, plain, RULES)).anyMatch(GateOpened.class::isInstance);
  }

  @Test
  void is_not_passed_by_skipping_its_stage() {
    OneDepartment department = OneDepartment.with(3, PLAIN);
    department.when(new NoteConcerns(ID, new ConcernCount(1, 1), MONDAY));
    SkipStage skip = new SkipStage(ID, StageName.ANNOUNCE, WRITER, "In a hurry", TUESDAY);

    assertThat(History.refusal(() -> department.when(skip))).isEqualTo("HARD_GATE");
    department.when(new NoteConcerns(ID, ConcernCount.NONE, TUESDAY));
    assertThat(department.when(skip)).isNotEmpty();
  }

  @Test
  void takes_no_notice_any_more_when_it_is_over() {
    OneDepartment department = OneDepartment.with(3, PLAIN);
    department.when(new CancelRollout(ID, MONDAY));

    assertThat(department.when(new NoteConcerns(ID, new ConcernCount(1, 1), TUESDAY))).isEmpty();
  }
}
