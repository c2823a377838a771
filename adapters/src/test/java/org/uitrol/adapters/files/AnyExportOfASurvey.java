package org.uitrol.adapters.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.uitrol.application.directory.UnreadablePeopleFile;
import org.uitrol.application.survey.source.SourceTable;
import org.uitrol.domain.survey.source.SourceKind;

/** Whatever somebody brings is read or refused for a reason, and nothing else happens. */
class AnyExportOfASurvey {

  private static final byte[] BOOK =
      new HandMadeWorkbook()
          .row("ID", "Completion time", "Email", "Worry?", "More")
          .row("#1", "@46399.3778", "ann@example.org", "#4", "x")
          .row("#2", "@46399.5", "anonymous", "Eens", "=1+1")
          .bytes();

  @Property(tries = 400)
  void of_any_bytes(@ForAll byte[] bytes, @ForAll SourceKind kind) {
    isReadOrRefused(kind, bytes);
  }

  @Property(tries = 400)
  void of_any_table(@ForAll("tables") String text, @ForAll SourceKind kind) {
    isReadOrRefused(kind, text.getBytes(StandardCharsets.UTF_8));
  }

  @Property(tries = 400)
  void of_any_json(@ForAll("json") String text) {
    isReadOrRefused(SourceKind.FORMBRICKS, text.getBytes(StandardCharsets.UTF_8));
    try {
      FormbricksJson.message(text.getBytes(StandardCharsets.UTF_8));
    } catch (UnreadablePeopleFile refused) {
      assertThat(refused.code()).isEqualTo("FORMBRICKS_UNKNOWN");
    }
  }

  /** Damaged in the archive itself. */
  @Property(tries = 300)
  void of_any_damaged_workbook(@ForAll long seed, @ForAll SourceKind kind) {
    byte[] bytes = BOOK.clone();
    Random random = new Random(seed);
    for (int times = random.nextInt(6); times >= 0; times--) {
      bytes[4 + random.nextInt(bytes.length - 4)] = (byte) random.nextInt();
    }
    isReadOrRefused(kind, bytes);
  }

  /** A sound archive with a sheet that is damaged. */
  @Property(tries = 400)
  void of_any_damaged_sheet(@ForAll("sheets") String sheet) {
    isReadOrRefused(
        SourceKind.MICROSOFT_FORMS,
        new HandMadeWorkbook()
            .row("ID", "Worry?")
            .xml("<row r=\"2\"><c r=\"A2\"" + sheet + "</c></row>")
            .bytes());
  }

  private static void isReadOrRefused(SourceKind kind, byte[] bytes) {
    try {
      SourceTable table = SurveyExport.read(kind, bytes);
      assertThat(table.columns()).isNotEmpty();
      assertThat(table.rows()).allMatch(row -> row.line() > 0);
    } catch (UnreadablePeopleFile refused) {
      assertThat(refused.code()).isNotBlank();
    }
  }

  @Provide
  Arbitrary<String> tables() {
    return pieces(
        "ID",
        "id",
        "Email",
        "submitdate",
        "Q1",
        "Q1. x",
        "[SQ001]",
        ",",
        ";",
        "\t",
        "\n",
        "\r\n",
        "\"",
        "a",
        "é",
        " ",
        "sep=;",
        "\u0000",
        "\uFEFF",
        "=1+1",
        "1. x");
  }

  @Provide
  Arbitrary<String> json() {
    return pieces(
        "{",
        "}",
        "[",
        "]",
        ":",
        ",",
        "\"data\"",
        "\"id\"",
        "\"headline\"",
        "\"event\"",
        "\"x\"",
        "1",
        "true",
        "null",
        "{\"data\":",
        "{\"id\":\"q\",\"headline\":",
        "[{\"data\":{\"a\":",
        "\"hiddenFields\":{\"fieldIds\":",
        "1e999",
        "\\u0000");
  }

  @Provide
  Arbitrary<String> sheets() {
    return pieces(
        ">",
        " t=\"s\">",
        " t=\"n\">",
        " t=\"b\">",
        " t=\"e\">",
        " t=\"d\">",
        " s=\"1\">",
        " s=\"99\">",
        "<v>",
        "</v>",
        "1",
        "-1",
        "1E999999999",
        "NaN",
        "x",
        "<f>",
        "</f>",
        "<is><t>",
        "</t></is>",
        "<c>",
        "</c>",
        "<c r=\"ZZZZZ9\">",
        "&amp;",
        "&#0;");
  }

  private static Arbitrary<String> pieces(String... pieces) {
    return Arbitraries.of(pieces).list().ofMaxSize(40).map(list -> String.join("", list));
  }
}
