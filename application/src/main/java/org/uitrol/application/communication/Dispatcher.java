package org.uitrol.application.communication;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.axonframework.common.transaction.TransactionManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.uitrol.application.communication.port.Delivery;
import org.uitrol.application.communication.port.Destinations;
import org.uitrol.application.communication.port.Destinations.Sign;
import org.uitrol.application.communication.port.MailAddress;
import org.uitrol.application.communication.port.MailIdentity;
import org.uitrol.application.communication.port.MailTransport;
import org.uitrol.application.communication.port.Outbox;
import org.uitrol.application.communication.port.Outbox.Abandoned;
import org.uitrol.application.communication.port.Outbox.Waiting;
import org.uitrol.application.directory.PersonalData;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.application.hold.port.Epoch;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.communication.Dispatch;
import org.uitrol.domain.communication.DispatchCommand.BeginHandOver;
import org.uitrol.domain.communication.DispatchCommand.PostponeDispatch;
import org.uitrol.domain.communication.DispatchCommand.ReleaseDispatch;
import org.uitrol.domain.communication.DispatchCommand.ReportDeferral;
import org.uitrol.domain.communication.DispatchCommand.ReportFailure;
import org.uitrol.domain.communication.DispatchCommand.ReportHandedOver;
import org.uitrol.domain.communication.DispatchCommand.ReportSentWithin;
import org.uitrol.domain.communication.DispatchCommand.ReportUnknown;
import org.uitrol.domain.communication.DispatchCommand.SuppressDispatch;
import org.uitrol.domain.communication.DispatchEvent;
import org.uitrol.domain.communication.DispatchEvent.DispatchDeferred;
import org.uitrol.domain.communication.PauseRule;
import org.uitrol.domain.communication.PreparationRule;
import org.uitrol.domain.communication.SuppressReason;
import org.uitrol.domain.rollout.RolloutEvent;
import org.uitrol.domain.shared.Command;
import org.uitrol.domain.shared.DispatchId;
import org.uitrol.domain.shared.PersonId;

/**
 * Sends what is in the outbox, some mails at a time: makes them ready and records that they are
 * about to be handed over, hands over one after the other without holding the database, records
 * what became of them (decision 0009). Safe for many threads.
 */
@Component
public class Dispatcher {

  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
  private static final Actor ACTOR = Actor.process(Dispatcher.class);

  /** Enough to share the cost of a transaction, and few enough to be over soon. */
  private static final int AT_ONCE = 20;

  private final CommandDesk desk;
  private final Outbox outbox;
  private final Streams streams;
  private final SendingRules rules;
  private final Digests digests;
  private final LetterWriting writing;
  private final Destinations destinations;
  private final MailTransport transport;
  private final MailIdentity sender;
  private final PersonVault vault;
  private final TransactionManager transactions;
  private final Epoch epoch;

  /** So many mails are taken alone, since something went wrong with several together. */
  private final AtomicInteger oneByOne = new AtomicInteger();

  public Dispatcher(
      CommandDesk desk,
      Outbox outbox,
      Streams streams,
      SendingRules rules,
      Digests digests,
      LetterWriting writing,
      Destinations destinations,
      MailTransport transport,
      MailIdentity sender,
      PersonVault vault,
      TransactionManager transactions,
      Epoch epoch) {
    this.desk = desk;
    this.outbox = outbox;
    this.streams = streams;
    this.rules = rules;
    this.digests = digests;
    this.writing = writing;
    this.destinations = destinations;
    this.transport = transport;
    this.sender = sender;
    this.vault = vault;
    this.transactions = transactions;
    this.epoch = epoch;
  }

  /** As {@link #send}, to its end. */
  public boolean sendNext() {
    return send(() -> true);
  }

  /**
   * Sends some of the mails that have been due longest; false when there is nothing to do. A mail
   * that can't be made ready lets others go first, so that one alone never stops them.
   *
   * @param goOn whether another mail may be begun; those that may not are let go
   */
  public boolean send(BooleanSupplier goOn) {
    Round round = new Round();
    try {
      transactions.executeInTransaction(() -> prepare(round));
    } catch (RuntimeException | Error failure) {
      Waiting waiting = round.culprit();
      if (waiting == null) {
        oneByOne.set(round.due);
        throw failure;
      }
      stumbled(waiting, failure);
      if (failure instanceof Error error) {
        throw error;
      }
      return true;
    }
    if (!round.ready.isEmpty()) {
      boolean mayLeave = mayLeave(round.ready);
      handOver(round.ready, () -> mayLeave && goOn.getAsBoolean());
    }
    return round.due > 0;
  }

  /**
   * Settles what an earlier run was doing when it died. What the mail server may have or not is
   * looked at by a person; what it hasn't heard of goes again.
   *
   * @throws RuntimeException that of the first one that can't be settled; all others are
   */
  public void markAbandoned() {
    Map<DispatchId, RuntimeException> failures = new LinkedHashMap<>();
    while (markNext(failures)) {
      // There may be more.
    }
    failures.values().stream()
        .findFirst()
        .ifPresent(
            failure -> {
              throw failure;
            });
  }

  private boolean markNext(Map<DispatchId, RuntimeException> failures) {
    AtomicReference<@Nullable DispatchId> taken = new AtomicReference<>();
    try {
      transactions.executeInTransaction(
          () ->
              outbox.abandoned().stream()
                  .filter(one -> !failures.containsKey(one.dispatch()))
                  .findFirst()
                  .ifPresent(
                      one -> {
                        taken.set(one.dispatch());
                        settle(one);
                      }));
    } catch (RuntimeException failure) {
      DispatchId dispatch = taken.get();
      if (dispatch == null) {
        throw failure;
      }
      failures.put(dispatch, failure);
    }
    return taken.get() != null;
  }

  private void settle(Abandoned abandoned) {
    DispatchId dispatch = abandoned.dispatch();
    switch (abandoned.progress()) {
      case READY -> report(List.of(new Outcome(dispatch, List.of(), null, List.of())));
      case ACCEPTED -> {
        Dispatch known =
            streams.state(dispatch, DispatchEvent.class, Dispatch::evolve).orElseThrow();
        report(
            List.of(
                new Outcome(
                    dispatch, known.letter().gathered(), new Delivery.Accepted(""), List.of())));
      }
      case UNDER_WAY -> {
        LOG.warn("nobody knows whether {} was sent", dispatch);
        unknown(dispatch);
      }
    }
  }

  /** When that can't be found out, none leaves, and all wait on. */
  private boolean mayLeave(List<Ready> mails) {
    try {
      return epoch.mayLeave();
    } catch (RuntimeException | Error failure) {
      reportAll(mails.stream().map(mail -> mail.outcome(null, List.of())).toList());
      throw failure;
    }
  }

  /** One after the other; what is known of each is stored before the server hears of the next. */
  private void handOver(List<Ready> mails, BooleanSupplier goOn) {
    Deque<Ready> left = new ArrayDeque<>(mails);
    List<Outcome> outcomes = new ArrayList<>();
    Map<String, Integer> failures = new HashMap<>();
    DispatchId accepted = null;
    boolean failing = false;
    try {
      while (!left.isEmpty() && !failing && goOn.getAsBoolean()) {
        Ready mail = left.remove();
        if (failures.getOrDefault(mail.to.domain(), 0) > PauseRule.BORNE) {
          outcomes.add(mail.outcome(null, List.of()));
        } else if (outbox.begin(mail.dispatch, accepted)) {
          Delivery delivery = deliver(mail);
          List<Sign> signs = Signs.of(delivery, mail.to.domain());
          signs.forEach(
              sign ->
                  failures.compute(
                      sign.destination(),
                      (key, count) -> sign.well() ? null : count == null ? 1 : count + 1));
          outcomes.add(mail.outcome(delivery, signs));
          accepted = delivery instanceof Delivery.Accepted ? mail.dispatch : null;
          failing = failures.containsKey(Destinations.SERVER);
        }
      }
    } finally {
      left.forEach(mail -> outcomes.add(mail.outcome(null, List.of())));
      reportAll(outcomes);
    }
  }

  /** All together, or else each by itself, so that one that can't be recorded stops no other. */
  private void reportAll(List<Outcome> outcomes) {
    if (outcomes.isEmpty()) {
      return;
    }
    try {
      transactions.executeInTransaction(() -> report(outcomes));
    } catch (RuntimeException failure) {
      if (outcomes.size() == 1) {
        throw failure;
      }
      outcomes.stream()
          .flatMap(one -> failureOf(one).stream())
          .reduce((first, later) -> first)
          .ifPresent(
              first -> {
                throw first;
              });
    }
  }

  private Optional<RuntimeException> failureOf(Outcome outcome) {
    try {
      transactions.executeInTransaction(() -> report(List.of(outcome)));
      return Optional.empty();
    } catch (RuntimeException failure) {
      return Optional.of(failure);
    }
  }

  /** When the mail server's side breaks in an unforeseen way, it may have the mail or not. */
  private Delivery deliver(Ready ready) {
    try {
      return transport.deliver(ready.message, sender.returnPath().of(ready.dispatch), ready.to);
    } catch (RuntimeException | Error failure) {
      transactions.executeInTransaction(() -> unknown(ready.dispatch));
      throw failure;
    }
  }

  private void unknown(DispatchId dispatch) {
    outbox.settle(dispatch);
    desk.send(new ReportUnknown(dispatch, desk.now()), ACTOR);
  }

  /**
   * Lets others go first; one that is never ready fails, where somebody sees it. When not even that
   * can be recorded, it waits on.
   */
  private void stumbled(Waiting waiting, Throwable failure) {
    DispatchId dispatch = waiting.dispatch();
    LOG.error("{} can't be made ready", dispatch, failure);
    Instant now = desk.now();
    int tries = waiting.stumbled() + 1;
    String why = reason(failure);
    Optional<Instant> next = PreparationRule.next(tries, now);
    if (next.isEmpty()) {
      try {
        transactions.executeInTransaction(() -> giveUp(dispatch, why, now));
        return;
      } catch (RuntimeException unrecordable) {
        LOG.error("that {} failed can't be recorded", dispatch, unrecordable);
      }
    }
    Instant due = next.orElseGet(() -> now.plus(PreparationRule.wait(tries)));
    transactions.executeInTransaction(() -> outbox.stumbled(dispatch, due, why));
  }

  private void giveUp(DispatchId dispatch, String why, Instant now) {
    if (outbox.stumbled(dispatch, now, why)) {
      outbox.settle(dispatch);
      desk.send(new ReportFailure(dispatch, "can't be made ready: " + why, now), ACTOR);
    }
  }

  /** What failed and where; its message is left out, since it may name a person. */
  private static String reason(Throwable failure) {
    return Arrays.stream(failure.getStackTrace())
        .filter(frame -> frame.getClassName().startsWith("org.uitrol."))
        .findFirst()
        .map(frame -> " (" + frame.getFileName() + ":" + frame.getLineNumber() + ")")
        .map(failure.getClass().getSimpleName()::concat)
        .orElse(failure.getClass().getSimpleName());
  }

  private void prepare(Round round) {
    Instant now = desk.now();
    List<Waiting> due = outbox.next(now, oneByOne.get() > 0 ? 1 : AT_ONCE);
    oneByOne.updateAndGet(left -> Math.max(left - 1, 0));
    round.due = due.size();
    // Locks on people are taken in one order by all senders.
    List<Waiting> inOrder =
        due.stream().sorted(Comparator.comparing(waiting -> waiting.person().value())).toList();
    Map<PersonId, PersonalData> people =
        vault.findAll(inOrder.stream().map(Waiting::person).collect(Collectors.toSet()));
    streams.remembering(
        RolloutEvent.class,
        () -> {
          for (Waiting waiting : inOrder) {
            round.current = waiting;
            if (!round.closed) {
              prepare(waiting, people.get(waiting.person()), round, now);
            }
          }
        });
    round.current = due.size() == 1 ? due.get(0) : null;
    admit(round, now);
    desk.sendAll(round.commands, ACTOR);
  }

  /** What touches other mails of its reader too goes alone. */
  private void prepare(Waiting waiting, @Nullable PersonalData known, Round round, Instant now) {
    DispatchId id = waiting.dispatch();
    Dispatch dispatch = streams.state(id, DispatchEvent.class, Dispatch::evolve).orElseThrow();
    if (dispatch.state() != Dispatch.State.WAITING) {
      outbox.settle(id);
      return;
    }
    boolean alone = digests.concern(dispatch);
    if ((alone && !round.isEmpty()) || !round.isFirstOptional(dispatch)) {
      return;
    }
    round.closed = alone;
    PersonalData data = known != null && known.hasEmail() ? known : null;
    Optional<SuppressReason> reason = rules.refusal(dispatch, data, now);
    if (reason.isPresent() || data == null) {
      suppress(dispatch, reason.orElse(SuppressReason.NO_ADDRESS), round, now);
      return;
    }
    Optional<PostponeDispatch> later = rules.later(dispatch, data, now);
    if (later.isPresent()) {
      outbox.postpone(id, later.get().until());
      round.commands.add(later.get());
      return;
    }
    write(digests.gather(dispatch, data, now, ACTOR).orElse(dispatch), data, round, now);
  }

  private void write(Dispatch dispatch, PersonalData data, Round round, Instant now) {
    try {
      byte[] message =
          dispatch.letter().gathered().isEmpty()
              ? message(dispatch, data, now)
              : digest(dispatch, data, now);
      round.ready.add(new Ready(dispatch, message, MailAddress.of(data.email())));
    } catch (IllegalArgumentException unwritable) {
      LOG.warn("{} can't be written: {}", dispatch.id(), unwritable.getMessage());
      outbox.settle(dispatch.id());
      round.commands.add(new ReportFailure(dispatch.id(), "can't be written", now));
    }
  }

  /** Only those for which there is room; the others wait on as if nothing had been. */
  private void admit(Round round, Instant now) {
    List<Boolean> admitted =
        destinations.admit(round.ready.stream().map(mail -> mail.to.domain()).toList(), now);
    List<Ready> going = new ArrayList<>();
    for (int number = 0; number < round.ready.size(); number++) {
      Ready mail = round.ready.get(number);
      if (admitted.get(number)) {
        outbox.ready(mail.dispatch, mail.person, mail.message);
        round.commands.add(new BeginHandOver(mail.dispatch, now));
        going.add(mail);
      } else {
        outbox.hold(mail.dispatch, mail.to.domain());
      }
    }
    round.ready.retainAll(going);
  }

  private byte[] message(Dispatch dispatch, PersonalData data, Instant now) {
    return kept(dispatch)
        .orElseGet(
            () -> writing.write(dispatch.id(), dispatch.letter(), dispatch.person(), data, now));
  }

  private Optional<byte[]> kept(Dispatch dispatch) {
    return dispatch.attempt() == 0
        ? Optional.empty()
        : outbox.message(dispatch.id(), dispatch.person());
  }

  /**
   * The same message as in an earlier attempt, unless something in it isn't to be said any more.
   */
  private byte[] digest(Dispatch dispatch, PersonalData data, Instant now) {
    int before = rules.gathered(dispatch).size();
    List<Dispatch> said = digests.stillToSay(dispatch, data, now, ACTOR);
    Optional<byte[]> kept = said.size() == before ? kept(dispatch) : Optional.empty();
    return kept.orElseGet(
        () ->
            writing.digest(
                dispatch.id(),
                dispatch.letter(),
                said.stream().map(Dispatch::letter).toList(),
                dispatch.person(),
                data,
                now));
  }

  /** What a digest would have said isn't said either. */
  private void suppress(Dispatch dispatch, SuppressReason reason, Round round, Instant now) {
    outbox.settle(dispatch.id());
    for (Dispatch one : rules.gathered(dispatch)) {
      round.commands.add(new SuppressDispatch(one.id(), reason, now));
    }
    round.commands.add(new SuppressDispatch(dispatch.id(), reason, now));
  }

  private void report(List<Outcome> outcomes) {
    Instant now = desk.now();
    List<Command> commands = new ArrayList<>();
    List<DispatchId> deferred = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      DispatchId dispatch = outcome.dispatch;
      Delivery delivery = outcome.delivery;
      if (delivery == null) {
        outbox.postpone(dispatch, now);
        commands.add(new ReleaseDispatch(dispatch, now));
      } else if (delivery instanceof Delivery.Accepted) {
        outbox.handedOver(dispatch, now);
        commands.add(new ReportHandedOver(dispatch, now));
        outcome.gathered.forEach(one -> commands.add(new ReportSentWithin(one, dispatch, now)));
      } else if (delivery instanceof Delivery.PermanentFailure failure) {
        outbox.settle(dispatch);
        commands.add(new ReportFailure(dispatch, Integer.toString(failure.code()), now));
      } else if (delivery instanceof Delivery.Uncertain) {
        outbox.settle(dispatch);
        commands.add(new ReportUnknown(dispatch, now));
      } else {
        deferred.add(dispatch);
        commands.add(new ReportDeferral(dispatch, reply(delivery), now));
      }
    }
    destinations.heard(outcomes.stream().flatMap(one -> one.signs.stream()).toList(), now);
    desk.sendAll(commands, ACTOR);
    deferred.forEach(this::awaitRetry);
  }

  private static String reply(Delivery delivery) {
    return delivery instanceof Delivery.TemporaryFailure failure
        ? Integer.toString(failure.code())
        : "unreachable";
  }

  /** The dispatch has decided when it is tried again, or that it has failed. */
  private void awaitRetry(DispatchId dispatch) {
    streams.events(dispatch, DispatchEvent.class).stream()
        .reduce((first, last) -> last)
        .ifPresent(
            last -> {
              if (last instanceof DispatchDeferred retry) {
                outbox.postpone(dispatch, retry.retryAt());
              } else {
                outbox.settle(dispatch);
              }
            });
  }

  /** What comes of the mails that were taken together. */
  private static final class Round {

    private final List<Command> commands = new ArrayList<>();
    private final List<Ready> ready = new ArrayList<>();
    private final Set<PersonId> optional = new HashSet<>();
    private @Nullable Waiting current;
    private boolean closed;
    private int due;

    boolean isEmpty() {
      return commands.isEmpty() && ready.isEmpty();
    }

    /** Each one counts for the next, so of one person's only one goes at a time. */
    boolean isFirstOptional(Dispatch dispatch) {
      return dispatch.letter().mandatory() || optional.add(dispatch.person());
    }

    /** The mail that is being prepared; null when it isn't one alone. */
    @Nullable Waiting culprit() {
      return current;
    }
  }

  /** A mail that may be handed over. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Ready(
      DispatchId dispatch,
      PersonId person,
      List<DispatchId> gathered,
      byte[] message,
      MailAddress to) {

    Ready(Dispatch dispatch, byte[] message, MailAddress to) {
      this(dispatch.id(), dispatch.person(), dispatch.letter().gathered(), message, to);
    }

    Outcome outcome(@Nullable Delivery delivery, List<Sign> signs) {
      return new Outcome(dispatch, gathered, delivery, signs);
    }
  }

  /**
   * What became of a mail.
   *
   * @param delivery null when the server didn't hear of it
   */
  private record Outcome(
      DispatchId dispatch,
      List<DispatchId> gathered,
      @Nullable Delivery delivery,
      List<Sign> signs) {}
}
