package org.uitrol.domain.erasure;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.erasure.ErasureCommand.ApproveErasure;
import org.uitrol.domain.erasure.ErasureCommand.ExpireErasure;
import org.uitrol.domain.erasure.ErasureCommand.ReadmitPerson;
import org.uitrol.domain.erasure.ErasureCommand.RecordStep;
import org.uitrol.domain.erasure.ErasureCommand.RefuseErasure;
import org.uitrol.domain.erasure.ErasureCommand.RepeatErasure;
import org.uitrol.domain.erasure.ErasureCommand.RequestErasure;
import org.uitrol.domain.erasure.ErasureCommand.WithdrawErasure;
import org.uitrol.domain.erasure.ErasureEvent.ErasureApproved;
import org.uitrol.domain.erasure.ErasureEvent.ErasureCarriedOut;
import org.uitrol.domain.erasure.ErasureEvent.ErasureExpired;
import org.uitrol.domain.erasure.ErasureEvent.ErasureRefused;
import org.uitrol.domain.erasure.ErasureEvent.ErasureRepeated;
import org.uitrol.domain.erasure.ErasureEvent.ErasureRequested;
import org.uitrol.domain.erasure.ErasureEvent.ErasureWithdrawn;
import org.uitrol.domain.erasure.ErasureEvent.PersonReadmitted;
import org.uitrol.domain.erasure.ErasureEvent.StepDone;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.CertificateId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Rejected;

/**
 * The erasure of one person. It takes two people: who asks for it can't approve it. What is done is
 * kept step by step, so that it goes on where it stopped (decision 0038).
 *
 * @param number which time it was asked for
 * @param ground absent when a database that was restored doesn't know it
 * @param askedBy absent when nobody did: the organisation's rule, or a database that was restored
 * @param self whose account asked, if that is known
 * @param expiresAt until when somebody else can agree
 * @param done the steps that were done, in their order
 * @param destroyed how much of what was destroyed so far
 * @param erasedAt when it was carried out first, if it was
 * @param repeated whether a database that was restored held the person once more
 * @param readmitted whether the person may come in again, as a stranger
 */
public record Erasure(
    PersonId person,
    int number,
    Status status,
    @Nullable ErasureGround ground,
    @Nullable AccountId askedBy,
    @Nullable PersonId self,
    Instant askedAt,
    Instant expiresAt,
    @Nullable AccountId decidedBy,
    @Nullable Instant decidedAt,
    @Nullable ErasureRefusal refusal,
    List<ErasureStep> done,
    Map<DataKind, Integer> destroyed,
    @Nullable Instant erasedAt,
    boolean repeated,
    boolean readmitted) {

  /** How long somebody else has to agree. */
  public static final Duration WAITS = Duration.ofDays(14);

  public Erasure {
    done = List.copyOf(done);
    destroyed = Collections.unmodifiableMap(new TreeMap<>(destroyed));
  }

  /** How far it is. */
  public enum Status {
    REQUESTED,
    /** It is being carried out. */
    APPROVED,
    REFUSED,
    WITHDRAWN,
    EXPIRED,
    ERASED
  }

  /** The certificate that says so. */
  public CertificateId certificate() {
    return CertificateId.of(person, number);
  }

  /** What is to be done next; empty unless it is being carried out. */
  public Optional<ErasureStep> next() {
    return status == Status.APPROVED ? ErasureStep.after(done) : Optional.empty();
  }

  /**
   * Asks for it.
   *
   * @throws Rejected {@code ERASURE_ASKED} while it waits or is carried out; {@code PERSON_ERASED}
   *     afterwards
   */
  public static List<ErasureEvent> request(@Nullable Erasure erasure, RequestErasure command) {
    if (erasure != null && erasure.status == Status.ERASED) {
      throw new Rejected("PERSON_ERASED", Map.of("person", command.person().value()));
    }
    if (erasure != null
        && (erasure.status == Status.REQUESTED || erasure.status == Status.APPROVED)) {
      throw new Rejected("ERASURE_ASKED");
    }
    return List.of(
        new ErasureRequested(
            command.person(),
            erasure == null ? 1 : erasure.number + 1,
            command.ground(),
            command.by(),
            command.self(),
            command.at().plus(WAITS),
            command.at()));
  }

  /**
   * Agrees, so that it is carried out.
   *
   * @throws Rejected {@code ERASURE_NOT_OPEN}; {@code ERASURE_EXPIRED}; {@code ERASURE_OWN_REQUEST}
   *     by who asked for it, also with another account; {@code ERASURE_OF_ONESELF}; {@code
   *     ERASURE_NEEDS_SOMEBODY} when the organisation's rule would agree with what somebody asked
   */
  public List<ErasureEvent> approve(ApproveErasure command) {
    requireOpen();
    if (!command.at().isBefore(expiresAt)) {
      throw new Rejected("ERASURE_EXPIRED");
    }
    AccountId by = command.by();
    if (by == null && askedBy != null) {
      throw new Rejected("ERASURE_NEEDS_SOMEBODY");
    }
    boolean samePerson = command.self() != null && command.self().equals(self);
    if (samePerson || (by != null && by.equals(askedBy))) {
      throw new Rejected("ERASURE_OWN_REQUEST");
    }
    if (person.equals(command.self())) {
      throw new Rejected("ERASURE_OF_ONESELF");
    }
    return List.of(new ErasureApproved(person, number, by, command.at()));
  }

  /**
   * Doesn't agree.
   *
   * @throws Rejected {@code ERASURE_NOT_OPEN}
   */
  public List<ErasureEvent> refuse(RefuseErasure command) {
    requireOpen();
    return List.of(new ErasureRefused(person, number, command.why(), command.by(), command.at()));
  }

  /**
   * Takes the request back.
   *
   * @throws Rejected {@code ERASURE_NOT_OPEN}; {@code ERASURE_OF_ANOTHER} by who didn't ask
   */
  public List<ErasureEvent> withdraw(WithdrawErasure command) {
    requireOpen();
    if (!command.by().equals(askedBy)) {
      throw new Rejected("ERASURE_OF_ANOTHER");
    }
    return List.of(new ErasureWithdrawn(person, number, command.by(), command.at()));
  }

  /** A wake-up that comes too early, or after somebody decided, changes nothing. */
  public List<ErasureEvent> expire(ExpireErasure command) {
    return status == Status.REQUESTED && !command.at().isBefore(expiresAt)
        ? List.of(new ErasureExpired(person, number, command.at()))
        : List.of();
  }

  /**
   * Notes that a step was done; the last one ends it. A step that was done before changes nothing.
   *
   * @throws Rejected {@code ERASURE_NOT_APPROVED}; {@code ERASURE_STEP_EARLY} when another step
   *     comes first
   */
  public List<ErasureEvent> record(RecordStep command) {
    if (done.contains(command.step())) {
      return List.of();
    }
    ErasureStep expected = next().orElseThrow(() -> new Rejected("ERASURE_NOT_APPROVED"));
    if (expected != command.step()) {
      throw new Rejected("ERASURE_STEP_EARLY", Map.of("expected", expected));
    }
    Map<DataKind, Integer> some = new EnumMap<>(DataKind.class);
    command.destroyed().forEach((kind, count) -> some.merge(kind, count, Integer::sum));
    some.values().removeIf(count -> count == 0);
    List<ErasureEvent> events = new ArrayList<>();
    events.add(new StepDone(person, number, command.step(), some, command.at()));
    if (command.step().isLast()) {
      events.add(new ErasureCarriedOut(person, number, certificate(), command.at()));
    }
    return List.copyOf(events);
  }

  /** Carries it out once more; nothing while it is being carried out anyway. */
  public static List<ErasureEvent> repeat(@Nullable Erasure erasure, RepeatErasure command) {
    return erasure != null && erasure.status == Status.APPROVED
        ? List.of()
        : List.of(
            new ErasureRepeated(
                command.person(),
                erasure == null ? command.number() : Math.max(erasure.number, command.number()),
                command.erasedAt(),
                command.at()));
  }

  /**
   * Lets the person come in again; again changes nothing.
   *
   * @throws Rejected {@code PERSON_NOT_ERASED}
   */
  public List<ErasureEvent> readmit(ReadmitPerson command) {
    if (status != Status.ERASED) {
      throw new Rejected("PERSON_NOT_ERASED");
    }
    return readmitted
        ? List.of()
        : List.of(new PersonReadmitted(person, command.by(), command.at()));
  }

  /** The state after one event. */
  public static Erasure evolve(@Nullable Erasure erasure, ErasureEvent event) {
    if (event instanceof ErasureRequested requested) {
      return new Erasure(
          requested.person(),
          requested.number(),
          Status.REQUESTED,
          requested.ground(),
          requested.by(),
          requested.self(),
          requested.at(),
          requested.expiresAt(),
          null,
          null,
          null,
          List.of(),
          Map.of(),
          null,
          false,
          false);
    }
    if (event instanceof ErasureRepeated repeated) {
      return again(erasure, repeated);
    }
    if (erasure == null) {
      throw new IllegalStateException("an erasure begins with a request, not with " + event);
    }
    if (event instanceof ErasureApproved approved) {
      return erasure.decided(Status.APPROVED, approved.by(), null, approved.at());
    } else if (event instanceof ErasureRefused refused) {
      return erasure.decided(Status.REFUSED, refused.by(), refused.why(), refused.at());
    } else if (event instanceof ErasureWithdrawn withdrawn) {
      return erasure.decided(Status.WITHDRAWN, withdrawn.by(), null, withdrawn.at());
    } else if (event instanceof ErasureExpired expired) {
      return erasure.decided(Status.EXPIRED, null, null, expired.at());
    } else if (event instanceof StepDone step) {
      return erasure.after(step);
    } else if (event instanceof ErasureCarriedOut carriedOut) {
      Instant first = erasure.erasedAt == null ? carriedOut.at() : erasure.erasedAt;
      return erasure.with(Status.ERASED, first, erasure.readmitted);
    } else if (event instanceof PersonReadmitted) {
      return erasure.with(erasure.status, erasure.erasedAt, true);
    }
    throw new IllegalStateException("no rule for " + event);
  }

  /** Who asked and who agreed is lost when the database had not heard of it yet. */
  private static Erasure again(@Nullable Erasure before, ErasureRepeated event) {
    Instant then = event.erasedAt();
    if (before == null) {
      return new Erasure(
          event.person(),
          event.number(),
          Status.APPROVED,
          null,
          null,
          null,
          then,
          then,
          null,
          null,
          null,
          List.of(),
          Map.of(),
          then,
          true,
          false);
    }
    boolean known = before.status == Status.ERASED || before.repeated;
    return new Erasure(
        event.person(),
        event.number(),
        Status.APPROVED,
        before.ground,
        before.askedBy,
        before.self,
        before.askedAt,
        before.expiresAt,
        known ? before.decidedBy : null,
        known ? before.decidedAt : null,
        null,
        List.of(),
        known ? before.destroyed : Map.of(),
        then,
        true,
        before.readmitted);
  }

  private void requireOpen() {
    if (status != Status.REQUESTED) {
      throw new Rejected("ERASURE_NOT_OPEN", Map.of("status", status));
    }
  }

  private Erasure decided(
      Status next, @Nullable AccountId by, @Nullable ErasureRefusal why, Instant when) {
    return new Erasure(
        person,
        number,
        next,
        ground,
        askedBy,
        self,
        askedAt,
        expiresAt,
        by,
        when,
        why,
        done,
        destroyed,
        erasedAt,
        repeated,
        readmitted);
  }

  private Erasure after(StepDone step) {
    List<ErasureStep> nowDone = new ArrayList<>(done);
    nowDone.add(step.step());
    Map<DataKind, Integer> sum = new TreeMap<>(destroyed);
    step.destroyed().forEach((kind, count) -> sum.merge(kind, count, Integer::sum));
    return new Erasure(
        person,
        number,
        status,
        ground,
        askedBy,
        self,
        askedAt,
        expiresAt,
        decidedBy,
        decidedAt,
        refusal,
        nowDone,
        sum,
        erasedAt,
        repeated,
        readmitted);
  }

  private Erasure with(Status next, @Nullable Instant erased, boolean again) {
    return new Erasure(
        person, number, next, ground, askedBy, self, askedAt, expiresAt, decidedBy, decidedAt,
        refusal, done, destroyed, erased, repeated, again);
  }
}
