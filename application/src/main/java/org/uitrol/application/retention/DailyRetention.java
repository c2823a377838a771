package org.uitrol.application.retention;

import java.time.Instant;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.common.transaction.TransactionManager;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.retention.port.RetainedData;
import org.uitrol.application.retention.port.RetainedData.Removal;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.DueWork;
import org.uitrol.application.shared.Streams;
import org.uitrol.application.shared.Timekeeper;
import org.uitrol.application.shared.TimerKey;
import org.uitrol.application.shared.TimerKey.Kind;
import org.uitrol.domain.retention.RetainedKind;
import org.uitrol.domain.retention.Retention;
import org.uitrol.domain.retention.RetentionCommand.RecordRemoval;
import org.uitrol.domain.retention.RetentionEvent;
import org.uitrol.domain.shared.Keys;
import org.uitrol.domain.shared.StreamId;

/**
 * Removes what is past its time, once a day and kind by kind, so that one kind that fails stops no
 * other. What was removed, the event that says so and the timer of the next day are one
 * transaction.
 */
public class DailyRetention implements DueWork {

  private final Map<RetainedKind, RetainedData> all = new EnumMap<>(RetainedKind.class);
  private final CommandDesk desk;
  private final Streams streams;
  private final Timekeeper timekeeper;
  private final TransactionManager transactions;
  private final LocalTime time;
  private final ZoneId zone;

  /**
   * @param time when it is done each day
   * @param zone on whose clock
   */
  public DailyRetention(
      List<RetainedData> all,
      CommandDesk desk,
      Streams streams,
      Timekeeper timekeeper,
      TransactionManager transactions,
      LocalTime time,
      ZoneId zone) {
    for (RetainedData data : all) {
      if (this.all.put(data.kind(), data) != null) {
        throw new IllegalArgumentException("two parts keep " + data.kind());
      }
    }
    this.desk = desk;
    this.streams = streams;
    this.timekeeper = timekeeper;
    this.transactions = transactions;
    this.time = time;
    this.zone = zone;
  }

  /**
   * One kind, for who looks at it.
   *
   * @param last when it was looked through; null when it never was
   * @param next when it is again
   */
  public record Kept(RetainedKind kind, Period keep, @Nullable Retention last, Instant next) {}

  /** What is kept how long, and what was removed last. */
  public List<Kept> kept() {
    Instant now = desk.now();
    List<Kept> kept = new ArrayList<>();
    for (RetainedData data : all.values()) {
      Optional<Retention> last = last(data.kind());
      kept.add(
          new Kept(
              data.kind(),
              data.keep(),
              last.orElse(null),
              last.map(Retention::nextAt).orElseGet(() -> next(now))));
    }
    return kept;
  }

  /**
   * Arms the timer of each kind, at the start of the application. What would have been due while it
   * stood still is done at once.
   */
  public void arm() {
    Instant now = desk.now();
    transactions.executeInTransaction(
        () ->
            all.keySet()
                .forEach(
                    kind ->
                        timekeeper.wakeAt(
                            key(kind),
                            last(kind).map(Retention::nextAt).orElseGet(() -> next(now)))));
  }

  @Override
  public Kind kind() {
    return Kind.RETENTION;
  }

  /** A kind that nobody keeps any more isn't woken again. */
  @Override
  public void wake(TimerKey key, Instant due, Instant now) {
    RetainedData data = Keys.find(RetainedKind.class, key.id()).map(all::get).orElse(null);
    if (data == null) {
      return;
    }
    Instant next = next(now);
    timekeeper.wakeAt(key.text(), next);
    Instant before = now.atZone(zone).minus(data.keep()).toInstant();
    Removal removal = data.remove(before, now);
    desk.send(
        new RecordRemoval(data.kind(), due, before, removal.removed(), removal.held(), next, now),
        Actor.timer());
  }

  private Optional<Retention> last(RetainedKind kind) {
    return streams.state(
        new StreamId("retention/" + Keys.of(kind)), RetentionEvent.class, Retention::evolve);
  }

  private Instant next(Instant now) {
    ZonedDateTime today = now.atZone(zone).toLocalDate().atTime(time).atZone(zone);
    Instant moment = today.toInstant();
    return moment.isAfter(now)
        ? moment
        : today.toLocalDate().plusDays(1).atTime(time).atZone(zone).toInstant();
  }

  private static String key(RetainedKind kind) {
    return new TimerKey(Kind.RETENTION, Keys.of(kind), "").text();
  }
}
