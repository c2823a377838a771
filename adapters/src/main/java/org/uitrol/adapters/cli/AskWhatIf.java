package org.uitrol.adapters.cli;

import java.io.FileNotFoundException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.uitrol.adapters.cli.Server.NotDone;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Replays a campaign under another plan on a running server, and tells what differs. */
@Command(
    name = "what-if",
    mixinStandardHelpOptions = true,
    description = {
      "Replays a campaign under another plan and tells what would have differed. Nothing is",
      "changed; that somebody replayed it is written down."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:nothing would have differed",
      "1:something would have differed, or it was refused",
      Exit.USAGE_WORDS,
      Exit.AWAY_WORDS
    })
final class AskWhatIf implements Callable<Integer> {

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private Server server = new Server();

  @Parameters(index = "0", paramLabel = "CAMPAIGN", description = "The key of the campaign.")
  private String campaign = "";

  @Option(
      names = "--plan",
      paramLabel = "FILE",
      description =
          "Under this campaign file; without it and --plan-version, under the plan as it was.")
  private @Nullable Path plan;

  @Option(names = "--plan-version", paramLabel = "N", description = "Under this version.")
  private @Nullable Integer version;

  @Option(
      names = "--until",
      paramLabel = "WHEN",
      description = "Up to this moment, for instance 2027-03-03T12:00:00Z; now if left out.")
  private @Nullable String until;

  @Option(names = "--json", description = "Write the server's answer for programs.")
  private boolean json;

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    try {
      String path = "/api/v1/campaigns/" + encoded(campaign) + "/what-if";
      BodyPublisher body = plan == null ? BodyPublishers.noBody() : BodyPublishers.ofFile(plan);
      JsonNode answer =
          server.document(
              server.send(
                  server
                      .request(path + query(), LONGEST_WAIT)
                      .header("Content-Type", "application/yaml")
                      .POST(body)
                      .build()));
      while (isUnderWay(answer)) {
        err.println("uitrol: " + answer.path("percent").asInt() + "%");
        answer =
            server.document(
                server.send(
                    server
                        .request(path + "/" + answer.path("replay").asString(""), LONGEST_WAIT)
                        .build()));
      }
      return show(answer);
    } catch (FileNotFoundException e) {
      err.println("uitrol: " + plan + " can't be read");
      return Exit.USAGE;
    } catch (NotDone e) {
      err.println("uitrol: " + e.getMessage());
      return e.code();
    }
  }

  private static boolean isUnderWay(JsonNode answer) {
    String state = answer.path("state").asString("");
    return state.equals("waiting") || state.equals("running");
  }

  private String query() {
    List<String> asked = new ArrayList<>();
    if (version != null) {
      asked.add("version=" + version);
    }
    if (until != null) {
      asked.add("until=" + encoded(until));
    }
    return asked.isEmpty() ? "" : "?" + String.join("&", asked);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private int show(JsonNode answer) {
    PrintWriter out = spec.commandLine().getOut();
    JsonNode found = answer.path("result");
    if (json) {
      out.println(answer);
    } else if (found.isMissingNode()) {
      answer.path("errors").forEach(one -> spec.commandLine().getErr().println(line(one)));
      spec.commandLine()
          .getErr()
          .println(
              "uitrol: "
                  + answer
                      .path("detail")
                      .asString(
                          answer
                              .path("refused")
                              .asString("the replay is " + answer.path("state").asString(""))));
    } else {
      tell(found, out);
    }
    return !found.isMissingNode() && found.path("differences").asInt() == 0
        ? Exit.GOOD
        : Exit.REFUSED;
  }

  private static void tell(JsonNode found, PrintWriter out) {
    int inexact = found.path("fidelity").path("differences").asInt();
    out.println(
        inexact == 0
            ? "replay of the plan as it was: exact"
            : "replay of the plan as it was: "
                + inexact
                + " events differ, from "
                + found.path("fidelity").path("first").asString("")
                + " on");
    out.println("differences: " + found.path("differences").asInt());
    JsonNode parting = found.path("parting");
    if (parting.has("at")) {
      out.println(
          "both part: %s %s: %s | %s"
              .formatted(
                  parting.path("at").asString(""),
                  parting.path("department").asString("-"),
                  parting.path("was").asString("-"),
                  parting.path("would").asString("-")));
    }
    for (JsonNode department : found.path("departments")) {
      out.println(
          (department.path("differs").asBoolean() ? "~ " : "= ")
              + department.path("department").asString(""));
      for (JsonNode stage : department.path("stages")) {
        JsonNode was = stage.path("both").path("was");
        JsonNode would = stage.path("both").path("would");
        out.println(
            "  %s: opened %s | %s"
                .formatted(
                    stage.path("stage").asString(""),
                    was.path("opened").asString("-"),
                    would.path("opened").asString("-")));
      }
    }
    for (JsonNode unknown : found.path("unknown")) {
      out.println(
          "? %s %s %s %s (%d)"
              .formatted(
                  unknown.path("why").asString(""),
                  unknown.path("department").asString("-"),
                  unknown.path("about").asString(""),
                  unknown.path("name").asString(""),
                  unknown.path("count").asInt()));
    }
  }

  private String line(JsonNode problem) {
    return "%s:%d:%d: %s"
        .formatted(
            plan,
            problem.path("line").asInt(),
            problem.path("column").asInt(),
            problem.path("message").asString(""));
  }
}
