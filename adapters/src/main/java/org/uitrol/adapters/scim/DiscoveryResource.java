package org.uitrol.adapters.scim;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Tells a directory what can be done here (RFC 7644, section 4). */
@RestController
class DiscoveryResource {

  private static final Shown ALL = Shown.of(null, null);

  private final ScimAnswers answers;

  DiscoveryResource(ScimAnswers answers) {
    this.answers = answers;
  }

  @GetMapping("/scim/v2/ServiceProviderConfig")
  ResponseEntity<byte[]> config() {
    return answers.document(
        described(read("config").get(0), "ServiceProviderConfig", "ServiceProviderConfig"));
  }

  @GetMapping("/scim/v2/ResourceTypes")
  ResponseEntity<byte[]> types() {
    return list(all("types", "ResourceType", "ResourceTypes/"));
  }

  @GetMapping("/scim/v2/ResourceTypes/{type}")
  ResponseEntity<byte[]> type(@PathVariable String type) {
    return one(all("types", "ResourceType", "ResourceTypes/"), type);
  }

  @GetMapping("/scim/v2/Schemas")
  ResponseEntity<byte[]> schemas() {
    return list(all("schemas", "Schema", "Schemas/"));
  }

  @GetMapping("/scim/v2/Schemas/{schema}")
  ResponseEntity<byte[]> schema(@PathVariable String schema) {
    return one(all("schemas", "Schema", "Schemas/"), schema);
  }

  private ResponseEntity<byte[]> list(List<ObjectNode> documents) {
    return answers.list(documents.size(), 1, documents, ALL);
  }

  private ResponseEntity<byte[]> one(List<ObjectNode> documents, String id) {
    return answers.document(
        documents.stream()
            .filter(document -> document.path("id").asString().equalsIgnoreCase(id))
            .findFirst()
            .orElseThrow(() -> ScimFailure.unknown(id)));
  }

  private List<ObjectNode> all(String file, String type, String path) {
    return read(file)
        .valueStream()
        .map(document -> described(document, type, path + document.path("id").asString()))
        .toList();
  }

  private ObjectNode described(JsonNode document, String type, String path) {
    ObjectNode copy = (ObjectNode) document.deepCopy();
    copy.putObject("meta").put("resourceType", type).put("location", answers.location(path));
    return copy;
  }

  private static JsonNode read(String file) {
    try (InputStream resource =
        Objects.requireNonNull(
            DiscoveryResource.class.getResourceAsStream("/scim/" + file + ".json"))) {
      return ScimAnswers.JSON.readTree(resource);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
