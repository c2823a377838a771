package org.uitrol.domain.rollout.gate;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.shared.AccountId;

/**
 * Why a gate is open or closed at one moment.
 *
 * @param leastUntil before this moment it stays closed
 * @param mostUntil at this moment the owner is told if it is still closed; null for never
 * @param findings what came of each condition, in the plan's order
 * @param waivers conditions that need not hold
 * @param blockers what keeps it closed; empty when it is open
 * @param since for each blocker by its key: the moment since when it has kept the gate closed; one
 *     that has just come up isn't there
 * @param approvals who approved, by role
 * @param facts everything that the rollout knows
 */
public record GateReport(
    StageName stage,
    Instant leastUntil,
    @Nullable Instant mostUntil,
    List<Finding> findings,
    List<Waiver> waivers,
    List<Blocker> blockers,
    Map<String, Instant> since,
    Map<Approver, AccountId> approvals,
    Facts facts) {

  public GateReport {
    findings = List.copyOf(findings);
    waivers = List.copyOf(waivers);
    blockers = List.copyOf(blockers);
    since = Map.copyOf(since);
    approvals = Map.copyOf(approvals);
  }

  public boolean isOpen() {
    return blockers.isEmpty();
  }

  /** Who answers for this condition, if it need not hold. */
  public Optional<Waiver> waiver(String condition) {
    return waivers.stream().filter(waiver -> waiver.condition().equals(condition)).findFirst();
  }

  /** Whether the same things keep it closed, whatever their present values. */
  public boolean isBlockedLike(List<Blocker> others) {
    return keys(blockers).equals(keys(others));
  }

  private static List<String> keys(List<Blocker> blockers) {
    return blockers.stream().map(Blocker::key).toList();
  }
}
