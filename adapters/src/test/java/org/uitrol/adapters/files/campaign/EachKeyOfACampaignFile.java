package org.uitrol.adapters.files.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.uitrol.domain.campaign.Plan;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Holds the reader and the published schema to each other, key by key. */
class EachKeyOfACampaignFile {

  private static final YAMLMapper YAML = new YAMLMapper();
  private static final String SCHEMA = resource("/schema/campaign.schema.json");
  private static final Schema CHECK =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(SCHEMA);
  private static final JsonNode DEFINITIONS = YAML.readTree(SCHEMA).get("$defs");

  /** One row of {@code keys.yaml}; see there. */
  record Row(
      String key,
      String at,
      JsonNode right,
      boolean same,
      JsonNode wrong,
      String path,
      String says,
      boolean schemaSees) {

    @Override
    public String toString() {
      return key + " = " + wrong;
    }
  }

  static Stream<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (JsonNode row : YAML.readTree(resource("/campaign-file/keys.yaml"))) {
      String at = row.get("at").asString();
      rows.add(
          new Row(
              row.get("key").asString(),
              at,
              row.get("right"),
              row.has("same"),
              row.get("wrong"),
              row.has("path") ? row.get("path").asString() : at,
              row.get("says").asString(),
              !row.has("schema")));
    }
    return rows.stream();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void is_taken_when_it_is_right_and_carried_into_the_plan(Row row) {
    JsonNode file = with(row.at(), row.right());

    Plan plan = AnyCampaignFile.good(file.toString()).plan();

    assertThat(CHECK.validate(file)).isEmpty();
    if (!row.same()) {
      assertThat(plan).isNotEqualTo(AnyCampaignFile.good(base().toString()).plan());
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void is_refused_when_it_is_wrong_and_says_why(Row row) {
    JsonNode file = with(row.at(), row.wrong());

    List<Problem> problems = AnyCampaignFile.problems(file.toString());

    assertThat(problems).hasSize(1);
    assertThat(problems.get(0).path()).isEqualTo(row.path());
    assertThat(problems.get(0).message()).contains(row.says());
    assertThat(CHECK.validate(file).isEmpty()).isEqualTo(!row.schemaSees());
  }

  @Test
  void has_a_right_and_a_wrong_example() {
    Set<String> inSchema = new TreeSet<>();
    for (String definition : DEFINITIONS.propertyNames()) {
      for (String property : DEFINITIONS.get(definition).path("properties").propertyNames()) {
        inSchema.add(definition + "." + property);
      }
    }

    assertThat(rows().map(Row::key).distinct()).containsAll(inSchema).hasSizeGreaterThan(80);
    assertThat(inSchema).containsAll(rows().map(Row::key).toList());
  }

  @Test
  void is_known_to_the_reader_as_it_is_to_the_schema() {
    assertThat(Shape.ALL).hasSizeGreaterThan(20);
    for (Shape shape : Shape.ALL) {
      assertThat(DEFINITIONS.get(shape.key()).get("properties").propertyNames())
          .as(shape.key())
          .containsExactlyInAnyOrderElementsOf(shape.keys());
      assertThat(DEFINITIONS.get(shape.key()).get("additionalProperties").asBoolean()).isFalse();
    }
    assertThat(DEFINITIONS.propertyNames().stream().filter(this::hasKeys))
        .containsExactlyInAnyOrderElementsOf(Shape.ALL.stream().map(Shape::key).toList());
  }

  private boolean hasKeys(String definition) {
    return DEFINITIONS.get(definition).has("properties");
  }

  @ParameterizedTest
  @MethodSource("rows")
  void has_no_unknown_neighbour(Row row) {
    String parent = row.at().replaceAll("(^|\\.)[^.]*$", "");
    JsonNode file = base();
    if (!(at(file, parent) instanceof ObjectNode object) || isOfOwnKeys(parent)) {
      return;
    }
    object.put("nonsense", 1);

    List<Problem> problems = AnyCampaignFile.problems(file.toString());

    assertThat(problems).hasSize(1);
    assertThat(problems.get(0).message()).startsWith("unknown key 'nonsense'. Allowed here: ");
    assertThat(CHECK.validate(file)).isNotEmpty();
  }

  private static boolean isOfOwnKeys(String path) {
    return Set.of("mails", "surveys", "meetings", "courses", "segments", "skills", "paths")
            .contains(path)
        || path.endsWith("title");
  }

  @Test
  void of_the_sample_is_right_by_the_schema_too() {
    assertThat(CHECK.validate(YAML.readTree(resource("/sample/campaign.yaml")))).isEmpty();
    assertThat(CHECK.validate(base())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("needed")
  void that_is_needed_is_missed_by_reader_and_schema_alike(String path) {
    JsonNode file = base();
    String parent = path.replaceAll("(^|\\.)[^.]*$", "");
    String key = path.substring(path.lastIndexOf('.') + 1);
    ((ObjectNode) at(file, parent)).remove(key);

    assertThat(AnyCampaignFile.problems(file.toString()))
        .anySatisfy(
            problem -> {
              assertThat(problem.path()).isEqualTo(path);
              assertThat(problem.message()).isEqualTo("'" + key + "' is missing");
            });
    assertThat(CHECK.validate(file)).isNotEmpty();
  }

  static Stream<String> needed() {
    return Stream.of(
        "uitrol",
        "campaign",
        "title",
        "tool",
        "ai",
        "languages",
        "calendar",
        "owner",
        "waves",
        "stages",
        "calendar.zone",
        "calendar.country",
        "calendar.days",
        "calendar.hours",
        "calendar.closed[0].from",
        "calendar.closed[0].to",
        "calendar.closed[0].why",
        "waves[0].name",
        "waves[0].departments",
        "waves[1].after.wave",
        "waves[1].after.stage",
        "stages[0].stage",
        "stages[0].activities",
        "stages[0].activities[0].id",
        "stages[0].activities[3].remind.every",
        "stages[0].activities[3].remind.most",
        "stages[0].activities[4].open",
        "stages[0].gate.most.after",
        "stages[0].gate.most.then",
        "reactions[0].id",
        "reactions[0].on",
        "reactions[0].then",
        "mails.news.subject",
        "mails.news.body",
        "surveys.ask.title",
        "surveys.ask.questions",
        "surveys.ask.questions[0].id",
        "surveys.ask.questions[0].ask",
        "surveys.ask.questions[1].choice[0].id",
        "surveys.ask.questions[1].choice[0].text",
        "meetings.plans.title",
        "meetings.plans.minutes",
        "meetings.plans.rooms",
        "courses.online.title",
        "courses.room.classroom.minutes",
        "courses.room.classroom.rooms",
        "rooms[1].id",
        "rooms[1].name",
        "rooms[1].seats",
        "consultation.body",
        "consultation.needs",
        "consultation.before");
  }

  private static JsonNode base() {
    return YAML.readTree(resource("/campaign-file/base.yaml"));
  }

  /** What the schema has against a file. */
  static List<String> errorsBySchema(String file) {
    return CHECK.validate(YAML.readTree(file)).stream().map(Object::toString).toList();
  }

  /** The base with another value in one place. */
  static JsonNode with(String path, JsonNode value) {
    JsonNode file = base();
    List<String> steps = steps(path);
    JsonNode parent = follow(file, steps.subList(0, steps.size() - 1));
    String last = steps.get(steps.size() - 1);
    if (parent instanceof ArrayNode array) {
      array.set(Integer.parseInt(last), value);
    } else {
      assertThat(parent.has(last)).as("the base has " + path).isTrue();
      ((ObjectNode) parent).set(last, value);
    }
    return file;
  }

  private static JsonNode at(JsonNode file, String path) {
    return follow(file, steps(path));
  }

  private static JsonNode follow(JsonNode from, List<String> steps) {
    JsonNode node = from;
    for (String step : steps) {
      node = node instanceof ArrayNode ? node.get(Integer.parseInt(step)) : node.get(step);
    }
    return node;
  }

  private static List<String> steps(String path) {
    return Arrays.stream(path.replace("[", ".").replace("]", "").split("\\.", -1))
        .filter(step -> !step.isEmpty())
        .toList();
  }

  private static String resource(String path) {
    try {
      return AnyCampaignFile.resource(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
