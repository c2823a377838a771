package org.uitrol.adapters.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.proof.ProofMaker.Consistency;
import org.uitrol.application.proof.ProofMaker.Inclusion;
import org.uitrol.domain.proof.Checkpoint;
import org.uitrol.domain.proof.Hash;
import org.uitrol.domain.proof.HistoryRecord;
import org.uitrol.domain.proof.SignedCheckpoint;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Proofs as JSON, as {@code docs/proof.md} describes it. Reading is strict: what a reader could
 * understand in two ways isn't understood at all.
 */
public final class ProofJson {

  static final String HISTORY = "uitrol-history-1";
  static final String INCLUSION = "uitrol-inclusion-1";
  static final String CONSISTENCY = "uitrol-consistency-1";
  static final String FORMAT = "format";

  /** The format of a dossier, which holds a checkpoint. */
  public static final String DOSSIER = "uitrol-dossier-1";

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final JsonMapper PRETTY =
      JSON.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();

  private static final Set<String> EVENT =
      Set.of(
          "position",
          "stream",
          "sequence",
          "kind",
          "name",
          "revision",
          "id",
          "time",
          "metadata",
          "payload");
  private static final Set<String> CHECKPOINT =
      Set.of(
          FORMAT,
          "number",
          "size",
          "position",
          "root",
          "head",
          "at",
          "previous",
          "key",
          "publicKey",
          "signature");

  private ProofJson() {}

  /** A checkpoint as a file. */
  public static String write(SignedCheckpoint signed) {
    return PRETTY.writeValueAsString(document(signed)) + "\n";
  }

  /** Checkpoints as a list. */
  public static String write(List<SignedCheckpoint> all) {
    return PRETTY.writeValueAsString(all.stream().map(ProofJson::document).toList()) + "\n";
  }

  /** The proof of an event as a file. */
  public static String write(Inclusion proof) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put(FORMAT, INCLUSION);
    document.put("number", proof.number());
    document.put("previous", proof.previous().toString());
    document.put("event", event(proof.event()));
    document.put("path", proof.path().stream().map(Hash::toString).toList());
    document.put("checkpoint", document(proof.checkpoint()));
    return PRETTY.writeValueAsString(document) + "\n";
  }

  /** The proof that a checkpoint follows from an earlier one, as a file. */
  public static String write(Consistency proof) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put(FORMAT, CONSISTENCY);
    document.put("earlier", document(proof.earlier()));
    document.put("later", document(proof.later()));
    document.put("path", proof.path().stream().map(Hash::toString).toList());
    return PRETTY.writeValueAsString(document) + "\n";
  }

  /** One line of the whole history, without its end. */
  static String line(Map<String, ?> line) {
    return JSON.writeValueAsString(line);
  }

  static Map<String, Object> event(HistoryRecord event) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("position", event.position());
    document.put("stream", event.stream());
    document.put("sequence", event.sequence());
    String kind = event.kind();
    if (kind != null) {
      document.put("kind", kind);
    }
    document.put("name", event.name());
    document.put("revision", event.revision());
    document.put("id", event.id());
    document.put("time", event.time());
    document.put("metadata", event.metadata());
    document.put("payload", event.payload());
    return document;
  }

  /** A checkpoint as an object of JSON. */
  public static Map<String, Object> document(SignedCheckpoint signed) {
    Checkpoint checkpoint = signed.checkpoint();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put(FORMAT, Checkpoint.FORMAT);
    document.put("number", checkpoint.number());
    document.put("size", checkpoint.size());
    document.put("position", checkpoint.position());
    document.put("root", checkpoint.root().toString());
    document.put("head", checkpoint.head().toString());
    document.put("at", checkpoint.at().toString());
    document.put("previous", checkpoint.previous().toString());
    document.put("key", checkpoint.key().toString());
    document.put("publicKey", signed.publicKey());
    document.put("signature", signed.signature());
    return document;
  }

  /**
   * A document, or a line of the whole history.
   *
   * @throws NotUnderstood when it isn't one object of JSON
   */
  static JsonNode read(String text) {
    try {
      JsonNode node = JSON.readTree(text);
      if (!node.isObject()) {
        throw new NotUnderstood("no object of JSON");
      }
      return node;
    } catch (JacksonException e) {
      throw new NotUnderstood("no JSON");
    }
  }

  /**
   * The checkpoint that a file is, or that a dossier holds; its signature is not looked at.
   *
   * @throws NotUnderstood when it holds none
   */
  public static SignedCheckpoint checkpointIn(Path file) {
    try {
      JsonNode document = read(Files.readString(file));
      return checkpoint(
          document.path(FORMAT).asString("").equals(DOSSIER)
              ? document.path("checkpoint")
              : document);
    } catch (NotUnderstood e) {
      throw new NotUnderstood(file + ": " + e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(file + " can't be read", e);
    }
  }

  /**
   * A checkpoint from its document.
   *
   * @throws NotUnderstood when it is anything else; its signature is not looked at
   */
  static SignedCheckpoint checkpoint(JsonNode node) {
    only(node, CHECKPOINT);
    if (!text(node, FORMAT).equals(Checkpoint.FORMAT)) {
      throw new NotUnderstood("another format than " + Checkpoint.FORMAT);
    }
    try {
      return new SignedCheckpoint(
          new Checkpoint(
              Math.toIntExact(number(node, "number")),
              number(node, "size"),
              number(node, "position"),
              hash(node, "root"),
              hash(node, "head"),
              Instant.parse(text(node, "at")),
              hash(node, "previous"),
              hash(node, "key")),
          text(node, "publicKey"),
          text(node, "signature"));
    } catch (DateTimeException | ArithmeticException | IllegalArgumentException e) {
      throw new NotUnderstood("no checkpoint: " + e.getMessage());
    }
  }

  static HistoryRecord event(JsonNode node) {
    only(node, EVENT);
    return new HistoryRecord(
        number(node, "position"),
        text(node, "stream"),
        number(node, "sequence"),
        node.has("kind") ? text(node, "kind") : null,
        text(node, "name"),
        text(node, "revision"),
        text(node, "id"),
        text(node, "time"),
        text(node, "metadata"),
        text(node, "payload"));
  }

  static Inclusion inclusion(JsonNode node) {
    only(node, Set.of(FORMAT, "number", "previous", "event", "path", "checkpoint"));
    return new Inclusion(
        event(object(node, "event")),
        number(node, "number"),
        hash(node, "previous"),
        path(node),
        checkpoint(object(node, "checkpoint")));
  }

  static Consistency consistency(JsonNode node) {
    only(node, Set.of(FORMAT, "earlier", "later", "path"));
    return new Consistency(
        checkpoint(object(node, "earlier")), checkpoint(object(node, "later")), path(node));
  }

  static JsonNode object(JsonNode node, String name) {
    JsonNode value = present(node, name);
    if (!value.isObject()) {
      throw new NotUnderstood("'" + name + "' is no object");
    }
    return value;
  }

  static long number(JsonNode node, String name) {
    JsonNode value = present(node, name);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw new NotUnderstood("'" + name + "' is no whole number");
    }
    return value.longValue();
  }

  static String text(JsonNode node, String name) {
    JsonNode value = present(node, name);
    if (!value.isString()) {
      throw new NotUnderstood("'" + name + "' is no text");
    }
    return value.stringValue();
  }

  static Hash hash(JsonNode node, String name) {
    return hash(name, text(node, name));
  }

  private static Hash hash(String name, String text) {
    try {
      return Hash.of(text);
    } catch (IllegalArgumentException e) {
      throw new NotUnderstood("'" + name + "' is no hash");
    }
  }

  private static List<Hash> path(JsonNode node) {
    JsonNode value = present(node, "path");
    if (!value.isArray()) {
      throw new NotUnderstood("'path' is no list");
    }
    List<Hash> path = new ArrayList<>();
    for (JsonNode one : value) {
      path.add(hash("path", one.isString() ? one.stringValue() : ""));
    }
    return path;
  }

  static void only(JsonNode node, Set<String> known) {
    for (String name : node.propertyNames()) {
      if (!known.contains(name)) {
        throw new NotUnderstood("'" + name + "' is nothing that is known");
      }
    }
  }

  private static JsonNode present(JsonNode node, String name) {
    @Nullable JsonNode value = node.get(name);
    if (value == null) {
      throw new NotUnderstood("'" + name + "' is missing");
    }
    return value;
  }
}
