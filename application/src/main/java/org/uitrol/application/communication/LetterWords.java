package org.uitrol.application.communication;

import java.text.MessageFormat;
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
}
