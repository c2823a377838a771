package org.uitrol.adapters.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.communication.port.Delivery;
import org.uitrol.application.communication.port.Delivery.TemporaryFailure;
import org.uitrol.application.communication.port.Delivery.Uncertain;
import org.uitrol.application.communication.port.Delivery.Unreachable;
import org.uitrol.application.communication.port.MailAddress;
import org.uitrol.application.communication.port.MailTransport;

/**
 * Hands messages over by SMTP, on connections that are kept for the next message. A kept connection
 * that turns out to have gone away is replaced once, and only when the message had not begun.
 */
public final class SmtpMailTransport implements MailTransport, AutoCloseable {

  private static final int MOST_KEPT = 4;
  private static final long LONGEST_IDLE = Duration.ofSeconds(30).toNanos();
  private static final int SERVICE_CLOSING = 421;

  private final SmtpSettings settings;
  private final Session session;
  private final Deque<SmtpConversation> kept = new ConcurrentLinkedDeque<>();

  /**
   * @throws IllegalArgumentException if the settings name no server or could give a password away
   */
  public SmtpMailTransport(SmtpSettings settings) {
    if (!settings.hasServer()) {
      throw new IllegalArgumentException("spring.mail.host is not set");
    }
    this.settings = settings;
    this.session = Session.getInstance(settings.jakartaMail());
  }

  @Override
  public Delivery deliver(byte[] message, MailAddress envelopeFrom, MailAddress recipient) {
    SmtpConversation again = keptConversation();
    if (again != null) {
      Delivery delivery = again.deliver(message, envelopeFrom, recipient);
      if (!hadGoneAway(delivery)) {
        return keepingOrClosing(again, delivery);
      }
      again.close();
    }
    SmtpConversation fresh = new SmtpConversation(session);
    try {
      fresh.connect(settings);
    } catch (MessagingException e) {
      fresh.close();
      return new Unreachable(Replies.cleaned(Replies.describe(e), recipient));
    }
    return keepingOrClosing(fresh, fresh.deliver(message, envelopeFrom, recipient));
  }

  /** Ends the kept connections. */
  @Override
  public void close() {
    for (SmtpConversation conversation = kept.pollFirst();
        conversation != null;
        conversation = kept.pollFirst()) {
      conversation.close();
    }
  }

  private @Nullable SmtpConversation keptConversation() {
    for (SmtpConversation conversation = kept.pollFirst();
        conversation != null;
        conversation = kept.pollFirst()) {
      if (conversation.idle() < LONGEST_IDLE && conversation.isAlive()) {
        return conversation;
      }
      conversation.close();
    }
    return null;
  }

  private static boolean hadGoneAway(Delivery delivery) {
    return delivery instanceof Unreachable
        || (delivery instanceof TemporaryFailure failure
            && failure.code() == SERVICE_CLOSING
            && failure.refused() != Delivery.Refused.MESSAGE);
  }

  private Delivery keepingOrClosing(SmtpConversation conversation, Delivery delivery) {
    boolean usable = !(delivery instanceof Unreachable) && !(delivery instanceof Uncertain);
    if (usable && kept.size() < MOST_KEPT) {
      kept.addFirst(conversation);
    } else {
      conversation.close();
    }
    return delivery;
  }
}
