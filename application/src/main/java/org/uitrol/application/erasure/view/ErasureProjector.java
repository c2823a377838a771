package org.uitrol.application.erasure.view;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;
import org.uitrol.domain.erasure.Erasure;
import org.uitrol.domain.erasure.ErasureEvent;
import org.uitrol.domain.erasure.ErasureEvent.StepDone;

/** Follows each erasure by its own rules. */
@Component
@ProcessingGroup("view.erasure")
public class ErasureProjector {

  private final ErasureStore store;

  public ErasureProjector(ErasureStore store) {
    this.store = store;
  }

  /** A step that is delivered twice must not count twice. */
  @EventHandler
  void on(ErasureEvent event) {
    Erasure before = store.find(event.person()).orElse(null);
    boolean known =
        before != null && event instanceof StepDone step && before.done().contains(step.step());
    if (!known) {
      store.put(Erasure.evolve(before, event));
    }
  }

  @ResetHandler
  void reset() {
    store.clear();
  }
}
