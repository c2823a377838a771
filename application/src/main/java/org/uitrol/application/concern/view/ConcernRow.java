package org.uitrol.application.concern.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.concern.Concern;
import org.uitrol.domain.concern.Concern.Status;

/**
 * One concern in the register.
 *
 * @param concern as it is now
 * @param publicVersion the version of the answer that everybody may read; 0 for none
 * @param answeredAt when the newest version of the answer was written, if there is one
 */
public record ConcernRow(
    Concern concern, Instant raisedAt, int publicVersion, @Nullable Instant answeredAt) {

  public boolean open() {
    return concern.status() == Status.OPEN;
  }
}
