package org.uitrol.application.shared;

import java.time.Instant;

/**
 * A point on the two axes of time: what was known then, and of when it tells. A fact that arrived
 * late (a list of attendance, a completed course) is valid before it was known.
 *
 * @param known only what was recorded until then
 * @param valid only what held until then; never after {@code known}
 */
public record AsOf(Instant known, Instant valid) {

  public AsOf {
    if (valid.isAfter(known)) {
      throw new IllegalArgumentException("what holds after " + known + " wasn't known then");
    }
  }

  /** Everything that was known then. */
  public static AsOf known(Instant known) {
    return new AsOf(known, known);
  }

  /** Whether what was recorded at that moment was known. */
  public boolean knew(Instant recordedAt) {
    return !recordedAt.isAfter(known);
  }

  /** Whether what held from that moment on is meant. */
  public boolean means(Instant validAt) {
    return !validAt.isAfter(valid);
  }
}
