package org.uitrol.adapters.scim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.uitrol.adapters.security.Accounts;
import org.uitrol.adapters.security.ApiTokens;
import org.uitrol.adapters.security.ApiTokens.Scope;
import org.uitrol.adapters.security.Role;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.support.RunningApplication;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An organisation's own directory, with a token of its own account. */
final class Directory {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final RunningApplication application;
  private final AccountId account;
  private final String token;

  Directory(RunningApplication application, String name, Role role, Set<Scope> scopes) {
    this.application = application;
    account =
        application
            .bean(Accounts.class)
            .add(name, "Directory " + name, Set.of(role), null, "a long enough password");
    token = application.bean(ApiTokens.class).issue(account, "test", scopes, 1);
  }

  static Directory of(RunningApplication application, String name) {
    return new Directory(application, name, Role.ADMIN, Set.of(Scope.SCIM));
  }

  String actor() {
    return "account:" + account.value();
  }

  HttpResponse<String> get(String path, String... headers) {
    return send("GET", path, "", headers);
  }

  /** The resources that a filter finds. */
  List<JsonNode> find(String path, String filter) {
    String encoded = URLEncoder.encode(filter, StandardCharsets.UTF_8);
    JsonNode list = json(get(path + "?filter=" + encoded));
    return list.get("Resources").valueStream().toList();
  }

  HttpResponse<String> send(String method, String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(application.uri("/scim/v2" + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/scim+json; charset=utf-8")
            .method(method, BodyPublishers.ofString(body));
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A PATCH with those operations. */
  HttpResponse<String> patch(String path, String operations, String... headers) {
    return send(
        "PATCH",
        path,
        "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":["
            + operations
            + "]}",
        headers);
  }

  static JsonNode json(HttpResponse<String> answer) {
    return JSON.readTree(answer.body());
  }
}
