package org.uitrol.application.simulation;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The same thing in fact and under the other plan.
 *
 * @param was null when it wasn't there in fact
 * @param would null when it wouldn't have been there
 */
public record Pair<T>(@Nullable T was, @Nullable T would) {

  /** Whether both are not the same. */
  public boolean differs() {
    return !Objects.equals(was, would);
  }
}
