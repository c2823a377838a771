package org.uitrol.adapters.scim;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which attribute is meant (RFC 7644, section 3.10). Names are compared without regard to case.
 *
 * @param extension the address of the schema extension in which it stands; empty for the core
 * @param attribute empty when the whole extension is meant
 * @param part the sub-attribute; empty when the whole attribute is meant
 */
record AttributeName(String extension, String attribute, String part) {

  /** Reads a name such as {@code name.givenName} or one with its schema before it. */
  static AttributeName of(String text) {
    for (String schema : List.of(Schemas.USER, Schemas.GROUP)) {
      if (startsWith(text, schema + ":")) {
        return plain("", text.substring(schema.length() + 1));
      }
    }
    if (text.equalsIgnoreCase(Schemas.ENTERPRISE)) {
      return new AttributeName(Schemas.ENTERPRISE, "", "");
    }
    if (startsWith(text, Schemas.ENTERPRISE + ":") || startsWith(text, Schemas.ENTERPRISE + ".")) {
      return plain(Schemas.ENTERPRISE, text.substring(Schemas.ENTERPRISE.length() + 1));
    }
    int colon = text.lastIndexOf(':');
    return colon < 0 ? plain("", text) : plain(text.substring(0, colon), text.substring(colon + 1));
  }

  boolean is(String name) {
    return extension.isEmpty() && part.isEmpty() && attribute.equalsIgnoreCase(name);
  }

  /** Whether it is the value of that list's elements; the list as a whole stands for it too. */
  boolean isValueOf(String name) {
    return extension.isEmpty()
        && attribute.equalsIgnoreCase(name)
        && (part.isEmpty() || part.equalsIgnoreCase("value"));
  }

  boolean isInEnterprise(String name) {
    return extension.equalsIgnoreCase(Schemas.ENTERPRISE)
        && part.isEmpty()
        && attribute.equalsIgnoreCase(name);
  }

  /** A name that stands in the brackets of another, as {@code value} in {@code emails[…]}. */
  AttributeName within(AttributeName list) {
    return new AttributeName(list.extension, list.attribute, attribute);
  }

  /** Everything of that name in a document, a list's elements one by one. */
  List<JsonNode> in(JsonNode document) {
    JsonNode from = document;
    if (!extension.isEmpty()) {
      from = child(document, extension).orElse(null);
    }
    List<JsonNode> found = elements(attribute.isEmpty() ? from : childOf(from, attribute));
    return part.isEmpty()
        ? found
        : found.stream().flatMap(node -> elements(childOf(node, part)).stream()).toList();
  }

  /** The value under that name in any case. */
  static Optional<JsonNode> child(JsonNode node, String name) {
    return key(node, name).map(node::get);
  }

  /** The name as it is spelled in an object. */
  static Optional<String> key(JsonNode node, String name) {
    return node instanceof ObjectNode object
        ? object.propertyNames().stream().filter(name::equalsIgnoreCase).findFirst()
        : Optional.empty();
  }

  private static @Nullable JsonNode childOf(@Nullable JsonNode node, String name) {
    return node == null ? null : child(node, name).orElse(null);
  }

  private static List<JsonNode> elements(@Nullable JsonNode node) {
    if (node == null || node.isNull()) {
      return List.of();
    }
    return node.isArray() ? node.valueStream().toList() : List.of(node);
  }

  private static AttributeName plain(String extension, String text) {
    int dot = text.indexOf('.');
    return dot < 0
        ? new AttributeName(extension, text, "")
        : new AttributeName(extension, text.substring(0, dot), text.substring(dot + 1));
  }

  private static boolean startsWith(String text, String start) {
    return text.toLowerCase(Locale.ROOT).startsWith(start.toLowerCase(Locale.ROOT));
  }
}
