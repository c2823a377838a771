package org.uitrol.adapters.channel;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Somebody who is told: takes every message, unless told to answer otherwise. */
final class Receiver implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Message> messages = new CopyOnWriteArrayList<>();
  private final ConcurrentLinkedQueue<Integer> answers = new ConcurrentLinkedQueue<>();

  private final Map<String, String> texts = new ConcurrentHashMap<>();
  private final Map<String, String> pauses = new ConcurrentHashMap<>();
  private final Map<String, String> refused = new ConcurrentHashMap<>();

  /** A message as it came. */
  record Message(
      @Nullable String id,
      @Nullable String timestamp,
      @Nullable String signature,
      String type,
      String path,
      String body) {

    /** By how many of its signatures a secret vouches for it (Standard Webhooks 1.0). */
    long vouchedBy(String secret) {
      try {
        Mac mac = Mac.getInstance("HmacSHA256");
        byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        byte[] signed = (id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8);
        String expected = "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed));
        return List.of(String.valueOf(signature).split(" ", -1)).stream()
            .filter(expected::equals)
            .count();
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  Receiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          messages.add(
              new Message(
                  exchange.getRequestHeaders().getFirst("webhook-id"),
                  exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                  exchange.getRequestHeaders().getFirst("webhook-signature"),
                  exchange.getRequestHeaders().getFirst("Content-Type"),
                  exchange.getRequestURI().getPath(),
                  new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
          String text = texts.get(exchange.getRequestURI().getPath());
          String pause = pauses.get(exchange.getRequestURI().getPath());
          if (text != null) {
            boolean endless = text.isEmpty();
            byte[] answer = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, endless ? 1_000_000 : answer.length);
            exchange.getResponseBody().write(endless ? new byte[] {'x'} : answer);
            exchange.getResponseBody().flush();
            if (!endless) {
              exchange.close();
            }
            return;
          }
          if (pause != null) {
            exchange.getResponseHeaders().set("Retry-After", pause);
            exchange.sendResponseHeaders(429, -1);
            exchange.close();
            return;
          }
          String id = exchange.getRequestHeaders().getFirst("webhook-id");
          if (id != null && id.equals(refused.get(exchange.getRequestURI().getPath()))) {
            exchange.sendResponseHeaders(400, -1);
            exchange.close();
            return;
          }
          Integer status = answers.poll();
          if (status != null && status / 100 == 3) {
            exchange.getResponseHeaders().set("Location", address("/elsewhere").toString());
          }
          exchange.sendResponseHeaders(status == null ? 204 : status, -1);
          exchange.close();
        });
    server.start();
  }

  URI address(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  /** Answers the next messages so. */
  void answer(Integer... statuses) {
    answers.addAll(List.of(statuses));
  }

  /** Answers 200 and the beginning of something that never ends. */
  void answerWithoutEnd(String path) {
    texts.put(path, "");
  }

  /** Answers 200 and a text. */
  void answerWith(String path, String text) {
    texts.put(path, text);
  }

  /** Answers 429 and asks to be left alone for a while. */
  void answerLater(String path, String retryAfter) {
    pauses.put(path, retryAfter);
  }

  /** Answers 400 to one message, each time. */
  void refuse(String path, String message) {
    refused.put(path, message);
  }

  List<Message> at(String path) {
    return messages.stream().filter(message -> message.path().equals(path)).toList();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
