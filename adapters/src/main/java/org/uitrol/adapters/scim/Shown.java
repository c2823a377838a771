package org.uitrol.adapters.scim;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which attributes an answer has (RFC 7644, section 3.9).
 *
 * @param only empty for all
 */
record Shown(List<AttributeName> only, List<AttributeName> without) {

  static Shown of(@Nullable String attributes, @Nullable String excludedAttributes) {
    return new Shown(names(attributes), names(excludedAttributes));
  }

  /** Whether that attribute has to be worked out at all. */
  boolean has(String attribute) {
    boolean asked =
        only.isEmpty()
            || only.stream().anyMatch(name -> name.attribute().equalsIgnoreCase(attribute));
    return asked && without.stream().noneMatch(name -> name.is(attribute));
  }

  ObjectNode of(ObjectNode resource) {
    ObjectNode shown = resource.deepCopy();
    if (!only.isEmpty()) {
      shown.removeAll();
      only.forEach(name -> copy(name, resource, shown));
    }
    without.forEach(name -> drop(name, shown));
    shown.set("schemas", resource.path("schemas"));
    shown.set("id", resource.path("id"));
    return shown;
  }

  private static void copy(AttributeName name, ObjectNode from, ObjectNode to) {
    if (!name.extension().isEmpty()) {
      AttributeName.key(from, name.extension())
          .ifPresent(
              key -> {
                if (name.attribute().isEmpty()) {
                  to.set(key, from.path(key));
                } else if (from.path(key) instanceof ObjectNode inner) {
                  copy(
                      new AttributeName("", name.attribute(), name.part()),
                      inner,
                      to.withObject("/" + key.replace("~", "~0").replace("/", "~1")));
                }
              });
      return;
    }
    AttributeName.key(from, name.attribute())
        .ifPresent(
            key -> {
              if (name.part().isEmpty() || !(from.path(key) instanceof ObjectNode inner)) {
                to.set(key, from.path(key));
              } else {
                copy(new AttributeName("", name.part(), ""), inner, to.withObject("/" + key));
              }
            });
  }

  private static void drop(AttributeName name, ObjectNode from) {
    JsonNode parent =
        name.extension().isEmpty()
            ? from
            : AttributeName.child(from, name.extension()).orElse(from);
    if (name.attribute().isEmpty()) {
      AttributeName.key(from, name.extension()).ifPresent(from::remove);
    } else if (!name.part().isEmpty()) {
      AttributeName.child(parent, name.attribute())
          .ifPresent(
              inner ->
                  AttributeName.key(inner, name.part())
                      .ifPresent(key -> ((ObjectNode) inner).remove(key)));
    } else if (parent instanceof ObjectNode object) {
      AttributeName.key(object, name.attribute()).ifPresent(object::remove);
    }
  }

  private static List<AttributeName> names(@Nullable String list) {
    return list == null
        ? List.of()
        : Arrays.stream(list.split(","))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .map(AttributeName::of)
            .toList();
  }
}
