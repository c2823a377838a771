package org.uitrol.adapters.persistence.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.uitrol.support.TestDatabases;

class ManyPeopleUnderASmallHeap {

  private static final int ROWS = 60_000;
  private static final String LONG = "x".repeat(190);

  @TempDir private Path folder = Path.of("");

  /** The file alone is as long as the heap. */
  @Test
  void are_looked_at_and_taken_over() throws IOException, InterruptedException {
    Path people = folder.resolve("people.csv");
    write(people);
    assertThat(Files.size(people)).isGreaterThan(75 << 20);
    String url = TestDatabases.fresh();

    assertThat(SmallJvm.run(80, url, people, folder))
        .contains("preview: done", "apply: done")
        .endsWith("ended with 0");
    JdbcClient database = JdbcClient.create(new DriverManagerDataSource(url));
    assertThat(count(database, "vault_person")).isEqualTo(ROWS);
    assertThat(count(database, "domain_event_entry where payload_type = 'employee.joined'"))
        .isEqualTo(ROWS);
    assertThat(count(database, "people_stage_row")).isZero();
  }

  private static long count(JdbcClient database, String what) {
    return database.sql("select count(*) from " + what).query(Long.class).single();
  }

  private static void write(Path people) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(people)) {
      out.write("employee number,e-mail,department,manager,first name,last name,name,function,");
      out.write("location,seniority,cost center\n");
      for (int row = 1; row <= ROWS; row++) {
        out.write("%d,p%d@x.example,Finance,%d".formatted(row, row, ROWS - row + 1));
        out.write(("," + LONG).repeat(7) + "\n");
      }
    }
  }
}
