package org.uitrol.adapters.persistence.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One PostgreSQL server on one data directory. Commits reach the disk before they are confirmed. A
 * server that was left behind when Uitrol was killed is stopped and its data are used again. It
 * listens on this machine only and asks for a password that stands in a file of its owner.
 */
public final class EmbeddedServer implements AutoCloseable {

  static final String USER = "uitrol";
  static final String DATABASE = "uitrol";

  private static final Logger log = LoggerFactory.getLogger(EmbeddedServer.class);

  /** PostgreSQL manual, "The pg_hba.conf File". */
  private static final String RULES =
      """
      local all all               scram-sha-256
      host  all all 127.0.0.1/32  scram-sha-256
      host  all all ::1/128       scram-sha-256
      """;

  /** Long enough to replay the write-ahead log of a crash. */
  private static final Duration LONGEST_START = Duration.ofSeconds(90);

  private final FileChannel lock;
  private final EmbeddedPostgres postgres;
  private final String password;

  private EmbeddedServer(FileChannel lock, EmbeddedPostgres postgres, String password) {
    this.lock = lock;
    this.postgres = postgres;
    this.password = password;
  }

  /**
   * Starts the server.
   *
   * @param directory of all that Uitrol keeps; created for its owner only
   * @throws EmbeddedDatabaseUnavailable if another Uitrol uses the directory or the server doesn't
   *     start; the message says what to do
   */
  public static EmbeddedServer start(Path directory) {
    Path home = directory.toAbsolutePath().normalize();
    Path data = home.resolve("postgres");
    FileChannel lock = lock(home);
    try {
      LeftBehind.in(data).ifPresent(LeftBehind::stop);
      String password = Password.in(home);
      EmbeddedPostgres postgres =
          EmbeddedPostgres.builder()
              .setDataDirectory(data)
              .setCleanDataDirectory(false)
              .setOverrideWorkingDirectory(engine(home).toFile())
              .setRegisterShutdownHook(false)
              .setPGStartupWait(LONGEST_START)
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("max_connections", "60")
              .setConnectConfig("password", password)
              .setLocaleConfig("locale", "C.UTF-8")
              .start();
      try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
        createDatabase(connection, password);
        askForPasswords(connection, data.resolve("pg_hba.conf"));
      }
      log.info("The embedded database keeps its data in {}", data);
      return new EmbeddedServer(lock, postgres, password);
    } catch (IOException | SQLException | RuntimeException e) {
      closeQuietly(lock);
      throw e instanceof EmbeddedDatabaseUnavailable known
          ? known
          : new EmbeddedDatabaseUnavailable(
              "The embedded database in " + data + " does not start: " + e.getMessage(), e);
    }
  }

  public String jdbcUrl() {
    return "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + DATABASE;
  }

  public String password() {
    return password;
  }

  @Override
  public void close() {
    try {
      postgres.close();
    } catch (IOException e) {
      log.warn("The embedded database did not stop: the next start will see to it", e);
    } finally {
      closeQuietly(lock);
    }
  }

  private static FileChannel lock(Path home) {
    Path file = home.resolve("uitrol.lock");
    FileChannel channel = null;
    try {
      createPrivately(home);
      channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      if (channel.tryLock() != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      // The same refusal, from within this JVM.
    } catch (IOException e) {
      closeQuietly(channel);
      throw new EmbeddedDatabaseUnavailable(
          "Uitrol can't write to its data directory " + home + ": " + e.getMessage(), e);
    }
    closeQuietly(channel);
    throw new EmbeddedDatabaseUnavailable(
        "Another running Uitrol uses the data directory "
            + home
            + ". Stop that one, or give this one its own with --uitrol.data=<directory>.");
  }

  private static void createPrivately(Path home) throws IOException {
    if (!Files.isDirectory(home)) {
      Files.createDirectories(
          home, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
  }

  /**
   * Where the server's programs are unpacked. The library lets everybody write there, so it lies in
   * a directory that only its owner may enter.
   */
  private static Path engine(Path home) throws IOException {
    Path engine = home.resolve("engine");
    createPrivately(engine);
    Files.setPosixFilePermissions(engine, PosixFilePermissions.fromString("rwx------"));
    return engine.resolve("unpacked");
  }

  private static void createDatabase(Connection connection, String password) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (!exists(statement, "select 1 from pg_roles where rolname = '" + USER + "'")) {
        statement.execute("create role " + USER + " login");
      }
      for (String role : List.of(USER, "postgres")) {
        statement.execute("alter role " + role + " password '" + password + "'");
      }
      if (!exists(statement, "select 1 from pg_database where datname = '" + DATABASE + "'")) {
        statement.execute("create database " + DATABASE + " owner " + USER);
      }
    }
  }

  /** A fresh server lets everybody on this machine in; from here on only who knows the password. */
  private static void askForPasswords(Connection connection, Path rules)
      throws IOException, SQLException {
    Files.writeString(rules, RULES);
    try (Statement statement = connection.createStatement()) {
      statement.execute("select pg_reload_conf()");
    }
  }

  private static boolean exists(Statement statement, String query) throws SQLException {
    try (ResultSet result = statement.executeQuery(query)) {
      return result.next();
    }
  }

  private static void closeQuietly(@Nullable FileChannel channel) {
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException e) {
        log.debug("Closing the lock file failed", e);
      }
    }
  }

  /** The first line of a file that PostgreSQL wrote. */
  static String firstLine(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8).lines().findFirst().orElse("").strip();
  }
}
