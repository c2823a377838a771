package org.uitrol.adapters.xapi;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.uitrol.adapters.shared.Iri;
import org.uitrol.application.training.LearningVerb;
import tools.jackson.databind.JsonNode;

/**
 * What a statement has to be, by part two of the Experience API 1.0.3. Nothing unknown, nothing
 * null outside of extensions, every value of its type and format.
 */
final class StatementRules {

  private static final Set<String> STATEMENT =
      Set.of(
          "id",
          "actor",
          "verb",
          "object",
          "result",
          "context",
          "timestamp",
          "stored",
          "authority",
          "version",
          "attachments");

  private static final Set<String> SUB_STATEMENT =
      Set.of(
          "objectType", "actor", "verb", "object", "result", "context", "timestamp", "attachments");

  private static final Set<String> IDENTIFIERS =
      Set.of("mbox", "mbox_sha1sum", "openid", "account");

  private static final Set<String> INTERACTIONS =
      Set.of(
          "true-false",
          "choice",
          "fill-in",
          "long-fill-in",
          "matching",
          "performance",
          "sequencing",
          "likert",
          "numeric",
          "other");

  private static final List<String> COMPONENTS =
      List.of("choices", "scale", "source", "target", "steps");

  private static final Set<String> CONTEXT_ACTIVITIES =
      Set.of("parent", "grouping", "category", "other");

  private static final String SIGNATURE = "http://adlnet.gov/expapi/attachments/signature";

  private StatementRules() {}

  /**
   * Makes sure that it is a statement.
   *
   * @throws XapiFailure when it isn't, with where and why
   */
  static void check(JsonNode statement, String at) {
    object(statement, at, STATEMENT);
    optional(statement, "id", at, StatementRules::uuid);
    optional(statement, "stored", at, StatementRules::moment);
    optional(statement, "version", at, format(Formats::isVersion, "1.0 or 1.0.x"));
    optional(statement, "authority", at, StatementRules::authority);
    body(statement, at, false);
  }

  /** An agent or an identified group, as a parameter of a query has it. */
  static void checkWho(JsonNode who, String at) {
    who(who, at);
    if (IDENTIFIERS.stream().noneMatch(who::has)) {
      throw bad(at, "needs one of mbox, mbox_sha1sum, openid and account");
    }
  }

  private static void body(JsonNode statement, String at, boolean sub) {
    required(statement, "actor", at, StatementRules::who);
    required(statement, "verb", at, StatementRules::verb);
    required(statement, "object", at, (node, path) -> thing(node, path, sub));
    optional(statement, "result", at, StatementRules::result);
    optional(statement, "context", at, StatementRules::context);
    optional(statement, "timestamp", at, StatementRules::moment);
    optional(statement, "attachments", at, StatementRules::attachments);
    JsonNode context = statement.get("context");
    if (context != null && !type(statement.path("object"), "Activity").equals("Activity")) {
      for (String key : List.of("revision", "platform")) {
        if (context.has(key)) {
          throw bad(at + "/context/" + key, "is for statements about an activity only");
        }
      }
    }
    if (LearningVerb.isVoiding(statement.path("verb").path("id").asString(""))
        && !type(statement.path("object"), "Activity").equals("StatementRef")) {
      throw bad(at + "/object/objectType", "of a voiding statement has to be StatementRef");
    }
  }

  // Actors: section 2.4.2.

  private static void who(JsonNode node, String at) {
    isObject(node, at);
    switch (type(node, "Agent")) {
      case "Agent" -> agent(node, at);
      case "Group" -> group(node, at);
      default -> throw bad(at + "/objectType", "has to be Agent or Group");
    }
  }

  private static void agent(JsonNode node, String at) {
    isObject(node, at);
    if (!type(node, "Agent").equals("Agent")) {
      throw bad(at + "/objectType", "has to be Agent");
    }
    object(node, at, Set.of("objectType", "name", "mbox", "mbox_sha1sum", "openid", "account"));
    optional(node, "name", at, StatementRules::string);
    if (identifiers(node, at) != 1) {
      throw bad(at, "needs exactly one of mbox, mbox_sha1sum, openid and account");
    }
  }

  private static void group(JsonNode node, String at) {
    isObject(node, at);
    if (!type(node, "Agent").equals("Group")) {
      throw bad(at + "/objectType", "has to be Group");
    }
    object(
        node,
        at,
        Set.of("objectType", "name", "member", "mbox", "mbox_sha1sum", "openid", "account"));
    optional(node, "name", at, StatementRules::string);
    optional(node, "member", at, list(StatementRules::agent));
    long identifiers = identifiers(node, at);
    if (identifiers > 1) {
      throw bad(at, "has more than one of mbox, mbox_sha1sum, openid and account");
    }
    if (identifiers == 0 && node.path("member").isEmpty()) {
      throw bad(at, "needs a member, or one of mbox, mbox_sha1sum, openid and account");
    }
  }

  private static long identifiers(JsonNode node, String at) {
    optional(node, "mbox", at, format(Formats::isMailbox, "mailto: and an e-mail address"));
    optional(node, "mbox_sha1sum", at, format(Formats::isSha1, "40 hexadecimal digits"));
    optional(node, "openid", at, StatementRules::iri);
    optional(
        node,
        "account",
        at,
        (account, path) -> {
          object(account, path, Set.of("homePage", "name"));
          required(account, "homePage", path, StatementRules::locator);
          required(account, "name", path, StatementRules::string);
        });
    return IDENTIFIERS.stream().filter(node::has).count();
  }

  /** A group as an authority is two agents (section 2.4.9). */
  private static void authority(JsonNode node, String at) {
    who(node, at);
    if (type(node, "Agent").equals("Group")
        && (node.path("member").size() != 2 || IDENTIFIERS.stream().anyMatch(node::has))) {
      throw bad(at, "as a group has exactly two members");
    }
  }

  // Verbs and objects: sections 2.4.3 and 2.4.4.

  private static void verb(JsonNode node, String at) {
    object(node, at, Set.of("id", "display"));
    required(node, "id", at, StatementRules::iri);
    optional(node, "display", at, StatementRules::languageMap);
  }

  private static void thing(JsonNode node, String at, boolean sub) {
    isObject(node, at);
    switch (type(node, "Activity")) {
      case "Activity" -> activity(node, at);
      case "Agent" -> agent(node, at);
      case "Group" -> group(node, at);
      case "StatementRef" -> statementRef(node, at);
      case "SubStatement" -> {
        if (sub) {
          throw bad(at, "a SubStatement has no SubStatement");
        }
        object(node, at, SUB_STATEMENT);
        body(node, at, true);
      }
      default ->
          throw bad(
              at + "/objectType", "has to be Activity, Agent, Group, SubStatement or StatementRef");
    }
  }

  private static void activity(JsonNode node, String at) {
    object(node, at, Set.of("objectType", "id", "definition"));
    if (!type(node, "Activity").equals("Activity")) {
      throw bad(at + "/objectType", "has to be Activity");
    }
    required(node, "id", at, StatementRules::iri);
    optional(node, "definition", at, StatementRules::definition);
  }

  private static void definition(JsonNode node, String at) {
    object(
        node,
        at,
        Set.of(
            "name",
            "description",
            "type",
            "moreInfo",
            "extensions",
            "interactionType",
            "correctResponsesPattern",
            "choices",
            "scale",
            "source",
            "target",
            "steps"));
    optional(node, "name", at, StatementRules::languageMap);
    optional(node, "description", at, StatementRules::languageMap);
    optional(node, "type", at, StatementRules::iri);
    optional(node, "moreInfo", at, StatementRules::locator);
    optional(node, "extensions", at, StatementRules::extensions);
    optional(node, "interactionType", at, format(INTERACTIONS::contains, "a kind of interaction"));
    optional(node, "correctResponsesPattern", at, list(StatementRules::string));
    boolean interaction = node.has("correctResponsesPattern");
    for (String key : COMPONENTS) {
      optional(node, key, at, StatementRules::components);
      interaction |= node.has(key);
    }
    if (interaction && !node.has("interactionType")) {
      throw bad(at, "needs an interactionType");
    }
  }

  private static void components(JsonNode node, String at) {
    Set<String> ids = new HashSet<>();
    list((component, path) -> {
          object(component, path, Set.of("id", "description"));
          required(component, "id", path, StatementRules::string);
          optional(component, "description", path, StatementRules::languageMap);
          if (!ids.add(component.path("id").asString(""))) {
            throw bad(path + "/id", "stands here twice");
          }
        })
        .accept(node, at);
  }

  private static void statementRef(JsonNode node, String at) {
    object(node, at, Set.of("objectType", "id"));
    if (!type(node, "").equals("StatementRef")) {
      throw bad(at + "/objectType", "has to be StatementRef");
    }
    required(node, "id", at, StatementRules::uuid);
  }

  // Results and contexts: sections 2.4.5 and 2.4.6.

  private static void result(JsonNode node, String at) {
    object(
        node, at, Set.of("score", "success", "completion", "response", "duration", "extensions"));
    optional(node, "score", at, StatementRules::score);
    optional(node, "success", at, StatementRules::truth);
    optional(node, "completion", at, StatementRules::truth);
    optional(node, "response", at, StatementRules::string);
    optional(node, "duration", at, format(Formats::isDuration, "a duration such as PT1H30M"));
    optional(node, "extensions", at, StatementRules::extensions);
  }

  private static void score(JsonNode node, String at) {
    object(node, at, Set.of("scaled", "raw", "min", "max"));
    for (String key : List.of("scaled", "raw", "min", "max")) {
      optional(
          node,
          key,
          at,
          (number, path) -> {
            if (!number.isNumber()) {
              throw bad(path, "has to be a number");
            }
          });
    }
    within(at + "/scaled", BigDecimal.ONE.negate(), number(node, "scaled"), BigDecimal.ONE);
    within(at + "/raw", number(node, "min"), number(node, "raw"), number(node, "max"));
    within(at + "/max", number(node, "min"), number(node, "max"), null);
  }

  private static @Nullable BigDecimal number(JsonNode node, String key) {
    JsonNode value = node.get(key);
    return value == null ? null : value.decimalValue();
  }

  private static void within(
      String at,
      @Nullable BigDecimal least,
      @Nullable BigDecimal value,
      @Nullable BigDecimal most) {
    if (value != null
        && ((least != null && value.compareTo(least) < 0)
            || (most != null && value.compareTo(most) > 0))) {
      throw bad(at, "is out of its range");
    }
  }

  private static void context(JsonNode node, String at) {
    object(
        node,
        at,
        Set.of(
            "registration",
            "instructor",
            "team",
            "contextActivities",
            "revision",
            "platform",
            "language",
            "statement",
            "extensions"));
    optional(node, "registration", at, StatementRules::uuid);
    optional(node, "instructor", at, StatementRules::who);
    optional(node, "team", at, StatementRules::group);
    optional(node, "contextActivities", at, StatementRules::contextActivities);
    optional(node, "revision", at, StatementRules::string);
    optional(node, "platform", at, StatementRules::string);
    optional(node, "language", at, format(Formats::isLanguage, "a language by RFC 5646"));
    optional(node, "statement", at, StatementRules::statementRef);
    optional(node, "extensions", at, StatementRules::extensions);
  }

  private static void contextActivities(JsonNode node, String at) {
    object(node, at, CONTEXT_ACTIVITIES);
    if (node.isEmpty()) {
      throw bad(at, "has to hold something");
    }
    for (String key : CONTEXT_ACTIVITIES) {
      optional(
          node,
          key,
          at,
          (value, path) -> {
            if (value.isArray()) {
              list(StatementRules::activity).accept(value, path);
            } else {
              activity(value, path);
            }
          });
    }
  }

  // Attachments: section 2.4.11. What they hold isn't taken, so that each has to lie elsewhere.

  private static void attachments(JsonNode node, String at) {
    list(StatementRules::attachment).accept(node, at);
  }

  private static void attachment(JsonNode node, String at) {
    object(
        node,
        at,
        Set.of("usageType", "display", "description", "contentType", "length", "sha2", "fileUrl"));
    required(node, "usageType", at, StatementRules::iri);
    required(node, "display", at, StatementRules::languageMap);
    optional(node, "description", at, StatementRules::languageMap);
    required(node, "contentType", at, format(Formats::isMediaType, "a media type"));
    required(
        node,
        "length",
        at,
        (length, path) -> {
          if (!length.isIntegralNumber() || length.decimalValue().signum() < 0) {
            throw bad(path, "has to be a number of octets");
          }
        });
    required(node, "sha2", at, format(Formats::isSha2, "hexadecimal digits"));
    optional(node, "fileUrl", at, StatementRules::locator);
    if (node.path("usageType").asString("").equals(SIGNATURE) || !node.has("fileUrl")) {
      throw bad(at, "attachments aren't taken: leave it out, or give its fileUrl");
    }
  }

  // Types and formats: sections 2.2 and 4.

  private static String type(JsonNode node, String otherwise) {
    JsonNode type = node.get("objectType");
    if (type == null) {
      return otherwise;
    }
    return type.isString() ? type.stringValue() : "";
  }

  private static void languageMap(JsonNode node, String at) {
    isObject(node, at);
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      if (!Formats.isLanguage(entry.getKey())) {
        throw bad(at, "has a key that is no language by RFC 5646");
      }
      string(entry.getValue(), at + "/" + entry.getKey());
    }
  }

  private static void extensions(JsonNode node, String at) {
    isObject(node, at);
    for (String key : node.propertyNames()) {
      if (!Iri.is(key)) {
        throw bad(at, "has a key that is no IRI");
      }
    }
  }

  private static void string(JsonNode node, String at) {
    if (!node.isString()) {
      throw bad(at, "has to be a string");
    }
  }

  private static void truth(JsonNode node, String at) {
    if (!node.isBoolean()) {
      throw bad(at, "has to be true or false");
    }
  }

  private static void uuid(JsonNode node, String at) {
    format(Formats::isUuid, "a UUID").accept(node, at);
  }

  private static void iri(JsonNode node, String at) {
    format(Iri::is, "an IRI with a scheme").accept(node, at);
  }

  private static void locator(JsonNode node, String at) {
    format(Iri::is, "an IRL with a scheme").accept(node, at);
  }

  private static void moment(JsonNode node, String at) {
    format(text -> Formats.moment(text).isPresent(), "a timestamp by ISO 8601").accept(node, at);
  }

  private static BiConsumer<JsonNode, String> format(Predicate<String> rule, String what) {
    return (node, at) -> {
      if (!node.isString() || !rule.test(node.stringValue())) {
        throw bad(at, "has to be " + what);
      }
    };
  }

  private static BiConsumer<JsonNode, String> list(BiConsumer<JsonNode, String> each) {
    return (node, at) -> {
      if (!node.isArray()) {
        throw bad(at, "has to be an array");
      }
      for (int i = 0; i < node.size(); i++) {
        each.accept(node.get(i), at + "/" + i);
      }
    };
  }

  private static void object(JsonNode node, String at, Set<String> allowed) {
    isObject(node, at);
    for (String key : node.propertyNames()) {
      if (!allowed.contains(key)) {
        throw bad(at, "has a property that isn't allowed there");
      }
    }
  }

  private static void isObject(JsonNode node, String at) {
    if (!node.isObject()) {
      throw bad(at, "has to be an object");
    }
  }

  private static void required(
      JsonNode node, String key, String at, BiConsumer<JsonNode, String> rule) {
    JsonNode value = node.get(key);
    if (value == null) {
      throw bad(at + "/" + key, "is missing");
    }
    rule.accept(value, at + "/" + key);
  }

  private static void optional(
      JsonNode node, String key, String at, BiConsumer<JsonNode, String> rule) {
    if (node.has(key)) {
      required(node, key, at, rule);
    }
  }

  private static XapiFailure bad(String at, String why) {
    return XapiFailure.bad((at.isEmpty() ? "the statement" : at) + " " + why);
  }
}
