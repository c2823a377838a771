package org.uitrol.adapters.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.uitrol.application.directory.PersonField;
import org.uitrol.application.directory.UnreadablePeopleFile;

class APeopleFileInAnyEncoding {

  private static final String TEXT =
      "Personeelsnummer;Voornaam;Afdeling\r\n7;Zoë;Café & Financiën\r\n";

  @Test
  void is_read_as_utf_8_without_a_byte_order_mark() {
    assertZoe(TEXT.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void is_read_as_utf_8_with_a_byte_order_mark_that_does_not_stick_to_the_first_header() {
    assertZoe(bytes(new int[] {0xef, 0xbb, 0xbf}, TEXT, StandardCharsets.UTF_8));
  }

  @Test
  void is_read_as_utf_16_in_both_byte_orders() {
    assertZoe(bytes(new int[] {0xff, 0xfe}, TEXT, StandardCharsets.UTF_16LE));
    assertZoe(bytes(new int[] {0xfe, 0xff}, TEXT, StandardCharsets.UTF_16BE));
  }

  @Test
  void is_read_as_windows_1252_when_it_cannot_be_utf_8() {
    PeopleFile file = PeopleFile.of(TEXT.getBytes(Charset.forName("windows-1252")));
    assertThat(file.charset()).isEqualTo(Charset.forName("windows-1252"));
    assertZoe(TEXT.getBytes(Charset.forName("windows-1252")));
  }

  @Test
  void is_judged_by_all_of_it_even_when_the_accent_comes_late() {
    String late = "nr;employee id;department\n" + "a;1;Sales\n".repeat(20_000) + "Zoë;2;Sales\n";
    assertThat(PeopleFile.of(late.getBytes(Charset.forName("windows-1252"))).charset())
        .isEqualTo(Charset.forName("windows-1252"));
    assertThat(PeopleFile.of(late.getBytes(StandardCharsets.UTF_8)).charset())
        .isEqualTo(StandardCharsets.UTF_8);
  }

  @Test
  void may_have_an_accented_letter_across_two_chunks() {
    String text = "x".repeat(64 * 1024 - 1) + "é";
    assertThat(PeopleFile.of(text.getBytes(StandardCharsets.UTF_8)).charset())
        .isEqualTo(StandardCharsets.UTF_8);
  }

  @Test
  void is_refused_with_advice_when_it_is_a_workbook() {
    assertThatThrownBy(() -> PeopleFile.of(new byte[] {'P', 'K', 3, 4, 0, 0}))
        .isInstanceOf(UnreadablePeopleFile.class)
        .hasMessageContaining("save the sheet as CSV");
  }

  @Test
  void is_refused_when_it_is_empty_or_binary() {
    assertThatThrownBy(() -> ReadRows.of("\r\n\r\n"))
        .isInstanceOf(UnreadablePeopleFile.class)
        .hasMessage("the file is empty");
    assertThatThrownBy(() -> PeopleFile.of(new byte[] {1, 0, 2, 0}))
        .isInstanceOf(UnreadablePeopleFile.class)
        .hasMessage("this is no text file");
  }

  @Test
  void has_the_hash_of_its_bytes() {
    assertThat(PeopleFile.of("abc".getBytes(StandardCharsets.US_ASCII)).hash())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  private static void assertZoe(byte[] bytes) {
    ReadRows read = ReadRows.of(bytes);
    assertThat(read.problems).isEmpty();
    assertThat(read.rows)
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.value(PersonField.EMPLOYEE_NUMBER)).isEqualTo("7");
              assertThat(row.value(PersonField.GIVEN_NAME)).isEqualTo("Zoë");
              assertThat(row.value(PersonField.DEPARTMENT)).isEqualTo("Café & Financiën");
            });
  }

  private static byte[] bytes(int[] mark, String text, Charset charset) {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      for (int b : mark) {
        out.write(b);
      }
      out.write(text.getBytes(charset));
      return out.toByteArray();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
