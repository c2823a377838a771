package org.uitrol.story;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.uitrol.adapters.demo.DemoClock;

/**
 * A town in a process of its own, that can be killed without a warning. It tells each jump of its
 * clock on a line, and goes on: whoever kills it then hits timers, processes and mails at work.
 */
final class TownInAProcess {

  private static final String JUMPED = "jumped";

  private final Path data;
  private final Process process;

  private TownInAProcess(Path data, Process process) {
    this.data = data;
    this.process = process;
  }

  /** Starts it, or starts it again; it launches the campaign where nobody has. */
  static TownInAProcess start(Path data) throws IOException {
    Files.createDirectories(data);
    return new TownInAProcess(
        data,
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                TownInAProcess.class.getName(),
                data.toString())
            .redirectError(ProcessBuilder.Redirect.appendTo(data.resolve("process.log").toFile()))
            .start());
  }

  void killAfterJumps(int jumps) throws IOException {
    awaitJumps(jumps);
    process.destroyForcibly().onExit().join();
  }

  void killWithItsDatabaseAfterJumps(int jumps) throws IOException {
    awaitJumps(jumps);
    long postmaster =
        Long.parseLong(Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(0).strip());
    process.destroyForcibly();
    ProcessHandle.of(postmaster).orElseThrow().destroyForcibly();
    process.onExit().join();
  }

  private void awaitJumps(int jumps) throws IOException {
    BufferedReader told =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    int seen = 0;
    while (seen < jumps) {
      String line = told.readLine();
      if (line == null) {
        throw new IllegalStateException(
            "it ended by itself after "
                + seen
                + " jumps:\n"
                + Files.readString(data.resolve("process.log")));
      }
      seen += line.equals(JUMPED) ? 1 : 0;
    }
  }

  /** Plays on from wherever the town is; what it logs goes to standard error. */
  public static void main(String[] arguments) {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    System.setOut(System.err);
    Town town = Town.start(Path.of(arguments[0]));
    if (town.count("campaign.launched") == 0) {
      town.launch();
    }
    town.bean(DemoClock.class).onJump(() -> out.println(JUMPED));
    town.playToTheEnd();
    town.close();
  }
}
