package org.uitrol.adapters.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.uitrol.adapters.app.UitrolApplication;
import org.uitrol.adapters.security.ApiTokens.Scope;
import org.uitrol.adapters.security.Role;
import org.uitrol.adapters.security.Route;
import org.uitrol.adapters.security.Routes;
import org.uitrol.adapters.travel.WhatTravels;
import org.uitrol.adapters.web.me.SmallTown;
import org.uitrol.application.directory.PersonField;
import org.uitrol.application.directory.PersonalData;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.SurveyId;
import org.uitrol.domain.survey.Ballot;
import org.uitrol.domain.survey.ParticipationCommand.TakePart;
import org.uitrol.domain.survey.Survey;
import org.uitrol.domain.survey.SurveyCommand.CloseSurvey;
import org.uitrol.domain.survey.SurveyEvent;
import org.uitrol.domain.survey.SurveyPlan;
import org.uitrol.domain.survey.result.ClosedSurvey;
import org.uitrol.domain.survey.result.ResultsCommand.TellResults;
import org.uitrol.support.RunningApplication;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class TheDescriptionOfTheApi {

  @RegisterExtension
  static final RunningApplication UITROL = RunningApplication.of(UitrolApplication.class);

  private static final String JSON = "application/json";
  private static final String CAMPAIGN = "/api/v1/campaigns/{campaign}";
  private static final String TOWN = "/api/v1/campaigns/" + SmallTown.CAMPAIGN;
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
  private static final JsonNode API = read();

  private static SmallTown town;
  private static Program manager;

  @BeforeAll
  static void a_campaign_is_under_way() {
    town = new SmallTown(UITROL);
    town.begin();
    manager = Program.of(UITROL, "program", Role.CHANGE_MANAGER, Set.of(Scope.READ, Scope.WRITE));
  }

  private static JsonNode read() {
    try (InputStream in =
        Objects.requireNonNull(TheDescriptionOfTheApi.class.getResourceAsStream("/openapi.yaml"))) {
      return new YAMLMapper().readTree(in);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void holds_every_route_with_who_may_use_it_and_no_other() {
    Map<String, Set<String>> described = new TreeMap<>();
    Map<String, Set<String>> real = new TreeMap<>();
    API.get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        operation ->
                            described.put(
                                operation.getKey() + " " + path.getKey(),
                                texts(operation.getValue().get("x-roles")))));
    for (Route route : Routes.api()) {
      real.put(
          Objects.requireNonNull(route.method()).name().toLowerCase(Locale.ROOT)
              + " "
              + route.pattern(),
          route.access().roles().stream().map(Role::name).collect(Collectors.toSet()));
    }
    assertThat(described).isEqualTo(real).hasSizeGreaterThan(15);
  }

  @Test
  void says_what_can_be_asked_as_of_another_date() {
    Set<String> travel = new TreeSet<>();
    API.get("paths")
        .properties()
        .forEach(
            path -> {
              JsonNode read = path.getValue().path("get").path("parameters");
              if (read.toString().contains("#/components/parameters/KnownOn")) {
                assertThat(read.toString()).contains("#/components/parameters/ValidOn");
                travel.add(path.getKey());
              }
            });
    assertThat(travel).isEqualTo(new TreeSet<>(WhatTravels.api()));
  }

  @Test
  void is_sound_in_itself() {
    assertThat(API.get("openapi").asString()).startsWith("3.1.");
    Set<String> ids = new HashSet<>();
    API.get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        operation -> {
                          JsonNode what = operation.getValue();
                          assertThat(METHODS).contains(operation.getKey());
                          assertThat(ids.add(what.get("operationId").asString())).isTrue();
                          assertThat(what.get("summary").asString()).isNotBlank();
                          assertThat(what.get("responses").has("default")).isTrue();
                          assertThat(parameters(what, "path")).isEqualTo(variables(path.getKey()));
                          if (operation.getKey().equals("post")
                              && !path.getKey().equals("/api/v1/people/import")
                              && !path.getKey().endsWith("/dossier")
                              && !path.getKey().startsWith("/api/v1/hooks/")) {
                            assertThat(parameters(what, "header"))
                                .containsExactly("Idempotency-Key");
                          }
                        }));
    List<String> references = new ArrayList<>();
    references(API, references);
    assertThat(references)
        .isNotEmpty()
        .allSatisfy(one -> assertThat(API.at(one.substring(1)).isMissingNode()).as(one).isFalse());
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"))
                .validate(API.get("components").get("schemas").get("Concern")))
        .isEmpty();
  }

  @Test
  void says_what_answers_look_like() {
    tellResults();
    String concern = raise();
    check("/api/v1/campaigns", "/api/v1/campaigns");
    check(CAMPAIGN, TOWN);
    check(CAMPAIGN + "/surveys", TOWN + "/surveys");
    check(CAMPAIGN + "/surveys/{activity}/{round}", TOWN + "/surveys/described/1");
    check("/api/v1/rollouts/{rollout}", "/api/v1/rollouts/" + SmallTown.ROLLOUT);
    check("/api/v1/concerns", "/api/v1/concerns");
    check("/api/v1/concerns/{concern}", "/api/v1/concerns/" + concern);
    for (String missing :
        List.of(
            "/api/v1/campaigns/none",
            "/api/v1/campaigns/Not%20a%20key/surveys",
            TOWN + "/surveys/described/7",
            TOWN + "/adoption",
            "/api/v1/concerns/none",
            "/api/v1/rollouts/none")) {
      HttpResponse<String> answer = manager.get(missing);
      assertThat(answer.statusCode()).as(missing).isEqualTo(404);
      assertThat(answer.headers().firstValue("Content-Type").orElse(""))
          .contains("application/problem+json");
      assertThat(schema("/components/schemas/Problem").validate(Program.json(answer)))
          .as(missing)
          .isEmpty();
    }
  }

  @Test
  void is_there_for_programs_and_says_when_nothing_changed() {
    HttpResponse<String> first = manager.get("/api/v1/openapi.yaml");
    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(first.body()).startsWith("openapi: 3.1.0");
    for (String path : List.of("/api/v1/openapi.yaml", TOWN, "/api/v1/concerns")) {
      String tag = manager.get(path).headers().firstValue("ETag").orElseThrow();
      HttpResponse<String> again = manager.get(path, "If-None-Match", tag);
      assertThat(again.statusCode()).as(path).isEqualTo(304);
      assertThat(again.body()).isEmpty();
    }
  }

  @Test
  void answers_and_pages_through_concerns_without_saying_who_asked() {
    List<String> raised = List.of(raise(), raise(), raise());
    String newest = raised.get(2);
    String answers = "/api/v1/concerns/" + newest + "/answers";
    String answer =
        "{\"version\":1,\"question\":\"Who reads it?\",\"answer\":\"Nobody.\",\"published\":true}";
    assertThat(manager.post(answers, JSON, answer).statusCode()).isEqualTo(200);
    assertThat(manager.post(answers, JSON, answer).statusCode()).isEqualTo(409);
    assertThat(manager.post(answers, JSON, "{\"question\":\"x\"}").statusCode()).isEqualTo(400);
    assertThat(manager.post(answers, JSON, "{\"version\":2,\"question\":\" \"}").statusCode())
        .isEqualTo(422);
    town.settle();

    assertThat(manager.get("/api/v1/concerns/" + newest).body())
        .contains("Nobody.", "Who reads it?")
        .doesNotContain("asker");
    Set<String> seen = new TreeSet<>();
    String path = "/api/v1/concerns?limit=2&campaign=" + SmallTown.CAMPAIGN;
    JsonNode part = Program.json(manager.get(path));
    while (true) {
      assertThat(part.get("concerns").size()).isBetween(1, 2);
      part.get("concerns")
          .forEach(one -> assertThat(seen.add(one.get("concern").asString())).isTrue());
      if (!part.has("next")) {
        break;
      }
      part = Program.json(manager.get(path + "&after=" + part.get("next").asString()));
    }
    assertThat(seen).containsAll(raised);
    assertThat(manager.get("/api/v1/concerns?after=none").statusCode()).isEqualTo(400);
    assertThat(manager.get("/api/v1/concerns?limit=0").statusCode()).isEqualTo(400);
    assertThat(manager.get("/api/v1/concerns?open=true").body()).doesNotContain(newest);
    for (String wrong :
        List.of(
            "{\"campaign\":\"none\",\"question\":\"x\"}",
            "{\"campaign\":\"" + SmallTown.CAMPAIGN + "\",\"question\":\"\"}",
            "{\"campaign\":\"" + SmallTown.CAMPAIGN + "\",\"question\":\"x\",\"category\":\"y\"}",
            "{\"campaign\":\"" + SmallTown.CAMPAIGN + "\",\"question\":\"x\",\"department\":\"y\"}",
            "[]")) {
      assertThat(manager.post("/api/v1/concerns", JSON, wrong).statusCode())
          .as(wrong)
          .isBetween(400, 499);
    }
  }

  private static String raise() {
    HttpResponse<String> answer =
        manager.post(
            "/api/v1/concerns",
            JSON,
            "{\"campaign\":\""
                + SmallTown.CAMPAIGN
                + "\",\"category\":\"data\",\"question\":\"Who reads what I ask?\"}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    town.settle();
    return Program.json(answer).get("concern").asString();
  }

  private static void tellResults() {
    List<PersonId> people = new ArrayList<>();
    for (int one = 0; one < 12; one++) {
      PersonId person = new PersonId("p-described-" + one);
      UITROL
          .bean(PersonVault.class)
          .put(
              person,
              PersonalData.UNKNOWN.with(Map.of(PersonField.EMPLOYEE_NUMBER, "described-" + one)));
      people.add(person);
    }
    SurveyId survey = town.survey("described", Duration.ofDays(5), people.toArray(PersonId[]::new));
    SurveyPlan plan =
        UITROL
            .bean(Streams.class)
            .state(survey, SurveyEvent.class, Survey::evolve)
            .orElseThrow()
            .plan();
    for (PersonId person : people) {
      Map<String, String> typed = Map.of("worry", "3", "tasks", "minutes", "more", "Words");
      town.send(new TakePart(survey, person, Ballot.of(plan, typed), town.now()));
    }
    town.send(new CloseSurvey(survey, true, town.now()));
    town.send(
        new TellResults(
            SmallTown.CAMPAIGN,
            "described",
            plan,
            5,
            List.of(new ClosedSurvey(survey, SmallTown.ROLLOUT, people.size())),
            town.now()));
    town.settle();
  }

  private static void check(String path, String asked) {
    HttpResponse<String> answer = manager.get(asked);
    assertThat(answer.statusCode()).as(asked).isEqualTo(200);
    String place =
        "/paths/"
            + path.replace("~", "~0").replace("/", "~1")
            + "/get/responses/200/content/application~1json/schema";
    assertThat(schema(place).validate(Program.json(answer))).as(asked).isEmpty();
  }

  /** A schema of the description, with all that it refers to. */
  private static Schema schema(String place) {
    ObjectNode schema = (ObjectNode) API.at(place).deepCopy();
    assertThat(schema.isObject()).as(place).isTrue();
    schema.set("components", API.get("components"));
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(schema);
  }

  private static Set<String> parameters(JsonNode operation, String in) {
    Set<String> names = new TreeSet<>();
    for (JsonNode one : operation.path("parameters")) {
      JsonNode parameter = one.has("$ref") ? API.at(one.get("$ref").asString().substring(1)) : one;
      if (parameter.get("in").asString().equals(in)) {
        names.add(parameter.get("name").asString());
      }
    }
    return names;
  }

  private static Set<String> variables(String path) {
    return Pattern.compile("\\{([a-z]+)}")
        .matcher(path)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void references(JsonNode node, List<String> found) {
    if (node.isObject() && node.has("$ref")) {
      found.add(node.get("$ref").asString());
    }
    node.forEach(inner -> references(inner, found));
  }

  private static Set<String> texts(JsonNode list) {
    Set<String> texts = new HashSet<>();
    list.forEach(one -> texts.add(one.asString()));
    return texts;
  }
}
