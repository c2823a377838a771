package org.uitrol.application.hold;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.common.transaction.TransactionManager;
import org.springframework.stereotype.Component;
import org.uitrol.application.audit.view.Subjects;
import org.uitrol.application.communication.port.Outbox;
import org.uitrol.application.hold.port.Epoch;
import org.uitrol.application.hold.port.HoldState;
import org.uitrol.application.hold.port.HoldState.Lasting;
import org.uitrol.application.hold.port.PastDue;
import org.uitrol.application.hold.port.PastDue.Due;
import org.uitrol.application.hold.port.PastDue.Part;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.Streams;
import org.uitrol.application.shared.TimerKey;
import org.uitrol.domain.communication.Dispatch;
import org.uitrol.domain.communication.DispatchCommand.SuppressDispatch;
import org.uitrol.domain.communication.DispatchEvent;
import org.uitrol.domain.communication.SuppressReason;
import org.uitrol.domain.hold.DueItem;
import org.uitrol.domain.hold.DueKind;
import org.uitrol.domain.hold.HoldCause;
import org.uitrol.domain.hold.HoldCommand.BeginHold;
import org.uitrol.domain.hold.HoldCommand.DiscardDue;
import org.uitrol.domain.hold.HoldCommand.ReleaseDue;
import org.uitrol.domain.hold.HoldCommand.ReleaseHold;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.DispatchId;
import org.uitrol.domain.shared.DomainEvent;
import org.uitrol.domain.shared.Reasons;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.shared.StreamId;

/**
 * Begins and ends holds, and does what a person decides about what is past due. What is let go is
 * sent by the ordinary rules, which look once more whether it is still true.
 */
@Component
public class Holds {

  private static final Actor ACTOR = Actor.process(Holds.class);

  /** One event names so many, and one transaction settles them. */
  private static final int AT_ONCE = 200;

  /** Moments of something that is one person's. */
  private static final Set<TimerKey.Kind> PERSONAL =
      EnumSet.of(
          TimerKey.Kind.COURSE_REMINDER,
          TimerKey.Kind.COURSE_DEADLINE,
          TimerKey.Kind.PATH_REMINDER,
          TimerKey.Kind.FOLLOW_UP_STEP);

  private final HoldState state;
  private final PastDue due;
  private final Epoch epoch;
  private final Outbox outbox;
  private final Streams streams;
  private final CommandDesk desk;
  private final TransactionManager transactions;

  public Holds(
      HoldState state,
      PastDue due,
      Epoch epoch,
      Outbox outbox,
      Streams streams,
      CommandDesk desk,
      TransactionManager transactions) {
    this.state = state;
    this.due = due;
    this.epoch = epoch;
    this.outbox = outbox;
    this.streams = streams;
    this.desk = desk;
    this.transactions = transactions;
  }

  /** The hold that lasts, if there is one. */
  public Optional<Lasting> lasting() {
    return state.lasting();
  }

  /** How many of each kind are past due now. */
  public Map<DueKind, Integer> counts(Part part) {
    return due.counts(part, desk.now());
  }

  /** What is past due now, the longest first. */
  public List<Due> list(Part part, int offset, int limit) {
    return due.list(part, desk.now(), offset, limit).stream().map(this::addressed).toList();
  }

  /** Whom a moment is for is told by the first event of what it belongs to. */
  private Due addressed(Due one) {
    if (one.item().kind() != DueKind.TIMER || one.to() != null) {
      return one;
    }
    TimerKey key = TimerKey.of(one.item().key());
    return PERSONAL.contains(key.kind())
        ? streams.events(new StreamId(key.id()), DomainEvent.class).stream()
            .findFirst()
            .map(Subjects::of)
            .filter(subjects -> subjects.people().size() == 1)
            .map(subjects -> one.to(subjects.people().iterator().next()))
            .orElse(one)
        : one;
  }

  /** Has the history know of the hold that lasts, once events can be stored. */
  public void record() {
    state
        .lasting()
        .filter(one -> !one.recorded())
        .ifPresent(
            one ->
                transactions.executeInTransaction(
                    () -> {
                      state.recorded();
                      desk.send(new BeginHold(one.cause(), one.since()), ACTOR);
                    }));
  }

  /** Begins a hold at once; nothing while one lasts. */
  public void begin(HoldCause cause) {
    beginUnrecorded(cause);
    record();
  }

  /** As {@link #begin}, before events can be stored: {@link #record} has to follow. */
  public void beginUnrecorded(HoldCause cause) {
    state.begin(cause, desk.now());
  }

  /**
   * Lets all of it go.
   *
   * @throws Rejected {@code HOLD_OVER}; {@code REASON_MISSING}
   */
  public void release(String reason, AccountId by) {
    requireOn(reason);
    record();
    epoch.renew(
        () -> {
          Instant now = desk.now();
          desk.send(new ReleaseHold(due.counts(Part.ALL, now), reason, by, now), Actor.account(by));
          state.end();
        });
  }

  /**
   * Lets some of it go; what isn't past due any more is passed over.
   *
   * @return how many
   * @throws Rejected {@code HOLD_OVER}; {@code REASON_MISSING}; {@code NOTHING_CHOSEN}
   */
  public int release(List<DueItem> items, String reason, AccountId by) {
    return decide(
        items,
        reason,
        (some, now) -> {
          due.letGo(some);
          desk.send(new ReleaseDue(some, reason, by, now), Actor.account(by));
        });
  }

  /** As {@link #release(List, String, AccountId)}, of all that fits. */
  public int release(Part part, String reason, AccountId by) {
    return whole(part, reason, items -> release(items, reason, by));
  }

  /**
   * Has some of it never happen; what isn't past due any more is passed over. A mail ends as one
   * that was decided against.
   *
   * @return how many
   * @throws Rejected {@code HOLD_OVER}; {@code REASON_MISSING}; {@code NOTHING_CHOSEN}
   */
  public int discard(List<DueItem> items, String reason, AccountId by) {
    return decide(
        items,
        reason,
        (some, now) -> {
          desk.send(new DiscardDue(some, reason, by, now), Actor.account(by));
          some.stream()
              .filter(item -> item.kind() == DueKind.MAIL)
              .forEach(item -> suppress(new DispatchId(item.key()), by, now));
          due.drop(some, now);
        });
  }

  /** As {@link #discard(List, String, AccountId)}, of all that fits. */
  public int discard(Part part, String reason, AccountId by) {
    return whole(part, reason, items -> discard(items, reason, by));
  }

  @FunctionalInterface
  private interface Decision {

    void carryOut(List<DueItem> items, Instant now);
  }

  @FunctionalInterface
  private interface OfItems {

    int decide(List<DueItem> items);
  }

  private int whole(Part part, String reason, OfItems decision) {
    requireOn(reason);
    int all = 0;
    List<Due> some = list(part, 0, AT_ONCE);
    if (some.isEmpty()) {
      throw new Rejected("NOTHING_CHOSEN");
    }
    while (!some.isEmpty()) {
      int done = decision.decide(some.stream().map(Due::item).toList());
      all += done;
      some = done == 0 ? List.of() : list(part, 0, AT_ONCE);
    }
    return all;
  }

  private int decide(List<DueItem> items, String reason, Decision decision) {
    requireOn(reason);
    record();
    if (items.isEmpty()) {
      throw new Rejected("NOTHING_CHOSEN");
    }
    AtomicInteger decided = new AtomicInteger();
    List<DueItem> left = new ArrayList<>(items.stream().distinct().toList());
    while (!left.isEmpty()) {
      List<DueItem> some = List.copyOf(left.subList(0, Math.min(AT_ONCE, left.size())));
      left.removeAll(some);
      transactions.executeInTransaction(
          () -> {
            Instant now = desk.now();
            List<DueItem> found = due.among(some, now).stream().map(Due::item).toList();
            if (!found.isEmpty()) {
              decision.carryOut(found, now);
              decided.addAndGet(found.size());
            }
          });
    }
    return decided.get();
  }

  private void requireOn(String reason) {
    if (!state.isOn()) {
      throw new Rejected("HOLD_OVER");
    }
    Reasons.require(reason);
  }

  /** What a digest would have said isn't said either. */
  private void suppress(DispatchId id, AccountId by, Instant now) {
    outbox.settle(id);
    streams
        .state(id, DispatchEvent.class, Dispatch::evolve)
        .ifPresent(
            dispatch -> {
              for (DispatchId one : dispatch.letter().gathered()) {
                send(one, by, now);
              }
              send(id, by, now);
            });
  }

  private void send(DispatchId id, AccountId by, Instant now) {
    desk.send(new SuppressDispatch(id, SuppressReason.DISCARDED, now), Actor.account(by));
  }
}
