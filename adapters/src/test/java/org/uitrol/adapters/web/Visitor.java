package org.uitrol.adapters.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.uitrol.adapters.security.Accounts;
import org.uitrol.adapters.security.Role;
import org.uitrol.support.RunningApplication;

/** A browser without scripts: keeps its cookies, sends forms, follows no redirects. */
public final class Visitor {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private static final String PASSWORD = "a long enough password";

  private final Function<String, URI> addresses;
  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
  private String token = "";

  public Visitor(RunningApplication application) {
    this(application::uri);
  }

  /** A browser for an application that has its pages at these addresses, by their paths. */
  public Visitor(Function<String, URI> addresses) {
    this.addresses = addresses;
  }

  /** Somebody with a new account, signed in. */
  public static Visitor signedIn(RunningApplication application, String name, Role... roles) {
    application.bean(Accounts.class).add(name, name, Set.of(roles), null, PASSWORD);
    Visitor visitor = new Visitor(application);
    visitor.signIn(name, PASSWORD);
    return visitor;
  }

  /** Opens a page, and remembers what its forms need to be sent. */
  public HttpResponse<String> get(String path) {
    HttpResponse<String> page = send(request(path).GET().build());
    Matcher found = TOKEN.matcher(page.body());
    if (found.find()) {
      token = found.group(1);
    }
    return page;
  }

  /** Sends a form of the page that was opened last. */
  public HttpResponse<String> post(String path, Map<String, String> fields) {
    return postWithout(path, with(fields, "_csrf", token));
  }

  /** Sends a form that didn't come from a page of ours. */
  public HttpResponse<String> postWithout(String path, Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  public HttpResponse<String> signIn(String username, String password) {
    get("/login");
    HttpResponse<String> answer =
        post("/login", Map.of("username", username, "password", password));
    get("/account");
    return answer;
  }

  public String session() {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("UITROL"))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElse("");
  }

  public HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public HttpRequest.Builder request(String path) {
    URI uri = addresses.apply(path);
    return HttpRequest.newBuilder(uri)
        .header("Accept", "text/html")
        .header("Accept-Language", "en");
  }

  private static Map<String, String> with(Map<String, String> fields, String name, String value) {
    Map<String, String> all = new LinkedHashMap<>(fields);
    all.put(name, value);
    return all;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
