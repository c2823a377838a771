package org.uitrol.application.audit.past;

import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventMessage;
import org.uitrol.application.shared.EventCatalog;

/** Calls the event handlers of one projector, outside of any processor. One thread. */
public final class ViewHandlers {

  private final AnnotationEventHandlerAdapter handlers;

  public ViewHandlers(Object projector) {
    handlers = new AnnotationEventHandlerAdapter(projector);
  }

  /** The stable names of the events that it handles. */
  public Set<String> names(EventCatalog catalog) {
    return catalog.entries().stream()
        .filter(entry -> handlers.canHandleType(entry.type()))
        .map(EventCatalog.Entry::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Has one event handled.
   *
   * @throws IllegalStateException when the projector fails, with the event in its message
   */
  public void handle(EventMessage<?> event) {
    try {
      handlers.handle(event);
    } catch (Exception e) {
      throw new IllegalStateException(
          "event " + event.getIdentifier() + " can't be shown: " + e.getMessage(), e);
    }
  }
}
