package org.uitrol.application.audit.past;

import java.util.function.Function;
import java.util.function.Supplier;
import org.uitrol.application.shared.ViewStore;

/**
 * One view: how it is filled, wherever it is kept (decision 0014).
 *
 * @param name of its processing group, for instance {@code view.rollout}
 * @param store the port through which it is written and read
 * @param memory makes an empty store in memory
 * @param projector makes what fills such a store: an object with event handlers
 * @param <S> the store
 */
public record Projection<S extends ViewStore>(
    String name, Class<S> store, Supplier<? extends S> memory, Function<S, Object> projector) {

  /** The projector over a store of the right kind. */
  public Object over(Object target) {
    return projector.apply(store.cast(target));
  }
}
