package org.uitrol.application.world;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.communication.port.BuiltInMail;
import org.uitrol.application.communication.port.CalendarPart;
import org.uitrol.application.communication.port.Delivery;
import org.uitrol.application.communication.port.MailAddress;
import org.uitrol.application.communication.port.MailComposer;
import org.uitrol.application.communication.port.MailPart;
import org.uitrol.application.communication.port.MailTransport;
import org.uitrol.application.communication.port.MailVariable;
import org.uitrol.application.communication.port.MailWriter;
import org.uitrol.application.communication.port.OutgoingMail;
import org.uitrol.application.communication.port.PersonalLinks;
import org.uitrol.application.communication.port.TextProblem;
import org.uitrol.application.communication.port.WrittenMail;
import org.uitrol.application.session.port.CalendarInvitation;
import org.uitrol.application.session.port.InvitationWriter;
import org.uitrol.domain.shared.ConcernId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SurveyId;

/** Mails whose subject is the name of their text, and a mail server that takes or refuses them. */
final class FakeMail
    implements MailWriter, MailComposer, InvitationWriter, MailTransport, PersonalLinks {

  /**
   * A mail that the server took.
   *
   * @param to the part of the address before the @
   * @param text the name of its text
   * @param method what the invitation asks for, empty without one
   * @param sequence of the invitation, -1 without one
   */
  record Sent(String to, String text, String method, int sequence) {}

  private static final String SEPARATOR = "\n";
  private static final String SHORT = "X-SHORT:";

  private final List<Sent> sent = new ArrayList<>();
  private final Deque<Supplier<Delivery>> answers = new ArrayDeque<>();
  private int attempts;
  private int failures;
  private @Nullable Error error;

  List<Sent> sent() {
    return List.copyOf(sent);
  }

  /** How often a message was offered to the server. */
  int attempts() {
    return attempts;
  }

  /** The server's next answer; without one it takes the mail. */
  void answer(Supplier<Delivery> next) {
    answers.add(next);
  }

  /** So often a mail can't be put together, as when the disk with its pictures is away. */
  void failToCompose(int times) {
    failures = times;
  }

  /** The next mail breaks the machine itself, once. */
  void failToComposeOnceWith(Error next) {
    error = next;
  }

  @Override
  public Delivery deliver(byte[] message, MailAddress envelopeFrom, MailAddress recipient) {
    attempts++;
    Supplier<Delivery> next = answers.poll();
    Delivery delivery = next == null ? new Delivery.Accepted("250 2.0.0 OK") : next.get();
    if (delivery instanceof Delivery.Accepted) {
      List<String> parts =
          List.of(new String(message, StandardCharsets.UTF_8).split(SEPARATOR, -1));
      sent.add(
          new Sent(
              recipient.localPart(), parts.get(0), parts.get(1), Integer.parseInt(parts.get(2))));
    }
    return delivery;
  }

  @Override
  public WrittenMail write(BuiltInMail mail, String language, Map<MailVariable, String> values) {
    List<MailVariable> missing =
        mail.needs().stream().filter(one -> !values.containsKey(one)).toList();
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(mail + " needs " + missing);
    }
    return new WrittenMail(language, mail.key(), "-", "-");
  }

  @Override
  public WrittenMail write(
      String subject, String body, String language, Map<MailVariable, String> values) {
    return new WrittenMail(language, subject, body, body);
  }

  /** Its subject is "digest" and the subjects of its parts. */
  @Override
  public WrittenMail together(
      List<MailPart> parts, String language, Map<MailVariable, String> values) {
    String subjects = parts.stream().map(MailPart::subject).collect(Collectors.joining("+"));
    return write("digest:" + subjects, "-", language, values);
  }

  @Override
  public List<TextProblem> check(String subject, String body, Set<MailVariable> available) {
    return List.of();
  }

  @Override
  public byte[] compose(OutgoingMail mail) {
    Error broken = error;
    if (broken != null) {
      error = null;
      throw broken;
    }
    if (failures > 0) {
      failures--;
      throw new IllegalStateException("no disk");
    }
    CalendarPart calendar = mail.calendar();
    String invitation =
        calendar == null
            ? SEPARATOR + -1
            : calendar.method()
                + SEPARATOR
                + calendar.ics().substring(calendar.ics().indexOf(SHORT) + SHORT.length()).strip();
    return (mail.content().subject() + SEPARATOR + invitation).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public CalendarPart write(CalendarInvitation invitation) {
    String method = invitation.method().name();
    return new CalendarPart(
        method,
        invitation.organizer(),
        "BEGIN:VCALENDAR\r\nMETHOD:" + method + "\r\n" + SHORT + invitation.sequence() + "\r\n");
  }

  @Override
  public URI plan(PersonId person, Instant at) {
    return URI.create("https://uitrol.example/plan/" + person);
  }

  @Override
  public URI survey(PersonId person, SurveyId survey, Instant closesAt) {
    return URI.create("https://uitrol.example/survey/" + survey + "/" + person);
  }

  @Override
  public URI preferences(PersonId person, Instant at) {
    return URI.create("https://uitrol.example/preferences/" + person);
  }

  @Override
  public URI questions(PersonId person, Instant at) {
    return URI.create("https://uitrol.example/questions/" + person);
  }

  @Override
  public URI concern(ConcernId concern) {
    return URI.create("https://uitrol.example/concerns/" + concern);
  }

  @Override
  public URI unsubscribe(PersonId person) {
    return URI.create("https://uitrol.example/unsubscribe/" + person);
  }

  @Override
  public URI department(RolloutId rollout) {
    return URI.create("https://uitrol.example/rollouts/" + rollout);
  }
}
