package org.uitrol.application.shared;

import java.time.Instant;
import java.util.List;
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

  /**
   * Has many commands decided and all their events stored together. Called outside a transaction,
   * nothing is stored when one of them fails.
   *
   * @param commands each for another aggregate
   * @param actor who asks; recorded with every event
   * @throws org.uitrol.domain.shared.Rejected if a rule was broken; a surrounding transaction will
   *     be rolled back
   */
  default void sendAll(List<? extends Command> commands, Actor actor) {
    commands.forEach(command -> send(command, actor));
  }

  /** The moment to write into a command, in UTC; simulated while the demo clock runs. */
  Instant now();
}
