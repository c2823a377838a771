package org.uitrol.application.rollout.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.rollout.GateReports;
import org.uitrol.domain.rollout.RolloutEvent.RolloutStarted;
import org.uitrol.domain.rollout.RolloutEvent.StageEntered;
import org.uitrol.domain.rollout.RolloutStatus;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.rollout.gate.Blocker;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;

/**
 * How far one department is in one campaign.
 *
 * @param planVersion the version that it is pinned to
 * @param owner who hears of escalations
 * @param amendedTo the version that it takes up with its next stage, if there is a newer one
 * @param stageSince when it entered the stage
 * @param leastUntil before this moment the gate stays closed
 * @param mostUntil at this moment the owner is told if the gate is still closed; null for never
 * @param members how many people are in it now
 * @param holds why the gate is kept closed by hand or by a reaction; empty when it isn't
 * @param blockers what kept the gate closed when last looked; values may have changed since, see
 *     {@link GateReports}
 * @param overdue whether the stage has taken longer than the plan allows
 * @param stages the stages entered so far, in that order
 * @param completedAt when the last gate opened, once it did
 */
public record RolloutRow(
    RolloutId rollout,
    CampaignId campaign,
    DepartmentId department,
    int planVersion,
    PersonId owner,
    @Nullable Integer amendedTo,
    RolloutStatus status,
    StageName stage,
    Instant stageSince,
    Instant leastUntil,
    @Nullable Instant mostUntil,
    int members,
    List<String> holds,
    List<Blocker> blockers,
    boolean overdue,
    List<StageRow> stages,
    @Nullable Instant completedAt) {

  public RolloutRow {
    holds = List.copyOf(holds);
    blockers = List.copyOf(blockers);
    stages = List.copyOf(stages);
  }

  static RolloutRow of(RolloutStarted event) {
    return new RolloutRow(
        event.rollout(),
        event.campaign(),
        event.department(),
        event.planVersion(),
        event.owner(),
        null,
        RolloutStatus.RUNNING,
        event.plan().stages().get(0).stage(),
        event.at(),
        event.at(),
        null,
        event.members().size(),
        List.of(),
        List.of(),
        false,
        List.of(),
        null);
  }

  RolloutRow entered(StageEntered event) {
    List<StageRow> entered = new ArrayList<>(stages);
    entered.removeIf(one -> one.stage() == event.stage());
    entered.add(new StageRow(event.stage(), event.at(), null));
    return new RolloutRow(
        rollout,
        campaign,
        department,
        planVersion,
        owner,
        amendedTo,
        status,
        event.stage(),
        event.at(),
        event.leastUntil(),
        event.mostUntil(),
        members,
        holds,
        List.of(),
        false,
        entered,
        completedAt);
  }

  /** A newer version waits for the next stage, or is in force from now on. */
  RolloutRow pinned(int version, PersonId to, @Nullable Integer waiting) {
    return new RolloutRow(
        rollout,
        campaign,
        department,
        version,
        to,
        waiting,
        status,
        stage,
        stageSince,
        leastUntil,
        mostUntil,
        members,
        holds,
        blockers,
        overdue,
        stages,
        completedAt);
  }

  /** It goes through this stage and those after it once more. */
  RolloutRow backTo(StageName earlier) {
    return with(
        status,
        members,
        holds,
        blockers,
        overdue,
        stages.stream().filter(one -> one.stage().compareTo(earlier) < 0).toList(),
        completedAt);
  }

  RolloutRow opened(StageName gate, Instant at) {
    List<StageRow> next =
        stages.stream()
            .map(one -> one.stage() == gate ? new StageRow(gate, one.enteredAt(), at) : one)
            .toList();
    return with(status, members, holds, List.of(), overdue, next, completedAt);
  }

  RolloutRow blocked(List<Blocker> found) {
    return with(status, members, holds, found, overdue, stages, completedAt);
  }

  RolloutRow late() {
    return with(status, members, holds, blockers, true, stages, completedAt);
  }

  RolloutRow heldFor(List<String> reasons) {
    return with(status, members, reasons, blockers, overdue, stages, completedAt);
  }

  RolloutRow in(RolloutStatus next, @Nullable Instant completion) {
    return with(next, members, holds, blockers, overdue, stages, completion);
  }

  RolloutRow with(int people) {
    return with(status, people, holds, blockers, overdue, stages, completedAt);
  }

  private RolloutRow with(
      RolloutStatus nextStatus,
      int people,
      List<String> reasons,
      List<Blocker> found,
      boolean late,
      List<StageRow> entered,
      @Nullable Instant completion) {
    return new RolloutRow(
        rollout,
        campaign,
        department,
        planVersion,
        owner,
        amendedTo,
        nextStatus,
        stage,
        stageSince,
        leastUntil,
        mostUntil,
        people,
        reasons,
        found,
        late,
        entered,
        completion);
  }
}
