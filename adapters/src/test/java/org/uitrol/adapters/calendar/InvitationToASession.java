package org.uitrol.adapters.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import net.fortuna.ical4j.model.Property;
import org.junit.jupiter.api.Test;
import org.uitrol.application.communication.port.CalendarPart;
import org.uitrol.application.communication.port.MailAddress;
import org.uitrol.application.session.port.CalendarInvitation;
import org.uitrol.application.session.port.CalendarInvitation.Method;

class InvitationToASession {

  private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

  private final ItipInvitationWriter writer = new ItipInvitationWriter();

  @Test
  void asks_one_attendee_for_an_answer() {
    CalendarPart part = writer.write(invitation("Copilot: plannen", Method.REQUEST, 0));

    assertThat(part.method()).isEqualTo("REQUEST");
    String ics = unfolded(part);
    assertThat(ics)
        .startsWith("BEGIN:VCALENDAR\r\n")
        .endsWith("END:VCALENDAR\r\n")
        .contains("\r\nVERSION:2.0\r\n")
        .contains("\r\nMETHOD:REQUEST\r\n")
        .contains("\r\nUID:session-17@uitrol.example\r\n")
        .contains("\r\nSEQUENCE:0\r\n")
        .contains("\r\nDTSTAMP:20271001T080000Z\r\n")
        .contains("\r\nDTSTART;TZID=Europe/Amsterdam:20271025T090000\r\n")
        .contains("\r\nDTEND;TZID=Europe/Amsterdam:20271025T103000\r\n")
        .contains("\r\nSTATUS:CONFIRMED\r\n")
        .contains("\r\nURL:https://meet.example.org/17?a=1&b=2\r\n")
        .contains("ORGANIZER;CN=Uitrol:mailto:uitrol@example.org\r\n");
    List<String> attendees = ics.lines().filter(line -> line.startsWith("ATTENDEE")).toList();
    assertThat(attendees).hasSize(1);
    assertThat(attendees.get(0))
        .contains(";RSVP=TRUE")
        .contains(";PARTSTAT=NEEDS-ACTION")
        .contains(";ROLE=REQ-PARTICIPANT")
        .contains(";CUTYPE=INDIVIDUAL")
        .endsWith(":mailto:zoe@example.org");
  }

  @Test
  void that_is_cancelled_keeps_its_uid_and_has_a_higher_sequence() {
    String ics = unfolded(writer.write(invitation("Copilot: plannen", Method.CANCEL, 2)));

    assertThat(ics)
        .contains("\r\nMETHOD:CANCEL\r\n")
        .contains("\r\nUID:session-17@uitrol.example\r\n")
        .contains("\r\nSEQUENCE:2\r\n")
        .contains("\r\nSTATUS:CANCELLED\r\n")
        .contains(":mailto:zoe@example.org")
        .doesNotContain("RSVP");
  }

  @Test
  void gives_the_same_text_each_time_it_is_written() {
    assertThat(writer.write(invitation("Copilot", Method.REQUEST, 1)))
        .isEqualTo(writer.write(invitation("Copilot", Method.REQUEST, 1)));
  }

  @Test
  void is_folded_between_characters_at_75_octets() {
    String title = "🙂ë".repeat(60) + "👩‍💻 slot";
    CalendarPart part = writer.write(invitation(title, Method.REQUEST, 0));

    byte[] bytes = part.ics().getBytes(StandardCharsets.UTF_8);
    for (String line : new String(bytes, StandardCharsets.ISO_8859_1).split("\r\n", -1)) {
      assertThat(line.length()).isLessThanOrEqualTo(75);
      String text = new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
      assertThat(text).as("a whole number of characters").doesNotContain("\ufffd");
    }
    assertThat(part.ics().lines().count()).isGreaterThan(unfolded(part).lines().count() + 4);
    assertThat(ReadCalendar.of(part.ics()).value(Property.SUMMARY)).isEqualTo(title);
  }

  @Test
  void has_each_line_ended_once() {
    String ics = writer.write(invitation("Copilot", Method.REQUEST, 0)).ics();

    assertThat(ics).doesNotContain("\r\r").doesNotContain("\n\n");
    assertThat(ics.replace("\r\n", "")).doesNotContain("\r").doesNotContain("\n");
  }

  @Test
  void takes_no_orders_from_its_title() {
    CalendarInvitation evil =
        new CalendarInvitation(
            "session-17@uitrol.example",
            0,
            Method.REQUEST,
            "Wissel\r\nATTENDEE:mailto:x@evil.example",
            "a\r\nATTENDEE:mailto:x@evil.example\rb\u2028c\u0000d\u0085e",
            LocalDateTime.of(2027, 10, 25, 9, 0),
            AMSTERDAM,
            Duration.ofMinutes(90),
            "B.12\nATTENDEE:mailto:x@evil.example",
            URI.create("https://meet.example.org/17"),
            new MailAddress("Uit\r\nrol\";X=\":y", "uitrol@example.org"),
            new MailAddress("Zoë\nATTENDEE:mailto:x@evil.example", "zoe@example.org"),
            Instant.parse("2027-10-01T08:00:00Z"),
            "nl");

    String ics = unfolded(writer.write(evil));

    assertThat(ics.lines().filter(line -> line.startsWith("ATTENDEE"))).hasSize(1);
    assertThat(ics.lines()).allMatch(line -> line.matches("[A-Z-]+[;:].+"));
    ReadCalendar read = ReadCalendar.of(writer.write(evil).ics());
    assertThat(read.value(Property.SUMMARY)).isEqualTo("Wissel ATTENDEE:mailto:x@evil.example");
    assertThat(read.event().getAttendees()).hasSize(1);
    assertThat(read.event().getAttendees().get(0).getCalAddress())
        .isEqualTo(URI.create("mailto:zoe@example.org"));
  }

  @Test
  void shows_punctuation_as_it_was_written() {
    CalendarInvitation invitation = invitation("Vragen; antwoorden, en C:/map", Method.REQUEST, 0);

    CalendarPart part = writer.write(invitation);

    assertThat(unfolded(part))
        .contains("SUMMARY;LANGUAGE=nl:Vragen\\; antwoorden\\, en C:/map\r\n");
    assertThat(unfolded(part)).contains("DESCRIPTION;LANGUAGE=nl:Regel 1\\nRegel 2");
    assertThat(ReadCalendar.of(part.ics()).value(Property.SUMMARY))
        .isEqualTo("Vragen; antwoorden, en C:/map");
  }

  @Test
  void is_at_nine_on_both_sides_of_the_end_of_summer_time() {
    for (LocalDateTime nine = LocalDateTime.of(2027, 10, 4, 9, 0);
        nine.isBefore(LocalDateTime.of(2028, 4, 20, 0, 0));
        nine = nine.plusWeeks(1)) {
      ReadCalendar read = ReadCalendar.of(writer.write(at(nine, AMSTERDAM)).ics());

      assertThat(read.clockAt(nine.atZone(AMSTERDAM).toInstant())).isEqualTo(nine);
    }
    LocalDateTime before = LocalDateTime.of(2027, 10, 25, 9, 0);
    LocalDateTime after = LocalDateTime.of(2027, 11, 1, 9, 0);
    ReadCalendar read = ReadCalendar.of(writer.write(at(before, AMSTERDAM)).ics());
    assertThat(read.clockAt(Instant.parse("2027-10-25T07:00:00Z"))).isEqualTo(before);
    assertThat(read.clockAt(Instant.parse("2027-11-01T08:00:00Z"))).isEqualTo(after);
  }

  @Test
  void is_right_in_zones_with_other_rules() {
    for (String id :
        List.of(
            "Europe/London",
            "America/New_York",
            "America/Santiago",
            "Australia/Sydney",
            "Africa/Casablanca",
            "Asia/Jerusalem",
            "Asia/Kolkata",
            "America/Paramaribo",
            "America/Curacao",
            "UTC")) {
      ZoneId zone = ZoneId.of(id);
      for (LocalDateTime noon = LocalDateTime.of(2027, 1, 5, 12, 0);
          noon.isBefore(LocalDateTime.of(2028, 12, 20, 0, 0));
          noon = noon.plusDays(9)) {
        ReadCalendar read = ReadCalendar.of(writer.write(at(noon, zone)).ics());

        assertThat(read.clockAt(noon.atZone(zone).toInstant())).as(id).isEqualTo(noon);
      }
    }
  }

  @Test
  void has_one_rule_for_summer_and_one_for_winter() {
    String ics = unfolded(writer.write(invitation("Copilot", Method.REQUEST, 0)));

    assertThat(ics)
        .containsOnlyOnce("BEGIN:STANDARD")
        .containsOnlyOnce("BEGIN:DAYLIGHT")
        .contains("DTSTART:19701025T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100")
        .contains("RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU")
        .contains("DTSTART:19700329T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200")
        .contains("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU");
  }

  @Test
  void needs_a_region_because_an_offset_has_no_winter() {
    assertThatThrownBy(() -> at(LocalDateTime.of(2027, 10, 25, 9, 0), ZoneOffset.ofHours(2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("region");
  }

  @Test
  void can_be_answered_by_the_invitee() {
    CalendarInvitation invitation = invitation("Copilot", Method.REQUEST, 3);
    String reply =
        unfolded(writer.write(invitation))
            .replace("METHOD:REQUEST", "METHOD:REPLY")
            .replace("PARTSTAT=NEEDS-ACTION", "PARTSTAT=DECLINED");

    assertThat(ReadCalendar.answer(reply))
        .isEqualTo(
            new ReadCalendar.Answer("session-17@uitrol.example", "zoe@example.org", "DECLINED", 3));
  }

  private static CalendarInvitation at(LocalDateTime start, ZoneId zone) {
    CalendarInvitation base = invitation("Copilot", Method.REQUEST, 0);
    return new CalendarInvitation(
        base.uid(),
        0,
        Method.REQUEST,
        base.title(),
        "",
        start,
        zone,
        base.length(),
        "B.12",
        null,
        base.organizer(),
        base.attendee(),
        base.stamp(),
        "nl");
  }

  private static CalendarInvitation invitation(String title, Method method, int sequence) {
    return new CalendarInvitation(
        "session-17@uitrol.example",
        sequence,
        method,
        title,
        "Regel 1\nRegel 2",
        LocalDateTime.of(2027, 10, 25, 9, 0),
        AMSTERDAM,
        Duration.ofMinutes(90),
        "Raadhuis, B.12",
        URI.create("https://meet.example.org/17?a=1&b=2"),
        new MailAddress("Uitrol", "uitrol@example.org"),
        new MailAddress("Zoë de Vries, \"Zo\"", "zoe@example.org"),
        Instant.parse("2027-10-01T08:00:00Z"),
        "nl");
  }

  private static String unfolded(CalendarPart part) {
    return part.ics().replace("\r\n ", "");
  }
}
