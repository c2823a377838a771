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
    Next next = new Next(this);
    next.stage = event.stage();
    next.stageSince = event.at();
    next.leastUntil = event.leastUntil();
    next.mostUntil = event.mostUntil();
    next.blockers = List.of();
    next.overdue = false;
    next.stages = entered;
    return next.row();
  }

  /** A newer version waits for the next stage, or is in force from now on. */
  RolloutRow pinned(int version, PersonId to, @Nullable Integer waiting) {
    Next next = new Next(this);
    next.planVersion = version;
    next.owner = to;
    next.amendedTo = waiting;
    return next.row();
  }

  /** It goes through this stage and those after it once more. */
  RolloutRow backTo(StageName earlier) {
    Next next = new Next(this);
    next.stages = stages.stream().filter(one -> one.stage().compareTo(earlier) < 0).toList();
    return next.row();
  }

  RolloutRow opened(StageName gate, Instant at) {
    Next next = new Next(this);
    next.blockers = List.of();
    next.stages =
        stages.stream()
            .map(one -> one.stage() == gate ? new StageRow(gate, one.enteredAt(), at) : one)
            .toList();
    return next.row();
  }

  RolloutRow blocked(List<Blocker> found) {
    Next next = new Next(this);
    next.blockers = found;
    return next.row();
  }

  RolloutRow late() {
    Next next = new Next(this);
    next.overdue = true;
    return next.row();
  }

  RolloutRow heldFor(List<String> reasons) {
    Next next = new Next(this);
    next.holds = reasons;
    return next.row();
  }

  RolloutRow in(RolloutStatus status, @Nullable Instant completion) {
    Next next = new Next(this);
    next.status = status;
    next.completedAt = completion;
    return next.row();
  }

  RolloutRow with(int people) {
    Next next = new Next(this);
    next.members = people;
    return next.row();
  }

  /** A copy in which some things are changed. */
  private static final class Next {

    private final RolloutRow was;
    private int planVersion;
    private PersonId owner;
    private @Nullable Integer amendedTo;
    private RolloutStatus status;
    private StageName stage;
    private Instant stageSince;
    private Instant leastUntil;
    private @Nullable Instant mostUntil;
    private int members;
    private List<String> holds;
    private List<Blocker> blockers;
    private boolean overdue;
    private List<StageRow> stages;
    private @Nullable Instant completedAt;

    Next(RolloutRow was) {
      this.was = was;
      planVersion = was.planVersion;
      owner = was.owner;
      amendedTo = was.amendedTo;
      status = was.status;
      stage = was.stage;
      stageSince = was.stageSince;
      leastUntil = was.leastUntil;
      mostUntil = was.mostUntil;
      members = was.members;
      holds = was.holds;
      blockers = was.blockers;
      overdue = was.overdue;
      stages = was.stages;
      completedAt = was.completedAt;
    }

    RolloutRow row() {
      return new RolloutRow(
          was.rollout,
          was.campaign,
          was.department,
          planVersion,
          owner,
          amendedTo,
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
  }
}
