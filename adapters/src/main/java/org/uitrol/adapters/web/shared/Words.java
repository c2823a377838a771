package org.uitrol.adapters.web.shared;

import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.uitrol.application.directory.RowProblem;
import org.uitrol.application.directory.UnreadablePeopleFile;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.shared.Text;

/**
 * Says things in the reader's language, with dates and numbers as the reader writes them. Pages use
 * it by the name {@code words}.
 */
@Component
public class Words {

  private final MessageSource messages;
  private final ZoneId zone;

  Words(MessageSource messages, @Value("${uitrol.zone:Europe/Amsterdam}") ZoneId zone) {
    this.messages = messages;
    this.zone = zone;
  }

  /** The key under which a value of an enumeration stands among the texts. */
  public static String key(Enum<?> value) {
    Class<?> type = value.getDeclaringClass();
    Class<?> outer = type.getEnclosingClass();
    return (outer == null ? "" : outer.getSimpleName() + ".")
        + type.getSimpleName()
        + "."
        + value.name();
  }

  /** The zone that moments without one of their own are shown in. */
  public ZoneId zone() {
    return zone;
  }

  public String language() {
    return locale().getLanguage();
  }

  /** What a language is called. */
  public String language(String tag) {
    return Locale.forLanguageTag(tag).getDisplayLanguage(locale());
  }

  public String say(String key, Object... facts) {
    return messages.getMessage(key, facts.length == 0 ? null : facts, locale());
  }

  /** A value of an enumeration in words; nothing for null. */
  public String of(@Nullable Enum<?> value) {
    return value == null ? "" : say(key(value));
  }

  /** Days of the week from Monday to Sunday. */
  public String weekdays(Collection<DayOfWeek> days) {
    return days.stream()
        .sorted()
        .map(day -> day.getDisplayName(TextStyle.FULL, locale()))
        .collect(Collectors.joining(", "));
  }

  /** A text of the plan. */
  public String text(@Nullable Text text) {
    return text == null ? "" : text.in(language());
  }

  /**
   * Why something was refused. A fact is put where its name stands between braces; a code without
   * words of its own is shown as it is.
   */
  public String rejected(Rejected refused) {
    String said = or("rejected." + refused.code(), refused.code() + " " + refused.facts());
    for (Map.Entry<String, Object> fact : refused.facts().entrySet()) {
      said = said.replace("{" + fact.getKey() + "}", fact(fact.getValue()));
    }
    return said;
  }

  /** Why a people file can't be read. */
  public String unreadable(UnreadablePeopleFile file) {
    String why = or("people." + file.code(), String.valueOf(file.getMessage()));
    return file.line() > 0 ? say("people.line", file.line()) + " " + why : why;
  }

  /** What is wrong with a row of a people file. */
  public String problem(RowProblem problem) {
    return or("people." + problem.code(), problem.reason());
  }

  /** The text with that key, or another when there is none. */
  private String or(String key, String other) {
    return String.valueOf(messages.getMessage(key, null, other, locale()));
  }

  /** Anything, as a reader would write it. */
  public String fact(@Nullable Object value) {
    if (value == null) {
      return "";
    } else if (value instanceof Enum<?> one) {
      return or(key(one), one.name());
    } else if (value instanceof Instant one) {
      return moment(one);
    } else if (value instanceof LocalDateTime one) {
      return dateTime(one);
    } else if (value instanceof LocalDate one) {
      return date(one);
    } else if (value instanceof LocalTime one) {
      return time(one);
    } else if (value instanceof Text one) {
      return text(one);
    } else if (value instanceof Number one) {
      return number(one);
    } else if (value instanceof Collection<?> some) {
      return some.stream().map(this::fact).collect(Collectors.joining(", "));
    }
    return String.valueOf(value);
  }

  public String date(@Nullable LocalDate date) {
    return date == null ? "" : DateTimeFormatter.ofPattern("EEE d MMM uuuu", locale()).format(date);
  }

  /** The day on which a moment is. */
  public String day(@Nullable Instant moment) {
    return moment == null ? "" : date(moment.atZone(zone).toLocalDate());
  }

  public String time(@Nullable LocalTime time) {
    return time == null
        ? ""
        : DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
            .withLocale(Locale.forLanguageTag("nl"))
            .format(time);
  }

  /** A time on somebody's wall clock. */
  public String dateTime(@Nullable LocalDateTime moment) {
    return moment == null ? "" : date(moment.toLocalDate()) + " " + time(moment.toLocalTime());
  }

  /** A moment, on the clock of the organisation. */
  public String moment(@Nullable Instant moment) {
    return moment == null ? "" : dateTime(moment.atZone(zone).toLocalDateTime());
  }

  /** At most two decimals. */
  public String number(@Nullable Number number) {
    if (number == null) {
      return "";
    }
    NumberFormat format = NumberFormat.getNumberInstance(locale());
    format.setMaximumFractionDigits(2);
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format.format(number);
  }

  /** A share of 1, in whole percents. */
  public String percent(@Nullable Number share) {
    return share == null
        ? ""
        : NumberFormat.getPercentInstance(locale()).format(share.doubleValue());
  }

  private static Locale locale() {
    return LocaleContextHolder.getLocale();
  }
}
