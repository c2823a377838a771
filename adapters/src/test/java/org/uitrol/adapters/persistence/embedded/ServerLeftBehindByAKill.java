package org.uitrol.adapters.persistence.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLeftBehindByAKill {

  @TempDir private Path home;

  @Test
  void is_stopped_and_what_was_committed_is_still_there() throws Exception {
    Process first = otherUitrol();
    String ready = answerOf(first);
    assertThat(ready).isEqualTo("ready");
    assertThatThrownBy(() -> EmbeddedServer.start(home))
        .isInstanceOf(EmbeddedDatabaseUnavailable.class)
        .hasMessageContaining("Another running Uitrol uses the data directory " + home);

    long postmaster = postmaster();
    first.destroyForcibly().waitFor();
    assertThat(ProcessHandle.of(postmaster)).isPresent();

    try (EmbeddedServer second = EmbeddedServer.start(home)) {
      assertThat(postmaster()).isNotEqualTo(postmaster);
      assertThat(ProcessHandle.of(postmaster).filter(ProcessHandle::isAlive)).isEmpty();
      try (Connection connection = connect(second, second.password());
          Statement statement = connection.createStatement()) {
        assertThat(one(statement, "select note from notes")).isEqualTo("committed");
        assertThat(one(statement, "show fsync")).isEqualTo("on");
        assertThat(one(statement, "show synchronous_commit")).isEqualTo("on");
        assertThat(one(statement, "show listen_addresses")).isEqualTo("localhost");
      }
      assertThatThrownBy(() -> connect(second, "guess").close())
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password");
    }
    assertThat(home.resolve("postgres/postmaster.pid")).doesNotExist();
    for (String owned : List.of("engine", "postgres")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(owned))))
          .isEqualTo("rwx------");
    }
  }

  private long postmaster() throws IOException {
    return Long.parseLong(EmbeddedServer.firstLine(home.resolve("postgres/postmaster.pid")));
  }

  private Process otherUitrol() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty(
                "surefire.test.class.path", System.getProperty("java.class.path", "")),
            Other.class.getName(),
            home.toString())
        .redirectError(Files.createTempFile(home, "other", ".log").toFile())
        .start();
  }

  private static String answerOf(Process process) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = lines.readLine();
    while (line != null && !line.equals("ready")) {
      line = lines.readLine();
    }
    return String.valueOf(line);
  }

  private static Connection connect(EmbeddedServer server, String password) throws SQLException {
    return DriverManager.getConnection(server.jdbcUrl(), EmbeddedServer.USER, password);
  }

  private static String one(Statement statement, String sql) throws SQLException {
    try (ResultSet result = statement.executeQuery(sql)) {
      assertThat(result.next()).isTrue();
      return result.getString(1);
    }
  }

  /** A Uitrol in a process of its own, which waits to be killed. */
  static final class Other {

    private Other() {}

    public static void main(String[] args) throws Exception {
      EmbeddedServer server = EmbeddedServer.start(Path.of(args[0]));
      try (Connection connection = connect(server, server.password());
          Statement statement = connection.createStatement()) {
        statement.execute("create table notes (note text)");
        statement.execute("insert into notes values ('committed')");
        System.out.println("ready");
        Thread.currentThread().join();
      }
    }
  }
}
