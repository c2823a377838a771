package org.uitrol.domain.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.domain.rollout.OneDepartment.ID;
import static org.uitrol.domain.rollout.OneDepartment.MONDAY;
import static org.uitrol.domain.rollout.OneDepartment.TUESDAY;
import static org.uitrol.domain.rollout.OneDepartment.attendance;
import static org.uitrol.domain.rollout.OneDepartment.surveyClosed;
import static org.uitrol.domain.testing.Plans.WRITER;
import static org.uitrol.domain.testing.Plans.action;
import static org.uitrol.domain.testing.Plans.activity;
import static org.uitrol.domain.testing.Plans.announcement;
import static org.uitrol.domain.testing.Plans.gate;
import static org.uitrol.domain.testing.Plans.person;
import static org.uitrol.domain.testing.Plans.presentation;
import static org.uitrol.domain.testing.Plans.reacting;
import static org.uitrol.domain.testing.Plans.stage;
import static org.uitrol.domain.testing.Plans.stages;
import static org.uitrol.domain.testing.Plans.survey;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.rollout.RolloutCommand.ConsiderGate;
import org.uitrol.domain.rollout.RolloutCommand.HoldRollout;
import org.uitrol.domain.rollout.RolloutCommand.PauseRollout;
import org.uitrol.domain.rollout.RolloutCommand.ReleaseRollout;
import org.uitrol.domain.rollout.RolloutCommand.RemoveMember;
import org.uitrol.domain.rollout.RolloutCommand.ResumeRollout;
import org.uitrol.domain.rollout.RolloutCommand.SkipActivity;
import org.uitrol.domain.rollout.RolloutEvent.ActivityDone;
import org.uitrol.domain.rollout.RolloutEvent.ActivityPlanned;
import org.uitrol.domain.rollout.RolloutEvent.GateOverdue;
import org.uitrol.domain.rollout.RolloutEvent.ReactionFired;
import org.uitrol.domain.rollout.RolloutEvent.ReactionRefused;
import org.uitrol.domain.rollout.RolloutEvent.RefusalReason;
import org.uitrol.domain.rollout.RolloutEvent.RolloutCompleted;
import org.uitrol.domain.rollout.RolloutEvent.RolloutHeld;
import org.uitrol.domain.rollout.RolloutEvent.RolloutPaused;
import org.uitrol.domain.rollout.RolloutEvent.RolloutReleased;
import org.uitrol.domain.rollout.RolloutEvent.RolloutResumed;
import org.uitrol.domain.rollout.gate.Blocker;
import org.uitrol.domain.rollout.reaction.ActionPlan.Kind;
import org.uitrol.domain.rollout.reaction.ReactionPlan;

class AHeldOrPausedDepartment {

  private static final Instant SATURDAY = Instant.parse("2027-01-16T12:00:00Z");
  private static final Instant NEXT_MONDAY = Instant.parse("2027-01-18T08:00:00Z");
  private static final ReactionPlan JOB_FEAR =
      new ReactionPlan(
          "job-fear",
          "survey.closed",
          "answers.jobWorry >= 3.5",
          1,
          List.of(action(Kind.HOLD, "", 0, 0)));
  private static final ReactionPlan MISSED =
      new ReactionPlan(
          "missed",
          "attendance.recorded",
          "!attended",
          1,
          List.of(action(Kind.MAIL, "another-date", 1, 0)));

  @Test
  void goes_no_further_until_it_is_released() {
    OneDepartment finance = OneDepartment.with(3, plan(announcement("news")));
    assertThat(finance.when(new HoldRollout(ID, WRITER, "reorganisation", MONDAY)))
        .startsWith(new RolloutHeld(ID, WRITER, "reorganisation", MONDAY));
    assertThat(finance.when(new HoldRollout(ID, WRITER, "reorganisation", MONDAY))).isEmpty();
    finance.when(new HoldRollout(ID, WRITER, "summer", MONDAY));
    finance.startActivity("news", MONDAY);
    assertThat(finance.now().blockers())
        .containsExactly(Blocker.held("reorganisation"), Blocker.held("summer"));

    assertThat(finance.when(new ReleaseRollout(ID, WRITER, "done", TUESDAY)))
        .startsWith(new RolloutReleased(ID, WRITER, "done", TUESDAY))
        .contains(new RolloutCompleted(ID, TUESDAY));
    assertThat(finance.when(new ReleaseRollout(ID, WRITER, "done", TUESDAY))).isEmpty();
  }

  @Test
  void starts_nothing_in_a_pause_and_opens_no_gate() {
    OneDepartment finance = OneDepartment.with(3, plan(announcement("news")));
    assertThat(finance.when(new PauseRollout(ID, MONDAY)))
        .containsExactly(new RolloutPaused(ID, MONDAY));
    assertThat(finance.when(new PauseRollout(ID, MONDAY))).isEmpty();
    assertThat(finance.startActivity("news", MONDAY)).isEmpty();
    finance.when(new SkipActivity(ID, "news", WRITER, "old", MONDAY));
    assertThat(finance.now().blockers()).containsExactly(Blocker.paused());
    assertThat(finance.when(new ResumeRollout(ID, TUESDAY)))
        .startsWith(new RolloutResumed(ID, TUESDAY))
        .contains(new RolloutCompleted(ID, TUESDAY));
    assertThat(finance.when(new ResumeRollout(ID, TUESDAY))).isEmpty();
  }

  @Test
  void plans_what_fell_due_in_the_pause_for_when_people_are_at_work_again() {
    ActivityPlan later = activity("later", ActivityKind.ANNOUNCEMENT, 20, 0);
    OneDepartment finance =
        OneDepartment.with(
            3, stages(stage(StageName.ANNOUNCE, announcement("news"), survey("ready"), later)));
    finance.startActivity("ready", MONDAY);
    finance.when(new PauseRollout(ID, MONDAY));
    finance.startActivity("news", MONDAY);
    assertThat(finance.when(new ResumeRollout(ID, SATURDAY)))
        .containsExactly(
            new RolloutResumed(ID, SATURDAY),
            new ActivityPlanned(ID, announcement("news"), NEXT_MONDAY, SATURDAY));
    assertThat(finance.startActivity("news", NEXT_MONDAY))
        .contains(new ActivityDone(ID, "news", NEXT_MONDAY));
  }

  @Test
  void plans_what_is_due_at_the_very_moment_of_resuming() {
    OneDepartment finance = OneDepartment.with(3, plan(announcement("news")));
    finance.when(new PauseRollout(ID, MONDAY));
    finance.startActivity("news", MONDAY);
    assertThat(finance.when(new ResumeRollout(ID, MONDAY)))
        .contains(new ActivityPlanned(ID, announcement("news"), MONDAY, MONDAY));
  }

  @Test
  void is_still_held_by_a_survey_that_closed_in_the_pause() {
    OneDepartment finance = OneDepartment.with(3, reacting(plan(survey("readiness")), JOB_FEAR));
    finance.startActivity("readiness", MONDAY);
    finance.when(new PauseRollout(ID, MONDAY));
    Observation worried = surveyClosed("readiness", Map.of("answers.jobWorry", 4.0));
    assertThat(finance.observe(worried, TUESDAY))
        .filteredOn(ReactionRefused.class::isInstance)
        .extracting(event -> ((ReactionRefused) event).reason())
        .containsExactly(RefusalReason.NOT_RUNNING);
    assertThat(finance.observe(worried, TUESDAY)).isEmpty();

    assertThat(finance.when(new ResumeRollout(ID, NEXT_MONDAY)))
        .contains(
            new ReactionFired(
                ID,
                "job-fear",
                "survey/readiness",
                "readiness",
                null,
                new TreeMap<>(Map.of("answers.jobWorry", 4.0)),
                JOB_FEAR.then(),
                JOB_FEAR.on(),
                NEXT_MONDAY),
            new RolloutHeld(ID, null, "job-fear", NEXT_MONDAY))
        .noneMatch(RolloutCompleted.class::isInstance);
    assertThat(finance.now().setAside()).isEmpty();
  }

  @Test
  void follows_up_after_the_pause_on_who_missed_a_session_and_still_works_there() {
    OneDepartment finance = OneDepartment.with(3, reacting(plan(presentation("plans")), MISSED));
    finance.startActivity("plans", MONDAY);
    finance.when(new PauseRollout(ID, MONDAY));
    finance.observe(attendance("plans", person(1), false), TUESDAY);
    finance.observe(attendance("plans", person(2), false), TUESDAY);
    finance.observe(attendance("plans", person(3), true), TUESDAY);
    finance.when(new RemoveMember(ID, person(2), TUESDAY));

    List<RolloutEvent> events = finance.when(new ResumeRollout(ID, NEXT_MONDAY));

    assertThat(events)
        .filteredOn(ReactionFired.class::isInstance)
        .extracting(event -> ((ReactionFired) event).person())
        .containsExactly(person(1));
    assertThat(events)
        .filteredOn(ReactionRefused.class::isInstance)
        .extracting(event -> ((ReactionRefused) event).reason())
        .containsExactly(RefusalReason.CONDITION_FAILS);
    assertThat(finance.now().setAside()).isEmpty();
  }

  @Test
  void hears_after_the_pause_that_its_stage_has_taken_too_long() {
    Instant most = Instant.parse("2027-01-18T08:00:00Z");
    OneDepartment finance =
        OneDepartment.with(3, stages(stage(StageName.ANNOUNCE, gate(0, 5), survey("readiness"))));
    finance.when(new PauseRollout(ID, TUESDAY));
    assertThat(finance.when(new ConsiderGate(ID, most))).noneMatch(GateOverdue.class::isInstance);
    assertThat(finance.when(new ResumeRollout(ID, most)))
        .contains(
            new GateOverdue(ID, StageName.ANNOUNCE, List.of(Blocker.open("readiness")), most));
    assertThat(finance.when(new ConsiderGate(ID, most))).isEmpty();
  }

  private static RolloutPlan plan(ActivityPlan activity) {
    return stages(stage(StageName.ANNOUNCE, activity));
  }
}
