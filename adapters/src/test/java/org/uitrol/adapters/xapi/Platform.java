package org.uitrol.adapters.xapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import org.uitrol.adapters.security.Accounts;
import org.uitrol.adapters.security.ApiTokens;
import org.uitrol.adapters.security.ApiTokens.Scope;
import org.uitrol.adapters.security.Role;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.support.RunningApplication;
import tools.jackson.databind.JsonNode;

/** A learning platform, with a token of its own account. */
final class Platform {

  static final String COMPLETED = "http://adlnet.gov/expapi/verbs/completed";
  static final String PASSED = "https://adlnet.gov/expapi/verbs/passed";
  static final String VOIDED = "http://adlnet.gov/expapi/verbs/voided";
  static final String COURSE = "https://learn.example/basics";

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final RunningApplication application;
  private final String authorization;
  private final String version;

  private Platform(RunningApplication application, String authorization, String version) {
    this.application = application;
    this.authorization = authorization;
    this.version = version;
  }

  static Platform of(RunningApplication application, String name) {
    return of(application, name, Role.ADMIN, Scope.XAPI);
  }

  static Platform of(RunningApplication application, String name, Role role, Scope scope) {
    AccountId account =
        application
            .bean(Accounts.class)
            .add(name, "Platform " + name, Set.of(role), null, "a long enough password");
    String token = application.bean(ApiTokens.class).issue(account, "lms", Set.of(scope), 1);
    return new Platform(application, basic(name, token), "1.0.3");
  }

  /** The same platform with another header for its credentials. */
  Platform as(String otherAuthorization) {
    return new Platform(application, otherAuthorization, version);
  }

  /** The same platform with another version; none when it is empty. */
  Platform in(String otherVersion) {
    return new Platform(application, authorization, otherVersion);
  }

  String authorization() {
    return authorization;
  }

  String token() {
    String both =
        new String(
            Base64.getDecoder().decode(authorization.substring("Basic ".length())),
            StandardCharsets.UTF_8);
    return both.substring(both.indexOf(':') + 1);
  }

  static String basic(String name, String token) {
    return "Basic "
        + Base64.getEncoder().encodeToString((name + ":" + token).getBytes(StandardCharsets.UTF_8));
  }

  HttpResponse<String> get(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  HttpResponse<String> head(String path) {
    return send(request(path).method("HEAD", BodyPublishers.noBody()));
  }

  HttpResponse<String> post(String body, String... headers) {
    return send(request("/xapi/statements", json(headers)).POST(BodyPublishers.ofString(body)));
  }

  HttpResponse<String> put(String id, String body) {
    return send(
        request("/xapi/statements?statementId=" + id, json()).PUT(BodyPublishers.ofString(body)));
  }

  HttpResponse<String> form(String path, String body, boolean withHeaders) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(application.uri(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body));
    if (withHeaders) {
      request.header("Authorization", authorization).header("X-Experience-API-Version", version);
    }
    return send(request);
  }

  /** The statements that a query finds. */
  JsonNode find(String query) {
    return json(get("/xapi/statements?" + query)).path("statements");
  }

  static JsonNode json(HttpResponse<String> answer) {
    return StatementReader.json(answer.body());
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** A statement without an id. */
  static String told(String mail, String verb, String activity, String rest) {
    return """
        {"actor":{"mbox":"mailto:%s"},"verb":{"id":"%s"},"object":{"id":"%s"}%s}
        """
        .formatted(mail, verb, activity, rest);
  }

  /** A statement that withdraws another one. */
  static String voiding(String id) {
    return """
        {"actor":{"mbox":"mailto:lrs@x.example"},"verb":{"id":"%s"},
         "object":{"objectType":"StatementRef","id":"%s"}}
        """
        .formatted(VOIDED, id);
  }

  private static String[] json(String... headers) {
    for (int i = 0; i < headers.length; i += 2) {
      if (headers[i].equals("Content-Type")) {
        return headers;
      }
    }
    String[] more = new String[headers.length + 2];
    System.arraycopy(headers, 0, more, 0, headers.length);
    more[headers.length] = "Content-Type";
    more[headers.length + 1] = "application/json";
    return more;
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(application.uri(path));
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    if (!version.isEmpty()) {
      request.header("X-Experience-API-Version", version);
    }
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return request;
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
