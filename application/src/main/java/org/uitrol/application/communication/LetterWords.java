package org.uitrol.application.communication;

import java.text.MessageFormat;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;

/** The few words that letters need besides their templates, in the reader's language. */
final class LetterWords {

  private static final String BUNDLE = "org.uitrol.application.communication.words";

  private final ResourceBundle words;
  private final Locale locale;

  LetterWords(String language) {
    locale = Locale.forLanguageTag(language);
    words =
        ResourceBundle.getBundle(
            BUNDLE,
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** A text with its arguments filled in. */
  String text(String key, Object... arguments) {
    return new MessageFormat(words.getString(key), locale).format(arguments);
  }

  /** A date and time, for instance {@code maandag 11 januari 2027 om 09:00}. */
  String moment(ZonedDateTime moment) {
    return text(
        "moment", date(moment), moment.format(DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT)));
  }

  /** A date with its day of the week. */
  String date(ZonedDateTime moment) {
    return moment.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale));
  }
}
