package org.uitrol.adapters.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Attendee;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.uitrol.application.communication.port.MailAddress;
import org.uitrol.application.session.port.CalendarInvitation;
import org.uitrol.application.session.port.CalendarInvitation.Method;
import org.uitrol.support.DebianPython;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What we write, read by three programs that have nothing to do with ours or with one another. */
class InvitationsThatOthersRead {

  @RegisterExtension
  static final DebianPython PYTHON =
      DebianPython.with(
          "import icalendar, gi; gi.require_version('ICalGLib', '3.0')",
          "python3-icalendar python3-gi gir1.2-ical-3.0");

  private static final Path READERS = Path.of("src/test/resources/calendar/read_calendars.py");
  private static final MailAddress ORGANIZER = new MailAddress("Uitrol, team", "u@example.org");

  private final ItipInvitationWriter writer = new ItipInvitationWriter();

  /** What a reader made of an invitation. */
  private record Read(
      String method,
      String uid,
      int sequence,
      String status,
      String summary,
      String description,
      String location,
      String start,
      String end,
      String organizer,
      List<String> attendees,
      String name,
      int errors) {}

  static Stream<CalendarInvitation> invitations() {
    List<CalendarInvitation> all = new ArrayList<>();
    for (Method method : Method.values()) {
      all.add(invitation(method, "Copilot: plannen", "", "2027-03-01T09:00", "Europe/Amsterdam"));
      all.add(
          invitation(
              method,
              "🙂ë".repeat(50) + " 👩‍💻",
              "Regel 1\nRegel 2; met \\ en, komma: \"ja\"",
              "2027-10-25T09:00",
              "Europe/Amsterdam"));
    }
    all.add(
        invitation(
            Method.REQUEST,
            "Wissel\r\nATTENDEE:mailto:x@evil.example",
            "a\r\nEND:VEVENT\r\nBEGIN:VALARM\rb",
            "2027-11-01T09:00",
            "Europe/Amsterdam"));
    for (String zone :
        List.of(
            "America/New_York", "Australia/Sydney", "Asia/Kolkata", "America/Paramaribo", "UTC")) {
      all.add(invitation(Method.REQUEST, "Demo", "", "2027-03-20T13:30", zone));
      all.add(invitation(Method.REQUEST, "Demo", "", "2027-11-05T13:30", zone));
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("invitations")
  void say_the_same_to_biweekly(CalendarInvitation invitation) {
    ICalendar calendar = Biweekly.parse(writer.write(invitation).ics()).first();
    VEvent event = calendar.getEvents().get(0);

    assertThat(calendar.getEvents()).hasSize(1);
    assertThat(
            new Read(
                calendar.getMethod().getValue(),
                event.getUid().getValue(),
                event.getSequence().getValue(),
                event.getStatus().getValue(),
                event.getSummary().getValue(),
                event.getDescription().getValue(),
                event.getLocation().getValue(),
                event.getDateStart().getValue().toInstant().toString(),
                event.getDateEnd().getValue().toInstant().toString(),
                "mailto:" + event.getOrganizer().getEmail(),
                event.getAttendees().stream()
                    .map(Attendee::getEmail)
                    .map(email -> "mailto:" + email)
                    .toList(),
                event.getAttendees().get(0).getCommonName(),
                0))
        .isEqualTo(expected(invitation));
  }

  @Test
  void say_the_same_to_icalendar_and_libical(@TempDir Path folder) throws IOException {
    List<CalendarInvitation> all = invitations().toList();
    for (int i = 0; i < all.size(); i++) {
      Files.writeString(
          folder.resolve(String.format("%03d.ics", i)), writer.write(all.get(i)).ics());
    }

    JsonMapper json = new JsonMapper();
    JsonNode found = json.readTree(PYTHON.output(READERS, folder.toString()));

    assertThat(found.size()).isEqualTo(all.size());
    for (int i = 0; i < all.size(); i++) {
      for (String reader : List.of("icalendar", "libical")) {
        assertThat(json.treeToValue(found.get(i).get(reader), Read.class))
            .as("%s of %s", reader, all.get(i))
            .isEqualTo(expected(all.get(i)));
      }
    }
  }

  private static Read expected(CalendarInvitation invitation) {
    Instant start = invitation.start().atZone(invitation.zone()).toInstant();
    String link = String.valueOf(invitation.link());
    String said = invitation.description().replaceAll("\\R", "\n");
    return new Read(
        invitation.method().name(),
        invitation.uid(),
        invitation.sequence(),
        invitation.method() == Method.CANCEL ? "CANCELLED" : "CONFIRMED",
        invitation.title().replace("\r\n", " "),
        said.isEmpty() ? link : said + "\n\n" + link,
        "Raadhuis, B.12",
        start.toString(),
        start.plus(invitation.length()).toString(),
        "mailto:u@example.org",
        List.of("mailto:zoe@example.org"),
        "Zoë de Vries, 'Zo'",
        0);
  }

  private static CalendarInvitation invitation(
      Method method, String title, String description, String start, String zone) {
    return new CalendarInvitation(
        "session-17@example.org",
        3,
        method,
        title,
        description,
        LocalDateTime.parse(start),
        ZoneId.of(zone),
        Duration.ofMinutes(90),
        "Raadhuis, B.12",
        URI.create("https://meet.example.org/17?a=1&b=2"),
        ORGANIZER,
        new MailAddress("Zoë de Vries, \"Zo\"", "zoe@example.org"),
        Instant.parse("2026-12-01T08:00:00Z"),
        "nl");
  }
}
