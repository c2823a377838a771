package org.uitrol.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.uitrol.adapters.files.PeopleFile;
import org.uitrol.adapters.persistence.directory.DirectoryOnly;
import org.uitrol.application.directory.ImportCounts;
import org.uitrol.application.directory.ImportReport;
import org.uitrol.application.directory.PeopleImport;
import org.uitrol.application.shared.Actor;
import org.uitrol.support.RunningApplication;

/** Takes people over from a file, and copies the same columns into a plain table. */
class ImportAgainstCopy {

  @RegisterExtension
  static final RunningApplication APP =
      RunningApplication.of(DirectoryOnly.class).with("spring.main.web-application-type=none");

  private static final int ROWS = Integer.getInteger("rows", 100_000);
  private static final Actor ADMIN = new Actor("account:admin");

  @TempDir private Path folder = Path.of("");

  private record Timed<T>(T value, double seconds) {}

  @Test
  void prints_both_rates_and_their_ratio() throws IOException {
    Path csv = folder.resolve("people.csv");
    write(csv);
    System.out.printf("%n%,d people, %,d bytes of CSV%n", ROWS, Files.size(csv));
    Timed<Integer> copied = timed("COPY", () -> copy(csv));
    PeopleFile file = PeopleFile.of(csv);
    PeopleImport people = APP.bean(PeopleImport.class);
    timed("preview", () -> people.preview(file));
    Timed<ImportReport> taken = timed("import", () -> apply(people, file));
    System.out.printf("import : COPY = %.0f : 1%n", taken.seconds / copied.seconds);
    Timed<ImportReport> again = timed("the same", () -> apply(people, file));
    System.out.printf(
        "heap of %d MB, most used %d MB%n%n", Runtime.getRuntime().maxMemory() >> 20, mostUsed());
    assertThat(copied.value).isEqualTo(ROWS);
    assertThat(taken.value.counts()).isEqualTo(new ImportCounts(ROWS, 0, 0, 0, 0));
    assertThat(again.value.counts()).isEqualTo(new ImportCounts(0, 0, ROWS, 0, 0));
  }

  private static ImportReport apply(PeopleImport people, PeopleFile file) {
    return people.apply(file, file.hash(), ADMIN, (done, of) -> {});
  }

  private static int copy(Path csv) {
    APP.database()
        .sql(
            "create table plain (number text, email text, given text, family text,"
                + " department text, function text, location text, language text, manager text)")
        .update();
    return APP.database().sql("copy plain from '" + csv + "' (format csv, header)").update();
  }

  private static <T> Timed<T> timed(String what, Supplier<T> work) {
    long start = System.nanoTime();
    T value = work.get();
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf("%-8s %8.1f s, %,9.0f rows/s%n", what, seconds, ROWS / seconds);
    return new Timed<>(value, seconds);
  }

  private static long mostUsed() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getPeakUsage)
            .mapToLong(usage -> usage.getUsed())
            .sum()
        >> 20;
  }

  private static void write(Path csv) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(csv)) {
      out.write("employee number,e-mail,first name,last name,department,function,location,");
      out.write("language,manager\n");
      for (int i = 0; i < ROWS; i++) {
        out.write(
            "%d,given%d.family%d@organisation.example,Given%d,van Family%d,Department %d,Adviser,"
                .formatted(100_000 + i, i, i, i, i, i % 200));
        out.write(
            "Building %d,%s,%d%n"
                .formatted(i % 20, i % 3 == 0 ? "en" : "nl", 100_000 + i / 12 * 12));
      }
    }
  }
}
