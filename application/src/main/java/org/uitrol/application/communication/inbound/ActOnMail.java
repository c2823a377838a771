package org.uitrol.application.communication.inbound;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.uitrol.application.communication.inbound.InboundMail.State;
import org.uitrol.application.communication.port.InboundStore;
import org.uitrol.application.communication.port.MailIdentity;
import org.uitrol.application.communication.port.MailReading;
import org.uitrol.application.communication.view.MailRow;
import org.uitrol.application.communication.view.MailStore;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.communication.AddressCommand.ReportReturn;
import org.uitrol.domain.communication.Dispatch;
import org.uitrol.domain.communication.DispatchCommand.RecordBounce;
import org.uitrol.domain.communication.DispatchEvent;
import org.uitrol.domain.communication.MailConsentCommand.OptOut;
import org.uitrol.domain.shared.DispatchId;
import org.uitrol.domain.shared.PersonId;

/**
 * Decides what a mail that came in leads to (decision 0027). Anybody can write a report, so one
 * counts only when it names a mail that was really sent, by a Message-ID that nobody can guess; and
 * an answer to an invitation only when it comes from the address that was invited.
 */
@Component
class ActOnMail {

  static final Actor ACTOR = Actor.process(ActOnMail.class);

  /** By then a mail that doesn't get through has come back (RFC 5321, section 4.5.4.1). */
  private static final Duration BACK_BY_THEN = Duration.ofDays(5);

  private static final int LATEST = 50;

  private final InboundStore store;
  private final MailReading reading;
  private final AnswerByMail answers;
  private final MailStore mails;
  private final Streams streams;
  private final PersonVault vault;
  private final CommandDesk desk;
  private final MailIdentity identity;

  ActOnMail(
      InboundStore store,
      MailReading reading,
      AnswerByMail answers,
      MailStore mails,
      Streams streams,
      PersonVault vault,
      CommandDesk desk,
      MailIdentity identity) {
    this.store = store;
    this.reading = reading;
    this.answers = answers;
    this.mails = mails;
    this.streams = streams;
    this.vault = vault;
    this.desk = desk;
    this.identity = identity;
  }

  /** Acts on a mail that was kept and not acted on yet; any other is left as it is. */
  void on(long id) {
    InboundMail mail = store.take(id).orElse(null);
    if (mail == null || mail.state() != State.RECEIVED) {
      return;
    }
    byte[] raw = store.raw(id).orElse(null);
    if (raw == null) {
      return;
    }
    Settled settled = mail.tooLarge() ? of(Outcome.TOO_LARGE) : settle(id, reading.read(raw));
    store.settle(id, settled.outcome, settled.detail, settled.person, settled.dispatch);
  }

  /** What came of a mail. */
  record Settled(
      Outcome outcome,
      @Nullable String detail,
      @Nullable PersonId person,
      @Nullable DispatchId dispatch) {}

  private static Settled of(Outcome outcome) {
    return new Settled(outcome, null, null, null);
  }

  private Settled settle(long id, ReadMail mail) {
    return switch (mail.kind()) {
      case AUTO_REPLY -> of(Outcome.AUTOMATIC);
      case CALENDAR -> answers.settle(id, mail);
      case OTHER -> written(mail);
      case REPORT, COMPLAINT -> report(mail);
    };
  }

  /** To the return path of a mail, mostly by a server in words that nobody has foreseen. */
  private Settled written(ReadMail mail) {
    return returned(mail)
        .flatMap(this::sent)
        .map(row -> new Settled(Outcome.WRITTEN, null, row.person(), row.dispatch()))
        .orElse(of(Outcome.WRITTEN));
  }

  private Settled report(ReadMail mail) {
    boolean matters = mail.notices().stream().anyMatch(one -> one.isFailure() || one.isComplaint());
    MailRow row = original(mail).orElse(null);
    if (row == null) {
      return of(matters ? Outcome.UNKNOWN_MAIL : Outcome.NOTED);
    }
    if (!matters) {
      return new Settled(Outcome.NOTED, null, row.person(), row.dispatch());
    }
    boolean own = mail.notices().stream().anyMatch(one -> isOf(one, row.person()));
    Notice notice =
        mail.notices().stream()
            .filter(one -> own ? isOf(one, row.person()) : mail.notices().size() == 1)
            .filter(one -> one.isFailure() || one.isComplaint())
            .findFirst()
            .orElse(null);
    if (notice == null) {
      Outcome outcome = own ? Outcome.NOTED : Outcome.OTHER_RECIPIENT;
      return new Settled(outcome, null, row.person(), row.dispatch());
    }
    return notice.isComplaint() ? complained(row) : returned(row, notice, own);
  }

  private Settled complained(MailRow row) {
    desk.send(new OptOut(row.person(), desk.now()), ACTOR);
    return new Settled(Outcome.COMPLAINED, null, row.person(), row.dispatch());
  }

  /**
   * An address that somebody's own address forwards to may be wrong for ever; that says nothing for
   * ever about the person's own.
   */
  private Settled returned(MailRow row, Notice notice, boolean own) {
    Instant now = desk.now();
    String status = notice.status().isEmpty() ? "5.0.0" : notice.status();
    Dispatch dispatch =
        streams.state(row.dispatch(), DispatchEvent.class, Dispatch::evolve).orElseThrow();
    for (DispatchId gathered : dispatch.letter().gathered()) {
      desk.send(new RecordBounce(gathered, status, now), ACTOR);
    }
    desk.send(new RecordBounce(row.dispatch(), status, now), ACTOR);
    boolean hard = own && notice.kind() == Notice.Kind.HARD;
    desk.send(
        new ReportReturn(row.person(), row.dispatch(), hard, status, worked(row.person()), now),
        ACTOR);
    return new Settled(Outcome.RETURNED, status, row.person(), row.dispatch());
  }

  /**
   * The mail that it is about, if that was handed over to a mail server in our name: as it says
   * itself, or by the address that it came to.
   */
  private Optional<MailRow> original(ReadMail mail) {
    return Stream.concat(
            mail.originals().stream().flatMap(id -> named(id).stream()), returned(mail).stream())
        .flatMap(id -> sent(id).stream())
        .findFirst();
  }

  private Optional<DispatchId> named(String messageId) {
    String domain = "@" + identity.from().domain();
    if (!messageId.toLowerCase(Locale.ROOT).endsWith(domain)) {
      return Optional.empty();
    }
    String local = messageId.substring(0, messageId.length() - domain.length());
    return local.isBlank() ? Optional.empty() : Optional.of(new DispatchId(local));
  }

  private Optional<DispatchId> returned(ReadMail mail) {
    return mail.addressedTo().stream()
        .flatMap(address -> identity.returnPath().dispatch(address).stream())
        .findFirst();
  }

  private Optional<MailRow> sent(DispatchId dispatch) {
    return mails.find(dispatch).filter(row -> wasSent(row.state()));
  }

  private static boolean wasSent(Dispatch.State state) {
    return state == Dispatch.State.HANDED_OVER
        || state == Dispatch.State.UNKNOWN
        || state == Dispatch.State.BOUNCED;
  }

  private boolean isOf(Notice notice, PersonId person) {
    return List.of(notice.recipient(), notice.sentTo()).stream()
        .anyMatch(address -> vault.findByEmail(address).filter(person::equals).isPresent());
  }

  /** When a mail to a person last got through, for all that is known. */
  private @Nullable Instant worked(PersonId person) {
    Instant latest = desk.now().minus(BACK_BY_THEN);
    return mails.ofPerson(person, 0, LATEST).stream()
        .filter(row -> row.state() == Dispatch.State.HANDED_OVER)
        .map(MailRow::updatedAt)
        .filter(at -> at.isBefore(latest))
        .max(Instant::compareTo)
        .orElse(null);
  }
}
