package org.uitrol.adapters.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a running server for the history and writes it to the terminal. */
@Command(
    name = "history",
    mixinStandardHelpOptions = true,
    description = "Lists every event of a campaign, department or person, the first one first.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "1:the server refused or wasn't reached", "2:not understood"})
final class AskHistory implements Callable<Integer> {

  /** How the history is written. */
  enum Format {
    TEXT,
    CSV,
    JSONL
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
      description = "text, csv or jsonl; text if left out.")
  private Format format = Format.TEXT;

  @Option(
      names = "--lang",
      paramLabel = "LANG",
      defaultValue = "en",
      description = "nl or en, for text and csv; en if left out.")
  private String language = "en";

  @Option(
      names = "--server",
      paramLabel = "URL",
      defaultValue = "${env:UITROL_SERVER:-http://localhost:8080}",
      description = "Where Uitrol runs; else UITROL_SERVER or http://localhost:8080.")
  private String server = "";

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      defaultValue = "${env:UITROL_TOKEN}",
      description =
          "An API token with the scope to read; better in UITROL_TOKEN, unseen by others.")
  private @Nullable String token;

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    if (token == null || token.isBlank()) {
      err.println("uitrol: no token: make one on your account page and put it into UITROL_TOKEN");
      return 2;
    }
    URI uri;
    HttpRequest request;
    try {
      uri = URI.create(server.replaceAll("/+$", "") + "/api/v1/history?" + query());
      request =
          HttpRequest.newBuilder(uri)
              .header("Authorization", "Bearer " + token.strip())
              .timeout(LONGEST_WAIT)
              .build();
    } catch (IllegalArgumentException e) {
      err.println("uitrol: '" + server + "' is no address, or the token can't be one");
      return 2;
    }
    HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(LONGEST_WAIT)
            .followRedirects(Redirect.NEVER) // The token is for that server alone.
            .build();
    try {
      return write(client.send(request, BodyHandlers.ofInputStream()));
    } catch (IOException e) {
      err.println("uitrol: " + server + " can't be reached or broke off: " + reason(e));
      return 1;
    }
  }

  private Integer write(HttpResponse<InputStream> answer) throws IOException {
    try (BufferedReader body =
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
      if (answer.statusCode() != 200) {
        spec.commandLine().getErr().println("uitrol: " + problem(answer.statusCode(), body));
        return 1;
      }
      PrintWriter out = spec.commandLine().getOut();
      char[] chunk = new char[8192];
      for (int read = body.read(chunk); read >= 0; read = body.read(chunk)) {
        out.write(chunk, 0, read);
        if (out.checkError()) {
          return 0; // Whoever reads has read enough.
        }
      }
      return 0;
    }
  }

  private static String problem(int status, BufferedReader body) {
    try {
      String text = body.lines().limit(200).collect(Collectors.joining("\n"));
      JsonNode detail = JsonMapper.builder().build().readTree(text).path("detail");
      return detail.isString() ? detail.asString() : "the server answered " + status;
    } catch (JacksonException e) {
      return "the server answered " + status;
    }
  }

  private static String reason(IOException failure) {
    return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
  }

  private String query() {
    Map<String, @Nullable String> asked = new LinkedHashMap<>();
    asked.put("campaign", campaign);
    asked.put("department", department);
    asked.put("person", person);
    asked.put("name", name);
    asked.put("from", from);
    asked.put("to", to);
    asked.put("format", format.name().toLowerCase(Locale.ROOT));
    asked.put("lang", language);
    return asked.entrySet().stream()
        .filter(one -> one.getValue() != null)
        .map(
            one ->
                one.getKey() + "=" + URLEncoder.encode("" + one.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
