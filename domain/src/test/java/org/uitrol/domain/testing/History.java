package org.uitrol.domain.testing;

import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.shared.Rejected;

/** What events make of an aggregate, and what a refused command says. */
public final class History {

  private History() {}

  /** How an aggregate takes in one event. */
  @FunctionalInterface
  public interface Evolver<S, E> {
    S evolve(@Nullable S state, E event);
  }

  public static <S, E> S of(Evolver<S, E> evolver, List<E> events) {
    return more(evolver, null, events);
  }

  public static <S, E> S more(Evolver<S, E> evolver, @Nullable S before, List<E> events) {
    @Nullable S state = before;
    for (E event : events) {
      state = evolver.evolve(state, event);
    }
    return Objects.requireNonNull(state, "a history needs events");
  }

  /** The code with which a command is refused; an error when it isn't. */
  public static String refusal(ThrowingCallable command) {
    return rejected(command).code();
  }

  /** The refusal of a command; an error when there is none. */
  public static Rejected rejected(ThrowingCallable command) {
    try {
      command.call();
    } catch (Rejected rejected) {
      return rejected;
    } catch (Throwable other) {
      throw new AssertionError("refused in an unexpected way", other);
    }
    throw new AssertionError("the command was not refused");
  }
}
