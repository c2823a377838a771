package org.uitrol.adapters.xapi;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * What is asked of us, in the usual way or in the alternate one, where everything stands in a form
 * that is posted (section 1.3 of part three).
 *
 * @param parameters each once
 * @param headers in lower case
 * @param bytes of the body
 */
record Asked(
    String method,
    Map<String, String> parameters,
    Map<String, String> headers,
    Supplier<byte[]> bytes) {

  static final String VERSION = "X-Experience-API-Version";

  /** In the alternate way the header for the credentials stands in the form, too. */
  static final String METHOD = "method";

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String CONTENT = "content";
  private static final int LARGEST_BODY = 5 * 1024 * 1024;

  private static final Set<String> HEADERS =
      Set.of(
          "authorization",
          "x-experience-api-version",
          "content-type",
          "content-length",
          "if-match",
          "if-none-match",
          "accept-language");

  Asked {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  /**
   * What a request asks.
   *
   * @throws XapiFailure when it can't be told, is too large or doesn't name the version
   */
  static Asked of(HttpServletRequest request) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String name : List.of(VERSION, HttpHeaders.CONTENT_TYPE, HttpHeaders.ACCEPT_LANGUAGE)) {
      String value = request.getHeader(name);
      if (value != null) {
        headers.put(name.toLowerCase(Locale.ROOT), value);
      }
    }
    String form = request.getContentType();
    boolean alternate =
        request.getMethod().equals("POST")
            && form != null
            && form.toLowerCase(Locale.ROOT).startsWith(FORM);
    return alternate ? alternate(request, headers) : usual(request, headers);
  }

  private static Asked usual(HttpServletRequest request, Map<String, String> headers) {
    Map<String, String> parameters = new LinkedHashMap<>();
    request.getParameterMap().forEach((name, values) -> parameters.put(name, single(name, values)));
    try {
      byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
      return new Asked(request.getMethod(), parameters, headers, () -> body).checked();
    } catch (IOException e) {
      throw XapiFailure.bad("the body broke off");
    }
  }

  private static Asked alternate(HttpServletRequest request, Map<String, String> headers) {
    Map<String, String> parameters = new LinkedHashMap<>();
    headers.remove("content-type");
    String query = request.getQueryString();
    if (query == null || !query.matches("method=(GET|HEAD|PUT|POST|DELETE)")) {
      throw XapiFailure.bad(
          "a form is asked with method=GET, PUT, POST or DELETE and no other parameter in the"
              + " address; statements are application/json");
    }
    byte[] body = new byte[0];
    for (Map.Entry<String, String[]> entry : request.getParameterMap().entrySet()) {
      String name = entry.getKey();
      String value = single(name, entry.getValue());
      if (name.equals(CONTENT)) {
        body = value.getBytes(StandardCharsets.UTF_8);
        headers.putIfAbsent("content-type", "application/json");
      } else if (HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
        headers.put(name.toLowerCase(Locale.ROOT), value);
      } else if (!name.equals(METHOD)) {
        parameters.put(name, value);
      }
    }
    byte[] sent = body;
    return new Asked(request.getParameter(METHOD), parameters, headers, () -> sent).checked();
  }

  private static String single(String name, String[] values) {
    if (values.length != 1) {
      throw XapiFailure.bad("the parameter " + name + " stands there more than once");
    }
    return values[0];
  }

  private Asked checked() {
    if (body().length > LARGEST_BODY) {
      throw new XapiFailure(HttpStatus.CONTENT_TOO_LARGE, "the body is larger than 5 MB");
    }
    String version = headers.get("x-experience-api-version");
    if (version == null || !Formats.isVersion(version)) {
      throw XapiFailure.bad("the header " + VERSION + " has to be there and to be 1.0.x");
    }
    return this;
  }

  byte[] body() {
    return bytes.get();
  }

  @Nullable String parameter(String name) {
    return parameters.get(name);
  }

  @Nullable String header(String name) {
    return headers.get(name.toLowerCase(Locale.ROOT));
  }

  /** Refuses whatever isn't among those. */
  void allow(Set<String> names) {
    List<String> others = new ArrayList<>(parameters.keySet());
    others.removeAll(names);
    if (!others.isEmpty()) {
      throw XapiFailure.bad("there is no parameter of that name here, or not beside the others");
    }
  }

  /** The statements in the body have to be JSON: what comes with attachments isn't taken. */
  void requireJson() {
    String type = header(HttpHeaders.CONTENT_TYPE);
    String kind = type == null ? "" : type.toLowerCase(Locale.ROOT).strip();
    if (kind.startsWith("multipart/mixed")) {
      throw XapiFailure.bad(
          "attachments aren't taken: send application/json, with a fileUrl for each attachment");
    }
    if (!kind.equals("application/json") && !kind.matches("application/json\\s*;.*")) {
      throw XapiFailure.bad("statements are application/json");
    }
  }
}
