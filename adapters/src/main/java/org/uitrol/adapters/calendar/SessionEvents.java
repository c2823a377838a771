package org.uitrol.adapters.calendar;

import java.net.URI;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Language;
import net.fortuna.ical4j.model.parameter.TzId;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import org.uitrol.application.session.port.CalendarInvitation;

/** What an event of a calendar says about a session, whoever reads it (RFC 5545, section 3.6.1). */
final class SessionEvents {

  private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

  private SessionEvents() {}

  /** When, what and where; nothing of who is asked or what of. */
  static VEvent of(CalendarInvitation invitation) {
    ZonedDateTime start = invitation.start().atZone(invitation.zone());
    ZonedDateTime end = start.plus(invitation.length());
    VEvent event = new VEvent(false);
    event.add(new Uid(invitation.uid()));
    event.add(new Sequence(invitation.sequence()));
    event.add(new DtStamp(invitation.stamp()));
    event.add(inZone(new DtStart<LocalDateTime>(LOCAL.format(start)), invitation));
    event.add(inZone(new DtEnd<LocalDateTime>(LOCAL.format(end)), invitation));
    event.add(inLanguage(new Summary(oneLine(invitation.title())), invitation));
    String description = description(invitation);
    if (!description.isEmpty()) {
      event.add(inLanguage(new Description(description), invitation));
    }
    String place = oneLine(invitation.place());
    URI link = invitation.link();
    if (!place.isEmpty()) {
      event.add(inLanguage(new Location(place), invitation));
    } else if (link != null) {
      event.add(new Location(link.toASCIIString()));
    }
    if (link != null) {
      event.add(new Url(URI.create(link.toASCIIString())));
    }
    return event;
  }

  private static <P extends Property> P inZone(P property, CalendarInvitation invitation) {
    property.add((Parameter) new TzId(invitation.zone().getId()));
    return property;
  }

  private static <P extends Property> P inLanguage(P property, CalendarInvitation invitation) {
    property.add((Parameter) new Language(invitation.language()));
    return property;
  }

  private static String description(CalendarInvitation invitation) {
    String text = manyLines(invitation.description());
    URI link = invitation.link();
    if (link == null || text.contains(link.toASCIIString())) {
      return text;
    }
    return text.isEmpty() ? link.toASCIIString() : text + "\n\n" + link.toASCIIString();
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ").strip();
  }

  private static String manyLines(String text) {
    return text.replaceAll("\\R", "\n").replaceAll("[\\p{Cc}&&[^\n]]+", " ").strip();
  }
}
