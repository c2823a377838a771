package org.uitrol.adapters.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.uitrol.application.directory.PersonField;
import org.uitrol.application.directory.PersonRow;
import org.uitrol.application.directory.RowProblem;
import org.uitrol.application.directory.UnreadablePeopleFile;
import org.uitrol.application.directory.port.PeopleSource;

class APeopleFileWithMistakes {

  private static final String HEADER =
      "employee id;name;e-mail;department;language;country;time zone\n";

  @Test
  void names_the_line_that_an_editor_shows_after_a_cell_with_line_breaks() {
    ReadRows read =
        ReadRows.of(HEADER + "1;\"Ann\r\nvan\nDam\";;Sales;;;\r\n2;Bo;nonsense;Sales;;;\n");
    assertThat(read.rows.get(0).line()).isEqualTo(2);
    assertThat(read.rows.get(0).value(PersonField.DISPLAY_NAME)).isEqualTo("Ann van Dam");
    assertThat(read.problems)
        .extracting(RowProblem::line, RowProblem::column, RowProblem::code)
        .containsExactly(tuple(5L, "e-mail", "EMAIL_INVALID"));
  }

  @Test
  void tells_every_problem_of_a_row_and_goes_on_with_the_next() {
    ReadRows read =
        ReadRows.of(
            HEADER
                + "1;Ann;@x;;Klingon;Atlantis;Mars/Olympus\n2;Bo;;Sales;en-GB;NLD;europe/paris\n");
    assertThat(read.problems)
        .extracting(RowProblem::code)
        .containsExactlyInAnyOrder(
            "EMAIL_INVALID",
            "DEPARTMENT_MISSING",
            "LANGUAGE_UNKNOWN",
            "COUNTRY_UNKNOWN",
            "TIME_ZONE_UNKNOWN");
    assertThat(read.problems).allMatch(RowProblem::refused);
    assertThat(read.rows)
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.line()).isEqualTo(3);
              assertThat(row.value(PersonField.LANGUAGE)).isEqualTo("en-GB");
              assertThat(row.value(PersonField.COUNTRY)).isEqualTo("NL");
              assertThat(row.value(PersonField.TIME_ZONE)).isEqualTo("Europe/Paris");
            });
  }

  @Test
  void takes_working_days_in_any_spelling_and_refuses_what_are_none() {
    ReadRows read =
        ReadRows.of(
            """
            employee id;department;werkdagen
            1;Sales;"ma,di,do"
            2;Sales;mo tu th
            3;Sales;Donderdag / dinsdag + Monday
            4;Sales;ma-wo, vr.
            5;Sales;
            6;Sales;vr-ma
            7;Sales;overdag
            8;Sales;ma-di-wo
            9;Sales;4
            """);

    assertThat(read.rows)
        .extracting(row -> row.value(PersonField.WORKDAYS))
        .containsExactly(
            "mon tue thu", "mon tue thu", "mon tue thu", "mon tue wed fri", "", "mon fri sat sun");
    assertThat(read.problems)
        .extracting(RowProblem::line, RowProblem::column, RowProblem::code)
        .containsExactly(
            tuple(8L, "werkdagen", "WORKDAYS_UNKNOWN"),
            tuple(9L, "werkdagen", "WORKDAYS_UNKNOWN"),
            tuple(10L, "werkdagen", "WORKDAYS_UNKNOWN"));
  }

  @Test
  void refuses_a_row_without_number_and_address() {
    assertThat(ReadRows.of(HEADER + ";Ann;;Sales;;;\n").problems)
        .extracting(RowProblem::code)
        .containsExactly("IDENTITY_MISSING");
  }

  @Test
  void refuses_a_row_with_another_number_of_cells_but_not_for_empty_ones_at_the_end() {
    ReadRows read = ReadRows.of("employee id;department\n1;Sales;x\n2\n3;Sales;;\n;\n\n4;Sales\n");
    assertThat(read.problems)
        .extracting(RowProblem::line, RowProblem::code)
        .containsExactly(tuple(2L, "ROW_HAS_OTHER_WIDTH"), tuple(3L, "ROW_HAS_OTHER_WIDTH"));
    assertThat(read.rows).extracting(row -> row.line()).containsExactly(4L, 7L);
  }

  @Test
  void refuses_control_characters_unreadable_letters_and_endless_cells() {
    ReadRows read =
        ReadRows.of(
            HEADER
                + "1;A\u0007;;Sales;;;\n2;\u202eevil;;Sales;;;\n3;\ufffd;;Sales;;;\n4;"
                + "x".repeat(201)
                + ";;Sales;;;\n");
    assertThat(read.problems)
        .extracting(RowProblem::code)
        .containsExactly(
            "CELL_HAS_CONTROL_CHARACTER",
            "CELL_HAS_CONTROL_CHARACTER",
            "CELL_NOT_READABLE",
            "CELL_TOO_LONG");
  }

  @ParameterizedTest
  @CsvSource({
    "josé@example.nl,'é'",
    "a@b,domain",
    "a@-b.example,domain",
    "a@b..example,domain",
    "a@faß.example,two domains",
    "a b@example.nl,before the @",
    "a..b@example.nl,dot",
    "a@,after the @",
    "plain,no @",
    "a@127.0.0.1,domain",
  })
  void says_what_is_wrong_with_an_address(String address, String reason) {
    assertThat(ReadRows.of(HEADER + "1;Ann;" + address + ";Sales;;;\n").problems)
        .singleElement()
        .satisfies(problem -> assertThat(problem.reason()).contains(reason));
  }

  @Test
  void answers_at_once_to_an_endless_address() {
    String endless = "x@" + "a".repeat(5_000);
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(2),
        () ->
            assertThat(ReadRows.of(HEADER + "1;Ann;" + endless + ";Sales;;;\n").problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason()).contains("longer than 254")));
  }

  @Test
  void spells_an_address_with_an_accented_domain_in_ascii() {
    assertThat(ReadRows.of(HEADER + "1;Ann;A@Bücher.example;Sales;;;\n").rows.get(0).cells())
        .containsEntry(PersonField.EMAIL, "a@xn--bcher-kva.example");
  }

  @Test
  void is_not_swallowed_by_a_lone_quote_in_a_million_rows() {
    String row = "8,Jan,Sales\n";
    ByteSource endless =
        () ->
            new SequenceInputStream(
                text("employee id,name,department\n" + row.repeat(1_000) + "7,\"Smit,x\n"),
                repeated(row.repeat(1_000), 1_000));
    Count count = new Count();
    assertThatThrownBy(() -> PeopleFile.of(endless).read(count))
        .isInstanceOfSatisfying(
            UnreadablePeopleFile.class,
            refused -> {
              assertThat(refused.line()).isEqualTo(1_002);
              assertThat(refused.code()).isEqualTo("QUOTE_NOT_CLOSED");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1,a,Sales\n7,\"Smit,x\n8,b,Sales\n",
        "1,a,Sales\n7,\"Smit,x",
        "1,a,Sales\r\n7,\"Smit,x\r\n8,\"Jansen\",Sales\r\n",
        "1,a,Sales\n7,\"Smit\" x,Sales\n"
      })
  void names_the_line_of_a_quote_that_is_not_closed(String rows) {
    assertThatThrownBy(() -> ReadRows.of("employee id,name,department\n" + rows))
        .isInstanceOfSatisfying(
            UnreadablePeopleFile.class, refused -> assertThat(refused.line()).isEqualTo(3))
        .hasMessageStartingWith("line 3: a quote is opened here");
  }

  @Test
  void may_have_quotes_inside_cells() {
    ReadRows read =
        ReadRows.of("employee id,name,department\n1,\"Ann \"\"Annie\"\" Dam\",5\" pipes\n");
    assertThat(read.rows.get(0).value(PersonField.DISPLAY_NAME)).isEqualTo("Ann \"Annie\" Dam");
    assertThat(read.rows.get(0).value(PersonField.DEPARTMENT)).isEqualTo("5\" pipes");
  }

  @Test
  void stops_at_an_unquoted_cell_without_end() {
    assertThatThrownBy(
            () -> ReadRows.of("employee id,department\n1,Sales\n2," + "x".repeat(200_000)))
        .isInstanceOfSatisfying(
            UnreadablePeopleFile.class,
            refused -> {
              assertThat(refused.code()).isEqualTo("ROW_TOO_LONG");
              assertThat(refused.line()).isEqualTo(2);
            });
  }

  private static InputStream text(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** The same text over and over, without holding all of it. */
  private static InputStream repeated(String text, int times) {
    return new SequenceInputStream(
        Collections.enumeration(Stream.generate(() -> text(text)).limit(times).toList()));
  }

  private static final class Count implements PeopleSource.Rows {

    @Override
    public void row(PersonRow row) {}

    @Override
    public void problem(RowProblem problem) {
      throw new AssertionError(problem);
    }
  }
}
