package org.uitrol.application.communication.port;

import org.jspecify.annotations.Nullable;

/**
 * What a mail says, ready to be read.
 *
 * @param language the language it is written in (BCP 47)
 * @param subject one line, plain text
 * @param text the whole mail as plain text, which stands alone; lines end with {@code \n}
 * @param html the whole mail as an HTML document that loads nothing from elsewhere
 * @param logo the picture that the HTML shows, if it shows one
 */
public record WrittenMail(
    String language, String subject, String text, String html, @Nullable InlineImage logo) {

  public WrittenMail {
    if (!language.matches("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")) {
      throw new IllegalArgumentException("'" + language + "' is no language tag");
    }
    if (subject.isBlank() || subject.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
      throw new IllegalArgumentException("a subject is one line that isn't blank");
    }
  }

  /** A mail without a picture. */
  public WrittenMail(String language, String subject, String text, String html) {
    this(language, subject, text, html, null);
  }
}
