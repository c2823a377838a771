package org.uitrol.application.adoption.view;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;
import org.uitrol.domain.adoption.UsageLookEvent.UseLookedAt;

/** Follows who looked at whose use. */
@Component
@ProcessingGroup("view.looks")
public class LookProjector {

  private final LookStore store;

  public LookProjector(LookStore store) {
    this.store = store;
  }

  @EventHandler
  void on(UseLookedAt event) {
    store.put(
        new LookRow(
            event.look(),
            event.campaign(),
            event.person(),
            event.by(),
            event.reason(),
            event.at()));
  }

  @ResetHandler
  void reset() {
    store.clear();
  }
}
