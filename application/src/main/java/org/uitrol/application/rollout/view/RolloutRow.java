package org.uitrol.application.rollout.view;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.rollout.GateReports;
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
}
