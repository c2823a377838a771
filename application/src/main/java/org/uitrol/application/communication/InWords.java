package org.uitrol.application.communication;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days and times as people read them in a mail. */
public final class InWords {

  private InWords() {}

  /**
   * For instance {@code maandag 1 november 2027}.
   *
   * @param language BCP 47
   */
  public static String day(LocalDate day, String language) {
    return format("EEEE d MMMM uuuu", language).format(day);
  }

  /**
   * For instance {@code Monday 1 November 2027, 09:00}: the clock of the place that is meant, so
   * without a zone.
   *
   * @param language BCP 47
   */
  public static String dayAndTime(LocalDateTime moment, String language) {
    return format("EEEE d MMMM uuuu, HH:mm", language).format(moment);
  }

  private static DateTimeFormatter format(String pattern, String language) {
    return DateTimeFormatter.ofPattern(pattern, Locale.forLanguageTag(language));
  }
}
