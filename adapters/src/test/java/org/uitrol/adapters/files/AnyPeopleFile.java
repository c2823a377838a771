package org.uitrol.adapters.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.uitrol.application.directory.PersonField;
import org.uitrol.application.directory.UnreadablePeopleFile;

class AnyPeopleFile {

  @Property(tries = 300)
  void gives_back_every_name_that_was_written_by_the_rules_of_csv(
      @ForAll("names") List<String> names,
      @ForAll("delimiters") char delimiter,
      @ForAll("lineEnds") String lineEnd) {
    StringBuilder file = new StringBuilder();
    file.append(String.join(String.valueOf(delimiter), "employee id", "naam", "afdeling"));
    List<Long> lines = new ArrayList<>();
    long line = 2;
    for (int i = 0; i < names.size(); i++) {
      file.append(lineEnd).append(i).append(delimiter).append('"');
      file.append(names.get(i).replace("\"", "\"\"")).append('"').append(delimiter).append("Sales");
      lines.add(line);
      line += 1 + names.get(i).chars().filter(c -> c == '\n').count();
    }
    ReadRows read = ReadRows.of(file.toString());
    assertThat(read.problems).isEmpty();
    assertThat(read.rows)
        .extracting(row -> row.value(PersonField.DISPLAY_NAME))
        .isEqualTo(names.stream().map(name -> name.strip().replaceAll("\\s+", " ")).toList());
    assertThat(read.rows).extracting(row -> row.line()).isEqualTo(lines);
  }

  @Property(tries = 500)
  void is_read_or_refused_with_a_reason_whatever_its_bytes(@ForAll byte[] bytes) {
    try {
      ReadRows.of(bytes);
    } catch (UnreadablePeopleFile refused) {
      assertThat(refused.code()).isNotBlank();
    }
  }

  @Property(tries = 500)
  void is_read_or_refused_with_a_reason_whatever_its_rows(@ForAll("noise") String rows) {
    try {
      ReadRows read = ReadRows.of(("mail;afdeling\n" + rows).getBytes(StandardCharsets.UTF_8));
      assertThat(read.rows)
          .allSatisfy(
              row ->
                  assertThat(row.value(PersonField.EMAIL)).matches("[!-~]{1,64}@[a-z0-9.-]{3,}"));
      assertThat(read.problems).allSatisfy(problem -> assertThat(problem.line()).isGreaterThan(1));
    } catch (UnreadablePeopleFile refused) {
      assertThat(refused.code()).isEqualTo("QUOTE_NOT_CLOSED");
      assertThat(refused.line()).isGreaterThan(1);
    }
  }

  @Provide
  Arbitrary<List<String>> names() {
    return Arbitraries.strings()
        .withChars('a', 'b', 'é', 'ß', '"', ',', ';', ' ', '\n', '\'')
        .ofMinLength(1)
        .ofMaxLength(12)
        .list()
        .ofMinSize(1)
        .ofMaxSize(8);
  }

  @Provide
  Arbitrary<Character> delimiters() {
    return Arbitraries.of(',', ';', '\t');
  }

  @Provide
  Arbitrary<String> lineEnds() {
    return Arbitraries.of("\n", "\r\n");
  }

  @Provide
  Arbitrary<String> noise() {
    return Arbitraries.strings()
        .withChars('a', 'é', '@', '.', '"', ';', '\n', '\r', ' ', '\u0001')
        .ofMaxLength(80);
  }
}
