package org.uitrol.adapters.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.uitrol.application.directory.RowProblem;
import org.uitrol.application.session.AttendanceRow;

class ATeamsAttendanceReport {

  private static final String ENGLISH =
      """
      1. Summary
      Meeting title	Practise
      Attended participants	3
      Start time	1/14/27, 9:58:12 AM
      End time	1/14/27, 11:01:30 AM
      Meeting duration	1h 3m 18s
      Average attendance time	45m 2s

      2. Participants
      Name	First Join	Last Leave	In-Meeting Duration	Email	Participant ID (UPN)	Role
      Jansen, Sanne	1/14/27, 9:59:01 AM	1/14/27, 11:01:30 AM	1h 2m 29s	sanne@town.example	sanne@town.example	Presenter
      Joost	1/14/27, 10:40:00 AM	1/14/27, 11:01:30 AM	21m 30s	joost@town.example	joost@town.example	Attendee
      31612345678	1/14/27, 10:00:00 AM	1/14/27, 11:00:00 AM	1h			Attendee

      3. In-Meeting Activities
      Name	Join Time	Leave Time	Duration	Email	Role
      Jansen, Sanne	1/14/27, 9:59:01 AM	1/14/27, 11:01:30 AM	1h 2m 29s	sanne@town.example	Presenter
      """;

  private static final String DUTCH =
      """
      1. Samenvatting
      Titel van vergadering	Oefenen

      2. Deelnemers
      Naam	Eerste deelname	Laatste vertrek	Duur van vergadering	E-mail	Deelnemer-id (UPN)	Rol
      Sanne	14-01-2027 09:59:01	14-01-2027 11:01:30	1 u 2 min 29 sec	sanne@town.example	sanne@town.example	Presentator
      """;

  private static final String OLDER =
      """
      Meeting Summary
      Total Number of Participants	2
      Meeting Title	Practise

      Full Name	Join Time	Leave Time	Duration	Email	Role	Participant ID (UPN)
      Sanne	1/14/2027, 9:59:01 AM	1/14/2027, 10:19:01 AM	20m	Sanne@town.example	Attendee	sanne@town.example
      Joost	1/14/2027, 9:59:01 AM	1/14/2027, 10:09:01 AM	10m	joost@town.example	Attendee	joost@town.example
      Sanne	1/14/2027, 10:30:00 AM	1/14/2027, 10:45:00 AM	15m 5s	sanne@town.example	Attendee	sanne@town.example
      """;

  @ParameterizedTest
  @CsvSource({"UTF-16LE", "UTF-16BE", "UTF-8"})
  void is_read_in_any_encoding_section_by_section(String charset) {
    ListRead<AttendanceRow> read = AttendanceFile.read(bytes(ENGLISH, charset));

    assertThat(read.rows())
        .containsExactly(
            AttendanceRow.of(11, "sanne@town.example", 3_749),
            AttendanceRow.of(12, "joost@town.example", 1_290));
    assertThat(read.problems())
        .extracting(RowProblem::line, RowProblem::code)
        .containsExactly(tuple(13L, "IDENTITY_MISSING"));
  }

  @Test
  void is_read_in_dutch() {
    assertThat(AttendanceFile.read(bytes(DUTCH, "UTF-16LE")).rows())
        .containsExactly(AttendanceRow.of(6, "sanne@town.example", 3_749));
  }

  @Test
  void adds_up_the_times_that_somebody_came_back() {
    assertThat(AttendanceFile.read(bytes(OLDER, "UTF-16LE")).rows())
        .containsExactly(
            AttendanceRow.of(6, "Sanne@town.example", 2_105),
            AttendanceRow.of(7, "joost@town.example", 600));
  }

  @Test
  void may_have_commas_between_its_cells_and_quotes_around_them() {
    String commas =
        """
        2. Participants
        Name,First Join,Last Leave,In-Meeting Duration,Email,Participant ID (UPN),Role
        "Jansen, Sanne","1/14/27, 9:59:01 AM","1/14/27, 11:01:30 AM",31m,sanne@town.example,,Attendee
        """;
    assertThat(AttendanceFile.read(commas.getBytes(StandardCharsets.UTF_8)).rows())
        .containsExactly(AttendanceRow.of(3, "sanne@town.example", 1_860));
  }

  @Test
  void counts_whoever_was_there_for_half_of_the_session() {
    AttendanceRow half = AttendanceRow.of(1, "sanne@town.example", 1_800);
    AttendanceRow less = AttendanceRow.of(1, "sanne@town.example", 1_799);

    assertThat(List.of(half.attended(60), less.attended(60), less.attended(59)))
        .containsExactly(true, false, true);
  }

  @ParameterizedTest
  @CsvSource({
    "1h 2m 3s, 3723",
    "1 u 2 min 3 sec, 3723",
    "2 uur, 7200",
    "45m, 2700",
    "01:02:03, 3723",
    "59s, 59",
  })
  void knows_how_long_that_is(String typed, int seconds) {
    assertThat(TeamsReport.seconds(typed)).contains(seconds);
  }

  @ParameterizedTest
  @CsvSource({"a while", "12", "h", "1h and more"})
  void does_not_guess_how_long_that_is(String typed) {
    assertThat(TeamsReport.seconds(typed)).isEmpty();
  }

  @Test
  void is_not_what_a_plain_list_is_taken_for() {
    byte[] plain = "e-mail;attended\nsanne@town.example;yes\n".getBytes(StandardCharsets.UTF_8);
    assertThat(TeamsReport.of(plain)).isEmpty();
    assertThat(AttendanceFile.read(plain).rows())
        .containsExactly(new AttendanceRow(2, "sanne@town.example", true));
  }

  private static byte[] bytes(String text, String charset) {
    String mark = "\uFEFF";
    return (mark + text.replace("\n", "\r\n")).getBytes(Charset.forName(charset));
  }
}
