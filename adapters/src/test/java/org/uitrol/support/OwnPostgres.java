package org.uitrol.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A PostgreSQL server of Debian's package with all of its tools, as an organisation has one. Where
 * it is missing, the tests of the class are skipped; with {@code UITROL_CI=true} that is an error.
 * Register it as a static field.
 */
public final class OwnPostgres implements BeforeAllCallback, AfterAllCallback {

  private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
  private static final String USER = "uitrol";

  private final List<Path> clusters = new ArrayList<>();
  private @Nullable Path home;
  private @Nullable Path programs;

  /**
   * A running server.
   *
   * @param data its data directory
   */
  public record Cluster(Path data, int port) {

    /** The JDBC URL of a database in it. */
    public String url(String database) {
      return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=" + USER;
    }
  }

  @Override
  public void beforeAll(ExtensionContext test) throws IOException {
    Optional<Path> found = newest();
    if (found.isEmpty()) {
      String missing = "PostgreSQL's own tools are missing; install postgresql";
      if ("true".equals(System.getenv("UITROL_CI"))) {
        throw new IllegalStateException(missing);
      }
      Assumptions.abort(missing);
      return;
    }
    programs = found.get();
    home = Files.createTempDirectory(Path.of("/tmp"), "uitrol-postgres");
    give(home());
  }

  @Override
  public void afterAll(ExtensionContext test) throws IOException {
    for (Path cluster : clusters) {
      run(Map.of(), "pg_ctl", "-D", cluster.toString(), "-m", "immediate", "stop");
    }
    if (home != null) {
      try (Stream<Path> all = Files.walk(home)) {
        for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(one);
        }
      }
    }
  }

  /** A place for files that the server's user may write. */
  public Path file(String name) {
    return home().resolve(name);
  }

  /** A new server. */
  public Cluster cluster(String name, String... settings) {
    Path data = home().resolve(name);
    must("initdb", "-D", data.toString(), "-U", USER, "-A", "trust", "-E", "UTF8", "--no-sync");
    return start(data, settings);
  }

  /** Starts a server on a data directory. */
  public Cluster start(Path data, String... settings) {
    int port = freePort();
    StringBuilder options =
        new StringBuilder("-p " + port + " -k " + home() + " -c listen_addresses=127.0.0.1");
    for (String setting : settings) {
      options.append(" -c ").append(setting);
    }
    clusters.add(data);
    must(
        "pg_ctl",
        "-D",
        data.toString(),
        "-o",
        options.toString(),
        "-l",
        data + ".log",
        "-w",
        "start");
    return new Cluster(data, port);
  }

  /** Stops a server as it is stopped ordinarily. */
  public void stop(Cluster cluster) {
    must("pg_ctl", "-D", cluster.data().toString(), "-m", "fast", "-w", "stop");
    clusters.remove(cluster.data());
  }

  /** A directory of the server's user. */
  public Path directory(String name) {
    try {
      Path made = Files.createDirectory(file(name));
      give(made);
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes an empty file that the server may read. */
  public void touch(Path file) {
    try {
      Files.createFile(file);
      give(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs one of PostgreSQL's programs against a server, and gives back what it prints. */
  public String tool(Cluster cluster, String program, String... arguments) {
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(List.of(arguments));
    return must(
        Map.of("PGHOST", "127.0.0.1", "PGPORT", Integer.toString(cluster.port()), "PGUSER", USER),
        command.toArray(String[]::new));
  }

  private String must(String... command) {
    return must(Map.of(), command);
  }

  private String must(Map<String, String> environment, String... command) {
    Outcome outcome = run(environment, command);
    if (outcome.code != 0) {
      throw new AssertionError(List.of(command) + " failed:\n" + outcome.text);
    }
    return outcome.text;
  }

  private record Outcome(int code, String text) {}

  /** PostgreSQL refuses to be run by root. What a server prints goes to its log, not to us. */
  private Outcome run(Map<String, String> environment, String... command) {
    List<String> all = new ArrayList<>();
    if (isRoot()) {
      all.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    all.add(programs().resolve(command[0]).toString());
    all.addAll(List.of(command).subList(1, command.length));
    try {
      Path printed = Files.createTempFile("uitrol-tool", ".txt");
      ProcessBuilder builder =
          new ProcessBuilder(all)
              .directory(home().toFile())
              .redirectErrorStream(true)
              .redirectOutput(printed.toFile());
      builder.environment().putAll(environment);
      builder.environment().put("LC_ALL", "C.UTF-8");
      Process process = builder.start();
      process.getOutputStream().close();
      if (!process.waitFor(2, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new AssertionError("no end of " + all);
      }
      String text = Files.readString(printed, StandardCharsets.UTF_8);
      Files.delete(printed);
      return new Outcome(process.exitValue(), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private static void give(Path directory) throws IOException {
    if (isRoot()) {
      Files.setOwner(
          directory,
          directory
              .getFileSystem()
              .getUserPrincipalLookupService()
              .lookupPrincipalByName("postgres"));
    }
  }

  private static Optional<Path> newest() throws IOException {
    if (!Files.isDirectory(INSTALLED)) {
      return Optional.empty();
    }
    try (Stream<Path> versions = Files.list(INSTALLED)) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
          .filter(bin -> Files.isExecutable(bin.resolve("pg_dump")))
          .max(Comparator.naturalOrder());
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path home() {
    if (home == null) {
      throw new IllegalStateException("register it as a static field");
    }
    return home;
  }

  private Path programs() {
    if (programs == null) {
      throw new IllegalStateException("register it as a static field");
    }
    return programs;
  }
}
