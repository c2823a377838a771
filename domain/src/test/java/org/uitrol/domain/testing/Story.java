package org.uitrol.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.shared.Rejected;

/**
 * Plays any commands on one aggregate. After each it checks what holds for all of them: its events
 * can be taken in, and the same command given again right after changes nothing.
 */
public final class Story<S, C, E> {

  private final Decider<S, C, E> decider;
  private final History.Evolver<S, E> evolver;
  private final List<E> events = new ArrayList<>();
  private @Nullable S state;

  public Story(Decider<S, C, E> decider, History.Evolver<S, E> evolver) {
    this.decider = decider;
    this.evolver = evolver;
  }

  /** How an aggregate decides on one command; null stands for one that hasn't begun. */
  @FunctionalInterface
  public interface Decider<S, C, E> {
    List<? extends E> decide(@Nullable S state, C command);
  }

  /** What came of the command: its events, or none when it was refused. */
  public List<E> play(C command) {
    List<E> decided = decide(command);
    for (E event : decided) {
      state = evolver.evolve(state, event);
      events.add(event);
    }
    if (state != null) {
      assertThat(decide(command)).as("%s, given again", command).isEmpty();
    }
    return decided;
  }

  public Optional<S> state() {
    return Optional.ofNullable(state);
  }

  public List<E> events() {
    return List.copyOf(events);
  }

  private List<E> decide(C command) {
    try {
      return List.copyOf(decider.decide(state, command));
    } catch (Rejected refused) {
      return List.of();
    }
  }
}
