package org.uitrol.application.communication;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
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
import org.uitrol.domain.communication.SendingHours;
import org.uitrol.domain.communication.SuppressReason;
import org.uitrol.domain.rollout.RolloutStatus;
import org.uitrol.domain.session.Place;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.StreamId;
import org.uitrol.domain.shared.WorkingCalendar;

/** Whether a mail may be sent, looked at anew at the moment of sending (decision 0009). */
@Component
public class SendingRules {

  /** How long a mail counts for the most that one person gets. */
  static final Duration WEEK = Duration.ofDays(7);

  private static final Duration DAY = Duration.ofDays(1);

  private final Streams streams;
  private final StillTrue stillTrue;
  private final Letters letters;
  private final Outbox outbox;
  private final PersonalLimits limits;
  private final SendingHours hours;

  public SendingRules(
      Streams streams,
      StillTrue stillTrue,
      Letters letters,
      Outbox outbox,
      PersonalLimits limits,
      SendingHours hours) {
    this.streams = streams;
    this.stillTrue = stillTrue;
    this.letters = letters;
    this.outbox = outbox;
    this.limits = limits;
    this.hours = hours;
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
   * Who was asked to answer a survey not long ago isn't asked again yet. Mail waits for the hours
   * in which mail is sent where its reader is, unless nobody may miss it and it can't wait.
   * Optional mail also waits for those hours of the organisation, in a pause, on days on which the
   * organisation is closed, and when the person has had enough for a week.
   */
  public Optional<PostponeDispatch> later(Dispatch dispatch, PersonalData data, Instant now) {
    Letter letter = dispatch.letter();
    WorkingCalendar calendar = letters.calendar(letter.rollout());
    ZoneId zone = zone(data, calendar);
    if (letter.asks()) {
      Instant rested = rested(dispatch, calendar, now);
      if (now.isBefore(rested)) {
        return later(dispatch, PostponeReason.REST, rested, now);
      }
    }
    if (letter.mandatory()) {
      Instant awake = hours.awake(now, zone);
      return awake.equals(now) || isUrgent(letter, awake, now)
          ? Optional.empty()
          : later(dispatch, PostponeReason.QUIET, awake, now);
    }
    if (isPaused(dispatch)) {
      return later(dispatch, PostponeReason.PAUSED, calendar.after(now, 1), now);
    }
    if (calendar.isClosed(now)) {
      return later(dispatch, PostponeReason.CLOSED, calendar.atWork(now), now);
    }
    Instant awake = hours.next(now, calendar, zone);
    if (!awake.equals(now)) {
      return later(dispatch, PostponeReason.QUIET, awake, now);
    }
    int allowed = limits.mails(dispatch.person(), letter.rollout());
    return outbox.optionalSince(dispatch.person(), now.minus(WEEK)) < allowed
        ? Optional.empty()
        : later(dispatch, PostponeReason.LOAD, calendar.after(now, 1), now);
  }

  /** When the person may be asked to answer a survey again. */
  private Instant rested(Dispatch dispatch, WorkingCalendar calendar, Instant now) {
    int rest = limits.surveyRest(dispatch.person(), dispatch.letter().rollout());
    return rest == 0
        ? now
        : outbox
            .lastAsked(dispatch.person(), now)
            .map(asked -> calendar.after(asked, rest))
            .orElse(now);
  }

  /**
   * Whether a mail that nobody may miss goes at any hour: it calls something off, it is about a
   * session within a day, or it would be of no use when mail is sent again.
   */
  private static boolean isUrgent(Letter letter, Instant awake, Instant now) {
    Invitation invitation = letter.invitation();
    Instant uselessAfter = letter.uselessAfter();
    return (uselessAfter != null && !uselessAfter.isAfter(awake))
        || (invitation != null
            && (invitation.method() == Method.CANCEL
                || isNear(invitation.place(), now)
                || isNear(invitation.previous(), now)));
  }

  private static boolean isNear(@Nullable Place place, Instant now) {
    return place != null && place.startsAt().toInstant().isBefore(now.plus(DAY));
  }

  /** Where the reader is, as far as is known. */
  private static ZoneId zone(PersonalData data, WorkingCalendar calendar) {
    try {
      return data.timeZone().isBlank() ? calendar.zone() : ZoneId.of(data.timeZone());
    } catch (DateTimeException unknown) {
      return calendar.zone();
    }
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
