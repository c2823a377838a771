package org.uitrol.adapters.persistence.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.uitrol.adapters.files.PeopleFile;
import org.uitrol.application.directory.PeopleImport;
import org.uitrol.application.directory.UnreadablePeopleFile;
import org.uitrol.application.shared.Actor;
import org.uitrol.support.TestDatabases;

class AMillionRowsWithOneBrokenQuote {

  private static final int ROWS = 1_000_000;
  private static final int BROKEN = 1_001;

  @TempDir private Path folder = Path.of("");

  @Test
  void are_refused_with_the_line_and_change_nothing_in_256_megabytes()
      throws IOException, InterruptedException {
    Path people = folder.resolve("people.csv");
    write(people);
    String url = TestDatabases.fresh();
    Path told = folder.resolve("told.txt");

    Process child =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx256m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    SmallJvm.class.getName(),
                    url,
                    people.toString(),
                    folder.resolve("data").toString()))
            .redirectErrorStream(true)
            .redirectOutput(Redirect.to(told.toFile()))
            .start();

    assertThat(child.waitFor()).as(() -> text(told)).isZero();
    assertThat(text(told))
        .contains("preview: line 1002 QUOTE_NOT_CLOSED", "apply: line 1002 QUOTE_NOT_CLOSED");
    JdbcClient database = JdbcClient.create(new DriverManagerDataSource(url));
    for (String table : List.of("domain_event_entry", "people_import", "vault_person")) {
      assertThat(database.sql("select count(*) from " + table).query(Long.class).single())
          .as(table)
          .isZero();
    }
  }

  private static void write(Path people) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(people)) {
      out.write("employee number,family name,department\n");
      for (int row = 1; row <= ROWS; row++) {
        out.write(row == BROKEN ? "7,\"Smit,x\n" : row + ",Smit,Finance\n");
      }
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** The import as it runs in a JVM of its own. */
  static final class SmallJvm {

    private SmallJvm() {}

    public static void main(String... arguments) {
      try (ConfigurableApplicationContext context =
          new SpringApplicationBuilder(PeopleComeFromAFile.DirectoryOnly.class)
              .run(
                  "--spring.datasource.url=" + arguments[0],
                  "--uitrol.data=" + arguments[2],
                  "--uitrol.master-key=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
                  "--spring.main.web-application-type=none",
                  "--spring.main.banner-mode=off")) {
        PeopleImport people = context.getBean(PeopleImport.class);
        PeopleFile file = PeopleFile.of(Path.of(arguments[1]));
        tell("preview", () -> people.preview(file));
        Actor admin = new Actor("account:admin");
        tell("apply", () -> people.apply(file, file.hash(), admin, (done, of) -> {}));
      }
    }

    private static void tell(String what, Runnable work) {
      try {
        work.run();
        System.out.println(what + ": done");
      } catch (UnreadablePeopleFile e) {
        System.out.println(what + ": line " + e.line() + " " + e.code());
      }
    }
  }
}
