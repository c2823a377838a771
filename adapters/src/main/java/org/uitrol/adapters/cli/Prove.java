package org.uitrol.adapters.cli;

import java.io.IOException;
import java.io.InputStream;
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
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks a running server for a proof and writes it to the terminal. */
@Command(
    name = "prove",
    mixinStandardHelpOptions = true,
    description = {
      "Writes the proof that one event is in the history, without any other event; or, with",
      "--from and --to, that one checkpoint follows from another. 'verify' checks it."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {Exit.GOOD_WORDS, Exit.REFUSED_WORDS, Exit.USAGE_WORDS, Exit.AWAY_WORDS})
final class Prove implements Callable<Integer> {

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private Server server = new Server();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "POSITION",
      description = "Of the event, as the history tells it.")
  private @Nullable Long position;

  @Option(
      names = "--checkpoint",
      paramLabel = "NUMBER",
      description = "By this checkpoint; else by the first that holds the event.")
  private @Nullable Integer checkpoint;

  @Option(names = "--from", paramLabel = "NUMBER", description = "The earlier checkpoint.")
  private @Nullable Integer from;

  @Option(names = "--to", paramLabel = "NUMBER", description = "The later checkpoint.")
  private @Nullable Integer to;

  @Override
  public Integer call() throws InterruptedException {
    try {
      HttpResponse<InputStream> answer = server.send(server.request(path(), LONGEST_WAIT).build());
      if (answer.statusCode() != 200) {
        throw server.refused(answer);
      }
      try (InputStream body = answer.body()) {
        spec.commandLine().getOut().print(new String(body.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw server.brokenOff(e);
      }
      return Exit.GOOD;
    } catch (NotDone e) {
      spec.commandLine().getErr().println("uitrol: " + e.getMessage());
      return e.code();
    }
  }

  private String path() {
    boolean two = from != null && to != null;
    if (position != null && from == null && to == null) {
      return "/api/v1/history/proofs/"
          + position
          + (checkpoint == null ? "" : "?checkpoint=" + checkpoint);
    } else if (position == null && two && checkpoint == null) {
      return "/api/v1/checkpoints/" + to + "/since/" + from;
    }
    throw new ParameterException(
        spec.commandLine(), "Give the position of an event, or two checkpoints by --from and --to");
  }
}
