package org.uitrol.adapters.xapi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What two statements that mean the same have in common (section 2.3.1 of part two): not how keys
 * or members of a group are ordered, how a moment or a number is written, what is shown of verbs
 * and activities, nor what the store itself adds.
 */
final class Sameness {

  private Sameness() {}

  static String of(JsonNode sent) {
    ObjectNode statement = ((ObjectNode) sent).deepCopy();
    statement.remove(List.of("id", "stored", "authority", "version"));
    plain(statement);
    return text(statement);
  }

  private static void plain(ObjectNode statement) {
    if (statement.path("timestamp").isString()) {
      statement.put(
          "timestamp",
          Formats.moment(statement.path("timestamp").stringValue())
              .map(Object::toString)
              .orElse(""));
    }
    if (statement.path("verb") instanceof ObjectNode verb) {
      verb.remove("display");
    }
    actor(statement.path("actor"));
    if (statement.path("object") instanceof ObjectNode object) {
      if (object.path("objectType").asString("Activity").equals("Activity")) {
        activity(object);
      } else if (object.path("objectType").asString("").equals("SubStatement")) {
        plain(object);
      } else {
        actor(object);
        lower(object, "id");
      }
    }
    if (statement.path("context") instanceof ObjectNode context) {
      lower(context, "registration");
      actor(context.path("instructor"));
      actor(context.path("team"));
      if (context.path("statement") instanceof ObjectNode reference) {
        lower(reference, "id");
      }
      if (context.path("contextActivities") instanceof ObjectNode kinds) {
        for (String kind : List.copyOf(kinds.propertyNames())) {
          activities(kinds, kind);
        }
      }
    }
  }

  private static void activities(ObjectNode kinds, String kind) {
    JsonNode value = kinds.path(kind);
    ArrayNode list = kinds.arrayNode();
    if (value.isArray()) {
      value.forEach(list::add);
    } else {
      list.add(value);
    }
    list.forEach(Sameness::activity);
    kinds.set(kind, list);
  }

  private static void activity(JsonNode node) {
    if (node instanceof ObjectNode activity) {
      activity.remove("definition");
      activity.put("objectType", "Activity");
    }
  }

  private static void actor(JsonNode node) {
    if (!(node instanceof ObjectNode actor)) {
      return;
    }
    if (!actor.has("objectType")) {
      actor.put("objectType", "Agent");
    }
    if (actor.path("member").isArray()) {
      List<JsonNode> members = new ArrayList<>();
      actor.path("member").forEach(members::add);
      members.forEach(Sameness::actor);
      members.sort(Comparator.comparing(Sameness::text));
      ArrayNode sorted = actor.arrayNode();
      members.forEach(sorted::add);
      actor.set("member", sorted);
    }
  }

  private static void lower(ObjectNode node, String key) {
    if (node.path(key).isString()) {
      node.put(key, node.path(key).stringValue().toLowerCase(Locale.ROOT));
    }
  }

  /** JSON with its keys in order and each number in one way. */
  private static String text(JsonNode node) {
    StringBuilder out = new StringBuilder();
    write(node, out);
    return out.toString();
  }

  private static void write(JsonNode node, StringBuilder out) {
    if (node.isObject()) {
      Map<String, JsonNode> sorted = new TreeMap<>();
      for (Map.Entry<String, JsonNode> entry : node.properties()) {
        sorted.put(entry.getKey(), entry.getValue());
      }
      out.append('{');
      sorted.forEach(
          (key, value) -> {
            out.append(StatementReader.JSON.writeValueAsString(key)).append(':');
            write(value, out);
            out.append(',');
          });
      out.append('}');
    } else if (node.isArray()) {
      out.append('[');
      node.forEach(
          value -> {
            write(value, out);
            out.append(',');
          });
      out.append(']');
    } else if (node.isNumber()) {
      out.append(
          node.decimalValue().signum() == 0
              ? "0"
              : node.decimalValue().stripTrailingZeros().toString());
    } else {
      out.append(StatementReader.JSON.writeValueAsString(node));
    }
  }
}
