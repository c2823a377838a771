package org.uitrol.application.communication;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.common.transaction.TransactionManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.uitrol.application.communication.port.Delivery;
import org.uitrol.application.communication.port.MailAddress;
import org.uitrol.application.communication.port.MailIdentity;
import org.uitrol.application.communication.port.MailTransport;
import org.uitrol.application.communication.port.Outbox;
import org.uitrol.application.communication.port.Outbox.Waiting;
import org.uitrol.application.directory.PersonalData;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.communication.Dispatch;
import org.uitrol.domain.communication.DispatchCommand.BeginHandOver;
import org.uitrol.domain.communication.DispatchCommand.PostponeDispatch;
import org.uitrol.domain.communication.DispatchCommand.ReportDeferral;
import org.uitrol.domain.communication.DispatchCommand.ReportFailure;
import org.uitrol.domain.communication.DispatchCommand.ReportHandedOver;
import org.uitrol.domain.communication.DispatchCommand.ReportSentWithin;
import org.uitrol.domain.communication.DispatchCommand.ReportUnknown;
import org.uitrol.domain.communication.DispatchCommand.SuppressDispatch;
import org.uitrol.domain.communication.DispatchEvent;
import org.uitrol.domain.communication.DispatchEvent.DispatchDeferred;
import org.uitrol.domain.communication.PreparationRule;
import org.uitrol.domain.communication.SuppressReason;
import org.uitrol.domain.shared.DispatchId;
import org.uitrol.domain.shared.PersonId;

/**
 * Sends what is in the outbox, one mail after the other: decides and records that it is about to
 * hand it over, hands it over without holding the database, records what became of it (decision
 * 0009). Safe for many threads.
 */
@Component
public class Dispatcher {

  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
  private static final Actor ACTOR = Actor.process(Dispatcher.class);

  private final CommandDesk desk;
  private final Outbox outbox;
  private final Streams streams;
  private final SendingRules rules;
  private final Digests digests;
  private final LetterWriting writing;
  private final MailTransport transport;
  private final MailIdentity sender;
  private final PersonVault vault;
  private final TransactionManager transactions;

  public Dispatcher(
      CommandDesk desk,
      Outbox outbox,
      Streams streams,
      SendingRules rules,
      Digests digests,
      LetterWriting writing,
      MailTransport transport,
      MailIdentity sender,
      PersonVault vault,
      TransactionManager transactions) {
    this.desk = desk;
    this.outbox = outbox;
    this.streams = streams;
    this.rules = rules;
    this.digests = digests;
    this.writing = writing;
    this.transport = transport;
    this.sender = sender;
    this.vault = vault;
    this.transactions = transactions;
  }

  /**
   * Sends the mail that has been due longest; false when there is none. A mail that can't be made
   * ready lets others go first, so that one alone never stops them.
   */
  public boolean sendNext() {
    AtomicReference<@Nullable Waiting> taken = new AtomicReference<>();
    Step step;
    try {
      step = transactions.fetchInTransaction(() -> prepare(taken));
    } catch (RuntimeException | Error failure) {
      Waiting waiting = taken.get();
      if (waiting == null) {
        throw failure;
      }
      stumbled(waiting, failure);
      if (failure instanceof Error error) {
        throw error;
      }
      return true;
    }
    if (step instanceof Ready ready) {
      Delivery delivery = deliver(ready);
      transactions.executeInTransaction(() -> report(ready, delivery));
    }
    return !(step instanceof Nothing);
  }

  /**
   * Marks what an earlier run was handing over when it died, so that a person looks at it.
   *
   * @throws RuntimeException that of the first one that can't be marked; all others are
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
                  .filter(dispatch -> !failures.containsKey(dispatch))
                  .findFirst()
                  .ifPresent(
                      dispatch -> {
                        taken.set(dispatch);
                        LOG.warn("nobody knows whether {} was sent", dispatch);
                        unknown(dispatch);
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

  private Step prepare(AtomicReference<@Nullable Waiting> taken) {
    Instant now = desk.now();
    Optional<Waiting> next = outbox.next(now);
    if (next.isEmpty()) {
      return new Nothing();
    }
    taken.set(next.get());
    DispatchId id = next.get().dispatch();
    PersonId person = next.get().person();
    Dispatch dispatch = streams.state(id, DispatchEvent.class, Dispatch::evolve).orElseThrow();
    if (dispatch.state() != Dispatch.State.WAITING) {
      outbox.settle(id);
      return new Done();
    }
    PersonalData data = vault.find(person).filter(PersonalData::hasEmail).orElse(null);
    Optional<SuppressReason> reason = rules.refusal(dispatch, data, now);
    if (reason.isPresent() || data == null) {
      suppress(dispatch, reason.orElse(SuppressReason.NO_ADDRESS), now);
      return new Done();
    }
    Optional<PostponeDispatch> later = rules.later(dispatch, now);
    if (later.isPresent()) {
      outbox.postpone(id, later.get().until());
      desk.send(later.get(), ACTOR);
      return new Done();
    }
    return handOver(digests.gather(dispatch, data, now, ACTOR).orElse(dispatch), data, now);
  }

  private Step handOver(Dispatch dispatch, PersonalData data, Instant now) {
    byte[] message;
    MailAddress to;
    try {
      message =
          dispatch.letter().gathered().isEmpty()
              ? message(dispatch, data, now)
              : digest(dispatch, data, now);
      to = MailAddress.of(data.email());
    } catch (IllegalArgumentException unwritable) {
      LOG.warn("{} can't be written: {}", dispatch.id(), unwritable.getMessage());
      outbox.settle(dispatch.id());
      desk.send(new ReportFailure(dispatch.id(), "can't be written", now), ACTOR);
      return new Done();
    }
    outbox.handingOver(dispatch.id(), dispatch.person(), message);
    desk.send(new BeginHandOver(dispatch.id(), now), ACTOR);
    return new Ready(dispatch.id(), message, to, dispatch.letter().gathered());
  }

  private byte[] message(Dispatch dispatch, PersonalData data, Instant now) {
    return outbox
        .message(dispatch.id(), dispatch.person())
        .orElseGet(
            () -> writing.write(dispatch.id(), dispatch.letter(), dispatch.person(), data, now));
  }

  /**
   * The same message as in an earlier attempt, unless something in it isn't to be said any more.
   */
  private byte[] digest(Dispatch dispatch, PersonalData data, Instant now) {
    int before = rules.gathered(dispatch).size();
    List<Dispatch> said = digests.stillToSay(dispatch, data, now, ACTOR);
    Optional<byte[]> kept =
        said.size() == before ? outbox.message(dispatch.id(), dispatch.person()) : Optional.empty();
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
  private void suppress(Dispatch dispatch, SuppressReason reason, Instant now) {
    outbox.settle(dispatch.id());
    for (Dispatch one : rules.gathered(dispatch)) {
      desk.send(new SuppressDispatch(one.id(), reason, now), ACTOR);
    }
    desk.send(new SuppressDispatch(dispatch.id(), reason, now), ACTOR);
  }

  private void report(Ready ready, Delivery delivery) {
    DispatchId dispatch = ready.dispatch;
    Instant now = desk.now();
    if (delivery instanceof Delivery.Accepted) {
      outbox.handedOver(dispatch, now);
      desk.send(new ReportHandedOver(dispatch, now), ACTOR);
      for (DispatchId one : ready.gathered) {
        desk.send(new ReportSentWithin(one, dispatch, now), ACTOR);
      }
    } else if (delivery instanceof Delivery.TemporaryFailure failure) {
      defer(dispatch, Integer.toString(failure.code()), now);
    } else if (delivery instanceof Delivery.Unreachable) {
      defer(dispatch, "unreachable", now);
    } else if (delivery instanceof Delivery.PermanentFailure failure) {
      outbox.settle(dispatch);
      desk.send(new ReportFailure(dispatch, Integer.toString(failure.code()), now), ACTOR);
    } else if (delivery instanceof Delivery.Uncertain) {
      outbox.settle(dispatch);
      desk.send(new ReportUnknown(dispatch, now), ACTOR);
    } else {
      throw new IllegalStateException("unknown delivery " + delivery);
    }
  }

  /** The dispatch decides when it is tried again, or that it has failed. */
  private void defer(DispatchId dispatch, String reply, Instant now) {
    desk.send(new ReportDeferral(dispatch, reply, now), ACTOR);
    streams.events(dispatch, DispatchEvent.class).stream()
        .reduce((first, last) -> last)
        .ifPresent(
            last -> {
              if (last instanceof DispatchDeferred deferred) {
                outbox.postpone(dispatch, deferred.retryAt());
              } else {
                outbox.settle(dispatch);
              }
            });
  }

  /** What came of looking for the next mail. */
  private sealed interface Step {}

  private record Nothing() implements Step {}

  private record Done() implements Step {}

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Ready(
      DispatchId dispatch, byte[] message, MailAddress to, List<DispatchId> gathered)
      implements Step {}
}
