package org.uitrol.adapters.cli;

import java.io.FileNotFoundException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.uitrol.adapters.cli.Server.NotDone;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings a people file to a running server, which looks at all of it before it changes anything.
 */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Takes people over from a CSV file. The same file again changes nothing; an import",
      "that was interrupted is resumed by the same file."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      Exit.GOOD_WORDS,
      "1:the file is broken, or rows of it are refused",
      Exit.USAGE_WORDS,
      Exit.AWAY_WORDS
    })
final class ImportPeople implements Callable<Integer> {

  private static final Duration LONGEST_ANSWER = Duration.ofHours(1);
  private static final String IMPORTS = "/api/v1/people/imports/";
  private static final long LOOK_EVERY_MS = 500;
  private static final int TOLD_PERCENT = 5;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private Server server = new Server();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "FILE",
      description = "The people file, CSV.")
  private @Nullable Path file;

  @Option(names = "--dry-run", description = "Only tell what the file would change.")
  private boolean dryRun;

  @Option(
      names = "--stop",
      paramLabel = "NUMBER",
      description = {
        "Instead of a file: stop the import of that number. What it did stays done,",
        "and its file again goes on."
      })
  private @Nullable Long stop;

  @Option(names = "--json", description = "Write the server's answer for programs.")
  private boolean json;

  @Override
  public Integer call() throws InterruptedException {
    if ((file == null) == (stop == null)) {
      throw new ParameterException(spec.commandLine(), "name a people file, or --stop an import");
    }
    PrintWriter err = spec.commandLine().getErr();
    try {
      return stop != null ? stop(stop) : file != null ? take(file) : Exit.USAGE;
    } catch (FileNotFoundException e) {
      err.println("uitrol: " + file + " can't be read");
      return Exit.USAGE;
    } catch (NotDone e) {
      err.println("uitrol: " + e.getMessage());
      return e.code();
    }
  }

  private int take(Path people) throws FileNotFoundException, NotDone, InterruptedException {
    ObjectNode seen = look(people);
    if (dryRun) {
      return show(people, seen);
    }
    JsonNode report = seen.path("report");
    JsonNode ended =
        follow(
            ask(
                "/api/v1/people/import/"
                    + encoded(seen.path("stage").asString(""))
                    + "/apply?hash="
                    + encoded(report.path("hash").asString("")),
                BodyPublishers.noBody(),
                "import"));
    boolean finished = isIn(ended, "FINISHED");
    seen.remove("stage");
    seen.put("preview", false);
    seen.set("import", ended);
    ((ObjectNode) report).put("complete", finished);
    if (!finished) {
      spec.commandLine()
          .getErr()
          .printf(
              "uitrol: the import ended before its end (%s); the same file again goes on%n",
              ended.path("state").asString(""));
    }
    return show(people, seen);
  }

  private int stop(long number) throws NotDone, InterruptedException {
    JsonNode asked = ask(IMPORTS + number + "/stop", BodyPublishers.noBody(), "import");
    if (json) {
      spec.commandLine().getOut().println(asked);
    } else {
      tell(asked);
    }
    return Exit.GOOD;
  }

  private ObjectNode look(Path people) throws FileNotFoundException, NotDone, InterruptedException {
    return (ObjectNode)
        ask(
            "/api/v1/people/import?preview=true" + (dryRun ? "" : "&keep=true"),
            BodyPublishers.ofFile(people),
            "report");
  }

  /** Asks every moment until the import has ended, and tells now and then. */
  private JsonNode follow(JsonNode begun) throws NotDone, InterruptedException {
    JsonNode now = begun;
    int told = 0;
    while (isIn(now, "RUNNING")) {
      Thread.sleep(LOOK_EVERY_MS);
      HttpRequest request =
          server.request(IMPORTS + begun.path("import").asLong(), LONGEST_ANSWER).GET().build();
      now = server.document(server.send(request));
      int percent = now.path("percent").asInt();
      if (!json && isIn(now, "RUNNING") && percent >= told + TOLD_PERCENT) {
        told = percent;
        tell(now);
      }
    }
    return now;
  }

  private void tell(JsonNode now) {
    spec.commandLine()
        .getErr()
        .printf(
            "import %d: %d%%, %d of %d people done%n",
            now.path("import").asLong(),
            now.path("percent").asInt(),
            now.path("done").asInt(),
            now.path("people").asInt());
  }

  private static boolean isIn(JsonNode told, String state) {
    return told.path("state").asString("").equals(state);
  }

  /**
   * @param expected what a good answer has
   */
  private JsonNode ask(String path, BodyPublisher body, String expected)
      throws NotDone, InterruptedException {
    HttpRequest request =
        server.request(path, LONGEST_ANSWER).header("Content-Type", "text/csv").POST(body).build();
    JsonNode answer = server.document(server.send(request));
    if (!answer.has(expected)) {
      if (json) {
        spec.commandLine().getOut().println(answer);
      }
      String words = answer.path("detail").asString("the server refused");
      throw new NotDone(Exit.REFUSED, (file == null ? "" : file + ": ") + words);
    }
    return answer;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private int show(Path people, JsonNode answer) {
    JsonNode report = answer.path("report");
    JsonNode counts = report.path("counts");
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(answer);
    } else {
      report
          .path("problems")
          .forEach(problem -> spec.commandLine().getErr().println(line(people, problem)));
      out.printf(
          "%s%d new, %d changed, %d unchanged, %d refused, %d not in the file%n",
          dryRun ? "would be: " : "",
          counts.path("added").asInt(),
          counts.path("changed").asInt(),
          counts.path("unchanged").asInt(),
          counts.path("refused").asInt(),
          counts.path("absent").asInt());
    }
    boolean whole = report.path("complete").asBoolean() && counts.path("refused").asInt() == 0;
    return whole ? Exit.GOOD : Exit.REFUSED;
  }

  private static String line(Path people, JsonNode problem) {
    String column = problem.path("column").asString("");
    return "%s:%d: %s%s%s"
        .formatted(
            people,
            problem.path("line").asLong(),
            column.isEmpty() ? "" : column + ": ",
            problem.path("reason").asString(""),
            problem.path("refused").asBoolean() ? " (refused)" : "");
  }
}
