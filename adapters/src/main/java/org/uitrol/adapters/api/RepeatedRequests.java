package org.uitrol.adapters.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.uitrol.adapters.api.IdempotencyKeys.Answer;
import org.uitrol.adapters.api.IdempotencyKeys.Claim;
import org.uitrol.adapters.security.ConsoleUser;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets a program ask again when it doesn't know whether it was heard: a POST with the same {@code
 * Idempotency-Key} gets the answer that the first one got, and does nothing (draft-ietf-httpapi-
 * idempotency-key-header, section 2). Runs after the check of who asks; keys of different accounts
 * are different keys.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class RepeatedRequests extends OncePerRequestFilter {

  static final String KEY = "Idempotency-Key";
  static final String REPEATED = "Idempotency-Replayed";

  /** What others send by themselves: they read as much as they need, and know messages by id. */
  private static final String HOOKS = "/api/v1/hooks/";

  /** A file that is no text; taking it again changes nothing but that it is recorded again. */
  private static final String DOSSIER = "/dossier";

  private static final int LONGEST_KEY = 255;
  private static final int LARGEST_BODY = 21 * 1024 * 1024;

  private final IdempotencyKeys keys;
  private final JsonMapper json;

  RepeatedRequests(IdempotencyKeys keys, JsonMapper json) {
    this.keys = keys;
    this.json = json;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getMethod().equals("POST")
        || !request.getRequestURI().startsWith("/api/")
        || isLongFile(request)
        || request.getRequestURI().startsWith(HOOKS)
        || request.getRequestURI().endsWith(DOSSIER);
  }

  /** A people file may be far too long for memory; the same one again changes nothing anyway. */
  private static boolean isLongFile(HttpServletRequest request) {
    return request.getRequestURI().equals("/api/v1/people/import")
        && request.getHeader(KEY) == null;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
    if (body.length > LARGEST_BODY) {
      refuse(response, HttpStatus.CONTENT_TOO_LARGE, "BODY_TOO_LARGE", "the body is too large");
      return;
    }
    HttpServletRequest again = new ReadAgain(request, body);
    String key = request.getHeader(KEY);
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    if (key == null || who == null || !(who.getPrincipal() instanceof ConsoleUser user)) {
      chain.doFilter(again, response);
    } else if (key.isBlank() || key.length() > LONGEST_KEY) {
      refuse(
          response,
          HttpStatus.BAD_REQUEST,
          "IDEMPOTENCY_KEY_INVALID",
          "an Idempotency-Key has 1 to " + LONGEST_KEY + " characters");
    } else {
      answer(new Claim(user.id(), key, hash(request, body)), again, response, chain);
    }
  }

  private void answer(
      Claim claim, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    switch (keys.claim(claim)) {
      case FIRST -> first(claim, request, response, chain);
      case AT_WORK ->
          refuse(
              response,
              HttpStatus.CONFLICT,
              "IDEMPOTENCY_KEY_AT_WORK",
              "the first request with this Idempotency-Key isn't answered yet");
      case OTHER_REQUEST ->
          refuse(
              response,
              HttpStatus.UNPROCESSABLE_CONTENT,
              "IDEMPOTENCY_KEY_REUSED",
              "this Idempotency-Key was used for another request");
      case ANSWERED -> repeat(keys.answer(claim), response);
    }
  }

  /** A failure on our side isn't kept: asking again may help. */
  private void first(
      Claim claim, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ContentCachingResponseWrapper kept = new ContentCachingResponseWrapper(response);
    boolean done = false;
    try {
      chain.doFilter(request, kept);
      done = kept.getStatus() < HttpStatus.INTERNAL_SERVER_ERROR.value();
      if (done) {
        keys.keep(
            claim,
            new Answer(
                kept.getStatus(),
                Objects.requireNonNullElse(kept.getContentType(), ""),
                Objects.requireNonNullElse(kept.getHeader(HttpHeaders.LOCATION), ""),
                new String(kept.getContentAsByteArray(), StandardCharsets.UTF_8)));
      }
    } finally {
      if (!done) {
        keys.release(claim);
      }
    }
    kept.copyBodyToResponse();
  }

  private static void repeat(Answer answer, HttpServletResponse response) throws IOException {
    response.setStatus(answer.status());
    response.setHeader(REPEATED, "true");
    if (!answer.contentType().isEmpty()) {
      response.setContentType(answer.contentType());
    }
    if (!answer.location().isEmpty()) {
      response.setHeader(HttpHeaders.LOCATION, answer.location());
    }
    response.getOutputStream().write(answer.body().getBytes(StandardCharsets.UTF_8));
  }

  private void refuse(HttpServletResponse response, HttpStatus status, String code, String detail)
      throws IOException {
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.getOutputStream().write(json.writeValueAsBytes(Problems.of(status, code, detail)));
  }

  private static String hash(HttpServletRequest request, byte[] body) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      String head =
          String.join(
              "\n",
              request.getRequestURI(),
              String.valueOf(request.getQueryString()),
              String.valueOf(request.getContentType()),
              "");
      digest.update(head.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** A request whose body was read already. */
  private static final class ReadAgain extends HttpServletRequestWrapper {

    private final byte[] body;

    ReadAgain(HttpServletRequest request, byte[] body) {
      super(request);
      this.body = body;
    }

    @Override
    public ServletInputStream getInputStream() {
      return new Bytes(new ByteArrayInputStream(body));
    }

    @Override
    public BufferedReader getReader() {
      return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
  }

  private static final class Bytes extends ServletInputStream {

    private final ByteArrayInputStream bytes;

    Bytes(ByteArrayInputStream bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      return bytes.read(buffer, offset, length);
    }

    @Override
    public boolean isFinished() {
      return bytes.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(@Nullable ReadListener listener) {
      throw new UnsupportedOperationException("requests are answered on one thread");
    }
  }
}
