package org.uitrol.adapters.scim;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads what a directory sends and writes what it gets. */
@Component
class ScimAnswers {

  static final MediaType SCIM = new MediaType("application", "scim+json", StandardCharsets.UTF_8);
  static final JsonMapper JSON = JsonMapper.builder().build();

  private static final int LARGEST_BODY = 4 * 1024 * 1024;

  private final String base;

  ScimAnswers(@Value("${uitrol.base-url:http://localhost:${server.port:8080}}") URI base) {
    this.base = base.toString().replaceAll("/+$", "") + "/scim/v2/";
  }

  /** Where a resource is, for instance {@code Users/P-1}. */
  String location(String path) {
    return base + path;
  }

  /** The object that was sent. */
  ObjectNode body(HttpServletRequest request) {
    requireJson(request);
    try {
      byte[] bytes = request.getInputStream().readNBytes(LARGEST_BODY + 1);
      if (bytes.length > LARGEST_BODY) {
        throw new ScimFailure(HttpStatus.CONTENT_TOO_LARGE, "", "the body is too large");
      }
      JsonNode sent = JSON.readTree(bytes);
      if (sent instanceof ObjectNode object && !hasNul(object)) {
        return object;
      }
      throw ScimFailure.badSyntax("the body is no JSON object of readable text");
    } catch (IOException | JacksonException unreadable) {
      throw ScimFailure.badSyntax("the body is no JSON");
    }
  }

  /** Adds what stands in every resource: its type, its address and its version. */
  void describe(ObjectNode resource, String type, String path, ObjectNode meta) {
    meta.put("resourceType", type);
    meta.put("location", location(path));
    meta.put("version", version(resource));
    resource.set("meta", meta);
  }

  ResponseEntity<byte[]> one(HttpStatus status, ObjectNode resource, Shown shown) {
    JsonNode meta = resource.path("meta");
    return ResponseEntity.status(status)
        .contentType(SCIM)
        .header(HttpHeaders.LOCATION, meta.path("location").asString())
        .header(HttpHeaders.ETAG, meta.path("version").asString())
        .body(JSON.writeValueAsBytes(shown.of(resource)));
  }

  ResponseEntity<byte[]> document(JsonNode document) {
    return ResponseEntity.ok().contentType(SCIM).body(JSON.writeValueAsBytes(document));
  }

  ResponseEntity<byte[]> list(long total, long startIndex, List<ObjectNode> page, Shown shown) {
    ObjectNode list = JSON.createObjectNode();
    list.putArray("schemas").add(Schemas.LIST);
    list.put("totalResults", total);
    list.put("startIndex", startIndex);
    list.put("itemsPerPage", page.size());
    ArrayNode resources = list.putArray("Resources");
    page.forEach(resource -> resources.add(shown.of(resource)));
    return document(list);
  }

  static ResponseEntity<byte[]> error(HttpStatus status, String type, String detail) {
    ObjectNode error = JSON.createObjectNode();
    error.putArray("schemas").add(Schemas.ERROR);
    error.put("status", String.valueOf(status.value()));
    if (!type.isEmpty()) {
      error.put("scimType", type);
    }
    error.put("detail", detail);
    return ResponseEntity.status(status).contentType(SCIM).body(JSON.writeValueAsBytes(error));
  }

  /** What is said when the asker has that version already, else nothing. */
  static Optional<ResponseEntity<byte[]>> unchanged(@Nullable String known, ObjectNode resource) {
    return known != null && matches(known, resource)
        ? Optional.of(
            ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                .eTag(resource.path("meta").path("version").asString())
                .build())
        : Optional.empty();
  }

  /** Refuses a change of something that isn't any more as the sender saw it. */
  static void requireMatch(@Nullable String ifMatch, ObjectNode resource) {
    if (ifMatch != null && !matches(ifMatch, resource)) {
      throw new ScimFailure(
          HttpStatus.PRECONDITION_FAILED, "", "the resource was changed since that version");
    }
  }

  /** Whether one of those versions is the resource's, compared weakly (RFC 9110, 8.8.3.2). */
  private static boolean matches(String versions, ObjectNode resource) {
    String now = strong(resource.path("meta").path("version").asString());
    return Arrays.stream(versions.split(","))
        .map(String::strip)
        .anyMatch(version -> version.equals("*") || strong(version).equals(now));
  }

  private static String strong(String version) {
    return version.startsWith("W/") ? version.substring(2) : version;
  }

  private static String version(ObjectNode resource) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(JSON.writeValueAsBytes(resource));
      return "W/\"" + HexFormat.of().formatHex(hash, 0, 12) + "\"";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static void requireJson(HttpServletRequest request) {
    @Nullable String type = request.getContentType();
    MediaType sent = type == null ? SCIM : MediaType.parseMediaType(type);
    if (!sent.getType().equals("application")
        || !(sent.getSubtype().equals("scim+json") || sent.getSubtype().equals("json"))) {
      throw new ScimFailure(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "", "send application/scim+json");
    }
  }

  /** PostgreSQL can't keep this character, and no person types it. */
  private static boolean hasNul(JsonNode node) {
    return node.isContainer()
        ? node.valueStream().anyMatch(ScimAnswers::hasNul)
        : node.isString() && node.asString().indexOf('\0') >= 0;
  }
}
