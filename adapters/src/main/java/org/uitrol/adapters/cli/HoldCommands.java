package org.uitrol.adapters.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.uitrol.adapters.cli.Server.NotDone;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Shows what a running server keeps from leaving, and lets it go. */
@Command(
    name = "hold",
    mixinStandardHelpOptions = true,
    description = {
      "Shows whether there is a hold and what is past due, lets some of it go, discards some, or",
      "ends it. It takes the token of an administrator."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {Exit.GOOD_WORDS, Exit.REFUSED_WORDS, Exit.USAGE_WORDS, Exit.AWAY_WORDS})
final class HoldCommands implements Callable<Integer> {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

  @Spec private CommandSpec spec = CommandSpec.create();

  @ArgGroup private What what = new What();

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why; the history keeps it.")
  private @Nullable String reason;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description = "Show mail, timer, message or handout only.")
  private @Nullable String kind;

  @Option(names = "--campaign", paramLabel = "KEY", description = "Show this campaign only.")
  private @Nullable String campaign;

  @Option(
      names = "--offset",
      paramLabel = "NUMBER",
      defaultValue = "0",
      description = "Pass over so many; 100 are shown.")
  private int offset;

  @Mixin private Server server = new Server();

  /** One thing at a time; what is past due when nothing is said. */
  static final class What {

    @Option(
        names = "--release",
        paramLabel = "ITEM",
        description = "Let this go, for instance mail/<id>; can be said again.")
    private List<String> release = new ArrayList<>();

    @Option(
        names = "--discard",
        paramLabel = "ITEM",
        description = "Have this never happen; can be said again.")
    private List<String> discard = new ArrayList<>();

    @Option(names = "--release-all", description = "End the hold: all that is past due goes.")
    private boolean all;
  }

  @Override
  public Integer call() throws InterruptedException {
    try {
      return write(server.send(request()));
    } catch (NotDone e) {
      spec.commandLine().getErr().println("uitrol: " + e.getMessage());
      return e.code();
    }
  }

  private HttpRequest request() throws NotDone {
    if (what.all) {
      return post("/release", List.of());
    } else if (!what.release.isEmpty()) {
      return post("/due/release", what.release);
    } else if (!what.discard.isEmpty()) {
      return post("/due/discard", what.discard);
    }
    StringBuilder query = new StringBuilder("?offset=" + offset);
    add(query, "kind", kind);
    add(query, "campaign", campaign);
    return server.request("/api/v1/hold" + query, LONGEST_WAIT).GET().build();
  }

  private static void add(StringBuilder query, String name, @Nullable String value) {
    if (value != null) {
      query.append('&').append(name).append('=');
      query.append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
  }

  private HttpRequest post(String path, List<String> items) throws NotDone {
    Map<String, Object> decision = new LinkedHashMap<>();
    decision.put("reason", reason == null ? "" : reason);
    if (!items.isEmpty()) {
      decision.put("items", items);
    }
    return server
        .request("/api/v1/hold" + path, LONGEST_WAIT)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(JSON.writeValueAsString(decision)))
        .build();
  }

  private Integer write(HttpResponse<InputStream> answer) throws NotDone {
    if (answer.statusCode() != 200) {
      throw server.refused(answer);
    }
    try (InputStream body = answer.body()) {
      spec.commandLine().getOut().println(new String(body.readAllBytes(), StandardCharsets.UTF_8));
      return Exit.GOOD;
    } catch (IOException e) {
      throw server.brokenOff(e);
    }
  }
}
