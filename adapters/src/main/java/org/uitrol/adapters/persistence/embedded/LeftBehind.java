package org.uitrol.adapters.persistence.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A PostgreSQL server that still runs on a data directory although its Uitrol is gone. */
record LeftBehind(ProcessHandle process, Path data) {

  private static final Logger log = LoggerFactory.getLogger(LeftBehind.class);

  /** PostgreSQL manual, "Shutting Down the Server": fast, then immediate. */
  private static final List<String> SIGNALS = List.of("-INT", "-QUIT");

  private static final long PATIENCE_SECONDS = 20;

  static Optional<LeftBehind> in(Path data) throws IOException {
    Path file = data.resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    String pid = EmbeddedServer.firstLine(file);
    if (!pid.matches("\\d+")) {
      return Optional.empty();
    }
    // After a reboot the number may belong to anybody.
    return ProcessHandle.of(Long.parseLong(pid))
        .filter(ProcessHandle::isAlive)
        .filter(LeftBehind::isPostgres)
        .map(process -> new LeftBehind(process, data));
  }

  private static boolean isPostgres(ProcessHandle process) {
    return process
        .info()
        .command()
        .map(command -> Path.of(command).getFileName().toString().equals("postgres"))
        .orElse(false);
  }

  void stop() {
    log.info("Stopping the database server {} that was left behind in {}", process.pid(), data);
    for (String signal : SIGNALS) {
      signal(signal);
      if (hasEnded()) {
        return;
      }
    }
    throw new EmbeddedDatabaseUnavailable(
        "A database server (process "
            + process.pid()
            + ") still runs in "
            + data
            + " and does not stop. Stop it by hand and start Uitrol again.");
  }

  private void signal(String signal) {
    try {
      new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
    } catch (IOException e) {
      throw new EmbeddedDatabaseUnavailable(
          "The database server (process " + process.pid() + ") can't be told to stop", e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private boolean hasEnded() {
    try {
      process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException | ExecutionException e) {
      return !process.isAlive();
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static EmbeddedDatabaseUnavailable interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new EmbeddedDatabaseUnavailable("Interrupted while a database server stops", e);
  }
}
