package org.uitrol.application.training.view;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;
import org.uitrol.domain.training.SkillPath;
import org.uitrol.domain.training.SkillPathEvent;

/** Follows how far people are on their paths, by the rules of the paths themselves. */
@Component
@ProcessingGroup("view.path")
public class PathProjector {

  private final PathStore store;

  public PathProjector(PathStore store) {
    this.store = store;
  }

  @EventHandler
  void on(SkillPathEvent event) {
    store.put(SkillPath.evolve(store.find(event.path()).orElse(null), event));
  }

  @ResetHandler
  void reset() {
    store.clear();
  }
}
