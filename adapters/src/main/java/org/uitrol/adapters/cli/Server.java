package org.uitrol.adapters.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.uitrol.adapters.security.SourceOfRequests;
import picocli.CommandLine.Option;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A running server and the token that opens it; the token is never an argument, which others see.
 */
final class Server {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration TO_CONNECT = Duration.ofSeconds(30);
  private static final int LONGEST_PROBLEM = 1_000_000;

  @Option(
      names = "--server",
      paramLabel = "URL",
      defaultValue = "${env:UITROL_SERVER:-http://localhost:8080}",
      description = "Where Uitrol runs; else UITROL_SERVER or http://localhost:8080.")
  private String address = "";

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "A file with nothing but an API token; else the token in UITROL_TOKEN.")
  private @Nullable Path tokenFile;

  /** What keeps a command from its answer. */
  static final class NotDone extends Exception {

    private static final long serialVersionUID = 1L;

    private final int code;

    NotDone(int code, String words) {
      super(words);
      this.code = code;
    }

    /** The exit code. */
    int code() {
      return code;
    }
  }

  /**
   * A request that only lacks what is asked.
   *
   * @param path from the slash on, with its query
   */
  HttpRequest.Builder request(String path, Duration longestWait) throws NotDone {
    String token = token();
    try {
      URI uri = URI.create(address.replaceAll("/+$", "") + path);
      return HttpRequest.newBuilder(uri)
          .header("Authorization", "Bearer " + token)
          .header(SourceOfRequests.CLIENT, SourceOfRequests.COMMAND_LINE)
          .timeout(longestWait);
    } catch (IllegalArgumentException e) {
      throw new NotDone(
          Exit.USAGE, "'" + address + "' is no address of a server, or the token can't be one");
    }
  }

  /** Asks; whoever calls closes the body. The token isn't sent on to other servers. */
  HttpResponse<InputStream> send(HttpRequest request) throws NotDone, InterruptedException {
    HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(TO_CONNECT)
            .followRedirects(Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    try {
      return client.send(request, BodyHandlers.ofInputStream());
    } catch (IOException e) {
      throw brokenOff(e);
    }
  }

  /** The answer as a document, good or bad, once it is known that the server let us in. */
  JsonNode document(HttpResponse<InputStream> answer) throws NotDone {
    try (InputStream body = answer.body()) {
      String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
      JsonNode document = parsed(text);
      if (!letIn(answer)) {
        throw refused(answer.statusCode(), document);
      }
      return document;
    } catch (IOException e) {
      throw brokenOff(e);
    }
  }

  /** A refusal in the server's own words. */
  NotDone refused(HttpResponse<InputStream> answer) {
    try (InputStream body = answer.body()) {
      String text = new String(body.readNBytes(LONGEST_PROBLEM), StandardCharsets.UTF_8);
      return refused(answer.statusCode(), parsed(text));
    } catch (IOException e) {
      return brokenOff(e);
    }
  }

  NotDone refused(int status, JsonNode problem) {
    String detail = problem.path("detail").asString("");
    boolean away = status == 401 || status == 403 || status >= 500 || status / 100 == 3;
    return new NotDone(
        away ? Exit.AWAY : Exit.REFUSED,
        detail.isEmpty() ? "the server answered " + status : detail);
  }

  NotDone brokenOff(IOException failure) {
    String reason =
        failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    return new NotDone(Exit.AWAY, address + " can't be reached or broke off: " + reason);
  }

  private static boolean letIn(HttpResponse<InputStream> answer) {
    int status = answer.statusCode();
    return status / 100 == 2 || status == 409 || status == 422;
  }

  private static JsonNode parsed(String text) {
    try {
      return JSON.readTree(text);
    } catch (JacksonException e) {
      return JSON.createObjectNode();
    }
  }

  private String token() throws NotDone {
    try {
      String token =
          tokenFile == null ? System.getenv("UITROL_TOKEN") : Files.readString(tokenFile);
      if (token == null || token.isBlank()) {
        throw new NotDone(
            Exit.USAGE,
            "no token: make one on your account page and put it into UITROL_TOKEN or a file for"
                + " --token-file");
      }
      return token.strip();
    } catch (IOException e) {
      throw new NotDone(Exit.USAGE, tokenFile + " can't be read");
    }
  }
}
