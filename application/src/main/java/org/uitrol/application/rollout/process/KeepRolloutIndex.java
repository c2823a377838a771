package org.uitrol.application.rollout.process;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.uitrol.application.rollout.port.RolloutIndex;
import org.uitrol.application.rollout.port.RolloutIndex.Entry;
import org.uitrol.application.shared.Processing;
import org.uitrol.domain.rollout.RolloutEvent.PlanChanged;
import org.uitrol.domain.rollout.RolloutEvent.RolloutCancelled;
import org.uitrol.domain.rollout.RolloutEvent.RolloutCompleted;
import org.uitrol.domain.rollout.RolloutEvent.RolloutStarted;

/** Keeps the index of rollouts. */
@Component
@Order(Processing.INDEX_FIRST)
@ProcessingGroup(Processing.PROCESS)
@DisallowReplay
public class KeepRolloutIndex {

  private final RolloutIndex index;

  public KeepRolloutIndex(RolloutIndex index) {
    this.index = index;
  }

  @EventHandler
  void on(RolloutStarted event) {
    index.put(
        new Entry(
            event.rollout(),
            event.campaign(),
            event.department(),
            event.planVersion(),
            event.owner()));
  }

  @EventHandler
  void on(PlanChanged event) {
    index.repin(event.rollout(), event.planVersion(), event.owner());
  }

  @EventHandler
  void on(RolloutCompleted event) {
    index.over(event.rollout());
  }

  @EventHandler
  void on(RolloutCancelled event) {
    index.over(event.rollout());
  }
}
