package org.uitrol.adapters.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.uitrol.adapters.cli.Server.NotDone;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes the dossier of a campaign from a running server. */
@Command(
    name = "dossier",
    mixinStandardHelpOptions = true,
    description = {
      "Takes everything that is known of a campaign as one file, for a works council or an auditor;",
      "that it was taken is recorded."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {Exit.GOOD_WORDS, Exit.REFUSED_WORDS, Exit.USAGE_WORDS, Exit.AWAY_WORDS})
final class TakeDossier implements Callable<Integer> {

  /** As what it is written. */
  enum Format {
    PDF,
    JSON
  }

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "CAMPAIGN", description = "The key of the campaign.")
  private String campaign = "";

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "Where it is written; replaced when it is there.")
  private @Nullable Path out;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "PDF",
      description = "pdf or json; pdf if left out.")
  private Format format = Format.PDF;

  @Option(
      names = "--lang",
      paramLabel = "LANG",
      defaultValue = "en",
      description = "nl or en; en if left out.")
  private String language = "en";

  @Mixin private Server server = new Server();

  @Override
  public Integer call() throws InterruptedException {
    Path file = out;
    if (file == null) {
      return Exit.USAGE;
    }
    try {
      HttpResponse<InputStream> answer =
          server.send(server.request(path(), LONGEST_WAIT).POST(BodyPublishers.noBody()).build());
      if (answer.statusCode() != 200) {
        throw server.refused(answer);
      }
      try (InputStream body = answer.body()) {
        Files.copy(body, file, StandardCopyOption.REPLACE_EXISTING);
      } catch (IOException e) {
        throw server.brokenOff(e);
      }
      spec.commandLine().getOut().println(file + " is written");
      return Exit.GOOD;
    } catch (NotDone e) {
      spec.commandLine().getErr().println("uitrol: " + e.getMessage());
      return e.code();
    }
  }

  private String path() {
    return "/api/v1/campaigns/"
        + URLEncoder.encode(campaign, StandardCharsets.UTF_8).replace("+", "%20")
        + "/dossier?format="
        + format.name().toLowerCase(Locale.ROOT)
        + "&lang="
        + URLEncoder.encode(language, StandardCharsets.UTF_8);
  }
}
