package org.uitrol.application.concern.view;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;
import org.uitrol.domain.concern.Concern;
import org.uitrol.domain.concern.ConcernEvent;
import org.uitrol.domain.concern.ConcernEvent.ConcernAnswered;
import org.uitrol.domain.concern.ConcernEvent.ConcernRaised;

/** Follows each concern by its own rules. */
@Component
@ProcessingGroup("view.concern")
public class ConcernProjector {

  private final ConcernStore store;

  public ConcernProjector(ConcernStore store) {
    this.store = store;
  }

  @EventHandler
  void on(ConcernEvent event) {
    if (event instanceof ConcernRaised raised) {
      store.put(new ConcernRow(Concern.evolve(null, raised), raised.at(), 0, null));
      return;
    }
    ConcernRow row =
        store
            .find(event.concern())
            .orElseThrow(() -> new IllegalStateException("no concern " + event.concern()));
    Concern next = Concern.evolve(row.concern(), event);
    store.put(
        event instanceof ConcernAnswered answered
            ? new ConcernRow(
                next, row.raisedAt(), answered.published() ? answered.version() : 0, answered.at())
            : new ConcernRow(next, row.raisedAt(), row.publicVersion(), row.answeredAt()));
  }

  @ResetHandler
  void reset() {
    store.clear();
  }
}
