package org.uitrol.domain.rollout.gate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The conditions for leaving a stage, as the plan says them. Besides these, every activity of the
 * stage must be done.
 *
 * @param needs conditions in CEL over the evidence; all must hold
 * @param least working days that the stage lasts at the least, 0 or more
 * @param most working days after which the owner is told that the gate is still closed, if ever
 * @param approvals who has to approve, each by somebody else
 */
public record GatePlan(
    List<String> needs, int least, @Nullable Integer most, List<Approver> approvals) {

  @SuppressWarnings("ConstantValue") // Events from before there were approvals don't name any.
  public GatePlan {
    needs = List.copyOf(needs);
    approvals = approvals == null ? List.of() : List.copyOf(approvals);
  }

  /** A gate that needs nobody's approval. */
  public GatePlan(List<String> needs, int least, @Nullable Integer most) {
    this(needs, least, most, List.of());
  }
}
