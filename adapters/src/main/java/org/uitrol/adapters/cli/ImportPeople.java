package org.uitrol.adapters.cli;

import java.io.FileNotFoundException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
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

  private static final Duration LONGEST_IMPORT = Duration.ofHours(6);

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private Server server = new Server();

  @Parameters(index = "0", paramLabel = "FILE", description = "The people file, CSV.")
  private Path file = Path.of("");

  @Option(names = "--dry-run", description = "Only tell what the file would change.")
  private boolean dryRun;

  @Option(names = "--json", description = "Write the server's answer for programs.")
  private boolean json;

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    try {
      JsonNode preview = ask("?preview=true");
      if (dryRun) {
        return show(preview);
      }
      String hash = preview.path("report").path("hash").asString("");
      return show(ask("?hash=" + URLEncoder.encode(hash, StandardCharsets.UTF_8)));
    } catch (FileNotFoundException e) {
      err.println("uitrol: " + file + " can't be read");
      return Exit.USAGE;
    } catch (NotDone e) {
      err.println("uitrol: " + e.getMessage());
      return e.code();
    }
  }

  private JsonNode ask(String query) throws FileNotFoundException, NotDone, InterruptedException {
    HttpRequest request =
        server
            .request("/api/v1/people/import" + query, LONGEST_IMPORT)
            .header("Content-Type", "text/csv")
            .POST(BodyPublishers.ofFile(file))
            .build();
    JsonNode answer = server.document(server.send(request));
    if (!answer.has("report")) {
      if (json) {
        spec.commandLine().getOut().println(answer);
      }
      String words = answer.path("detail").asString("the server refused");
      throw new NotDone(Exit.REFUSED, file + ": " + words);
    }
    return answer;
  }

  private int show(JsonNode answer) {
    JsonNode report = answer.path("report");
    JsonNode counts = report.path("counts");
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(answer);
    } else {
      report
          .path("problems")
          .forEach(problem -> spec.commandLine().getErr().println(line(problem)));
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

  private String line(JsonNode problem) {
    String column = problem.path("column").asString("");
    return "%s:%d: %s%s%s"
        .formatted(
            file,
            problem.path("line").asLong(),
            column.isEmpty() ? "" : column + ": ",
            problem.path("reason").asString(""),
            problem.path("refused").asBoolean() ? " (refused)" : "");
  }
}
