package org.uitrol.application.followup.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.followup.FollowUpStep;

/**
 * One step of a follow-up.
 *
 * @param at when it was taken or skipped; null while it is to come
 */
public record StepRow(FollowUpStep step, State state, @Nullable Instant at) {

  /** What became of it. */
  public enum State {
    TO_COME,
    TAKEN,
    /** A later step was due already. */
    SKIPPED
  }
}
