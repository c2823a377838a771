package org.uitrol.adapters.mail.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.uitrol.application.communication.inbound.Notice;
import org.uitrol.application.communication.inbound.ReadMail;
import org.uitrol.support.SharedData;

/** Reports as real servers wrote them, against what is known of each. */
class ReportsOfManyServers {

  private final MimeMailReading reading = new MimeMailReading();

  /** Kind and status of each recipient, in the order of the list. */
  @TestFactory
  Stream<DynamicTest> are_read_as_they_were_meant() throws IOException {
    Path folder = SharedData.folder("bounces");
    Map<String, List<String>> expected = expected(folder.resolve("expected.tsv"));
    assertThat(expected).isNotEmpty();
    return expected.entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(), () -> check(folder.resolve(entry.getKey()), entry.getValue())));
  }

  @Test
  void that_are_no_reports_are_not_taken_for_one() throws IOException {
    Path folder = SharedData.folder("bounces");
    Map<String, List<String>> expected = expected(folder.resolve("expected.tsv"));
    int looked = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".eml")).toList()) {
        if (!expected.containsKey(String.valueOf(file.getFileName()))) {
          assertThat(reading.read(Files.readAllBytes(file)).notices()).as("%s", file).isEmpty();
          looked++;
        }
      }
    }
    assertThat(looked).isPositive();
  }

  private void check(Path file, List<String> expected) throws IOException {
    byte[] raw = Files.readAllBytes(file);
    ReadMail mail = reading.read(raw);
    assertThat(mail.notices().stream().map(ReportsOfManyServers::words).toList())
        .as("%s", mail)
        .isEqualTo(expected);
    String text = new String(raw, java.nio.charset.StandardCharsets.ISO_8859_1);
    for (Notice notice : mail.notices()) {
      if (notice.kind() == Notice.Kind.HARD || notice.kind() == Notice.Kind.SOFT) {
        assertThat(notice.recipient()).as("%s", mail).contains("@");
        assertThat(text.replaceAll("=\r?\n|!\r?\n ", "")).contains(notice.recipient());
      }
    }
  }

  private static String words(Notice notice) {
    String kind = notice.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return kind + " " + notice.status();
  }

  private static Map<String, List<String>> expected(Path file) throws IOException {
    Map<String, List<String>> expected = new TreeMap<>();
    for (String line : Files.readAllLines(file).subList(1, Files.readAllLines(file).size())) {
      String[] columns = line.split("\t", -1);
      expected
          .computeIfAbsent(columns[0], name -> new ArrayList<>())
          .add(columns[1] + " " + columns[2]);
    }
    return expected;
  }
}
