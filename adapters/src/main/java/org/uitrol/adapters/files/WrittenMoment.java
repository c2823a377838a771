package org.uitrol.adapters.files;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** A moment as people and systems write it: ISO 8601, or day, month and year as in Europe. */
final class WrittenMoment {

  private static final List<DateTimeFormatter> DATES =
      List.of(
          pattern("uuuu-MM-dd"),
          pattern("d-M-uuuu"),
          pattern("d/M/uuuu"),
          pattern("d.M.uuuu"),
          pattern("uuuu/M/d"));

  private WrittenMoment() {}

  /**
   * The moment; empty when the text is none. A date without a time is the start of that day.
   *
   * @param zone of what doesn't name one
   */
  static Optional<Instant> of(String text, ZoneId zone) {
    String plain = text.strip();
    if (plain.length() > 40) {
      return Optional.empty();
    }
    return attempt(() -> OffsetDateTime.parse(plain).toInstant())
        .or(() -> attempt(() -> LocalDateTime.parse(plain).atZone(zone).toInstant()))
        .or(() -> european(plain, zone));
  }

  private static Optional<Instant> european(String text, ZoneId zone) {
    for (DateTimeFormatter date : DATES) {
      Optional<Instant> found =
          attempt(() -> LocalDate.parse(text, date).atStartOfDay(zone).toInstant())
              .or(
                  () ->
                      attempt(
                          () ->
                              LocalDateTime.parse(text, withTime(date)).atZone(zone).toInstant()));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<Instant> attempt(Supplier<Instant> parse) {
    try {
      return Optional.of(parse.get());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static DateTimeFormatter pattern(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  private static DateTimeFormatter withTime(DateTimeFormatter date) {
    return new DateTimeFormatterBuilder()
        .append(date)
        .appendLiteral(' ')
        .appendPattern("H:mm[:ss]")
        .parseDefaulting(ChronoField.SECOND_OF_MINUTE, 0)
        .toFormatter(Locale.ROOT)
        .withResolverStyle(ResolverStyle.STRICT);
  }
}
