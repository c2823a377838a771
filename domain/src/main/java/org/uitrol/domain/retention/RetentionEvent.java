package org.uitrol.domain.retention;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.uitrol.domain.shared.DomainEvent;

/** What happened to what is kept. */
public sealed interface RetentionEvent extends DomainEvent {

  RetainedKind kind();

  /**
   * {@code retention.ran}: what was past its time was removed.
   *
   * @param run the moment for which it was planned
   * @param before what is older than this moment was past its time
   * @param removed how many; of people who left, whose erasure was asked for
   * @param held how many were kept all the same, and why
   * @param nextAt when it is looked at again
   */
  record RetentionRan(
      RetainedKind kind,
      Instant run,
      Instant before,
      int removed,
      Map<HeldBack, Integer> held,
      Instant nextAt,
      Instant at)
      implements RetentionEvent {

    public RetentionRan {
      held = Collections.unmodifiableMap(new TreeMap<>(held));
    }
  }
}
