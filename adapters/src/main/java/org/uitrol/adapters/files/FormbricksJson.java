package org.uitrol.adapters.files;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.directory.UnreadablePeopleFile;
import org.uitrol.application.survey.source.SourceTable;
import org.uitrol.application.survey.source.SourceTable.Response;
import org.uitrol.domain.survey.source.ColumnRole;
import org.uitrol.domain.survey.source.SourceColumn;
import org.uitrol.domain.survey.source.Wording;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Formbricks tells as JSON: responses, as its API lists them and as its webhooks send them,
 * and the questions of a survey. A question is known by its id; a table of them is a column for
 * each row.
 */
public final class FormbricksJson {

  /** The columns beside the questions are called as in Formbricks' own tables. */
  static final String RESPONSE = "Response ID";

  static final String FINISHED = "Finished";
  static final String USER = "User ID";

  private static final int MOST_COLUMNS = 500;
  private static final int DEEPEST = 20;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private FormbricksJson() {}

  /**
   * What a webhook tells.
   *
   * @param event for instance {@code responseFinished}
   * @param response empty when it is about none
   */
  public record Message(String event, @Nullable Response response) {}

  static boolean is(byte[] bytes) {
    for (byte one : bytes) {
      if (one == '{' || one == '[') {
        return true;
      } else if (one != ' ' && one != '\n' && one != '\r' && one != '\t' && one >= 0) {
        return false;
      }
    }
    return false;
  }

  /**
   * Reads what a webhook sent.
   *
   * @throws UnreadablePeopleFile when it is something else
   */
  public static Message message(byte[] body) {
    JsonNode root = parsed(body);
    JsonNode data = root.path("data");
    String event = text(root.path("event"));
    if (event.isEmpty()) {
      throw new UnreadablePeopleFile(0, "FORMBRICKS_UNKNOWN", "the message names no event");
    }
    return new Message(event, data.path("data").isObject() ? response(data, 0) : null);
  }

  /**
   * Reads a list of responses, or the questions of a survey.
   *
   * @throws UnreadablePeopleFile when it is neither
   */
  static SourceTable read(byte[] bytes) {
    JsonNode root = parsed(bytes);
    JsonNode list = root.isArray() ? root : root.path("data");
    List<Response> rows = new ArrayList<>();
    if (list.isArray()) {
      for (JsonNode one : list) {
        if (one.path("data").isObject()) {
          rows.add(response(one, rows.size() + 1L));
        }
      }
      if (rows.size() > SurveyExport.MOST_ROWS) {
        throw new UnreadablePeopleFile(
            0,
            "TOO_MANY_RESPONSES",
            "the export holds over " + SurveyExport.MOST_ROWS + " responses");
      }
    } else if (root.path("data").path("data").isObject()) {
      rows.add(response(root.path("data"), 1));
    }
    Map<String, SourceColumn> columns = new LinkedHashMap<>();
    for (Response row : rows) {
      row.cells()
          .forEach(
              (key, value) ->
                  columns.merge(
                      key,
                      new SourceColumn(key, key, SurveyColumns.role(key), List.of(value)),
                      FormbricksJson::both));
    }
    questions(root, columns, 0);
    if (columns.isEmpty()) {
      throw new UnreadablePeopleFile(
          0, "FORMBRICKS_UNKNOWN", "these are neither responses nor questions of Formbricks");
    }
    add(columns, new SourceColumn(RESPONSE, RESPONSE, ColumnRole.RESPONSE, List.of()));
    add(columns, new SourceColumn(FINISHED, FINISHED, ColumnRole.FINISHED, List.of()));
    add(columns, new SourceColumn(USER, USER, ColumnRole.PERSON, List.of()));
    return new SourceTable(List.copyOf(columns.values()), rows, List.of());
  }

  private static void add(Map<String, SourceColumn> columns, SourceColumn column) {
    String key = Wording.key(column.name());
    if (columns.size() > MOST_COLUMNS) {
      throw new UnreadablePeopleFile(
          0, "FORMBRICKS_UNKNOWN", "these are over " + MOST_COLUMNS + " questions");
    }
    if (!key.isEmpty()) {
      columns.put(key, column);
    }
  }

  private static SourceColumn both(SourceColumn one, SourceColumn other) {
    Set<String> values = new LinkedHashSet<>(one.values());
    if (values.size() < 40) {
      values.addAll(other.values());
    }
    return new SourceColumn(one.name(), one.title(), one.role(), List.copyOf(values));
  }

  private static Response response(JsonNode node, long line) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> answer : node.path("data").properties()) {
      JsonNode value = answer.getValue();
      if (value.isObject()) {
        for (Map.Entry<String, JsonNode> row : value.properties()) {
          put(cells, answer.getKey() + "." + row.getKey(), text(row.getValue()));
        }
      } else {
        put(cells, answer.getKey(), text(value));
      }
    }
    put(cells, RESPONSE, text(node.path("id")));
    put(cells, FINISHED, node.path("finished").asBoolean(false) ? "true" : "false");
    put(cells, USER, who(node));
    return new Response(line, cells);
  }

  private static void put(Map<String, String> cells, String name, String value) {
    String key = Wording.key(name);
    if (!key.isEmpty() && !value.isBlank()) {
      cells.put(key, value);
    }
  }

  /** The person as Formbricks knows them, an e-mail address first. */
  private static String who(JsonNode node) {
    for (String attributes : List.of("contactAttributes", "personAttributes")) {
      for (String name : List.of("email", "userId")) {
        String told = text(node.path(attributes).path(name));
        if (!told.isBlank()) {
          return told;
        }
      }
    }
    for (String person : List.of("contact", "person")) {
      String told = text(node.path(person).path("userId"));
      if (!told.isBlank()) {
        return told;
      }
    }
    return text(node.path("userId"));
  }

  /** Questions and hidden fields, wherever in the survey they stand. */
  private static void questions(JsonNode node, Map<String, SourceColumn> columns, int depth) {
    if (depth > DEEPEST) {
      return;
    }
    if (node.isObject() && node.has("headline") && node.path("id").isString()) {
      question(node, columns);
      return;
    }
    if (node.isObject() || node.isArray()) {
      node.forEach(child -> questions(child, columns, depth + 1));
    }
    for (JsonNode field : node.path("hiddenFields").path("fieldIds")) {
      String name = text(field);
      add(columns, new SourceColumn(name, name, SurveyColumns.role(name), List.of()));
    }
  }

  private static void question(JsonNode node, Map<String, SourceColumn> columns) {
    String id = text(node.path("id"));
    String title = first(node.path("headline"));
    List<String> values = new ArrayList<>();
    node.path("choices").forEach(choice -> values.addAll(texts(choice.path("label"))));
    node.path("columns").forEach(column -> values.addAll(texts(labelled(column))));
    if (!node.path("rows").isArray() || node.path("rows").isEmpty()) {
      add(columns, new SourceColumn(id, title, ColumnRole.ANSWER, values));
    }
    for (JsonNode row : node.path("rows")) {
      for (String text : texts(labelled(row))) {
        add(columns, new SourceColumn(id + "." + text, text, ColumnRole.ANSWER, values));
      }
    }
  }

  private static JsonNode labelled(JsonNode node) {
    return node.has("label") ? node.path("label") : node;
  }

  private static String first(JsonNode text) {
    return texts(text).stream().findFirst().orElse("");
  }

  /** A text, or the same in several languages. */
  private static List<String> texts(JsonNode text) {
    if (text.isObject()) {
      return text.valueStream()
          .filter(JsonNode::isString)
          .map(JsonNode::asString)
          .filter(one -> !one.isBlank())
          .distinct()
          .toList();
    }
    String one = text(text);
    return one.isBlank() ? List.of() : List.of(one);
  }

  private static String text(JsonNode node) {
    if (node.isArray()) {
      return node.valueStream().map(FormbricksJson::text).collect(Collectors.joining("\n"));
    }
    return node.isValueNode() && !node.isNull() ? node.asString() : "";
  }

  private static JsonNode parsed(byte[] bytes) {
    try {
      JsonNode root = JSON.readTree(bytes);
      if (root != null && (root.isObject() || root.isArray())) {
        return root;
      }
    } catch (JacksonException e) {
      // Said below, without anything of what was sent.
    }
    throw new UnreadablePeopleFile(0, "FORMBRICKS_UNKNOWN", "this isn't JSON of Formbricks");
  }
}
