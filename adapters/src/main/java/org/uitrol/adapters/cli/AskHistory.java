package org.uitrol.adapters.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.uitrol.adapters.cli.Server.NotDone;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Asks a running server for the history and writes it to the terminal. */
@Command(
    name = "history",
    mixinStandardHelpOptions = true,
    description = "Lists every event of a campaign, department or person, the first one first.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {Exit.GOOD_WORDS, Exit.REFUSED_WORDS, Exit.USAGE_WORDS, Exit.AWAY_WORDS})
final class AskHistory implements Callable<Integer> {

  /** How the history is written. */
  enum Format {
    TEXT,
    CSV,
    JSONL,
    PROOF
  }

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--campaign", paramLabel = "KEY", description = "Of this campaign.")
  private @Nullable String campaign;

  @Option(names = "--department", paramLabel = "KEY", description = "Of this department.")
  private @Nullable String department;

  @Option(
      names = "--person",
      paramLabel = "WHO",
      description = "Of this person: an e-mail address, employee number or identifier.")
  private @Nullable String person;

  @Option(
      names = "--name",
      paramLabel = "EVENT",
      description = "Events of this name, for instance session.planned.")
  private @Nullable String name;

  @Option(
      names = "--behalf",
      paramLabel = "WHO",
      description = "That somebody caused for this one, for instance person:<id>.")
  private @Nullable String behalf;

  @Option(
      names = "--source",
      paramLabel = "WAY",
      description = "That came in this way, for instance api, page/public or timer.")
  private @Nullable String source;

  @Option(
      names = "--from",
      paramLabel = "WHEN",
      description = "From this date or moment on, for instance 2027-01-31.")
  private @Nullable String from;

  @Option(names = "--to", paramLabel = "WHEN", description = "Before this date or moment.")
  private @Nullable String to;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "TEXT",
      description = {
        "text, csv or jsonl; text if left out. proof: all of it, with what verify needs."
      })
  private Format format = Format.TEXT;

  @Option(names = "--json", description = "The same as --format jsonl.")
  private boolean json;

  @Option(
      names = "--lang",
      paramLabel = "LANG",
      defaultValue = "en",
      description = "nl or en, for text and csv; en if left out.")
  private String language = "en";

  @Mixin private Server server = new Server();

  @Override
  public Integer call() throws InterruptedException {
    try {
      return write(server.send(server.request("/api/v1/history?" + query(), LONGEST_WAIT).build()));
    } catch (NotDone e) {
      spec.commandLine().getErr().println("uitrol: " + e.getMessage());
      return e.code();
    }
  }

  private Integer write(HttpResponse<InputStream> answer) throws NotDone {
    if (answer.statusCode() != 200) {
      throw server.refused(answer);
    }
    try (BufferedReader body =
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
      PrintWriter out = spec.commandLine().getOut();
      char[] chunk = new char[8192];
      for (int read = body.read(chunk); read >= 0; read = body.read(chunk)) {
        out.write(chunk, 0, read);
        if (out.checkError()) {
          return Exit.GOOD; // Whoever reads has read enough.
        }
      }
      return Exit.GOOD;
    } catch (IOException e) {
      throw server.brokenOff(e);
    }
  }

  private String query() {
    Map<String, @Nullable String> asked = new LinkedHashMap<>();
    asked.put("campaign", campaign);
    asked.put("department", department);
    asked.put("person", person);
    asked.put("name", name);
    asked.put("behalf", behalf);
    asked.put("source", source);
    asked.put("from", from);
    asked.put("to", to);
    asked.put("format", (json ? Format.JSONL : format).name().toLowerCase(Locale.ROOT));
    asked.put("lang", language);
    return asked.entrySet().stream()
        .filter(one -> one.getValue() != null)
        .map(
            one ->
                one.getKey() + "=" + URLEncoder.encode("" + one.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
