package org.uitrol.adapters.calendar;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.Property;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.communication.inbound.CalendarReply;
import org.uitrol.application.communication.inbound.CalendarReply.Attendee;
import org.uitrol.application.communication.port.ReplyReading;

/** Reads calendar messages as Outlook, Gmail, Apple Mail and Thunderbird write them. */
public final class ItipReplyReading implements ReplyReading {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final Pattern UNFOLD = Pattern.compile("\\r?\\n[ \\t]");
  private static final Set<String> KEPT =
      Set.of(
          "BEGIN", "END", "VERSION", "PRODID", "METHOD", "UID", "SEQUENCE", "DTSTAMP", "ATTENDEE");
  private static final int HIGHEST = 1_000_000;

  @Override
  public Optional<CalendarReply> read(String calendar) {
    try {
      return reply(new CalendarBuilder().build(new StringReader(essentials(calendar))));
    } catch (IOException | ParserException | RuntimeException unreadable) {
      // Whatever is wrong with it, a person looks at it.
      return Optional.empty();
    }
  }

  /** What matching needs: a date in a zone that nobody defines must not stand in the way. */
  private static String essentials(String calendar) {
    StringBuilder kept = new StringBuilder();
    Deque<String> within = new ArrayDeque<>();
    for (String line : UNFOLD.matcher(calendar).replaceAll("").split("\\r?\\n|\\r", -1)) {
      String upper = line.strip().toUpperCase(Locale.ROOT);
      if (upper.startsWith("BEGIN:")) {
        within.push(upper.substring("BEGIN:".length()));
      }
      boolean read =
          within.size() == 1 || (within.size() == 2 && Component.VEVENT.equals(within.peek()));
      String name = upper.split("[;:]", 2)[0];
      if (read && KEPT.contains(name)) {
        kept.append(line.strip()).append("\r\n");
      }
      if (upper.startsWith("END:") && !within.isEmpty()) {
        within.pop();
      }
    }
    return kept.toString();
  }

  private static Optional<CalendarReply> reply(Calendar calendar) {
    List<Component> events = new ArrayList<>();
    calendar.getComponents().stream()
        .filter(component -> component.getName().equals(Component.VEVENT))
        .forEach(events::add);
    String method = value(calendar.getProperty(Property.METHOD));
    if (events.size() != 1 || method.isEmpty()) {
      return Optional.empty();
    }
    Component event = events.get(0);
    String uid = value(event.getProperty(Property.UID));
    int sequence = number(value(event.getProperty(Property.SEQUENCE)));
    if (uid.isEmpty() || sequence < 0) {
      return Optional.empty();
    }
    List<Attendee> attendees = new ArrayList<>();
    for (Property attendee : event.getProperties(Property.ATTENDEE)) {
      String status =
          attendee.getParameter(Parameter.PARTSTAT).map(one -> one.getValue()).orElse("");
      attendees.add(new Attendee(address(attendee.getValue()), status.toUpperCase(Locale.ROOT)));
    }
    return Optional.of(
        new CalendarReply(
            method.toUpperCase(Locale.ROOT),
            uid,
            sequence,
            stamp(value(event.getProperty(Property.DTSTAMP))),
            attendees));
  }

  private static String value(Optional<? extends Property> property) {
    return property.map(Property::getValue).map(String::strip).orElse("");
  }

  /** An event without a sequence has 0 (RFC 5545, section 3.8.7.4). */
  private static int number(String value) {
    if (value.isEmpty()) {
      return 0;
    }
    return value.matches("\\d{1,7}") ? Math.min(HIGHEST, Integer.parseInt(value)) : -1;
  }

  private static @Nullable Instant stamp(String value) {
    try {
      return value.isEmpty() ? null : STAMP.parse(value, Instant::from);
    } catch (DateTimeParseException other) {
      return null;
    }
  }

  private static String address(String value) {
    String lower = value.strip().toLowerCase(Locale.ROOT);
    return lower.startsWith("mailto:") ? lower.substring("mailto:".length()) : lower;
  }
}
