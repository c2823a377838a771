package org.uitrol.adapters.history;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.audit.Names;
import org.uitrol.domain.hold.DueItem;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.Id;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Text;

/** Says the values in events in one language: dates on one wall clock, people by their names. */
final class ValueWords {

  private static final int DIGITS = 2;

  private final ResourceBundle texts;
  private final Locale locale;
  private final Names names;
  private final ZoneId zone;

  ValueWords(ResourceBundle texts, Locale locale, Names names, ZoneId zone) {
    this.texts = texts;
    this.locale = locale;
    this.names = names;
    this.zone = zone;
  }

  /** A sentence about a record. */
  String sentence(String key, Record about) {
    return new Sentence(texts.getString(key)).fill(path -> words(at(about, path)));
  }

  String moment(Instant instant) {
    return formatter("EEE d MMMM uuuu HH:mm").format(instant.atZone(zone));
  }

  /** The words for a value; empty when it is absent or has nothing in it. */
  String words(@Nullable Object value) {
    if (value == null) {
      return "";
    } else if (value instanceof Id id) {
      return id(id);
    } else if (value instanceof Instant instant) {
      return moment(instant);
    } else if (value instanceof LocalDateTime time) {
      return formatter("EEE d MMMM uuuu HH:mm").format(time);
    } else if (value instanceof LocalTime time) {
      return formatter("HH:mm").format(time);
    } else if (value instanceof Enum<?> constant) {
      return texts.getString(key(constant.getDeclaringClass()) + "." + constant.name());
    } else if (value instanceof Boolean truth) {
      return texts.getString(truth ? "yes" : "no");
    } else if (value instanceof Double number) {
      return number(number);
    } else if (value instanceof Text text) {
      return text.in(texts.getLocale().getLanguage());
    } else if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> words(entry.getKey()) + " " + words(entry.getValue()))
          .collect(Collectors.joining(", "));
    } else if (value instanceof Collection<?> all) {
      return many(all);
    } else if (value instanceof Record record) {
      return sentence("record." + record.getClass().getSimpleName(), record);
    }
    return value.toString();
  }

  /** The key of the words for a constant, without the constant itself. */
  static String key(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return outer == null
        ? type.getSimpleName()
        : outer.getSimpleName() + "." + type.getSimpleName();
  }

  /** Whether many of a kind are only counted: who or what they are fills no sentence. */
  static boolean isCounted(Class<?> type) {
    return type == DueItem.class || (Id.class.isAssignableFrom(type) && type != DepartmentId.class);
  }

  private String many(Collection<?> all) {
    if (all.isEmpty() || isCounted(all.iterator().next().getClass())) {
      return NumberFormat.getIntegerInstance(locale).format(all.size());
    }
    return all.stream().map(this::words).collect(Collectors.joining(", "));
  }

  private String id(Id id) {
    if (id instanceof PersonId person) {
      return names.person(person);
    } else if (id instanceof AccountId account) {
      return names.account(account);
    } else if (id instanceof DepartmentId department) {
      return names.department(department);
    } else if (id instanceof CampaignId campaign) {
      return names.campaign(campaign, texts.getLocale().getLanguage());
    }
    return id.value();
  }

  private String number(Double number) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMaximumFractionDigits(DIGITS);
    return format.format(number);
  }

  private DateTimeFormatter formatter(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, locale);
  }

  /** The value at the end of a path; null when something on the way is absent. */
  private static @Nullable Object at(Record record, String path) {
    @Nullable Object value = record;
    for (String step : path.split("\\.", -1)) {
      if (!(value instanceof Record part)) {
        return null;
      }
      value = component(part, step);
    }
    return value;
  }

  private static @Nullable Object component(Record record, String name) {
    try {
      return record.getClass().getMethod(name).invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(record.getClass() + " has no " + name, e);
    }
  }
}
