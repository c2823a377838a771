package org.uitrol.adapters.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.uitrol.adapters.cli.Server.NotDone;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Asks a running server why something happened, or didn't. */
@Command(
    name = "why",
    mixinStandardHelpOptions = true,
    description = {
      "Tells why an activity did or didn't reach a person, or why a gate opened or stayed closed,",
      "by what was recorded."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {Exit.GOOD_WORDS, Exit.REFUSED_WORDS, Exit.USAGE_WORDS, Exit.AWAY_WORDS})
final class AskWhy implements Callable<Integer> {

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--rollout",
      paramLabel = "ID",
      required = true,
      description = "The rollout of the department; its page has it in its address.")
  private String rollout = "";

  @Option(
      names = "--person",
      paramLabel = "WHO",
      description = "An e-mail address, employee number or identifier; with --activity.")
  private @Nullable String person;

  @Option(
      names = "--activity",
      paramLabel = "ID",
      description = "The activity, as the plan has it.")
  private @Nullable String activity;

  @Option(
      names = "--gate",
      paramLabel = "STAGE",
      description = "The gate of this stage: announce, demo, train or go-live.")
  private @Nullable String gate;

  @Option(names = "--json", description = "For programs.")
  private boolean json;

  @Option(
      names = "--lang",
      paramLabel = "LANG",
      defaultValue = "en",
      description = "nl or en; en if left out.")
  private String language = "en";

  @Mixin private Server server = new Server();

  @Override
  public Integer call() throws InterruptedException {
    try {
      HttpResponse<InputStream> answer = server.send(server.request(path(), LONGEST_WAIT).build());
      if (answer.statusCode() != 200) {
        throw server.refused(answer);
      }
      try (InputStream body = answer.body()) {
        spec.commandLine().getOut().print(new String(body.readAllBytes(), StandardCharsets.UTF_8));
        spec.commandLine().getOut().flush();
      } catch (IOException e) {
        throw server.brokenOff(e);
      }
      return Exit.GOOD;
    } catch (NotDone e) {
      spec.commandLine().getErr().println("uitrol: " + e.getMessage());
      return e.code();
    }
  }

  private String path() throws NotDone {
    String how = "lang=" + encoded(language) + "&format=" + (json ? "json" : "text");
    String who = person;
    String what = activity;
    String stage = gate;
    if (stage != null && who == null && what == null) {
      return "/api/v1/rollouts/" + encoded(rollout) + "/gates/" + encoded(stage) + "/why?" + how;
    } else if (who != null && what != null && stage == null) {
      return "/api/v1/people/"
          + encoded(who)
          + "/why?rollout="
          + encoded(rollout)
          + "&activity="
          + encoded(what)
          + "&"
          + how;
    }
    throw new NotDone(Exit.USAGE, "say either --person and --activity, or --gate");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
