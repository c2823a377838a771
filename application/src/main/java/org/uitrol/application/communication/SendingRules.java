package org.uitrol.application.communication;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.uitrol.application.communication.port.Outbox;
import org.uitrol.application.directory.PersonalData;
import org.uitrol.application.rollout.PersonalLimits;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.communication.AddressEvent;
import org.uitrol.domain.communication.AddressStanding;
import org.uitrol.domain.communication.Dispatch;
import org.uitrol.domain.communication.DispatchCommand.PostponeDispatch;
import org.uitrol.domain.communication.DispatchEvent;
import org.uitrol.domain.communication.Invitation;
import org.uitrol.domain.communication.Invitation.Method;
import org.uitrol.domain.communication.Letter;
import org.uitrol.domain.communication.MailConsent;
import org.uitrol.domain.communication.MailConsentEvent;
import org.uitrol.domain.communication.PostponeReason;
import org.uitrol.domain.communication.SuppressReason;
import org.uitrol.domain.rollout.RolloutStatus;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.StreamId;
import org.uitrol.domain.shared.WorkingCalendar;

/** Whether a mail may be sent, looked at anew at the moment of sending (decision 0009). */
@Component
public class SendingRules {

  /** How long a mail counts for the most that one person gets. */
  static final Duration WEEK = Duration.ofDays(7);

  private final Streams streams;
  private final StillTrue stillTrue;
  private final Letters letters;
  private final Outbox outbox;
  private final PersonalLimits limits;

  public SendingRules(
      Streams streams, StillTrue stillTrue, Letters letters, Outbox outbox, PersonalLimits limits) {
    this.streams = streams;
    this.stillTrue = stillTrue;
    this.letters = letters;
    this.outbox = outbox;
    this.limits = limits;
  }

  /** Why a mail isn't sent at all; a digest is sent as long as one of its mails would be. */
  public Optional<SuppressReason> refusal(
      Dispatch dispatch, @Nullable PersonalData data, Instant now) {
    Letter letter = dispatch.letter();
    Instant uselessAfter = letter.uselessAfter();
    Invitation invitation = letter.invitation();
    boolean callsOff = invitation != null && invitation.method() == Method.CANCEL;
    if (data == null) {
      return Optional.of(SuppressReason.NO_ADDRESS);
    }
    if (returns(dispatch.person())) {
      return Optional.of(SuppressReason.ADDRESS_RETURNS);
    }
    if (uselessAfter != null && now.isAfter(uselessAfter)) {
      return Optional.of(SuppressReason.TOO_LATE);
    }
    if (!letter.mandatory() && hasOptedOut(dispatch.person())) {
      return Optional.of(SuppressReason.OPTED_OUT);
    }
    if (!letter.gathered().isEmpty()) {
      return gathered(dispatch).stream().anyMatch(one -> refusal(one, data, now).isEmpty())
          ? Optional.empty()
          : Optional.of(SuppressReason.NO_LONGER_TRUE);
    }
    if (!callsOff && letters.rollout(letter.rollout()).status() == RolloutStatus.CANCELLED) {
      return Optional.of(SuppressReason.CAMPAIGN_CANCELLED);
    }
    return stillTrue.isTrue(letter, dispatch.person())
        ? Optional.empty()
        : Optional.of(SuppressReason.NO_LONGER_TRUE);
  }

  /**
   * Optional mail waits in a pause, on days on which the organisation is closed, and when the
   * person has had enough for a week.
   */
  public Optional<PostponeDispatch> later(Dispatch dispatch, Instant now) {
    Letter letter = dispatch.letter();
    if (letter.mandatory()) {
      return Optional.empty();
    }
    WorkingCalendar calendar = letters.calendar(letter.rollout());
    if (isPaused(dispatch)) {
      return later(dispatch, PostponeReason.PAUSED, calendar.after(now, 1), now);
    }
    if (calendar.isClosed(now)) {
      return later(dispatch, PostponeReason.CLOSED, calendar.atWork(now), now);
    }
    int allowed = limits.mails(dispatch.person(), letter.rollout());
    return outbox.optionalSince(dispatch.person(), now.minus(WEEK)) < allowed
        ? Optional.empty()
        : later(dispatch, PostponeReason.LOAD, calendar.after(now, 1), now);
  }

  /** The mails of a digest that it still says in their place. */
  List<Dispatch> gathered(Dispatch digest) {
    return digest.letter().gathered().stream()
        .flatMap(id -> streams.state(id, DispatchEvent.class, Dispatch::evolve).stream())
        .filter(one -> one.state() == Dispatch.State.GATHERED)
        .toList();
  }

  /** Whether the campaign of a mail is paused, or of one of those that a digest is made of. */
  boolean isPaused(Dispatch dispatch) {
    Stream<RolloutId> rollouts =
        dispatch.letter().gathered().isEmpty()
            ? Stream.of(dispatch.letter().rollout())
            : gathered(dispatch).stream().map(one -> one.letter().rollout());
    return rollouts.distinct().anyMatch(one -> status(one) == RolloutStatus.PAUSED);
  }

  private RolloutStatus status(RolloutId rollout) {
    return letters.rollout(rollout).status();
  }

  private static Optional<PostponeDispatch> later(
      Dispatch dispatch, PostponeReason why, Instant until, Instant now) {
    return Optional.of(new PostponeDispatch(dispatch.id(), why, until, now));
  }

  private boolean returns(PersonId person) {
    return streams
        .state(StreamId.of("address", person), AddressEvent.class, AddressStanding::evolve)
        .map(standing -> standing.suppressed() != null)
        .orElse(false);
  }

  private boolean hasOptedOut(PersonId person) {
    return streams
        .state(StreamId.of("consent", person), MailConsentEvent.class, MailConsent::evolve)
        .map(consent -> !consent.optional())
        .orElse(false);
  }
}
