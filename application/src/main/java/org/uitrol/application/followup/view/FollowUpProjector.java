package org.uitrol.application.followup.view;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;
import org.uitrol.application.followup.view.StepRow.State;
import org.uitrol.domain.followup.FollowUpEvent;
import org.uitrol.domain.followup.FollowUpEvent.FollowUpClosed;
import org.uitrol.domain.followup.FollowUpEvent.FollowUpEscalated;
import org.uitrol.domain.followup.FollowUpEvent.FollowUpOpened;
import org.uitrol.domain.followup.FollowUpEvent.FollowUpReminded;
import org.uitrol.domain.followup.FollowUpEvent.StepSkipped;

/** Follows who is followed up, step by step. */
@Component
@ProcessingGroup("view.followup")
public class FollowUpProjector {

  private final FollowUpStore store;

  public FollowUpProjector(FollowUpStore store) {
    this.store = store;
  }

  @EventHandler
  void on(FollowUpOpened event) {
    store.put(
        new FollowUpRow(
            event.followUp(),
            event.kind(),
            event.rollout(),
            event.activity(),
            event.reason(),
            event.person(),
            event.at(),
            event.steps().stream().map(step -> new StepRow(step, State.TO_COME, null)).toList(),
            null,
            null));
  }

  @EventHandler
  void on(FollowUpReminded event) {
    store.put(followUp(event).step(event.number(), State.TAKEN, event.at()));
  }

  @EventHandler
  void on(FollowUpEscalated event) {
    store.put(followUp(event).step(event.number(), State.TAKEN, event.at()));
  }

  @EventHandler
  void on(StepSkipped event) {
    store.put(followUp(event).step(event.number(), State.SKIPPED, event.at()));
  }

  @EventHandler
  void on(FollowUpClosed event) {
    store.put(followUp(event).closed(event.outcome(), event.at()));
  }

  @ResetHandler
  void reset() {
    store.clear();
  }

  private FollowUpRow followUp(FollowUpEvent event) {
    return store
        .find(event.followUp())
        .orElseThrow(() -> new IllegalStateException("no follow-up " + event.followUp()));
  }
}
