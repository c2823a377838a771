package org.uitrol.application.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.GenericEventMessage;
import org.uitrol.domain.shared.DomainEvent;

/** Delivers events to a projector as a processor does. */
public final class Projection {

  private Projection() {}

  /** Delivers each event once, in their order. */
  public static void deliver(Object projector, List<? extends DomainEvent> events) {
    deliver(projector, events, 1);
  }

  /**
   * Fills a store, and makes sure that it holds the same when each event comes twice, and when all
   * come again after a reset.
   *
   * @param content all that the store can be asked, as one comparable value
   * @return the store that saw each event once
   */
  public static <S> S fill(
      Supplier<S> newStore,
      Function<S, Object> newProjector,
      Function<S, Object> content,
      List<? extends DomainEvent> events) {
    S once = newStore.get();
    deliver(newProjector.apply(once), events);

    S twice = newStore.get();
    deliver(newProjector.apply(twice), events, 2);
    assertThat(content.apply(twice)).as("each event twice").isEqualTo(content.apply(once));

    S again = newStore.get();
    Object projector = newProjector.apply(again);
    Object empty = content.apply(again);
    assertThat(empty).as("an empty view").isNotEqualTo(content.apply(once));
    deliver(projector, events);
    new AnnotationEventHandlerAdapter(projector).prepareReset(null);
    assertThat(content.apply(again)).as("after a reset").isEqualTo(empty);
    deliver(projector, events);
    assertThat(content.apply(again)).as("after a replay").isEqualTo(content.apply(once));
    return once;
  }

  private static void deliver(Object projector, List<? extends DomainEvent> events, int times) {
    AnnotationEventHandlerAdapter handlers = new AnnotationEventHandlerAdapter(projector);
    for (DomainEvent event : events) {
      for (int i = 0; i < times; i++) {
        try {
          handlers.handle(GenericEventMessage.asEventMessage(event));
        } catch (Exception e) {
          throw new IllegalStateException("can't handle " + event, e);
        }
      }
    }
  }
}
