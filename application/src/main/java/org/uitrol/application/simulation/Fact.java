package org.uitrol.application.simulation;

import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.shared.Command;
import org.uitrol.domain.shared.DomainEvent;
import org.uitrol.domain.shared.Id;

/**
 * Something that came from outside and is told a world again.
 *
 * @param from the event that it stems from
 * @param about what has to be there before it can be told, as {@link Landmarks} calls it; null when
 *     it can be told at any time
 * @param how how it is told
 */
record Fact(Happened from, @Nullable String about, How how) {

  /** How a fact is told. */
  sealed interface How {}

  /**
   * Asked of an aggregate, which decides by its rules.
   *
   * @param command what is asked at a moment; null when it can't be asked now
   */
  record Asked(Function<Instant, @Nullable Command> command) implements How {}

  /**
   * Put on record as it is, since nobody decided it.
   *
   * @param event as it happened at a moment
   */
  record Noted(String kind, Id stream, Function<Instant, DomainEvent> event) implements How {}
}
