package org.uitrol.adapters.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.communication.port.Delivery;
import org.uitrol.application.communication.port.Delivery.Accepted;
import org.uitrol.application.communication.port.Delivery.PermanentFailure;
import org.uitrol.application.communication.port.Delivery.Refused;
import org.uitrol.application.communication.port.Delivery.TemporaryFailure;
import org.uitrol.application.communication.port.Delivery.Uncertain;
import org.uitrol.application.communication.port.Delivery.Unreachable;
import org.uitrol.application.communication.port.MailAddress;

/**
 * One connection to a mail server, which remembers how far the conversation came and the first
 * answer to what was said last. The library's exceptions alone don't tell whether a message was
 * handed over: an answer is lost in them when the server hangs up right after it.
 */
final class SmtpConversation {

  private final Session session;
  private final Watched transport;
  private long lastUsed = System.nanoTime();

  SmtpConversation(Session session) {
    this.session = session;
    this.transport = new Watched(session);
  }

  void connect(SmtpSettings settings) throws MessagingException {
    transport.connect(
        settings.host(),
        settings.portOrDefault(),
        settings.hasCredentials() ? settings.username() : null,
        settings.hasCredentials() ? settings.password() : null);
  }

  /** Asks the server whether it is still there. */
  boolean isAlive() {
    return transport.isConnected();
  }

  /** How long ago this conversation ended its last message, in nanoseconds. */
  long idle() {
    return System.nanoTime() - lastUsed;
  }

  Delivery deliver(byte[] message, MailAddress envelopeFrom, MailAddress recipient) {
    transport.stage = Stage.BEFORE;
    String problem = "";
    try {
      transport.sendMessage(
          new RawMessage(session, message, envelopeFrom),
          new Address[] {new InternetAddress(recipient.address(), false)});
    } catch (MessagingException e) {
      problem = Replies.describe(e);
    }
    lastUsed = System.nanoTime();
    return transport.outcome(problem, recipient);
  }

  /** Says goodbye if the server still listens, and never fails. */
  void close() {
    try {
      transport.close();
    } catch (MessagingException e) {
      // It is closed either way.
    }
  }

  private enum Stage {
    BEFORE,
    SENDER,
    RECIPIENT,
    ASKED_FOR_MESSAGE,
    MESSAGE_UNDER_WAY,
    MESSAGE_SENT
  }

  private static final class Watched extends SMTPTransport {

    private Stage stage = Stage.BEFORE;
    private boolean listening;
    private int code;
    private String reply = "";

    Watched(Session session) {
      super(session, new URLName("smtp", null, -1, null, null, null));
    }

    @Override
    protected void mailFrom() throws MessagingException {
      enter(Stage.SENDER);
      super.mailFrom();
    }

    @Override
    protected void rcptTo() throws MessagingException {
      enter(Stage.RECIPIENT);
      super.rcptTo();
    }

    @Override
    protected OutputStream data() throws MessagingException {
      enter(Stage.ASKED_FOR_MESSAGE);
      OutputStream stream = super.data();
      enter(Stage.MESSAGE_UNDER_WAY);
      return stream;
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
      enter(Stage.MESSAGE_SENT);
      super.finishData();
    }

    @Override
    protected int readServerResponse() throws MessagingException {
      int answer = super.readServerResponse();
      if (listening) {
        listening = false;
        code = answer;
        reply = getLastServerResponse();
      }
      return answer;
    }

    private void enter(Stage next) {
      stage = next;
      listening = true;
      code = 0;
      reply = "";
    }

    private Delivery outcome(String problem, MailAddress recipient) {
      String said = Replies.cleaned(reply.isBlank() ? problem : reply, recipient);
      boolean temporary = code >= 400 && code < 500;
      boolean permanent = code >= 500 && code < 600;
      if (stage == Stage.MESSAGE_SENT && code >= 200 && code < 300) {
        return new Accepted(said);
      }
      if (stage == Stage.MESSAGE_UNDER_WAY
          || (stage == Stage.MESSAGE_SENT && !temporary && !permanent)) {
        return new Uncertain(Replies.cleaned(problem, recipient));
      }
      if (stage != Stage.BEFORE && (temporary || permanent)) {
        Refused refused =
            stage == Stage.SENDER
                ? Refused.SENDER
                : stage == Stage.RECIPIENT ? Refused.RECIPIENT : Refused.MESSAGE;
        return temporary
            ? new TemporaryFailure(code, said, refused)
            : new PermanentFailure(code, said, refused);
      }
      return new Unreachable(Replies.cleaned(problem, recipient));
    }
  }

  /** A message that goes out byte for byte. */
  private static final class RawMessage extends SMTPMessage {

    private final byte[] bytes;

    RawMessage(Session session, byte[] bytes, MailAddress envelopeFrom) {
      super(session);
      this.bytes = bytes;
      setEnvelopeFrom(envelopeFrom.address());
    }

    @Override
    public void writeTo(OutputStream out, String @Nullable [] ignoredHeaders) throws IOException {
      out.write(bytes);
      out.flush();
    }
  }
}
