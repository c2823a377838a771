package org.uitrol.scheduler.timekeeper;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.uitrol.application.shared.Timekeeper;

/**
 * Writes timers into their table at once and sets the alarms for all of a transaction together,
 * just before it commits: setting an alarm takes a lock that the whole cluster shares, which no one
 * may hold while events are being appended.
 */
final class QuartzTimekeeper implements Timekeeper {

  private final TimerTable table;
  private final Alarms alarms;
  private final Clock clock;
  private final Runnable drain;

  QuartzTimekeeper(TimerTable table, Alarms alarms, Clock clock, Runnable drain) {
    this.table = table;
    this.alarms = alarms;
    this.clock = clock;
    this.drain = drain;
  }

  @Override
  public void wakeAt(String key, Instant due) {
    check(key);
    int year = due.atOffset(ZoneOffset.UTC).getYear();
    if (year < 1970 || year > 9999) {
      throw new IllegalArgumentException("timer " + key + " is due in an unlikely year: " + due);
    }
    AlarmsOfTransaction ofTransaction = joinTransaction();
    Instant stored = TimerTable.stored(due);
    table.arm(key, stored, clock.instant());
    ofTransaction.moments.add(Alarms.momentOf(stored));
  }

  @Override
  public void forget(String key) {
    requireTransaction();
    table.forget(key);
  }

  @Override
  public void forgetAll(String prefix) {
    if (!prefix.endsWith("/")) {
      throw new IllegalArgumentException("a prefix of timers ends with a slash: " + prefix);
    }
    requireTransaction();
    table.forgetAll(prefix);
  }

  private static void check(String key) {
    if (key.isEmpty() || key.length() > LONGEST_KEY) {
      throw new IllegalArgumentException(
          "a timer's key has 1 to " + LONGEST_KEY + " characters: " + key);
    }
    if (key.chars().anyMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c))) {
      throw new IllegalArgumentException(
          "a timer's key has no spaces or control characters: " + key);
    }
  }

  private static void requireTransaction() {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("timers are armed and forgotten within a transaction only");
    }
  }

  private AlarmsOfTransaction joinTransaction() {
    requireTransaction();
    for (TransactionSynchronization other :
        TransactionSynchronizationManager.getSynchronizations()) {
      if (other instanceof AlarmsOfTransaction mine && mine.owner() == this) {
        return mine;
      }
    }
    AlarmsOfTransaction mine = new AlarmsOfTransaction();
    TransactionSynchronizationManager.registerSynchronization(mine);
    return mine;
  }

  /** The moments for which a transaction has armed timers. */
  private final class AlarmsOfTransaction implements TransactionSynchronization {

    private final Set<Instant> moments = new TreeSet<>();

    QuartzTimekeeper owner() {
      return QuartzTimekeeper.this;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
      alarms.setMissing(moments);
    }

    @Override
    public void afterCommit() {
      Instant now = clock.instant();
      if (moments.stream().anyMatch(moment -> !moment.isAfter(now))) {
        drain.run();
      }
    }
  }
}
