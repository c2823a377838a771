package org.uitrol.adapters.files;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A moment as Moodle writes it for people, in Dutch, English, French or German. */
final class MoodleMoment {

  private static final Map<String, Month> MONTHS = months();

  private static final Pattern WORD = Pattern.compile("\\p{L}+");
  private static final Pattern YEAR = Pattern.compile("\\b(\\d{4})\\b");
  private static final Pattern DAY = Pattern.compile("(?<![\\d:])(\\d{1,2})(?![\\d:])");
  private static final Pattern TIME =
      Pattern.compile("\\b(\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?:\\s*([ap])\\.?m\\b)?");

  private MoodleMoment() {}

  /** Empty when it is none. Numbers alone are read as elsewhere. */
  static Optional<Instant> of(String text, ZoneId zone) {
    if (text.length() > 80) {
      return Optional.empty();
    }
    String plain = text.replace('\u202f', ' ').toLowerCase(Locale.ROOT);
    Month month = month(plain);
    return month == null
        ? WrittenMoment.of(text.replace(",", ""), zone)
        : inWords(plain, month, zone);
  }

  private static Optional<Instant> inWords(String text, Month month, ZoneId zone) {
    Matcher time = TIME.matcher(text);
    boolean timed = time.find();
    String date = timed ? time.replaceFirst(" ") : text;
    Matcher year = YEAR.matcher(date);
    Matcher day = DAY.matcher(date);
    if (!year.find() || !day.find()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDateTime.of(
                  Integer.parseInt(year.group(1)),
                  month,
                  Integer.parseInt(day.group(1)),
                  timed ? hour(time) : 0,
                  timed ? Integer.parseInt(time.group(2)) : 0)
              .atZone(zone)
              .toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int hour(Matcher time) {
    int hour = Integer.parseInt(time.group(1));
    String half = time.group(4);
    if (half == null) {
      return hour;
    }
    return hour % 12 + (half.equals("p") ? 12 : 0);
  }

  private static @Nullable Month month(String text) {
    Matcher words = WORD.matcher(text);
    while (words.find()) {
      Month month = MONTHS.get(words.group());
      if (month != null) {
        return month;
      }
    }
    return null;
  }

  private static Map<String, Month> months() {
    Map<String, Month> months = new HashMap<>();
    for (Locale locale :
        List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH, Locale.forLanguageTag("nl"))) {
      for (Month month : Month.values()) {
        Stream.of(
                TextStyle.FULL,
                TextStyle.FULL_STANDALONE,
                TextStyle.SHORT,
                TextStyle.SHORT_STANDALONE)
            .map(style -> month.getDisplayName(style, locale))
            .map(name -> name.replace(".", "").toLowerCase(Locale.ROOT))
            .filter(name -> name.chars().allMatch(Character::isLetter))
            .forEach(name -> months.putIfAbsent(name, month));
      }
    }
    return Map.copyOf(months);
  }
}
