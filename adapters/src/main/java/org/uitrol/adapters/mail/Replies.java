package org.uitrol.adapters.mail;

import jakarta.mail.MessagingException;
import java.util.regex.Pattern;
import org.uitrol.application.communication.port.MailAddress;

/** What servers say, made fit to be kept: servers like to repeat whom a message was for. */
final class Replies {

  private static final int LONGEST = 500;
  private static final Pattern ADDRESS =
      Pattern.compile("[^\\s<>\"'(),;:=@%\\[\\]]++(?:@|%40|=40)[^\\s<>\"'(),;:\\[\\]]+");
  private static final String INSTEAD = "(address)";

  private Replies() {}

  /** On one line, at most 500 characters, without e-mail addresses or the recipient's own name. */
  static String cleaned(String reply, MailAddress recipient) {
    String line = reply.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}\\s]+", " ").strip();
    String cleaned =
        Pattern.compile(Pattern.quote(recipient.address()), Pattern.CASE_INSENSITIVE)
            .matcher(line)
            .replaceAll(INSTEAD);
    cleaned = ADDRESS.matcher(cleaned).replaceAll(INSTEAD);
    cleaned =
        Pattern.compile(
                "(?<![A-Za-z0-9])" + Pattern.quote(recipient.localPart()) + "(?![A-Za-z0-9])",
                Pattern.CASE_INSENSITIVE)
            .matcher(cleaned)
            .replaceAll(INSTEAD);
    return cleaned.length() > LONGEST ? cleaned.substring(0, LONGEST) : cleaned;
  }

  /** Why a conversation ended, with the causes behind it. */
  static String describe(MessagingException problem) {
    StringBuilder text = new StringBuilder(sentence(problem));
    Exception next = problem.getNextException();
    for (int depth = 0; next != null && depth < 3; depth++) {
      text.append(": ").append(sentence(next));
      next = next instanceof MessagingException deeper ? deeper.getNextException() : null;
    }
    return text.toString();
  }

  private static String sentence(Exception problem) {
    String message = problem.getMessage();
    return message == null || message.isBlank() ? problem.getClass().getSimpleName() : message;
  }
}
