package org.uitrol.adapters.calendar;

import java.net.URI;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.CuType;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Transp;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.uitrol.application.communication.port.CalendarPart;
import org.uitrol.application.communication.port.MailAddress;
import org.uitrol.application.session.port.CalendarInvitation;
import org.uitrol.application.session.port.CalendarInvitation.Method;
import org.uitrol.application.session.port.InvitationWriter;

/**
 * Writes invitations as iTIP messages (RFC 5546) that Outlook, Gmail and Apple Mail show with
 * buttons: one event, one attendee, a zone with its transitions.
 */
public final class ItipInvitationWriter implements InvitationWriter {

  @Override
  public CalendarPart write(CalendarInvitation invitation) {
    Calendar calendar = new Calendar();
    calendar.add(new ProdId("-//Uitrol//Uitrol//EN"));
    calendar.add(ImmutableVersion.VERSION_2_0);
    calendar.add(ImmutableCalScale.GREGORIAN);
    calendar.add(
        invitation.method() == Method.CANCEL ? ImmutableMethod.CANCEL : ImmutableMethod.REQUEST);
    calendar.add(ZoneDefinition.of(invitation.zone(), invitation.start()));
    calendar.add(event(invitation));
    return new CalendarPart(
        invitation.method().name(),
        invitation.organizer(),
        ContentLines.folded(calendar.toString()));
  }

  private static VEvent event(CalendarInvitation invitation) {
    VEvent event = SessionEvents.of(invitation);
    event.add(organizer(invitation.organizer()));
    event.add(attendee(invitation));
    if (invitation.method() == Method.CANCEL) {
      event.add(ImmutableStatus.VEVENT_CANCELLED);
      event.add(new Transp(Transp.VALUE_TRANSPARENT));
    } else {
      event.add(ImmutableStatus.VEVENT_CONFIRMED);
      event.add(new Transp(Transp.VALUE_OPAQUE));
      event.add(new XProperty("X-MICROSOFT-CDO-BUSYSTATUS", "BUSY"));
    }
    return event;
  }

  private static Organizer organizer(MailAddress address) {
    Organizer organizer = new Organizer(mailto(address));
    named(organizer, address);
    return organizer;
  }

  private static Attendee attendee(CalendarInvitation invitation) {
    Attendee attendee = new Attendee(mailto(invitation.attendee()));
    named(attendee, invitation.attendee());
    attendee.add(CuType.INDIVIDUAL);
    attendee.add(Role.REQ_PARTICIPANT);
    if (invitation.method() == Method.REQUEST) {
      attendee.add(PartStat.NEEDS_ACTION);
      attendee.add(Rsvp.TRUE);
    }
    return attendee;
  }

  private static void named(Property property, MailAddress address) {
    String name = address.name();
    if (name != null) {
      // Few calendars read the escapes of RFC 6868: a quotation mark becomes an apostrophe.
      property.add((Parameter) new Cn(name.replace('"', '\'').replace('^', ' ')));
    }
  }

  private static URI mailto(MailAddress address) {
    return URI.create(
        "mailto:"
            + address
                .address()
                .replace("%", "%25")
                .replace("?", "%3F")
                .replace("#", "%23")
                .replace("^", "%5E")
                .replace("`", "%60")
                .replace("{", "%7B")
                .replace("|", "%7C")
                .replace("}", "%7D"));
  }
}
