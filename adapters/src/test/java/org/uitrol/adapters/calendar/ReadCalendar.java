package org.uitrol.adapters.calendar;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.TzOffsetTo;

/** Reads what a calendar program would read, using only what stands in the text itself. */
record ReadCalendar(Calendar calendar) {

  static ReadCalendar of(String ics) {
    try {
      return new ReadCalendar(new CalendarBuilder().build(new StringReader(ics)));
    } catch (IOException | ParserException e) {
      throw new AssertionError("no calendar program would read this:\n" + ics, e);
    }
  }

  VEvent event() {
    return calendar.<VEvent>getComponent("VEVENT").orElseThrow();
  }

  String value(String property) {
    return event().<Property>getProperty(property).orElseThrow().getValue();
  }

  /** The clock at that instant, as the zone in the text defines it. */
  LocalDateTime clockAt(Instant instant) {
    VTimeZone zone = calendar.<VTimeZone>getComponent("VTIMEZONE").orElseThrow();
    Observance observance = Objects.requireNonNull(zone.getApplicableObservance(instant));
    TzOffsetTo offset = observance.getRequiredProperty(Property.TZOFFSETTO);
    return LocalDateTime.ofInstant(instant, offset.getOffset());
  }

  /** How an attendee answered, in a message with METHOD:REPLY. */
  static Answer answer(String ics) {
    String unfolded = ics.replace("\r\n ", "");
    Matcher attendee =
        Pattern.compile("\r\nATTENDEE[^\r\n]*PARTSTAT=([A-Z-]+)[^\r\n]*:(?i)mailto:([^\r\n]+)")
            .matcher(unfolded);
    Matcher uid = Pattern.compile("\r\nUID:([^\r\n]+)").matcher(unfolded);
    Matcher sequence = Pattern.compile("\r\nSEQUENCE:(\\d+)").matcher(unfolded);
    if (!unfolded.contains("\r\nMETHOD:REPLY\r\n") || !attendee.find() || !uid.find()) {
      throw new AssertionError("no reply:\n" + ics);
    }
    return new Answer(
        uid.group(1),
        attendee.group(2),
        attendee.group(1),
        sequence.find() ? Integer.parseInt(sequence.group(1)) : 0);
  }

  record Answer(String uid, String attendee, String participation, int sequence) {}
}
