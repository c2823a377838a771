package org.uitrol.adapters.mail.inbound;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.uitrol.application.communication.inbound.Cause;
import org.uitrol.application.communication.inbound.Notice;

/**
 * What is known of one failed delivery, and what it comes to.
 *
 * @param recipient may be empty
 * @param sentTo may be empty
 * @param action the field of that name (RFC 3464, section 2.3.3), in lower case; may be empty
 * @param status the field of that name; may be empty
 * @param type of the diagnosis, such as {@code smtp} or {@code x-unix}, in lower case; may be empty
 * @param words the diagnosis
 * @param around what the report says to people about it
 */
record Diagnosis(
    String recipient,
    String sentTo,
    String action,
    String status,
    String type,
    String words,
    String around) {

  /** A mailbox program of the recipient says why, whatever the server made of it (Dovecot). */
  private static final Pattern BY_MAILBOX =
      Pattern.compile("your message to <[^>]{1,200}> was automatically rejected: (.{1,300})");

  /** A relay that calls each error an unknown address and quotes what the server said. */
  private static final Pattern QUOTED =
      Pattern.compile("unknown address error (\\d{3}-'.{1,900}?')(?: \\(delivery|$)");

  private static final Pattern REPLY =
      Pattern.compile("(?:^|: |<<< |'|\"|#|was: | )([45][0-5]\\d)[- ](?!\\d)");

  private static final Pattern IN_REPLY_TO_RECIPIENT =
      Pattern.compile(
          "(?:reply to|after|in|to|for|command:?) ?rcpt|rcpt to\\b|\\(state 14\\)|"
              + "recipient address rejected|after r?cpt");
  private static final Pattern IN_REPLY_TO_MESSAGE =
      Pattern.compile(
          "reply to (?:the )?(?:end of )?data|end of data|after data|\\(state 1[78]\\)|in data");
  private static final Pattern BEFORE_SENDER =
      Pattern.compile("after initial connection|(?:after|reply to) (?:helo|ehlo|connect)");
  private static final Pattern ABOUT_SENDER =
      Pattern.compile("(?:after|reply to) mail from|\\(state 13\\)");
  private static final Pattern TEMPORARY =
      Pattern.compile(
          "retry time(?:out)? (?:exceeded|not reached)|temporar|persistent|transient|"
              + "(?:been|is|mail) delayed|will (?:be retried|retry|keep trying|continue)|warning"
              + " message only|this is (?:only )?a warning|still being retried");

  /** What may stand behind a status that says the address is wrong. */
  private static final Set<Cause> BEHIND_WRONG_ADDRESS =
      Set.of(
          Cause.MAILBOX_FULL,
          Cause.RELAYING_DENIED,
          Cause.MOVED,
          Cause.NOT_AUTHENTICATED,
          Cause.UNKNOWN_HOST,
          Cause.REJECTED,
          Cause.SPAM,
          Cause.NO_REVERSE_NAME,
          Cause.TOO_BIG);

  Notice notice() {
    String said = fromReply(Phrases.plain(words));
    String told = Phrases.plain(around);
    String best = Statuses.best(status, said, told);
    Cause cause = cause(said, told, best);
    boolean temporary = isTemporary(said, told);
    String found = best.isEmpty() ? cause.status(temporary) : best;
    int reply = Statuses.reply(said);
    return new Notice(
        recipient,
        sentTo,
        isHard(cause, found) ? Notice.Kind.HARD : Notice.Kind.SOFT,
        cause,
        found,
        reply == 0 ? Statuses.reply(told) : reply,
        !action.startsWith("delayed") && !saysDelayed(said, told));
  }

  /** What the server said, without what the report tells before it. */
  private static String fromReply(String diagnosed) {
    Matcher quoted = QUOTED.matcher(diagnosed);
    if (quoted.find()) {
      return quoted.group(1);
    }
    Matcher reply = REPLY.matcher(diagnosed);
    return reply.find() ? diagnosed.substring(reply.start(1)) : diagnosed;
  }

  private static boolean isHard(Cause cause, String status) {
    return cause == Cause.NO_MAIL_THERE ? !status.startsWith("4") : cause.isHard();
  }

  private Cause cause(String said, String told, String best) {
    Matcher byMailbox = BY_MAILBOX.matcher(told);
    if (byMailbox.find()) {
      return Phrases.cause(byMailbox.group(1)).orElse(Cause.FILTERED);
    }
    if (best.startsWith("2.") || action.matches("delivered|relayed|expanded|deliverable")) {
      return Cause.DELIVERED;
    }
    if (type.equals("x-unix")) {
      return Phrases.cause(said).filter(c -> c == Cause.MAILBOX_FULL).orElse(Cause.MAILER);
    }
    Optional<Cause> meant = Statuses.cause(best);
    Optional<Cause> named = named(said, told, best);
    if (meant.isPresent() && meant.get() == Cause.REJECTED) {
      return Cause.REJECTED;
    }
    if (meant.isPresent() && best.matches("[45]\\.1\\..*")) {
      boolean other = named.isPresent() && BEHIND_WRONG_ADDRESS.contains(named.get());
      return other ? named.get() : addressed(meant.get(), said);
    }
    return named
        .or(() -> meant)
        .or(() -> action.matches("delayed|expired") ? Optional.of(Cause.EXPIRED) : Optional.empty())
        .or(() -> named(told, told, best))
        .or(() -> saysDelayed(said, told) ? Optional.of(Cause.EXPIRED) : Optional.empty())
        .or(() -> bySession(said + " " + told))
        .orElse(Cause.UNSAID);
  }

  /** Exchange says x.1.10 of a mailbox that isn't there, the registry of a domain without mail. */
  private static Cause addressed(Cause meant, String said) {
    return meant == Cause.NO_MAIL_THERE
            && Phrases.cause(said).filter(c -> c == Cause.UNKNOWN_USER).isPresent()
        ? Cause.UNKNOWN_USER
        : meant;
  }

  /**
   * What the words name. That a mailbox is unknown is believed when the server says so of the
   * recipient, by a status or in reply to RCPT, or when no other server was asked; some filters say
   * so of mail that they don't like, once they have seen it.
   */
  private Optional<Cause> named(String said, String told, String best) {
    Optional<Cause> named = Phrases.cause(said);
    if (named.isEmpty() || named.get() != Cause.UNKNOWN_USER) {
      return named;
    }
    String session = said + " " + told;
    boolean ofRecipient =
        best.matches("[45]\\.(?:1\\.\\d+|2\\.1)")
            || (Statuses.reply(said) == 0 && best.isEmpty())
            || (IN_REPLY_TO_RECIPIENT.matcher(session).find()
                && !IN_REPLY_TO_MESSAGE.matcher(session).find());
    return Optional.of(ofRecipient ? Cause.UNKNOWN_USER : Cause.FILTERED);
  }

  private static Optional<Cause> bySession(String session) {
    if (BEFORE_SENDER.matcher(session).find()) {
      return Optional.of(Cause.BLOCKED);
    } else if (ABOUT_SENDER.matcher(session).find()) {
      return Optional.of(Cause.REJECTED);
    }
    return Optional.empty();
  }

  private boolean isTemporary(String said, String told) {
    if (said.contains("expired")) {
      return false;
    }
    if (action.startsWith("delayed")) {
      return true;
    }
    int reply = Statuses.reply(said);
    if (reply != 0) {
      return reply < 500;
    }
    return TEMPORARY.matcher(said).find()
        || (!action.startsWith("failed") && TEMPORARY.matcher(told).find());
  }

  private static boolean saysDelayed(String said, String told) {
    if (said.contains("expired")) {
      return false;
    }
    String both = said + " " + told;
    return both.contains("been delayed")
        || both.contains("is delayed")
        || both.contains("warning message only")
        || both.contains("warning only")
        || both.contains("not yet received");
  }
}
