package org.uitrol.application.session.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.session.Answer;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.SessionId;

/**
 * One person at one session.
 *
 * @param answer to the invitation; null until there is one
 * @param waiting whether the person waits for a seat
 * @param attended whether the person was there; null until it is recorded
 * @param since when the person was invited, chose the session or began to wait
 */
public record SeatRow(
    SessionId session,
    PersonId person,
    @Nullable Answer answer,
    boolean waiting,
    @Nullable Boolean attended,
    Instant since) {

  /** Whether the person holds a seat: invited and not declined. */
  public boolean holdsSeat() {
    return !waiting && answer != Answer.DECLINED;
  }

  SeatRow answered(@Nullable Answer given) {
    boolean stillWaiting = waiting && given != Answer.DECLINED;
    return new SeatRow(session, person, given, stillWaiting, attended, since);
  }

  SeatRow present(boolean present) {
    return new SeatRow(session, person, answer, waiting, present, since);
  }
}
