package org.uitrol.domain.retention;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.retention.RetentionCommand.RecordRemoval;
import org.uitrol.domain.retention.RetentionEvent.RetentionRan;

/**
 * When one kind of data was looked through last.
 *
 * @param run the moment for which that was planned
 * @param held how many were kept though their time was over, and why
 */
public record Retention(
    RetainedKind kind,
    Instant run,
    Instant before,
    int removed,
    Map<HeldBack, Integer> held,
    Instant nextAt,
    Instant at) {

  public Retention {
    held = Collections.unmodifiableMap(new TreeMap<>(held));
  }

  /** Notes what was removed; a run that is known, or an earlier one, changes nothing. */
  public static List<RetentionEvent> record(@Nullable Retention retention, RecordRemoval command) {
    if (retention != null && !command.run().isAfter(retention.run)) {
      return List.of();
    }
    return List.of(
        new RetentionRan(
            command.kind(),
            command.run(),
            command.before(),
            command.removed(),
            command.held(),
            command.nextAt(),
            command.at()));
  }

  /** The state after one event. */
  public static Retention evolve(@Nullable Retention retention, RetentionEvent event) {
    if (event instanceof RetentionRan ran) {
      return new Retention(
          ran.kind(), ran.run(), ran.before(), ran.removed(), ran.held(), ran.nextAt(), ran.at());
    }
    throw new IllegalStateException("no rule for " + event);
  }
}
