package org.uitrol.adapters.scim;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.uitrol.adapters.app.UitrolApplication;
import org.uitrol.support.RunningApplication;
import tools.jackson.databind.JsonNode;

/** What Okta sends: whole users by PUT, and only the change of being active by PATCH. */
class ADirectoryThatIsOkta {

  private static final int WRITERS = 6;

  @RegisterExtension
  static final RunningApplication UITROL = RunningApplication.of(UitrolApplication.class);

  private static Directory okta;

  @BeforeAll
  static void the_directory_gets_a_token() {
    okta = Directory.of(UITROL, "okta");
  }

  @Test
  void looks_makes_and_replaces() {
    String query = "/Users?filter=userName%20eq%20%22ida%40okta.example%22&startIndex=1&count=100";
    assertThat(json(okta.get(query), 200).get("totalResults").asInt()).isZero();

    JsonNode made = json(okta.send("POST", "/Users", user("ida", "Ida", "Clerk", true)), 201);
    String path = "/Users/" + made.get("id").asString();
    assertThat(json(okta.get(query), 200).get("Resources").get(0)).isEqualTo(made);
    assertThat(made.get("active").asBoolean()).isTrue();

    JsonNode same = json(okta.send("PUT", path, user("ida", "Ida", "Clerk", true)), 200);
    assertThat(same).isEqualTo(made);

    JsonNode changed = json(okta.send("PUT", path, user("ida", "Ida Maria", "Head", true)), 200);
    assertThat(changed.at("/name/givenName").asString()).isEqualTo("Ida Maria");
    assertThat(changed.get("title").asString()).isEqualTo("Head");

    JsonNode less = json(okta.send("PUT", path, "{\"userName\":\"ida@okta.example\"}"), 200);
    assertThat(less).isEqualTo(changed);
  }

  @Test
  void lets_people_go_and_come_back_by_put_and_by_patch() {
    JsonNode made = json(okta.send("POST", "/Users", user("jan", "Jan", "Clerk", true)), 201);
    String path = "/Users/" + made.get("id").asString();

    assertThat(active(okta.send("PUT", path, user("jan", "Jan", "Clerk", false)))).isFalse();
    assertThat(active(okta.send("PUT", path, user("jan", "Jan", "Clerk", true)))).isTrue();
    assertThat(active(okta.patch(path, "{\"op\":\"replace\",\"value\":{\"active\":false}}")))
        .isFalse();
    JsonNode still = json(okta.get(path), 200);
    assertThat(still.at("/name/givenName").asString()).isEqualTo("Jan");
    assertThat(active(okta.patch(path, "{\"op\":\"replace\",\"value\":{\"active\":true}}")))
        .isTrue();
  }

  @Test
  void announces_somebody_who_does_not_work_here_yet() {
    JsonNode made = json(okta.send("POST", "/Users", user("kim", "Kim", "Clerk", false)), 201);
    String id = made.get("id").asString();

    assertThat(made.get("active").asBoolean()).isFalse();
    assertThat(events(id)).isZero();
    assertThat(active(okta.send("PUT", "/Users/" + id, user("kim", "Kim", "Clerk", true))))
        .isTrue();
    assertThat(events(id)).isEqualTo(1);
  }

  @Test
  void writes_only_over_what_it_saw() {
    HttpResponse<String> answer = okta.send("POST", "/Users", user("lea", "Lea", "Clerk", true));
    String path = "/Users/" + json(answer, 201).get("id").asString();
    String version = answer.headers().firstValue("ETag").orElseThrow();
    String change = "{\"op\":\"replace\",\"path\":\"title\",\"value\":\"%s\"}";

    assertThat(version).startsWith("W/\"");
    assertThat(okta.get(path, "If-None-Match", version).statusCode()).isEqualTo(304);
    assertThat(okta.patch(path, change.formatted("Head"), "If-Match", version).statusCode())
        .isEqualTo(200);
    assertThat(okta.patch(path, change.formatted("Chief"), "If-Match", version).statusCode())
        .isEqualTo(412);
    assertThat(okta.send("DELETE", path, "", "If-Match", version).statusCode()).isEqualTo(412);
    JsonNode now = json(okta.get(path), 200);
    assertThat(now.get("title").asString()).isEqualTo("Head");
    assertThat(now.at("/meta/version").asString()).isNotEqualTo(version);
    assertThat(
            okta.send("DELETE", path, "", "If-Match", now.at("/meta/version").asString())
                .statusCode())
        .isEqualTo(204);
  }

  @Test
  void is_found_by_address_and_by_number_too() {
    String id =
        json(okta.send("POST", "/Users", user("Bo", "Bo", "Clerk", true)), 201)
            .get("id")
            .asString();
    json(
        okta.patch(
            "/Users/" + id,
            "{\"op\":\"add\",\"path\":\"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:employeeNumber\",\"value\":\"N-77\"}"),
        200);

    for (String filter :
        List.of(
            "emails[type eq \"work\"].value eq \"BO@okta.example\"",
            "emails.value eq \"bo@okta.example\" and active eq true",
            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:employeeNumber eq \"n-77\"")) {
      assertThat(okta.find("/Users", filter))
          .as(filter)
          .extracting(one -> one.get("id").asString())
          .containsExactly(id);
    }
    assertThat(okta.find("/Users", "emails.value eq \"bo@okta.example\" and active eq false"))
        .isEmpty();
    assertThat(okta.find("/Users", "emails.value eq \"not an address\"")).isEmpty();
  }

  @Test
  void lets_one_of_many_writers_at_once_through_and_loses_nothing_of_the_others() {
    HttpResponse<String> answer = okta.send("POST", "/Users", user("mo", "Mo", "Clerk", true));
    String path = "/Users/" + json(answer, 201).get("id").asString();
    String version = answer.headers().firstValue("ETag").orElseThrow();

    List<Integer> answers =
        atOnce(
            number ->
                okta.patch(
                        path,
                        "{\"op\":\"replace\",\"path\":\"title\",\"value\":\"Chief %d\"}"
                            .formatted(number),
                        "If-Match",
                        version)
                    .statusCode());
    assertThat(answers).containsOnlyOnce(200).contains(412);
    assertThat(answers.stream().filter(code -> code == 412)).hasSize(WRITERS - 1);

    List<String> fields =
        List.of(
            "title",
            "preferredLanguage",
            "timezone",
            "name.givenName",
            "name.familyName",
            "displayName");
    List<String> values = List.of("Head", "en", "Europe/Paris", "Moe", "Mol", "M. Mol");
    atOnce(
        number ->
            okta.patch(
                    path,
                    "{\"op\":\"replace\",\"path\":\"%s\",\"value\":\"%s\"}"
                        .formatted(fields.get(number), values.get(number)))
                .statusCode());
    JsonNode now = json(okta.get(path), 200);
    for (int number = 0; number < WRITERS; number++) {
      assertThat(now.at("/" + fields.get(number).replace('.', '/')).asString())
          .isEqualTo(values.get(number));
    }
  }

  private static <T> List<T> atOnce(IntFunction<T> write) {
    CountDownLatch all = new CountDownLatch(WRITERS);
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    try {
      return IntStream.range(0, WRITERS)
          .mapToObj(
              number ->
                  CompletableFuture.supplyAsync(
                      () -> {
                        all.countDown();
                        awaitThe(all);
                        return write.apply(number);
                      },
                      threads))
          .toList()
          .stream()
          .map(CompletableFuture::join)
          .toList();
    } finally {
      threads.shutdownNow();
    }
  }

  private static void awaitThe(CountDownLatch others) {
    try {
      others.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static boolean active(HttpResponse<String> answer) {
    return json(answer, 200).get("active").asBoolean();
  }

  private static long events(String person) {
    return UITROL
        .jdbc()
        .sql("select count(*) from domain_event_entry where aggregate_identifier like '%' || :id")
        .param("id", person)
        .query(Long.class)
        .single();
  }

  private static JsonNode json(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return Directory.json(answer);
  }

  private static String user(String name, String given, String title, boolean active) {
    return """
        {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"%s@okta.example",
         "name":{"givenName":"%s","familyName":"Smit"},"title":"%s",
         "emails":[{"primary":true,"value":"%s@okta.example","type":"work"}],
         "displayName":"%s Smit","locale":"en-US","externalId":"00u-%s","groups":[],
         "password":"never kept","active":%s}
        """
        .formatted(name, given, title, name, given, name, active);
  }
}
