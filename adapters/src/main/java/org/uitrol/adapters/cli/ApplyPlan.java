package org.uitrol.adapters.cli;

import java.io.FileNotFoundException;
import java.io.PrintWriter;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.uitrol.adapters.cli.Server.NotDone;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Drafts a campaign file as the next version of its plan on a running server. */
@Command(
    name = "apply",
    mixinStandardHelpOptions = true,
    description = {
      "Drafts a campaign file as the next version of its plan; it still has to be reviewed",
      "and approved. The same plan again changes nothing."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {Exit.GOOD_WORDS, Exit.REFUSED_WORDS, Exit.USAGE_WORDS, Exit.AWAY_WORDS})
final class ApplyPlan implements Callable<Integer> {

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private Server server = new Server();

  @Parameters(index = "0", paramLabel = "FILE", description = "The campaign file, YAML.")
  private Path file = Path.of("");

  @Option(names = "--json", description = "Write the server's answer for programs.")
  private boolean json;

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    try {
      HttpRequest request =
          server
              .request("/api/v1/campaigns", LONGEST_WAIT)
              .header("Content-Type", "application/yaml")
              .POST(BodyPublishers.ofFile(file))
              .build();
      return show(server.document(server.send(request)));
    } catch (FileNotFoundException e) {
      err.println("uitrol: " + file + " can't be read");
      return Exit.USAGE;
    } catch (NotDone e) {
      err.println("uitrol: " + e.getMessage());
      return e.code();
    }
  }

  private int show(JsonNode answer) {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    boolean good = answer.has("version");
    if (json) {
      out.println(answer);
      return good ? Exit.GOOD : Exit.REFUSED;
    }
    JsonNode notes = answer.path(good ? "warnings" : "errors");
    notes.forEach(note -> err.println(line(note)));
    if (good) {
      out.printf(
          "%s: version %d is drafted%n",
          answer.path("campaign").asString(""), answer.path("version").asInt());
    } else if (notes.isEmpty()) {
      err.println("uitrol: " + answer.path("detail").asString("the server refused"));
    }
    return good ? Exit.GOOD : Exit.REFUSED;
  }

  private String line(JsonNode problem) {
    return "%s:%d:%d: %s"
        .formatted(
            file,
            problem.path("line").asInt(),
            problem.path("column").asInt(),
            problem.path("message").asString(""));
  }
}
