package org.uitrol.application.rollout.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.uitrol.application.rollout.view.ActivityRow.State;
import org.uitrol.application.support.Projection;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.domain.rollout.ActivityPlan;
import org.uitrol.domain.rollout.RolloutEvent;
import org.uitrol.domain.rollout.RolloutEvent.ActivityDone;
import org.uitrol.domain.rollout.RolloutEvent.ActivityMissed;
import org.uitrol.domain.rollout.RolloutEvent.ActivityPlanned;
import org.uitrol.domain.rollout.RolloutEvent.ActivitySkipped;
import org.uitrol.domain.rollout.RolloutEvent.ActivityStarted;
import org.uitrol.domain.rollout.RolloutEvent.GateBlocked;
import org.uitrol.domain.rollout.RolloutEvent.GateOpened;
import org.uitrol.domain.rollout.RolloutEvent.GateOverdue;
import org.uitrol.domain.rollout.RolloutEvent.MemberJoined;
import org.uitrol.domain.rollout.RolloutEvent.MemberLeft;
import org.uitrol.domain.rollout.RolloutEvent.ReactionFired;
import org.uitrol.domain.rollout.RolloutEvent.ReactionRefused;
import org.uitrol.domain.rollout.RolloutEvent.RefusalReason;
import org.uitrol.domain.rollout.RolloutEvent.RolloutCancelled;
import org.uitrol.domain.rollout.RolloutEvent.RolloutCompleted;
import org.uitrol.domain.rollout.RolloutEvent.RolloutHeld;
import org.uitrol.domain.rollout.RolloutEvent.RolloutPaused;
import org.uitrol.domain.rollout.RolloutEvent.RolloutReleased;
import org.uitrol.domain.rollout.RolloutEvent.RolloutResumed;
import org.uitrol.domain.rollout.RolloutEvent.RolloutStarted;
import org.uitrol.domain.rollout.RolloutEvent.SessionsNoted;
import org.uitrol.domain.rollout.RolloutEvent.StageEntered;
import org.uitrol.domain.rollout.RolloutPlan;
import org.uitrol.domain.rollout.RolloutStatus;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.rollout.StagePlan;
import org.uitrol.domain.rollout.gate.Blocker;
import org.uitrol.domain.rollout.gate.Disclosure;
import org.uitrol.domain.rollout.gate.GatePlan;
import org.uitrol.domain.rollout.reaction.ActionPlan;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.CalendarRule;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SessionId;

class ADepartmentOnTheBoard {

  private static final RolloutId ROLLOUT = new RolloutId("r-1");
  private static final CampaignId COPILOT = new CampaignId("copilot-2027");
  private static final DepartmentId FINANCE = new DepartmentId("finance");
  private static final PersonId OWNER = new PersonId("p-9");
  private static final PersonId SANNE = new PersonId("p-1");
  private static final PersonId JOOST = new PersonId("p-2");
  private static final Instant MONDAY = Instant.parse("2027-01-11T08:00:00Z");
  private static final Instant FRIDAY = Instant.parse("2027-01-15T08:00:00Z");
  private static final Instant LATER = Instant.parse("2027-02-22T08:00:00Z");
  private static final ActivityPlan NEWS =
      new ActivityPlan("news", ActivityKind.ANNOUNCEMENT, "why-copilot", 0, 0, null, null);
  private static final ActivityPlan TALK =
      new ActivityPlan("plans", ActivityKind.PRESENTATION, "ai-plans", 2, 10, null, null);

  @Test
  void shows_the_stage_and_how_long_it_lasts() {
    RolloutStore board = after(enter(StageName.ANNOUNCE, MONDAY));

    RolloutRow row = row(board);
    assertThat(row.status()).isEqualTo(RolloutStatus.RUNNING);
    assertThat(row.planVersion()).isEqualTo(3);
    assertThat(row.stage()).isEqualTo(StageName.ANNOUNCE);
    assertThat(row.stageSince()).isEqualTo(MONDAY);
    assertThat(row.leastUntil()).isEqualTo(FRIDAY);
    assertThat(row.mostUntil()).isEqualTo(LATER);
    assertThat(board.ofCampaign(COPILOT)).containsExactly(row);
    assertThat(board.ofDepartment(FINANCE)).containsExactly(row);
  }

  @Test
  void shows_when_each_stage_was_entered_and_its_gate_opened() {
    RolloutRow row =
        row(
            after(
                enter(StageName.ANNOUNCE, MONDAY),
                new GateOpened(ROLLOUT, StageName.ANNOUNCE, List.of(), FRIDAY),
                enter(StageName.DEMO, FRIDAY)));

    assertThat(row.stages())
        .containsExactly(
            new StageRow(StageName.ANNOUNCE, MONDAY, FRIDAY),
            new StageRow(StageName.DEMO, FRIDAY, null));
    assertThat(row.stage()).isEqualTo(StageName.DEMO);
  }

  @Test
  void shows_what_keeps_the_gate_closed_until_it_opens() {
    RolloutEvent blocked =
        new GateBlocked(ROLLOUT, StageName.ANNOUNCE, List.of(Blocker.open("news")), MONDAY);

    assertThat(row(after(enter(StageName.ANNOUNCE, MONDAY), blocked)).blockers())
        .containsExactly(Blocker.open("news"));
    assertThat(
            row(after(
                    enter(StageName.ANNOUNCE, MONDAY),
                    blocked,
                    new GateOpened(ROLLOUT, StageName.ANNOUNCE, List.of(), FRIDAY)))
                .blockers())
        .isEmpty();
  }

  @Test
  void shows_that_a_stage_takes_too_long_until_the_next_one() {
    RolloutEvent overdue =
        new GateOverdue(ROLLOUT, StageName.ANNOUNCE, List.of(Blocker.held("job-fear")), LATER);

    RolloutRow late = row(after(enter(StageName.ANNOUNCE, MONDAY), overdue));
    assertThat(late.overdue()).isTrue();
    assertThat(late.blockers()).containsExactly(Blocker.held("job-fear"));
    assertThat(
            row(after(enter(StageName.ANNOUNCE, MONDAY), overdue, enter(StageName.DEMO, LATER)))
                .overdue())
        .isFalse();
  }

  @Test
  void shows_every_reason_for_which_it_is_held_until_it_is_released() {
    RolloutEvent fear = new RolloutHeld(ROLLOUT, null, "job-fear", MONDAY);
    RolloutEvent move = new RolloutHeld(ROLLOUT, new AccountId("a-1"), "moving house", FRIDAY);

    assertThat(row(after(fear, move)).holds()).containsExactly("job-fear", "moving house");
    assertThat(
            row(after(fear, move, new RolloutReleased(ROLLOUT, new AccountId("a-1"), "ok", LATER)))
                .holds())
        .isEmpty();
  }

  @Test
  void shows_how_far_each_activity_is() {
    RolloutStore board =
        after(
            enter(StageName.ANNOUNCE, MONDAY),
            new ActivityPlanned(ROLLOUT, TALK, FRIDAY, MONDAY),
            new ActivityPlanned(ROLLOUT, NEWS, MONDAY, MONDAY),
            new ActivityStarted(ROLLOUT, NEWS, List.of(SANNE, JOOST), MONDAY, MONDAY),
            new ActivityDone(ROLLOUT, "news", MONDAY),
            new ActivityStarted(ROLLOUT, TALK, List.of(SANNE, JOOST), LATER, FRIDAY),
            new SessionsNoted(
                ROLLOUT, "plans", List.of(new SessionId("s-1")), List.of(JOOST), FRIDAY));

    assertThat(board.activities(ROLLOUT))
        .extracting(
            ActivityRow::activity,
            ActivityRow::state,
            ActivityRow::endsAt,
            ActivityRow::people,
            ActivityRow::unplaced)
        .containsExactly(
            tuple("news", State.OVER, MONDAY, 2, 0), tuple("plans", State.STARTED, LATER, 2, 1));
  }

  @Test
  void tells_what_was_skipped_from_what_was_missed() {
    RolloutStore board =
        after(
            enter(StageName.ANNOUNCE, MONDAY),
            new ActivityPlanned(ROLLOUT, TALK, FRIDAY, MONDAY),
            new ActivityPlanned(ROLLOUT, NEWS, MONDAY, MONDAY),
            new ActivitySkipped(ROLLOUT, "plans", new AccountId("a-1"), "no room", FRIDAY),
            new ActivityMissed(ROLLOUT, "news", MONDAY, LATER));

    assertThat(board.activities(ROLLOUT))
        .extracting(ActivityRow::state)
        .containsExactly(State.MISSED, State.SKIPPED);
  }

  @Test
  void counts_its_people_and_knows_who_they_are() {
    RolloutStore board =
        after(
            new MemberJoined(ROLLOUT, new PersonId("p-3"), List.of(), FRIDAY),
            new MemberLeft(ROLLOUT, SANNE, FRIDAY),
            new MemberLeft(ROLLOUT, JOOST, FRIDAY));

    assertThat(row(board).members()).isEqualTo(1);
    assertThat(board.members(ROLLOUT)).containsExactly(new PersonId("p-3"));
    assertThat(board.ofPerson(new PersonId("p-3"))).containsExactly(row(board));
    assertThat(board.ofPerson(SANNE)).isEmpty();
  }

  @Test
  void shows_what_reactions_did_and_why_others_did_not() {
    TreeMap<String, Object> seen = new TreeMap<>(Map.of("answers.jobWorry", 3.9));
    List<ActionPlan> hold = List.of(new ActionPlan(ActionPlan.Kind.HOLD, "", null, 0, 0));
    RolloutStore board =
        after(
            new ReactionFired(
                ROLLOUT,
                "job-fear",
                "survey/1",
                "readiness",
                null,
                seen,
                hold,
                "survey.closed",
                MONDAY),
            new ReactionRefused(
                ROLLOUT,
                "missed",
                "attendance/1",
                "plans",
                SANNE,
                RefusalReason.CONDITION_FAILS,
                new TreeMap<>(Map.of("attended", true)),
                FRIDAY));

    assertThat(board.reactions(ROLLOUT))
        .extracting(ReactionRow::reaction, ReactionRow::fired, ReactionRow::refused)
        .containsExactly(
            tuple("missed", false, RefusalReason.CONDITION_FAILS), tuple("job-fear", true, null));
    assertThat(board.reactions(ROLLOUT).get(1).seen()).isEqualTo(seen);
    assertThat(board.reactions(ROLLOUT).get(1).actions()).isEqualTo(hold);
  }

  @Test
  void shows_a_pause_and_how_it_ended() {
    assertThat(row(after(new RolloutPaused(ROLLOUT, MONDAY))).status())
        .isEqualTo(RolloutStatus.PAUSED);
    assertThat(
            row(after(new RolloutPaused(ROLLOUT, MONDAY), new RolloutResumed(ROLLOUT, FRIDAY)))
                .status())
        .isEqualTo(RolloutStatus.RUNNING);
    assertThat(row(after(new RolloutCancelled(ROLLOUT, FRIDAY))).status())
        .isEqualTo(RolloutStatus.CANCELLED);
    RolloutRow completed = row(after(new RolloutCompleted(ROLLOUT, LATER)));
    assertThat(completed.status()).isEqualTo(RolloutStatus.COMPLETED);
    assertThat(completed.completedAt()).isEqualTo(LATER);
  }

  private static RolloutRow row(RolloutStore board) {
    return board.find(ROLLOUT).orElseThrow();
  }

  private static RolloutStore after(RolloutEvent... events) {
    CalendarRule calendar =
        new CalendarRule(
            ZoneId.of("Europe/Amsterdam"),
            "NL",
            EnumSet.of(DayOfWeek.MONDAY),
            LocalTime.of(9, 0),
            LocalTime.of(17, 0),
            List.of());
    GatePlan gate = new GatePlan(List.of(), 4, 30);
    RolloutPlan plan =
        new RolloutPlan(
            calendar,
            List.of(
                new StagePlan(StageName.ANNOUNCE, List.of(NEWS, TALK), gate),
                new StagePlan(StageName.DEMO, List.of(), gate)),
            List.of());
    List<RolloutEvent> all = new ArrayList<>();
    all.add(
        new RolloutStarted(
            ROLLOUT,
            COPILOT,
            FINANCE,
            3,
            plan,
            OWNER,
            List.of(SANNE, JOOST),
            List.of(),
            List.of(Disclosure.values()),
            MONDAY));
    all.addAll(List.of(events));
    return Projection.<RolloutStore>fill(
        MemoryRolloutStore::new,
        RolloutProjector::new,
        store ->
            List.of(
                store.ofCampaign(COPILOT),
                store.activities(ROLLOUT),
                store.reactions(ROLLOUT),
                store.members(ROLLOUT)),
        all);
  }

  private static RolloutEvent enter(StageName stage, Instant at) {
    return new StageEntered(ROLLOUT, stage, FRIDAY, LATER, at);
  }
}
