package org.uitrol.scheduler.timekeeper;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How far this node's clock is off the database's, which all nodes share. */
final class Skew {

  private final TimerTable table;
  private final Clock realClock;
  private final Duration largest;
  private volatile Duration last = Duration.ZERO;
  private volatile boolean tolerable;

  Skew(TimerTable table, Clock realClock, Duration largest) {
    this.table = table;
    this.realClock = realClock;
    this.largest = largest;
  }

  /** Asks the database for the time; a slow answer counts in this node's favour. */
  void measure() {
    Instant before = realClock.instant();
    Instant database = table.databaseTime();
    Duration halfTrip = Duration.between(before, realClock.instant()).dividedBy(2);
    last = Duration.between(database, before.plus(halfTrip));
    tolerable = last.abs().compareTo(largest.plus(halfTrip.abs())) <= 0;
  }

  /** As of the last measurement; false until there was one. */
  boolean isTolerable() {
    return tolerable;
  }

  /** Positive when this node is ahead. */
  Duration last() {
    return last;
  }
}
