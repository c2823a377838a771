package org.uitrol.adapters.xapi;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a statement is shown: exactly as it was sent, by identifiers alone, or with each text in one
 * language.
 */
enum Shown {
  EXACT,
  IDS,
  CANONICAL;

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private static final List<String> COMPONENTS =
      List.of("choices", "scale", "source", "target", "steps");

  /** The way with that name; a name that isn't known is refused. */
  static Shown of(@Nullable String format) {
    if (format == null) {
      return EXACT;
    }
    return switch (format) {
      case "exact" -> EXACT;
      case "ids" -> IDS;
      case "canonical" -> CANONICAL;
      default -> throw XapiFailure.bad("format is exact, ids or canonical");
    };
  }

  /** A moment as the Experience API has it, to the millisecond. */
  static String moment(Instant moment) {
    return MOMENT.format(moment);
  }

  /**
   * A statement in this way.
   *
   * @param languages what the reader likes best, as {@code Accept-Language} has it; may be empty
   */
  JsonNode statement(ObjectNode statement, List<LanguageRange> languages) {
    switch (this) {
      case EXACT -> {}
      case IDS -> ids(statement);
      case CANONICAL -> languages(statement, languages);
    }
    return statement;
  }

  private static void ids(ObjectNode statement) {
    keep(statement.path("verb"), Set.of("id"));
    actor(statement.path("actor"));
    actor(statement.path("authority"));
    actor(statement.path("context").path("instructor"));
    actor(statement.path("context").path("team"));
    statement.path("context").path("contextActivities").forEach(list -> list.forEach(Shown::id));
    JsonNode object = statement.path("object");
    switch (object.path("objectType").asString("Activity")) {
      case "Activity" -> id(object);
      case "SubStatement" -> ids((ObjectNode) object);
      case "Agent", "Group" -> actor(object);
      default -> {}
    }
  }

  private static void id(JsonNode activity) {
    keep(activity, Set.of("objectType", "id"));
  }

  /** Who is in a group is left out, unless that is all that tells which group it is. */
  private static void actor(JsonNode node) {
    boolean named =
        Set.of("mbox", "mbox_sha1sum", "openid", "account").stream().anyMatch(node::has);
    keep(
        node,
        named
            ? Set.of("objectType", "mbox", "mbox_sha1sum", "openid", "account")
            : Set.of("objectType", "member"));
    node.path("member").forEach(Shown::actor);
  }

  private static void keep(JsonNode node, Set<String> keys) {
    if (node instanceof ObjectNode object) {
      object.retain(keys);
    }
  }

  private static void languages(ObjectNode statement, List<LanguageRange> languages) {
    language(statement.path("verb"), "display", languages);
    statement
        .path("context")
        .path("contextActivities")
        .forEach(list -> list.forEach(one -> definition(one.path("definition"), languages)));
    statement
        .path("attachments")
        .forEach(
            one -> {
              language(one, "display", languages);
              language(one, "description", languages);
            });
    JsonNode object = statement.path("object");
    definition(object.path("definition"), languages);
    if (object.path("objectType").asString("").equals("SubStatement")) {
      languages((ObjectNode) object, languages);
    }
  }

  private static void definition(JsonNode definition, List<LanguageRange> languages) {
    language(definition, "name", languages);
    language(definition, "description", languages);
    for (String key : COMPONENTS) {
      definition.path(key).forEach(one -> language(one, "description", languages));
    }
  }

  private static void language(JsonNode node, String key, List<LanguageRange> languages) {
    if (node.path(key) instanceof ObjectNode map && map.size() > 1) {
      List<String> there = new ArrayList<>(map.propertyNames());
      List<String> liked = languages.isEmpty() ? List.of() : Locale.filterTags(languages, there);
      String best = liked.isEmpty() ? there.get(0) : liked.get(0);
      map.retain(there.stream().filter(tag -> tag.equalsIgnoreCase(best)).limit(1).toList());
    }
  }

  /** Puts the definitions of one activity together, the later over the earlier. */
  static void merge(ObjectNode into, JsonNode definition) {
    if (!(definition instanceof ObjectNode more)) {
      return;
    }
    for (String key : more.propertyNames()) {
      JsonNode value = more.path(key);
      if (into.path(key) instanceof ObjectNode known && value instanceof ObjectNode fresh) {
        known.setAll(fresh);
      } else {
        into.set(key, value);
      }
    }
  }
}
