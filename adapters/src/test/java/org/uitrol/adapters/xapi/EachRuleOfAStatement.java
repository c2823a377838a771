package org.uitrol.adapters.xapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Statements that are right and wrong, one by one; see {@code statements.yaml}. */
class EachRuleOfAStatement {

  private static final YAMLMapper YAML = new YAMLMapper();
  private static final JsonNode TABLE = YAML.readTree(resource("/xapi/statements.yaml"));
  private static final JsonNode NOBODY =
      StatementReader.json("{\"mbox\":\"mailto:lrs@x.example\"}");

  /** One row of the table. */
  record Row(String of, String is, boolean good, String json) {

    @Override
    public String toString() {
      return of + " " + is;
    }
  }

  static Stream<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (JsonNode row : TABLE.get("rows")) {
      ObjectNode statement =
          ((ObjectNode) TABLE.get("bases").get(row.path("base").asString("full"))).deepCopy();
      row.path("set")
          .properties()
          .forEach(entry -> put(statement, entry.getKey(), entry.getValue()));
      row.path("drop").forEach(at -> drop(statement, at.asString()));
      rows.add(
          new Row(
              row.get("of").asString(),
              row.get("is").asString(),
              row.path("good").asBoolean(false),
              StatementReader.JSON.writeValueAsString(statement)));
    }
    return rows.stream();
  }

  /** The requirements that the table shows. */
  static Set<String> shown() {
    Set<String> shown = new TreeSet<>();
    rows().forEach(row -> shown.add(row.of()));
    return shown;
  }

  @ParameterizedTest
  @MethodSource("rows")
  void is_kept_to(Row row) {
    if (row.good()) {
      assertThat(StatementReader.many(StatementReader.json(row.json()), NOBODY)).hasSize(1);
    } else {
      assertThatThrownBy(() -> StatementReader.many(StatementReader.json(row.json()), NOBODY))
          .isInstanceOfSatisfying(
              XapiFailure.class, failure -> assertThat(failure.status().value()).isEqualTo(400));
    }
  }

  @Test
  void no_row_stands_there_twice() {
    Set<String> seen = new HashSet<>();
    assertThat(rows().map(Row::toString)).isNotEmpty().allMatch(seen::add);
  }

  @Test
  void a_key_that_stands_twice_is_refused() {
    assertThatThrownBy(() -> StatementReader.json("{\"actor\":1,\"actor\":1}"))
        .isInstanceOf(XapiFailure.class);
  }

  @Test
  void what_is_not_utf_8_is_refused() {
    byte[] bytes = "{\"a\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> StatementReader.json(bytes)).isInstanceOf(XapiFailure.class);
    assertThatThrownBy(() -> StatementReader.json("{\"a\":\"\\ud800\"}"))
        .isInstanceOf(XapiFailure.class);
  }

  @Test
  void json_that_is_broken_or_far_too_deep_is_refused() {
    for (String text : List.of("", "{", "{} {}", "[".repeat(10_000), "nothing")) {
      assertThatThrownBy(() -> StatementReader.json(text)).isInstanceOf(XapiFailure.class);
    }
  }

  private static void put(JsonNode in, String at, JsonNode value) {
    int last = at.lastIndexOf('/');
    JsonNode parent = in.at(at.substring(0, last));
    if (parent instanceof ArrayNode list) {
      list.set(Integer.parseInt(at.substring(last + 1)), value);
    } else {
      ((ObjectNode) parent).set(at.substring(last + 1).replace("~1", "/"), value);
    }
  }

  private static void drop(JsonNode in, String at) {
    int last = at.lastIndexOf('/');
    assertThat(in.at(at).isMissingNode()).as(at).isFalse();
    ((ObjectNode) in.at(at.substring(0, last))).remove(at.substring(last + 1));
  }

  private static String resource(String name) {
    try (InputStream in = EachRuleOfAStatement.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
