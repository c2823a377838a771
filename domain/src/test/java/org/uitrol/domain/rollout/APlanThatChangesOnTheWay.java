package org.uitrol.domain.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.domain.rollout.OneDepartment.ID;
import static org.uitrol.domain.rollout.OneDepartment.MONDAY;
import static org.uitrol.domain.rollout.OneDepartment.TUESDAY;
import static org.uitrol.domain.testing.Plans.CALENDAR;
import static org.uitrol.domain.testing.Plans.OWNER;
import static org.uitrol.domain.testing.Plans.announcement;
import static org.uitrol.domain.testing.Plans.stage;
import static org.uitrol.domain.testing.Plans.stages;
import static org.uitrol.domain.testing.Plans.training;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.rollout.RolloutCommand.AmendRollout;
import org.uitrol.domain.rollout.RolloutCommand.NoteConsultation;
import org.uitrol.domain.rollout.RolloutEvent.ActivityPlanned;
import org.uitrol.domain.rollout.RolloutEvent.PlanChanged;
import org.uitrol.domain.rollout.RolloutEvent.RolloutAmended;
import org.uitrol.domain.rollout.RolloutEvent.RolloutCompleted;
import org.uitrol.domain.rollout.RolloutEvent.StageEntered;

class APlanThatChangesOnTheWay {

  private static final RolloutPlan FIRST =
      stages(
          stage(StageName.ANNOUNCE, announcement("news")),
          stage(StageName.DEMO, announcement("demo-news")),
          stage(StageName.GO_LIVE, announcement("live")));

  private static final RolloutPlan SECOND =
      stages(
          stage(StageName.ANNOUNCE, announcement("other-news")),
          stage(StageName.TRAIN, training("basics")),
          stage(StageName.GO_LIVE, announcement("live")));

  @Test
  void leaves_the_present_stage_as_it_is() {
    OneDepartment finance = OneDepartment.with(5, FIRST);
    assertThat(finance.when(amend(2, SECOND)))
        .containsExactly(new RolloutAmended(ID, 2, SECOND, OWNER, TUESDAY));
    assertThat(finance.now().plan()).isEqualTo(FIRST);
    assertThat(finance.blockers()).containsExactly("ACTIVITY_OPEN news");
  }

  @Test
  void counts_from_the_next_stage_on() {
    OneDepartment finance = OneDepartment.with(5, FIRST);
    finance.when(amend(2, SECOND));
    List<RolloutEvent> events = finance.startActivity("news", MONDAY);
    assertThat(events)
        .containsSubsequence(
            new PlanChanged(ID, 2, OWNER, MONDAY),
            new StageEntered(ID, StageName.TRAIN, MONDAY, null, MONDAY),
            new ActivityPlanned(ID, training("basics"), MONDAY, MONDAY));
    assertThat(finance.now().planVersion()).isEqualTo(2);
    assertThat(finance.now().amended()).isNull();
  }

  @Test
  void is_noted_once_and_the_newest_counts() {
    OneDepartment finance = OneDepartment.with(5, FIRST);
    finance.when(amend(3, SECOND));
    assertThat(finance.when(amend(3, SECOND))).isEmpty();
    assertThat(finance.when(amend(2, FIRST))).isEmpty();
  }

  @Test
  void ends_a_department_for_which_it_has_no_stage_left() {
    OneDepartment finance = OneDepartment.with(5, FIRST);
    finance.when(amend(2, stages(stage(StageName.ANNOUNCE))));
    assertThat(finance.startActivity("news", MONDAY)).endsWith(new RolloutCompleted(ID, MONDAY));
  }

  @Test
  void waits_for_the_works_council_when_the_new_version_needs_it() {
    OneDepartment finance = OneDepartment.with(5, FIRST);
    finance.when(amend(2, new RolloutPlan(CALENDAR, SECOND.stages(), List.of(), StageName.TRAIN)));
    finance.startActivity("news", MONDAY);
    assertThat(finance.blockers()).containsExactly("CONSULTATION_OPEN ");
    finance.when(new NoteConsultation(ID, 2, true, TUESDAY));
    assertThat(finance.now().stage()).isEqualTo(StageName.TRAIN);
  }

  private static AmendRollout amend(int version, RolloutPlan plan) {
    return new AmendRollout(ID, version, plan, OWNER, TUESDAY);
  }
}
