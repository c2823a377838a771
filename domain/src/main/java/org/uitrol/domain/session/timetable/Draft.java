package org.uitrol.domain.session.timetable;

import org.jspecify.annotations.Nullable;
import org.uitrol.domain.shared.SessionId;

/**
 * A session that there is already, or that there could be.
 *
 * @param before how it was planned and told; null for one that there could be
 * @param fixed whether it stays as it was
 */
public record Draft(SessionId session, @Nullable Arrangement before, boolean fixed) {

  /** One that there could be. */
  public static Draft possible(SessionId session) {
    return new Draft(session, null, false);
  }

  /** Whether an arrangement has it where it was. */
  public boolean isUnmoved(@Nullable Arrangement now) {
    return before != null && now != null && before.place().equals(now.place());
  }
}
