package org.uitrol.adapters.scim;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.uitrol.adapters.scim.Filter.Comparison;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes a resource as RFC 7644, section 3.5.2, has it, and as directories in use really write it:
 * operations in any case, no path, dotted names inside a value, an element that isn't there yet.
 * What isn't named stays as it is; names that mean nothing do no harm.
 */
final class Patch {

  private final ObjectNode resource;

  private Patch(ObjectNode resource) {
    this.resource = resource;
  }

  /** The resource after all operations of the request, in their order. */
  static ObjectNode apply(ObjectNode resource, JsonNode request) {
    JsonNode operations =
        AttributeName.child(request, "Operations")
            .filter(JsonNode::isArray)
            .orElseThrow(() -> ScimFailure.badSyntax("a PATCH has a list of Operations"));
    Patch patch = new Patch(resource.deepCopy());
    operations.valueStream().forEach(patch::perform);
    return patch.resource;
  }

  private void perform(JsonNode operation) {
    String op = text(operation, "op").toLowerCase(Locale.ROOT);
    String path = text(operation, "path").strip();
    @Nullable JsonNode value = AttributeName.child(operation, "value").orElse(null);
    switch (op) {
      case "add", "replace" -> put(path, required(value), op.equals("add"));
      case "remove" -> remove(path, value);
      default -> throw ScimFailure.badSyntax("op is add, replace or remove, not '" + op + "'");
    }
  }

  private void put(String path, JsonNode value, boolean adds) {
    if (!path.isEmpty()) {
      put(path(path), value, adds);
    } else if (value.isObject()) {
      value
          .properties()
          .forEach(
              entry ->
                  put(
                      new FilterReader.Path(AttributeName.of(entry.getKey()), null),
                      entry.getValue(),
                      adds));
    } else {
      throw ScimFailure.badSyntax("an operation without a path has an object as its value");
    }
  }

  private void put(FilterReader.Path path, JsonNode value, boolean adds) {
    AttributeName name = path.name();
    if (name.attribute().isEmpty()) {
      inExtension(name, value, adds);
    } else if (path.element() != null) {
      putElements(path, path.element(), value);
    } else if (name.part().isEmpty()) {
      set(parent(name), name.attribute(), value, adds);
    } else {
      putPart(name, value, adds);
    }
  }

  private void inExtension(AttributeName name, JsonNode value, boolean adds) {
    if (!value.isObject()) {
      throw ScimFailure.badValue("an extension is an object");
    }
    value
        .properties()
        .forEach(
            entry ->
                put(
                    new FilterReader.Path(
                        AttributeName.of(name.extension() + ":" + entry.getKey()), null),
                    entry.getValue(),
                    adds));
  }

  private void putPart(AttributeName name, JsonNode value, boolean adds) {
    ObjectNode parent = parent(name);
    @Nullable JsonNode whole = AttributeName.child(parent, name.attribute()).orElse(null);
    if (whole instanceof ArrayNode list) {
      list.valueStream()
          .filter(JsonNode::isObject)
          .forEach(element -> set((ObjectNode) element, name.part(), value, adds));
    } else {
      ObjectNode object =
          whole instanceof ObjectNode known ? known : parent.putObject(key(parent, name));
      set(object, name.part(), value, adds);
    }
  }

  /** Where no element is meant yet, one is made that is: directories rely on it. */
  private void putElements(FilterReader.Path path, Filter filter, JsonNode value) {
    ObjectNode parent = parent(path.name());
    ArrayNode list =
        AttributeName.child(parent, path.name().attribute()).orElse(null) instanceof ArrayNode known
            ? known
            : parent.putArray(key(parent, path.name()));
    List<JsonNode> meant = list.valueStream().filter(filter::holds).toList();
    if (meant.isEmpty()) {
      ObjectNode made = list.addObject();
      describe(made, filter);
      meant = List.of(made);
    }
    for (JsonNode element : meant) {
      if (!(element instanceof ObjectNode object)) {
        throw ScimFailure.badPath("only the elements of an object list can be picked");
      }
      if (!path.name().part().isEmpty()) {
        set(object, path.name().part(), value, false);
      } else if (value.isObject()) {
        value.properties().forEach(entry -> set(object, entry.getKey(), entry.getValue(), false));
      } else {
        set(object, "value", value, false);
      }
    }
  }

  private static void describe(ObjectNode made, Filter filter) {
    if (filter instanceof Filter.And and) {
      describe(made, and.left());
      describe(made, and.right());
    } else if (filter instanceof Filter.Compare compare && compare.how() == Comparison.EQ) {
      made.set(compare.name().attribute(), compare.value());
    }
  }

  private void remove(String path, @Nullable JsonNode value) {
    if (path.isEmpty()) {
      throw new ScimFailure(HttpStatus.BAD_REQUEST, "noTarget", "a remove has a path");
    }
    FilterReader.Path target = path(path);
    AttributeName name = target.name();
    if (name.attribute().isEmpty()) {
      AttributeName.key(resource, name.extension()).ifPresent(resource::remove);
      return;
    }
    ObjectNode parent = parent(name);
    @Nullable JsonNode whole = AttributeName.child(parent, name.attribute()).orElse(null);
    if (whole instanceof ArrayNode list && (target.element() != null || isNamed(value))) {
      removeElements(list, target, value);
    } else if (name.part().isEmpty()) {
      parent.remove(key(parent, name));
    } else if (whole instanceof ObjectNode object) {
      AttributeName.key(object, name.part()).ifPresent(object::remove);
    }
  }

  private static void removeElements(
      ArrayNode list, FilterReader.Path target, @Nullable JsonNode value) {
    String part = target.name().part();
    for (int i = list.size() - 1; i >= 0; i--) {
      JsonNode element = list.get(i);
      boolean meant =
          target.element() == null ? names(value, element) : target.element().holds(element);
      if (meant && part.isEmpty()) {
        list.remove(i);
      } else if (meant && element instanceof ObjectNode object) {
        AttributeName.key(object, part).ifPresent(object::remove);
      }
    }
  }

  private static void set(ObjectNode object, String name, JsonNode value, boolean adds) {
    String key = AttributeName.key(object, name).orElse(name);
    @Nullable JsonNode known = object.get(key);
    if (adds && known instanceof ArrayNode list) {
      (value.isArray() ? value.valueStream() : List.of(value).stream())
          .filter(
              one -> list.valueStream().noneMatch(other -> identity(other).equals(identity(one))))
          .forEach(list::add);
    } else if (known instanceof ObjectNode whole && value.isObject()) {
      value.properties().forEach(entry -> set(whole, entry.getKey(), entry.getValue(), adds));
    } else {
      object.set(key, value);
    }
  }

  private ObjectNode parent(AttributeName name) {
    if (name.extension().isEmpty()) {
      return resource;
    }
    String key = AttributeName.key(resource, name.extension()).orElse(name.extension());
    return resource.get(key) instanceof ObjectNode known ? known : resource.putObject(key);
  }

  private static boolean isNamed(@Nullable JsonNode value) {
    return value != null && !value.isNull();
  }

  private static boolean names(@Nullable JsonNode value, JsonNode element) {
    if (value == null) {
      return false;
    }
    return value.isArray()
        ? value.valueStream().anyMatch(one -> identity(one).equals(identity(element)))
        : identity(value).equals(identity(element));
  }

  private static String identity(JsonNode element) {
    return element.isObject()
        ? AttributeName.child(element, "value").map(JsonNode::asString).orElseGet(element::toString)
        : element.asString();
  }

  private static FilterReader.Path path(String text) {
    try {
      return FilterReader.path(text);
    } catch (ScimFailure unreadable) {
      throw ScimFailure.badPath("the path '%s': %s".formatted(text, unreadable.getMessage()));
    }
  }

  private static JsonNode required(@Nullable JsonNode value) {
    if (value == null) {
      throw ScimFailure.badValue("an add or replace has a value");
    }
    return value;
  }

  private static String key(ObjectNode parent, AttributeName name) {
    return AttributeName.key(parent, name.attribute()).orElse(name.attribute());
  }

  private static String text(JsonNode operation, String name) {
    return AttributeName.child(operation, name)
        .filter(JsonNode::isString)
        .map(JsonNode::asString)
        .orElse("");
  }
}
