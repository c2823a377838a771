package org.uitrol.adapters.calendar;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Transp;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.uitrol.application.session.port.CalendarInvitation;
import org.uitrol.application.session.port.CalendarWriter;

/**
 * Writes calendars to subscribe to (RFC 5545, with the properties of RFC 7986 and those by which
 * Outlook and Apple Calendar knew them before). They name nobody who is invited and ask for no
 * answer.
 */
public final class PublishedCalendarWriter implements CalendarWriter {

  private static final Duration ASK_AGAIN_AFTER = Duration.ofHours(1);

  @Override
  public String write(String name, List<CalendarInvitation> sessions) {
    Calendar calendar = new Calendar();
    calendar.add(new ProdId("-//Uitrol//Uitrol//EN"));
    calendar.add(ImmutableVersion.VERSION_2_0);
    calendar.add(ImmutableCalScale.GREGORIAN);
    calendar.add(ImmutableMethod.PUBLISH);
    calendar.add(new Name(name));
    calendar.add(new XProperty("X-WR-CALNAME", name));
    calendar.add(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), ASK_AGAIN_AFTER));
    calendar.add(new XProperty("X-PUBLISHED-TTL", ASK_AGAIN_AFTER.toString()));
    zones(sessions)
        .forEach(
            (zone, starts) -> calendar.add(ZoneDefinition.of(zone, first(starts), last(starts))));
    sessions.forEach(session -> calendar.add(event(session)));
    return ContentLines.folded(calendar.toString());
  }

  private static VEvent event(CalendarInvitation session) {
    VEvent event = SessionEvents.of(session);
    event.add(ImmutableStatus.VEVENT_CONFIRMED);
    event.add(new Transp(Transp.VALUE_OPAQUE));
    return event;
  }

  private static Map<ZoneId, List<LocalDateTime>> zones(List<CalendarInvitation> sessions) {
    return sessions.stream()
        .collect(
            Collectors.groupingBy(
                CalendarInvitation::zone,
                () -> new TreeMap<>((one, other) -> one.getId().compareTo(other.getId())),
                Collectors.mapping(CalendarInvitation::start, Collectors.toList())));
  }

  private static LocalDateTime first(List<LocalDateTime> starts) {
    return starts.stream().min(LocalDateTime::compareTo).orElseThrow();
  }

  private static LocalDateTime last(List<LocalDateTime> starts) {
    return starts.stream().max(LocalDateTime::compareTo).orElseThrow();
  }
}
