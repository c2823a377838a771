package org.uitrol.application.session.port;

import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.SessionId;

/** Short codes that are shown at sessions. Safe for many threads and nodes. */
public interface CheckInCodes {

  /**
   * The code of a session: six letters and digits that aren't mistaken for others, always the same.
   */
  String of(SessionId session);

  /**
   * Counts a try.
   *
   * @return whether the person may try: not after many in a short time
   */
  boolean mayTry(SessionId session, PersonId person);
}
