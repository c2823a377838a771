package org.uitrol.adapters.persistence.directory;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets whoever writes people on any node take turns. */
final class WritersOfPeople {

  /** Any number will do, as long as nothing else in this database waits for it. */
  private static final long TURN = 7_644_000_001L;

  private WritersOfPeople() {}

  /** Waits until no other writer is at work, until this transaction ends. */
  static void waitForTurn(JdbcClient jdbc) {
    jdbc.sql("select pg_advisory_xact_lock(:turn)")
        .param("turn", TURN)
        .query((row, number) -> true)
        .single();
  }
}
