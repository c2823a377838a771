package org.uitrol.application.directory.port;

import java.util.Optional;

/** Lets one people file be applied at a time, on all nodes together. Safe for many threads. */
public interface ImportTurn {

  /** The turn; empty when another import has it. It ends with the process at the latest. */
  Optional<Held> take();

  /** Whether an import is at work, on any node. */
  boolean isTaken();

  /** The turn while it is held; of any thread, one after the other. */
  interface Held extends AutoCloseable {

    /**
     * Waits until whoever else writes people has ended, and lets them wait until the caller's
     * transaction ends.
     *
     * @throws RuntimeException when the turn was lost
     */
    void waitForOthers();

    /** Gives the turn back; again changes nothing. */
    @Override
    void close();
  }
}
