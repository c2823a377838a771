package org.uitrol.application.shared;

import java.time.Instant;
import org.uitrol.domain.shared.Command;

/**
 * Where every command is handed in: by pages, the API, the command line, timers and processes. Safe
 * for many threads.
 *
 * <p>Called outside a transaction, it opens one, and repeats the command a few times when somebody
 * else changed the same aggregate at the same moment. Called inside one (from an event handler or a
 * timer) it takes part in it and never repeats: the caller's transaction is repeated as a whole.
 */
public interface CommandDesk {

  /**
   * Has the command decided and its events stored.
   *
   * @param actor who asks; recorded with every event
   * @throws org.uitrol.domain.shared.Rejected if a rule was broken; nothing was stored, and a
   *     surrounding transaction may go on
   * @throws RuntimeException any other failure, as it was thrown; a surrounding transaction will be
   *     rolled back
   */
  void send(Command command, Actor actor);

  /** The moment to write into a command, in UTC; simulated while the demo clock runs. */
  Instant now();
}
