package org.uitrol.adapters.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.uitrol.application.directory.RowProblem;
import org.uitrol.application.directory.UnreadablePeopleFile;
import org.uitrol.application.survey.source.SourceTable;
import org.uitrol.application.survey.source.SourceTable.Response;
import org.uitrol.domain.survey.source.ColumnRole;
import org.uitrol.domain.survey.source.SourceColumn;
import org.uitrol.domain.survey.source.SourceKind;

class ExportsOfSurveys {

  private static final String FORMS =
      "ID,Start time,Completion time,Email,Name,Total points,Quiz feedback,Last modified time,"
          + "Do you worry?,Points - Do you worry?,Feedback - Do you worry?,Anything else?\r\n"
          + "1,1/12/27 9:00:01,1/12/27 9:04:11,ann@example.org,Ann,,,,Agree,,,\"Yes,\r\nalways\"\r\n"
          + "2,1/12/27 9:10:00,1/12/27 9:14:00,anonymous,,,,,Disagree,,,\r\n";

  @Test
  void of_microsoft_forms_tell_who_answered_what_and_when_it_was_done() {
    SourceTable table = read(SourceKind.MICROSOFT_FORMS, FORMS);

    assertThat(roles(table))
        .containsExactly(
            "ID RESPONSE",
            "Start time ASIDE",
            "Completion time FINISHED",
            "Email PERSON",
            "Name ASIDE",
            "Total points ASIDE",
            "Quiz feedback ASIDE",
            "Last modified time ASIDE",
            "Do you worry? ANSWER",
            "Points - Do you worry? ASIDE",
            "Feedback - Do you worry? ASIDE",
            "Anything else? ANSWER");
    Response first = table.rows().get(0);
    assertThat(first.line()).isEqualTo(2);
    assertThat(first.cell("email")).isEqualTo("ann@example.org");
    assertThat(first.cell("do you worry")).isEqualTo("Agree");
    assertThat(first.cell("Anything else?")).isEqualTo("Yes,\r\nalways");
    assertThat(table.rows().get(1).line()).isEqualTo(4);
    assertThat(table.rows().get(1).cell("Completion time")).isEqualTo("1/12/27 9:14:00");
    assertThat(table.columns().get(8).values()).containsExactly("Agree", "Disagree");
    assertThat(table.columns().get(3).values()).isEmpty();
    assertThat(table.columns().get(4).values()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Id;Begintijd;Tijd van voltooien;E-mail;Naam;Tijd van laatste wijziging;Vraag",
        "ID;Starttijd;Voltooiingstijd;E-mailadres;Naam;Taal;Vraag",
        "ID;Startzeit;Fertigstellungszeit;E-Mail;Name;Uhrzeit der letzten Änderung;Vraag",
        "ID;Heure de début;Heure de fin;Adresse de messagerie;Nom;Langue;Vraag",
        " id ; START TIME;Completion Time:;E-MAIL ;name;Language;Vraag",
      })
  void of_microsoft_forms_are_known_in_other_languages_and_when_headings_drift(String header) {
    SourceTable table =
        read(SourceKind.MICROSOFT_FORMS, header + "\n1;a;b;ann@example.org;Ann;;Eens\n");

    assertThat(table.columns())
        .extracting(SourceColumn::role)
        .containsExactly(
            ColumnRole.RESPONSE,
            ColumnRole.ASIDE,
            ColumnRole.FINISHED,
            ColumnRole.PERSON,
            ColumnRole.ASIDE,
            ColumnRole.ASIDE,
            ColumnRole.ANSWER);
  }

  @Test
  void of_limesurvey_are_known_by_codes_by_numbers_and_with_sub_questions() {
    SourceTable table =
        read(
            SourceKind.LIMESURVEY,
            "\"id\",\"submitdate\",\"lastpage\",\"startlanguage\",\"seed\",\"token\",\"startdate\","
                + "\"datestamp\",\"Q1\",\"Q2[SQ001]\",\"Q3. What do you fear?\",\"121X34X567SQ1\"\n"
                + "\"7\",\"2027-01-12 09:04:11\",\"3\",\"nl\",\"812\",\"abc\",\"2027-01-12 09:00:00\","
                + "\"2027-01-12 09:04:11\",\"A4\",\"Y\",\"\"\"Nothing\"\", really\",\"2\"\n"
                + "\"8\",\"\",\"1\",\"nl\",\"9\",\"def\",\"2027-01-12 10:00:00\","
                + "\"2027-01-12 10:01:00\",\"A1\",\"N\",\"\",\"\"\n");

    assertThat(roles(table))
        .containsExactly(
            "id RESPONSE",
            "submitdate FINISHED",
            "lastpage ASIDE",
            "startlanguage ASIDE",
            "seed ASIDE",
            "token PERSON",
            "startdate ASIDE",
            "datestamp ASIDE",
            "Q1 ANSWER",
            "Q2[SQ001] ANSWER",
            "Q3 ANSWER",
            "121X34X567SQ1 ANSWER");
    assertThat(table.columns().get(10).title()).isEqualTo("What do you fear?");
    assertThat(table.rows().get(0).cell("Q3")).isEqualTo("\"Nothing\", really");
    assertThat(table.rows().get(1).cell("submitdate")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "response_id,Date submitted,Last page,Start language",
    "Antwoord ID,Datum ingezonden,Laatste pagina,Starttaal",
    "Antwort ID,Datum Abgeschickt,Letzte Seite,Start-Sprache",
    "ID de la réponse,Date de soumission,Dernière page,Langue de départ"
  })
  void of_limesurvey_are_known_in_other_languages(
      String response, String finished, String page, String language) {
    SourceTable table =
        read(
            SourceKind.LIMESURVEY,
            String.join(",", response, finished, page, "Q1", language)
                + "\n1,2027-01-12,3,A1,nl\n");

    assertThat(table.columns().subList(0, 4))
        .extracting(SourceColumn::role)
        .containsExactly(
            ColumnRole.RESPONSE, ColumnRole.FINISHED, ColumnRole.ASIDE, ColumnRole.ANSWER);
  }

  @Test
  void prefer_an_address_where_several_columns_tell_who_it_is() {
    SourceTable table = read(SourceKind.LIMESURVEY, "id,token,email\n1,abc,ann@example.org\n");

    assertThat(roles(table)).containsExactly("id RESPONSE", "token ASIDE", "email PERSON");
  }

  @Test
  void have_no_two_columns_of_one_name() {
    SourceTable table =
        read(SourceKind.MICROSOFT_FORMS, "ID,Worry?,worry,Department,Afdeling,\n1,a,b,c,d,\n");

    assertThat(roles(table))
        .containsExactly(
            "ID RESPONSE",
            "Worry? ANSWER",
            "worry (2) ANSWER",
            "Department DEPARTMENT",
            "Afdeling ANSWER");
    assertThat(table.rows().get(0).cell("worry (2)")).isEqualTo("b");
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8,false,;",
    "UTF-8,true,;",
    "UTF-16LE,true,'\t'",
    "UTF-16BE,true,;",
    "windows-1252,false,;",
    "windows-1252,false,'\t'"
  })
  void are_read_in_any_encoding_and_with_any_separator(
      String charset, boolean mark, String separator) {
    String text =
        "ID;Completion time;Ben je er klaar voor – écht?\r\n1;1-2-2027;“Één beetje”\r\n"
            .replace(";", separator);

    SourceTable table =
        SurveyExport.read(
            SourceKind.MICROSOFT_FORMS,
            ((mark ? "\uFEFF" : "") + text).getBytes(Charset.forName(charset)));

    assertThat(table.columns().get(2).name()).isEqualTo("Ben je er klaar voor – écht?");
    assertThat(table.rows().get(0).cell("ben je er klaar voor – écht")).isEqualTo("“Één beetje”");
    assertThat(table.rows().get(0).cell("ID")).isEqualTo("1");
  }

  @Test
  void tell_of_rows_that_are_broken_and_read_the_others() {
    SourceTable table =
        read(SourceKind.MICROSOFT_FORMS, "ID,Email,Q\n1,a@example.org,x\n2,b\n3,c@example.org,y\n");

    assertThat(table.rows()).extracting(Response::line).containsExactly(2L, 4L);
    assertThat(table.problems())
        .extracting(RowProblem::line, RowProblem::code)
        .containsExactly(tuple(3L, "ROW_HAS_OTHER_WIDTH"));
    refuses("QUOTE_NOT_CLOSED", "ID,Q\n1,\"x\n2,y\n".getBytes(StandardCharsets.UTF_8));
    refuses("FILE_EMPTY", new byte[0]);
  }

  @Test
  void may_be_workbooks_with_moments_as_numbers() {
    byte[] book =
        new HandMadeWorkbook()
            .row("ID", "Start time", "Completion time", "Email", "Name", "Worry?", "Since")
            .row(
                "#1", "@46399.375", "@46399.3778935185", "ann@example.org", "A & B", "#4", "@46399")
            .row("#2", "@46399.5", "", "anonymous", "", "#4.50", "#1E+3")
            .row("", "", "", "", "", "", "")
            .row("#3", "", "x", "", "", "Eens", "")
            .bytes();

    SourceTable table = SurveyExport.read(SourceKind.MICROSOFT_FORMS, book);

    assertThat(table.rows()).extracting(Response::line).containsExactly(2L, 3L, 5L);
    Response first = table.rows().get(0);
    assertThat(first.cell("ID")).isEqualTo("1");
    assertThat(first.cell("Completion time")).startsWith("2027-01-12T09:04:");
    assertThat(first.cell("Since")).isEqualTo("2027-01-12T00:00");
    assertThat(first.cell("Worry?")).isEqualTo("4");
    assertThat(table.rows().get(1).cell("Worry?")).isEqualTo("4.5");
    assertThat(table.rows().get(1).cell("Since")).isEqualTo("1000");
    assertThat(table.rows().get(1).cell("Completion time")).isEmpty();
  }

  @Test
  void leave_out_rows_of_workbooks_with_formulas_and_errors() {
    byte[] book =
        new HandMadeWorkbook()
            .row("ID", "Worry?")
            .row("#1", "=HYPERLINK(\"https://evil.example\")")
            .xml("<row r=\"3\"><c r=\"A3\"><v>2</v></c><c r=\"B3\" t=\"e\"><v>#REF!</v></c></row>")
            .bytes();

    SourceTable table = SurveyExport.read(SourceKind.MICROSOFT_FORMS, book);

    assertThat(table.rows()).isEmpty();
    assertThat(table.problems())
        .extracting(RowProblem::line, RowProblem::code)
        .containsExactly(tuple(2L, "CELL_IS_FORMULA"), tuple(3L, "CELL_IS_ERROR"));
  }

  @Test
  void are_refused_when_a_workbook_would_unpack_to_too_much() {
    byte[] zeros = new byte[70 * 1024 * 1024];

    refuses("WORKBOOK_TOO_LARGE", new HandMadeWorkbook().part("xl/media/x.bin", zeros).bytes());
    HandMadeWorkbook many = new HandMadeWorkbook();
    for (int one = 0; one < 1_100; one++) {
      many.part("xl/x" + one + ".xml", "<x/>");
    }
    refuses("WORKBOOK_TOO_LARGE", many.bytes());
  }

  @Test
  void are_refused_when_a_row_of_a_workbook_is_as_wide_as_a_house() {
    refuses(
        "ROW_TOO_LONG",
        new HandMadeWorkbook().xml("<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>").bytes());
  }

  @Test
  void are_refused_when_a_workbook_declares_anything() {
    String bomb =
        "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b SYSTEM \"file:///etc/passwd\">]>";
    refuses(
        "WORKBOOK_BROKEN",
        new HandMadeWorkbook()
            .part("xl/worksheets/sheet1.xml", bomb + "<worksheet><sheetData/></worksheet>")
            .bytes());
    refuses(
        "WORKBOOK_BROKEN",
        new HandMadeWorkbook()
            .part(
                "xl/worksheets/sheet1.xml",
                (bomb + "<worksheet/>").getBytes(StandardCharsets.UTF_16))
            .bytes());
    refuses(
        "WORKBOOK_BROKEN", new HandMadeWorkbook().part("xl/workbook.xml", "<workbook/>").bytes());
    refuses("WORKBOOK_BROKEN", "PK\u0003\u0004 and nothing".getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void of_formbricks_may_be_responses_as_json() {
    SourceTable table =
        read(
            SourceKind.FORMBRICKS,
            """
            {"data":[
              {"id":"r1","finished":true,"contactAttributes":{"userId":"ann","email":"ann@example.org"},
               "data":{"worry":4,"tasks":["Mail","Minutes"],"grid":{"Speed":"Good"},"email":"x"}},
              {"id":"r2","finished":false,"person":{"userId":"u2"},"data":{"worry":"2","more":null}}
            ]}
            """);

    Response first = table.rows().get(0);
    assertThat(first.cell("Response ID")).isEqualTo("r1");
    assertThat(first.cell("User ID")).isEqualTo("ann@example.org");
    assertThat(first.cell("Finished")).isEqualTo("true");
    assertThat(first.cell("worry")).isEqualTo("4");
    assertThat(first.cell("tasks")).isEqualTo("Mail\nMinutes");
    assertThat(first.cell("grid.Speed")).isEqualTo("Good");
    assertThat(table.rows().get(1).cell("User ID")).isEqualTo("u2");
    assertThat(table.rows().get(1).cell("Finished")).isEqualTo("false");
    assertThat(roles(table))
        .contains("Response ID RESPONSE", "Finished FINISHED", "User ID PERSON", "worry ANSWER");
  }

  @Test
  void of_formbricks_may_be_the_questions_alone() {
    SourceTable table =
        read(
            SourceKind.FORMBRICKS,
            """
            {"data":{"id":"s1","questions":[
               {"id":"q1","type":"rating","headline":{"default":"Do you worry?","nl":"Zorgen?"}},
               {"id":"q2","type":"multipleChoiceSingle","headline":{"default":"Task?"},
                "choices":[{"id":"c1","label":{"default":"Mail","nl":"Post"}},
                           {"id":"other","label":{"default":"Other"}}]}],
             "hiddenFields":{"enabled":true,"fieldIds":["personeelsnummer"]}}}
            """);

    assertThat(table.rows()).isEmpty();
    assertThat(table.columns())
        .extracting(SourceColumn::name, SourceColumn::title)
        .contains(tuple("q1", "Do you worry?"), tuple("q2", "Task?"));
    assertThat(table.columns().get(1).values()).containsExactly("Mail", "Post", "Other");
    assertThat(roles(table)).contains("personeelsnummer PERSON");
  }

  @Test
  void of_formbricks_are_refused_when_they_are_something_else() {
    for (String text : List.of("{}", "[]", "{\"data\":", "[1,2]", "{\"data\":[{\"x\":1}]}")) {
      assertThatThrownBy(() -> read(SourceKind.FORMBRICKS, text))
          .isInstanceOfSatisfying(
              UnreadablePeopleFile.class,
              refused -> assertThat(refused.code()).isEqualTo("FORMBRICKS_UNKNOWN"));
    }
  }

  @Test
  void show_nothing_of_answers_as_texts() {
    SourceTable table = read(SourceKind.MICROSOFT_FORMS, FORMS);

    assertThat(table.toString() + table.rows() + table.columns()).doesNotContain("Agree", "ann@");
  }

  private static void refuses(String code, byte[] bytes) {
    assertThatThrownBy(() -> SurveyExport.read(SourceKind.MICROSOFT_FORMS, bytes))
        .isInstanceOfSatisfying(
            UnreadablePeopleFile.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }

  private static List<String> roles(SourceTable table) {
    return table.columns().stream().map(one -> one.name() + " " + one.role()).toList();
  }

  private static SourceTable read(SourceKind kind, String text) {
    return SurveyExport.read(kind, text.getBytes(StandardCharsets.UTF_8));
  }
}
