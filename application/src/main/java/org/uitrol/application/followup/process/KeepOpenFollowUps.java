package org.uitrol.application.followup.process;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.uitrol.application.followup.port.OpenFollowUps;
import org.uitrol.application.shared.Processing;
import org.uitrol.domain.followup.FollowUpEvent.FollowUpClosed;
import org.uitrol.domain.followup.FollowUpEvent.FollowUpOpened;

/** Keeps the index of open follow-ups. */
@Component
@Order(Processing.INDEX_FIRST)
@ProcessingGroup(Processing.PROCESS)
@DisallowReplay
public class KeepOpenFollowUps {

  private final OpenFollowUps open;

  public KeepOpenFollowUps(OpenFollowUps open) {
    this.open = open;
  }

  @EventHandler
  void on(FollowUpOpened event) {
    open.put(event.followUp(), event.rollout(), event.activity(), event.person());
  }

  @EventHandler
  void on(FollowUpClosed event) {
    open.remove(event.followUp());
  }
}
