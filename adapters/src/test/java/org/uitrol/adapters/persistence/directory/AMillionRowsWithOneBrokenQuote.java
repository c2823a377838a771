package org.uitrol.adapters.persistence.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
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

    assertThat(SmallJvm.run(256, url, people, folder))
        .contains("preview: line 1002 QUOTE_NOT_CLOSED", "apply: line 1002 QUOTE_NOT_CLOSED")
        .endsWith("ended with 0");
    JdbcClient database = JdbcClient.create(new DriverManagerDataSource(url));
    for (String table :
        List.of(
            "domain_event_entry",
            "people_import",
            "vault_person",
            "people_stage",
            "people_stage_row",
            "people_stage_department")) {
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
}
