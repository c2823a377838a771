package org.uitrol.adapters.xapi;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.uitrol.application.training.LearningStatement;
import org.uitrol.application.training.SubmittedStatement;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads statements as they are sent, and completes them by what is added when they are kept. */
final class StatementReader {

  /** How many statements one request may hold. */
  static final int MOST = 1_000;

  private static final int DEEPEST = 100;
  private static final int LONGEST_NUMBER = 100;

  static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxNumberLength(LONGEST_NUMBER)
                          .build())
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private StatementReader() {}

  /**
   * The JSON in those bytes, which have to be UTF-8 without a key that stands twice.
   *
   * @throws XapiFailure when they hold something else
   */
  static JsonNode json(byte[] bytes) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw XapiFailure.bad("the body isn't UTF-8");
    }
    return json(text);
  }

  /** The JSON in a text. */
  static JsonNode json(String text) {
    try {
      JsonNode node = JSON.readTree(text);
      if (node == null || node.isMissingNode()) {
        throw XapiFailure.bad("there is no JSON");
      }
      requireText(node);
      return node;
    } catch (JacksonException e) {
      throw XapiFailure.bad(
          "the JSON is broken, or has a key twice, in line "
              + (e.getLocation() == null ? 0 : e.getLocation().getLineNr()));
    }
  }

  /** Half a character can't be written again. */
  private static void requireText(JsonNode node) {
    if (node.isString() && !StandardCharsets.UTF_8.newEncoder().canEncode(node.stringValue())) {
      throw XapiFailure.bad("a text has half a character");
    }
    for (String key : node.propertyNames()) {
      if (!StandardCharsets.UTF_8.newEncoder().canEncode(key)) {
        throw XapiFailure.bad("a key has half a character");
      }
    }
    for (JsonNode child : node) {
      requireText(child);
    }
  }

  /**
   * The statements of a POST: one, or a list.
   *
   * @param authority who answers for them, as an agent
   * @throws XapiFailure when one of them isn't right
   */
  static List<SubmittedStatement> many(JsonNode sent, JsonNode authority) {
    List<SubmittedStatement> found = new ArrayList<>();
    if (sent.isArray()) {
      if (sent.size() > MOST) {
        throw new XapiFailure(
            HttpStatus.CONTENT_TOO_LARGE, "one request holds at most " + MOST + " statements");
      }
      for (int i = 0; i < sent.size(); i++) {
        StatementRules.check(sent.get(i), "/" + i);
        found.add(one((ObjectNode) sent.get(i), null, authority));
      }
    } else {
      StatementRules.check(sent, "");
      found.add(one((ObjectNode) sent, null, authority));
    }
    return found;
  }

  /**
   * The statement of a PUT.
   *
   * @param id that it was given by the request
   */
  static SubmittedStatement single(JsonNode sent, String id, JsonNode authority) {
    StatementRules.check(sent, "");
    JsonNode own = sent.get("id");
    if (own != null && !own.stringValue().equalsIgnoreCase(id)) {
      throw XapiFailure.bad("/id is another one than statementId");
    }
    return one((ObjectNode) sent, id, authority);
  }

  private static SubmittedStatement one(
      ObjectNode sent, @Nullable String given, JsonNode authority) {
    ObjectNode statement = sent.deepCopy();
    String id = given != null ? given : sent.path("id").asString(UUID.randomUUID().toString());
    statement.put("id", id);
    statement.set("authority", authority);
    if (!statement.has("version")) {
      statement.put("version", "1.0.0");
    }
    listActivities(statement);
    listActivities(statement.path("object"));
    String sameness = Sameness.of(sent);
    Set<String> agents = new HashSet<>();
    Set<String> related = new HashSet<>();
    Set<String> activities = new HashSet<>();
    Actors.add(statement.path("actor"), agents);
    Actors.add(statement.path("object"), agents);
    collect(statement, related, activities);
    Actors.add(authority, related);
    JsonNode object = statement.path("object");
    boolean isRef = object.path("objectType").asString("").equals("StatementRef");
    JsonNode registration = statement.path("context").get("registration");
    return new SubmittedStatement(
        storedAt -> told(statement, storedAt),
        id.toLowerCase(Locale.ROOT),
        statement.path("verb").path("id").stringValue(),
        Actors.who(statement.path("actor")),
        isRef ? object.path("id").stringValue().toLowerCase(Locale.ROOT) : null,
        registration == null ? null : registration.stringValue().toLowerCase(Locale.ROOT),
        agents,
        related,
        activities,
        sameness,
        storedAt -> document(statement, storedAt));
  }

  private static byte[] document(ObjectNode statement, Instant storedAt) {
    ObjectNode whole = statement.deepCopy();
    String moment = Shown.moment(storedAt);
    whole.put("stored", moment);
    if (!whole.has("timestamp")) {
      whole.put("timestamp", moment);
    }
    return JSON.writeValueAsBytes(whole);
  }

  private static LearningStatement told(ObjectNode statement, Instant storedAt) {
    JsonNode result = statement.path("result");
    JsonNode timestamp = statement.get("timestamp");
    JsonNode object = statement.path("object");
    return new LearningStatement(
        statement.path("id").stringValue().toLowerCase(Locale.ROOT),
        statement.path("verb").path("id").stringValue(),
        object.path("objectType").asString("Activity").equals("Activity")
            ? object.path("id").stringValue()
            : null,
        score(result.path("score")),
        truth(result.get("success")),
        truth(result.get("completion")),
        timestamp == null ? storedAt : Formats.moment(timestamp.stringValue()).orElse(storedAt));
  }

  /** As a share: scaled as it is, else where it lies between the least and the most. */
  private static @Nullable Double score(JsonNode score) {
    JsonNode scaled = score.get("scaled");
    if (scaled != null) {
      return Math.max(0, scaled.decimalValue().doubleValue());
    }
    JsonNode raw = score.get("raw");
    JsonNode least = score.get("min");
    JsonNode most = score.get("max");
    if (raw == null || least == null || most == null) {
      return null;
    }
    BigDecimal from = least.decimalValue();
    BigDecimal width = most.decimalValue().subtract(from, MathContext.DECIMAL64);
    return width.signum() <= 0
        ? null
        : (Double)
            Math.min(
                1,
                Math.max(
                    0,
                    raw.decimalValue()
                        .subtract(from, MathContext.DECIMAL64)
                        .divide(width, MathContext.DECIMAL64)
                        .doubleValue()));
  }

  private static @Nullable Boolean truth(@Nullable JsonNode node) {
    return node == null ? null : (Boolean) node.booleanValue();
  }

  /** Each is answered as a list, also when one alone was sent (section 2.4.6.2). */
  private static void listActivities(JsonNode statement) {
    if (statement.path("context").path("contextActivities") instanceof ObjectNode kinds) {
      for (String kind : List.copyOf(kinds.propertyNames())) {
        JsonNode value = Objects.requireNonNull(kinds.get(kind));
        if (!value.isArray()) {
          ArrayNode list = kinds.arrayNode();
          list.add(value);
          kinds.set(kind, list);
        }
      }
    }
  }

  /** Whoever and whatever occurs in a statement and in the one within it. */
  private static void collect(JsonNode statement, Set<String> agents, Set<String> activities) {
    JsonNode object = statement.path("object");
    JsonNode context = statement.path("context");
    Actors.add(statement.path("actor"), agents);
    Actors.add(context.path("instructor"), agents);
    Actors.add(context.path("team"), agents);
    for (JsonNode list : context.path("contextActivities")) {
      list.forEach(activity -> activities.add(activity.path("id").asString("")));
    }
    switch (object.path("objectType").asString("Activity")) {
      case "Activity" -> activities.add(object.path("id").asString(""));
      case "Agent", "Group" -> Actors.add(object, agents);
      case "SubStatement" -> collect(object, agents, activities);
      default -> {}
    }
  }
}
