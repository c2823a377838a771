package org.uitrol.adapters.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.uitrol.application.communication.inbound.CalendarReply;
import org.uitrol.application.communication.inbound.CalendarReply.Attendee;

/** Answers in the shapes in which calendar programs write them. */
class AnswersOfCalendars {

  private final ItipReplyReading reading = new ItipReplyReading();

  @Test
  void of_outlook_are_read() {
    assertThat(
            reading.read(
                """
                BEGIN:VCALENDAR\r
                METHOD:REPLY\r
                PRODID:Microsoft Exchange Server 2010\r
                VERSION:2.0\r
                BEGIN:VTIMEZONE\r
                TZID:W. Europe Standard Time\r
                BEGIN:STANDARD\r
                DTSTART:16010101T030000\r
                TZOFFSETFROM:+0200\r
                TZOFFSETTO:+0100\r
                RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10\r
                END:STANDARD\r
                BEGIN:DAYLIGHT\r
                DTSTART:16010101T020000\r
                TZOFFSETFROM:+0100\r
                TZOFFSETTO:+0200\r
                RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3\r
                END:DAYLIGHT\r
                END:VTIMEZONE\r
                BEGIN:VEVENT\r
                ATTENDEE;PARTSTAT=DECLINED;CN=Sanne de Vries:MAILTO:Sanne@town.example\r
                COMMENT;LANGUAGE=nl-NL:Helaas\\n\r
                UID:session-1@uitrol.example\r
                SUMMARY;LANGUAGE=nl-NL:Geweigerd: Copilot\r
                DTSTART;TZID=W. Europe Standard Time:20270118T100000\r
                DTEND;TZID=W. Europe Standard Time:20270118T110000\r
                CLASS:PUBLIC\r
                PRIORITY:5\r
                DTSTAMP:20270112T091500Z\r
                TRANSP:OPAQUE\r
                STATUS:CONFIRMED\r
                SEQUENCE:2\r
                X-MICROSOFT-CDO-APPT-SEQUENCE:2\r
                X-MICROSOFT-CDO-BUSYSTATUS:BUSY\r
                END:VEVENT\r
                END:VCALENDAR\r
                """))
        .contains(reply("REPLY", 2, "2027-01-12T09:15:00Z", "DECLINED"));
  }

  @Test
  void of_gmail_are_read() {
    assertThat(
            reading.read(
                """
                BEGIN:VCALENDAR
                PRODID:-//Google Inc//Google Calendar 70.9054//EN
                VERSION:2.0
                CALSCALE:GREGORIAN
                METHOD:REPLY
                BEGIN:VEVENT
                DTSTART:20270118T090000Z
                DTEND:20270118T100000Z
                DTSTAMP:20270112T091500Z
                ORGANIZER;CN=Uitrol:mailto:uitrol@uitrol.example
                UID:session-1@uitrol.example
                ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=sanne@to
                 wn.example;X-NUM-GUESTS=0:mailto:sanne@town.example
                X-MICROSOFT-CDO-OWNERAPPTID:1234567
                CREATED:20270111T080000Z
                DESCRIPTION:
                LAST-MODIFIED:20270112T091459Z
                LOCATION:B.12
                SEQUENCE:1
                STATUS:CONFIRMED
                SUMMARY:Copilot
                TRANSP:OPAQUE
                END:VEVENT
                END:VCALENDAR
                """))
        .contains(reply("REPLY", 1, "2027-01-12T09:15:00Z", "ACCEPTED"));
  }

  @Test
  void of_apple_mail_are_read() {
    assertThat(
            reading.read(
                """
                BEGIN:VCALENDAR
                CALSCALE:GREGORIAN
                VERSION:2.0
                METHOD:REPLY
                PRODID:-//Apple Inc.//macOS 14.5//EN
                BEGIN:VEVENT
                UID:session-1@uitrol.example
                DTEND;TZID=Europe/Amsterdam:20270118T110000
                TRANSP:OPAQUE
                ORGANIZER;CN="Uitrol":mailto:uitrol@uitrol.example
                DTSTAMP:20270112T091500Z
                SEQUENCE:0
                SUMMARY:Copilot
                DTSTART;TZID=Europe/Amsterdam:20270118T100000
                ATTENDEE;CN="Sanne de Vries";CUTYPE=INDIVIDUAL;EMAIL="sanne@town.example";
                 PARTSTAT=TENTATIVE;ROLE=REQ-PARTICIPANT:mailto:sanne@town.example
                END:VEVENT
                END:VCALENDAR
                """))
        .contains(reply("REPLY", 0, "2027-01-12T09:15:00Z", "TENTATIVE"));
  }

  @Test
  void of_thunderbird_are_read() {
    assertThat(
            reading.read(
                """
                BEGIN:VCALENDAR
                PRODID:-//Mozilla.org/NONSGML Mozilla Calendar V1.1//EN
                VERSION:2.0
                METHOD:REPLY
                BEGIN:VEVENT
                CREATED:20270111T080000Z
                LAST-MODIFIED:20270112T091500Z
                DTSTAMP:20270112T091500Z
                UID:session-1@uitrol.example
                SUMMARY:Copilot
                ORGANIZER;CN=Uitrol:mailto:uitrol@uitrol.example
                ATTENDEE;RSVP=TRUE;CN=Sanne;PARTSTAT=DELEGATED;DELEGATED-TO="mailto:joost@tow
                 n.example":mailto:sanne@town.example
                X-MOZ-RECEIVED-SEQUENCE:0
                DTSTART;TZID=Europe/Amsterdam:20270118T100000
                DURATION:PT1H
                END:VEVENT
                END:VCALENDAR
                """))
        .contains(reply("REPLY", 0, "2027-01-12T09:15:00Z", "DELEGATED"));
  }

  @Test
  void with_nothing_in_them_are_left_to_a_person() {
    assertThat(reading.read("")).isEmpty();
    assertThat(reading.read("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")).isEmpty();
    assertThat(reading.read("BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nEND:VCALENDAR\r\n")).isEmpty();
  }

  @Property(tries = 200)
  void of_any_sort_do_no_harm(@ForAll String text) {
    reading.read(text);
    reading.read("BEGIN:VCALENDAR\r\n" + text + "\r\nEND:VCALENDAR\r\n");
  }

  private static CalendarReply reply(String method, int sequence, String stamp, String status) {
    return new CalendarReply(
        method,
        "session-1@uitrol.example",
        sequence,
        Instant.parse(stamp),
        List.of(new Attendee("sanne@town.example", status)));
  }
}
