package org.uitrol.adapters.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.uitrol.adapters.cli.Server.NotDone;
import org.uitrol.domain.erasure.ErasureGround;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Has a running server erase a person; by identifier, so that no name stays in a terminal. */
@Command(
    name = "erase",
    mixinStandardHelpOptions = true,
    description = {
      "Shows what is held about a person, asks for their erasure, or agrees with it.",
      "Who asks can't agree: it takes the tokens of two administrators."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {Exit.GOOD_WORDS, Exit.REFUSED_WORDS, Exit.USAGE_WORDS, Exit.AWAY_WORDS})
final class ErasePerson implements Callable<Integer> {

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "PERSON", description = "The identifier, as the person's page has it.")
  private String person = "";

  @ArgGroup private What what = new What();

  @Mixin private Server server = new Server();

  /** One thing at a time; what is held when nothing is said. */
  static final class What {

    @Option(
        names = "--ask",
        paramLabel = "GROUND",
        description = "Ask for it: asked, objects, not_needed or unlawful.")
    private @Nullable ErasureGround ask;

    @Option(names = "--approve", description = "Agree with what somebody else asked.")
    private boolean approve;

    @Option(names = "--certificate", description = "Write the certificate, once it is done.")
    private boolean certificate;
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
    String path =
        "/api/v1/people/" + URLEncoder.encode(person, StandardCharsets.UTF_8) + "/erasure";
    ErasureGround ground = what.ask;
    if (ground != null) {
      return post(path + "?ground=" + ground.name());
    } else if (what.approve) {
      return post(path + "/approve");
    }
    return server
        .request(what.certificate ? path + "/certificate" : path, LONGEST_WAIT)
        .GET()
        .build();
  }

  private HttpRequest post(String path) throws NotDone {
    return server.request(path, LONGEST_WAIT).POST(BodyPublishers.noBody()).build();
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
