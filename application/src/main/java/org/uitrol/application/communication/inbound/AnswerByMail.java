package org.uitrol.application.communication.inbound;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.uitrol.application.communication.inbound.ActOnMail.Settled;
import org.uitrol.application.communication.inbound.CalendarReply.Attendee;
import org.uitrol.application.communication.port.InboundStore;
import org.uitrol.application.communication.port.InboundStore.Answered;
import org.uitrol.application.communication.port.MailIdentity;
import org.uitrol.application.communication.port.ReplyReading;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.application.session.view.SessionStore;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.session.Answer;
import org.uitrol.domain.session.SessionCommand.AnswerInvitation;
import org.uitrol.domain.session.SessionEvent;
import org.uitrol.domain.session.SessionEvent.InvitationAnswered;
import org.uitrol.domain.session.SessionEvent.SeatReleased;
import org.uitrol.domain.session.SessionEvent.SeatTaken;
import org.uitrol.domain.session.SessionEvent.SessionCancelled;
import org.uitrol.domain.session.SessionEvent.SessionPlanned;
import org.uitrol.domain.session.SessionEvent.SessionRescheduled;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.shared.SessionId;

/**
 * Acts on answers to invitations (RFC 5546, sections 2.1.4 and 3.2.3): matched on the event, the
 * attendee and the sequence. An answer to an earlier invitation than the last one never overrides,
 * and neither does an answer that was given before the one that is known.
 */
@Component
class AnswerByMail {

  private final ReplyReading reading;
  private final InboundStore store;
  private final SessionStore sessions;
  private final Streams streams;
  private final PersonVault vault;
  private final CommandDesk desk;
  private final MailIdentity identity;

  AnswerByMail(
      ReplyReading reading,
      InboundStore store,
      SessionStore sessions,
      Streams streams,
      PersonVault vault,
      CommandDesk desk,
      MailIdentity identity) {
    this.reading = reading;
    this.store = store;
    this.sessions = sessions;
    this.streams = streams;
    this.vault = vault;
    this.desk = desk;
    this.identity = identity;
  }

  Settled settle(long id, ReadMail mail) {
    String calendar = mail.calendar();
    CalendarReply reply = calendar == null ? null : reading.read(calendar).orElse(null);
    if (reply == null) {
      return of(Outcome.BAD_CALENDAR, null);
    }
    SessionId session = session(reply.uid()).orElse(null);
    if (session == null) {
      return of(Outcome.UNKNOWN_SESSION, null);
    }
    PersonId sender = vault.findByEmail(mail.sender()).orElse(null);
    if (!reply.method().equals("REPLY")) {
      return of(
          reply.method().equals("COUNTER") ? Outcome.COUNTER : Outcome.OTHER_CALENDAR, sender);
    }
    Attendee attendee =
        reply.attendees().stream()
            .filter(one -> isSame(one.address(), mail.sender()))
            .findFirst()
            .orElse(null);
    if (attendee == null) {
      return of(Outcome.OTHER_SENDER, sender);
    }
    return sender == null
        ? of(Outcome.UNKNOWN_PERSON, null)
        : answer(id, session, sender, attendee.status(), reply);
  }

  private Settled answer(
      long id, SessionId session, PersonId person, String status, CalendarReply reply) {
    List<SessionEvent> events = streams.events(session, SessionEvent.class);
    Instant stamp = reply.stamp() == null ? desk.now() : reply.stamp();
    if (reply.sequence() < told(events, person)
        || stamp.isBefore(lastAnswer(events, session, person))) {
      return of(Outcome.OVERTAKEN, person);
    }
    if (status.equals("DELEGATED")) {
      return of(Outcome.DELEGATED, person);
    }
    Optional<Answer> answer = understood(status);
    if (answer.isEmpty()) {
      return of(Outcome.NO_ANSWER, person);
    }
    // As exact as it is kept: the answer is recognised by it.
    Instant now = desk.now().truncatedTo(ChronoUnit.MICROS);
    try {
      desk.send(new AnswerInvitation(session, person, answer.get(), now), Actor.byMail(person));
    } catch (Rejected refused) {
      return new Settled(Outcome.REFUSED, refused.code(), person, null);
    }
    store.answered(id, session, person, reply.sequence(), stamp, now);
    return of(Outcome.ANSWERED, person);
  }

  private static Optional<Answer> understood(String status) {
    return switch (status) {
      case "ACCEPTED" -> Optional.of(Answer.ACCEPTED);
      case "TENTATIVE" -> Optional.of(Answer.TENTATIVE);
      case "DECLINED" -> Optional.of(Answer.DECLINED);
      default -> Optional.empty();
    };
  }

  /** The sequence of the last invitation, change or cancellation that a person was told of. */
  private static int told(List<SessionEvent> events, PersonId person) {
    int told = 0;
    for (SessionEvent event : events) {
      if (event instanceof SessionPlanned) {
        told = 0;
      } else if (event instanceof SeatTaken taken && taken.person().equals(person)) {
        told = taken.sequence();
      } else if (event instanceof SeatReleased released && released.person().equals(person)) {
        told = released.sequence();
      } else if (event instanceof SessionRescheduled moved && moved.people().contains(person)) {
        told = moved.sequence();
      } else if (event instanceof SessionCancelled cancelled) {
        told = cancelled.sequence();
      }
    }
    return told;
  }

  /**
   * When the answer that is known was given: by the stamp of the mail that brought it, or on a page
   * at the moment of the event.
   */
  private Instant lastAnswer(List<SessionEvent> events, SessionId session, PersonId person) {
    Instant last = Instant.MIN;
    for (SessionEvent event : events) {
      if (event instanceof InvitationAnswered answered && answered.person().equals(person)) {
        last = answered.at();
      } else if (event instanceof SessionRescheduled) {
        last = Instant.MIN;
      }
    }
    Instant at = last;
    return store.answers(session, person).stream()
        .filter(one -> one.at().equals(at))
        .map(Answered::stamp)
        .findFirst()
        .orElse(at);
  }

  private Optional<SessionId> session(String uid) {
    String domain = "@" + identity.from().domain();
    if (!uid.toLowerCase(Locale.ROOT).endsWith(domain) || uid.length() == domain.length()) {
      return Optional.empty();
    }
    SessionId session = new SessionId(uid.substring(0, uid.length() - domain.length()));
    return sessions.find(session).map(row -> session);
  }

  private boolean isSame(String address, String sender) {
    if (address.equalsIgnoreCase(sender)) {
      return true;
    }
    Optional<PersonId> person = vault.findByEmail(sender);
    return person.isPresent() && vault.findByEmail(address).equals(person);
  }

  private static Settled of(Outcome outcome, @Nullable PersonId person) {
    return new Settled(outcome, null, person, null);
  }
}
