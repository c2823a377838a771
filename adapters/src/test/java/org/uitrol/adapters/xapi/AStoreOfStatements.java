package org.uitrol.adapters.xapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.adapters.xapi.Platform.COMPLETED;
import static org.uitrol.adapters.xapi.Platform.COURSE;
import static org.uitrol.adapters.xapi.Platform.PASSED;
import static org.uitrol.adapters.xapi.Platform.encoded;
import static org.uitrol.adapters.xapi.Platform.json;
import static org.uitrol.adapters.xapi.Platform.told;
import static org.uitrol.adapters.xapi.Platform.voiding;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uitrol.adapters.app.UitrolApplication;
import org.uitrol.adapters.security.ApiTokens.Scope;
import org.uitrol.adapters.security.Role;
import org.uitrol.support.RunningApplication;
import tools.jackson.databind.JsonNode;

/** What the resources answer, over HTTP; which requirement each shows stands in docs/xapi.md. */
class AStoreOfStatements {

  @RegisterExtension
  static final RunningApplication UITROL = RunningApplication.of(UitrolApplication.class);

  private static final String X = "https://x.example/";
  private static final String MAIL = "nobody@x.example";

  private static Platform lms;

  @BeforeAll
  static void a_platform_has_a_token() {
    lms = Platform.of(UITROL, "lms");
  }

  @Test
  void a_statement_that_is_put_can_be_read_with_what_the_store_adds() {
    String id = id();

    HttpResponse<String> put = lms.put(id, told(MAIL, COMPLETED, COURSE, ""));
    HttpResponse<String> got = lms.get("/xapi/statements?statementId=" + id);

    assertThat(put.statusCode()).isEqualTo(204);
    assertThat(put.body()).isEmpty();
    assertThat(got.statusCode()).isEqualTo(200);
    assertThat(got.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(got.headers().firstValue("Last-Modified")).isPresent();
    JsonNode statement = json(got);
    assertThat(statement.path("id").asString()).isEqualTo(id);
    assertThat(statement.path("actor").path("mbox").asString()).isEqualTo("mailto:" + MAIL);
    assertThat(statement.path("timestamp").asString())
        .isEqualTo(statement.path("stored").asString());
    assertThat(Instant.parse(statement.path("stored").asString())).isNotNull();
    assertThat(statement.path("authority").path("account").path("homePage").asString())
        .startsWith("http");
    assertThat(statement.path("version").asString()).isEqualTo("1.0.0");
  }

  @Test
  void what_was_sent_stays_as_it_was() {
    String id = id();
    lms.put(
        id,
        told(
            MAIL,
            COMPLETED,
            X + "kept",
            """
            ,"version":"1.0.2","timestamp":"2026-01-11T08:00:00.123456+01:00","result":{"score":{"scaled":0.12345678901234567}},
            "context":{"contextActivities":{"parent":{"id":"https://x.example/parent"}},"extensions":{"https://x.example/e":null}}
            """));

    JsonNode statement = json(lms.get("/xapi/statements?statementId=" + id));

    assertThat(statement.path("version").asString()).isEqualTo("1.0.2");
    assertThat(statement.path("timestamp").asString())
        .isEqualTo("2026-01-11T08:00:00.123456+01:00");
    assertThat(statement.path("result").path("score").path("scaled").decimalValue())
        .isEqualByComparingTo("0.12345678901234567");
    JsonNode parents = statement.path("context").path("contextActivities").path("parent");
    assertThat(parents.isArray()).isTrue();
    assertThat(parents.get(0).path("id").asString()).isEqualTo(X + "parent");
    assertThat(statement.path("context").path("extensions").get(X + "e").isNull()).isTrue();
  }

  @Test
  void the_same_again_is_fine_and_another_with_its_id_is_a_conflict() {
    String id = id();
    String first = told(MAIL, COMPLETED, X + "same", ",\"timestamp\":\"2026-01-11T08:00:00Z\"");
    String same =
        """
        {"timestamp":"2026-01-11T09:00:00.000+01:00","object":{"objectType":"Activity","id":"%s",
         "definition":{"name":{"en":"Shown otherwise"}}},"verb":{"id":"%s","display":{"en":"done"}},
         "actor":{"objectType":"Agent","mbox":"mailto:%s"}}
        """
            .formatted(X + "same", COMPLETED, MAIL);
    String other = told(MAIL, PASSED, X + "same", ",\"timestamp\":\"2026-01-11T08:00:00Z\"");

    assertThat(lms.put(id, first).statusCode()).isEqualTo(204);
    String before = lms.get("/xapi/statements?statementId=" + id).body();
    assertThat(lms.put(id, first).statusCode()).isEqualTo(204);
    assertThat(lms.put(id, same).statusCode()).isEqualTo(204);
    assertThat(lms.put(id, other).statusCode()).isEqualTo(409);
    assertThat(lms.post(withId(other, id)).statusCode()).isEqualTo(409);
    assertThat(lms.post(withId(first, id)).statusCode()).isEqualTo(200);
    assertThat(lms.get("/xapi/statements?statementId=" + id).body()).isEqualTo(before);
  }

  @Test
  void another_platform_neither_reads_nor_repeats_nor_withdraws_it() {
    Platform other = Platform.of(UITROL, "other-lms");
    String id = id();
    String statement = told(MAIL, COMPLETED, X + "own", "");
    lms.put(id, statement);

    assertThat(other.get("/xapi/statements?statementId=" + id).statusCode()).isEqualTo(404);
    assertThat(other.find("activity=" + encoded(X + "own"))).isEmpty();
    assertThat(other.put(id, statement).statusCode()).isEqualTo(409);
    other.post(voiding(id));
    assertThat(lms.get("/xapi/statements?statementId=" + id).statusCode()).isEqualTo(200);
  }

  @Test
  void a_put_needs_the_id_that_its_statement_has() {
    String id = id();
    String statement = told(MAIL, COMPLETED, COURSE, "");

    assertThat(lms.put("x", statement).statusCode()).isEqualTo(400);
    assertThat(lms.put("", statement).statusCode()).isEqualTo(400);
    assertThat(lms.put(id, withId(statement, id())).statusCode()).isEqualTo(400);
    assertThat(lms.put(id, "[" + statement + "]").statusCode()).isEqualTo(400);
    assertThat(lms.put(id + "&extra=1", statement).statusCode()).isEqualTo(400);
    assertThat(lms.put(id, withId(statement, id)).statusCode()).isEqualTo(204);
  }

  @Test
  void several_are_posted_at_once_and_told_by_their_ids_in_order() {
    String own = id();
    HttpResponse<String> answer =
        lms.post(
            "["
                + told(MAIL, COMPLETED, X + "batch", "")
                + ","
                + withId(told(MAIL, PASSED, X + "batch", ""), own)
                + "]");

    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode ids = json(answer);
    assertThat(ids).hasSize(2);
    assertThat(UUID.fromString(ids.get(0).asString())).isNotNull();
    assertThat(ids.get(1).asString()).isEqualTo(own);
    assertThat(json(lms.post(told(MAIL, COMPLETED, X + "one", "")))).hasSize(1);
    assertThat(json(lms.post("[]"))).isEmpty();
  }

  @Test
  void one_that_is_wrong_keeps_all_out() {
    String good = told(MAIL, COMPLETED, X + "rollback", "");
    String wrong = told("none", COMPLETED, X + "rollback", "");
    String taken = id();
    lms.put(taken, told(MAIL, COMPLETED, X + "taken", ""));
    String conflict = withId(told(MAIL, PASSED, X + "rollback", ""), taken);
    String twice = withId(good, id());

    assertThat(lms.post("[" + good + "," + wrong + "]").statusCode()).isEqualTo(400);
    assertThat(lms.post("[" + good + "," + conflict + "]").statusCode()).isEqualTo(409);
    assertThat(lms.post("[" + twice + "," + twice + "]").statusCode()).isEqualTo(400);
    assertThat(lms.find("activity=" + encoded(X + "rollback"))).isEmpty();
  }

  @Test
  void what_is_withdrawn_is_read_by_its_own_parameter_only() {
    String id = id();
    lms.put(id, told(MAIL, COMPLETED, X + "void", ""));
    assertThat(lms.get("/xapi/statements?voidedStatementId=" + id).statusCode()).isEqualTo(404);
    String voiding = json(lms.post(voiding(id))).get(0).asString();

    assertThat(lms.get("/xapi/statements?statementId=" + id).statusCode()).isEqualTo(404);
    HttpResponse<String> voided = lms.get("/xapi/statements?voidedStatementId=" + id);
    assertThat(voided.statusCode()).isEqualTo(200);
    assertThat(json(voided).path("id").asString()).isEqualTo(id);
    // What withdraws it is found by what it was found by.
    assertThat(ids(lms.find("activity=" + encoded(X + "void")))).containsExactly(voiding);
    assertThat(lms.get("/xapi/statements?statementId=" + voiding).statusCode()).isEqualTo(200);
    // A withdrawal can't be withdrawn.
    assertThat(lms.post(voiding(voiding)).statusCode()).isEqualTo(400);
  }

  @Test
  void a_withdrawal_may_come_first() {
    String id = id();
    assertThat(lms.post(voiding(id)).statusCode()).isEqualTo(200);
    assertThat(lms.put(id, told(MAIL, COMPLETED, X + "late", "")).statusCode()).isEqualTo(204);

    assertThat(lms.get("/xapi/statements?statementId=" + id).statusCode()).isEqualTo(404);
    assertThat(lms.get("/xapi/statements?voidedStatementId=" + id).statusCode()).isEqualTo(200);
  }

  @Test
  void each_filter_finds_what_it_says() {
    String registration = id();
    String full =
        """
        {"actor":{"account":{"homePage":"https://lms.example","name":"filter-1"}},"verb":{"id":"%s"},
         "object":{"id":"https://x.example/filter"},
         "context":{"registration":"%s","instructor":{"mbox":"mailto:teacher@x.example"},
          "team":{"objectType":"Group","member":[{"openid":"https://mate.example"}]},
          "contextActivities":{"grouping":[{"id":"https://x.example/filter/group"}]}}}
        """
            .formatted(PASSED, registration);
    String within =
        """
        {"actor":{"mbox":"mailto:planner@x.example"},"verb":{"id":"https://x.example/planned"},
         "object":{"objectType":"SubStatement","actor":{"mbox":"mailto:doer@x.example"},
          "verb":{"id":"%s"},"object":{"id":"https://x.example/filter/within"}}}
        """
            .formatted(COMPLETED);
    String group =
        """
        {"actor":{"objectType":"Group","member":[{"mbox":"mailto:member@x.example"}]},
         "verb":{"id":"%s"},"object":{"objectType":"Agent","mbox":"mailto:object@x.example"}}
        """
            .formatted(COMPLETED);
    String first = json(lms.post(full)).get(0).asString();
    String second = json(lms.post(within)).get(0).asString();
    String third = json(lms.post(group)).get(0).asString();
    String account = "{\"account\":{\"name\":\"filter-1\",\"homePage\":\"https://lms.example\"}}";

    assertThat(found("agent=" + encoded(account))).containsExactly(first);
    assertThat(found("agent=" + agent("member@x.example"))).containsExactly(third);
    assertThat(found("agent=" + agent("object@x.example"))).containsExactly(third);
    assertThat(found("agent=" + agent("teacher@x.example"))).isEmpty();
    assertThat(found("related_agents=true&agent=" + agent("teacher@x.example")))
        .containsExactly(first);
    assertThat(
            found("related_agents=true&agent=" + encoded("{\"openid\":\"https://mate.example\"}")))
        .containsExactly(first);
    assertThat(found("related_agents=true&agent=" + agent("doer@x.example")))
        .containsExactly(second);
    assertThat(found("activity=" + encoded(X + "filter"))).containsExactly(first);
    assertThat(found("activity=" + encoded(X + "filter/group"))).isEmpty();
    assertThat(found("related_activities=true&activity=" + encoded(X + "filter/group")))
        .containsExactly(first);
    assertThat(found("related_activities=true&activity=" + encoded(X + "filter/within")))
        .containsExactly(second);
    assertThat(found("registration=" + registration)).containsExactly(first);
    assertThat(found("registration=" + id())).isEmpty();
    assertThat(found("verb=" + encoded(X + "planned"))).containsExactly(second);
    assertThat(found("verb=" + encoded(PASSED) + "&agent=" + encoded(account)))
        .containsExactly(first);
    assertThat(found("verb=" + encoded(COMPLETED) + "&agent=" + encoded(account))).isEmpty();
  }

  @Test
  void moments_limit_it_and_order_turns_it() {
    String activity = "activity=" + encoded(X + "order");
    List<String> sent = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      sent.add(json(lms.post(told(MAIL, COMPLETED, X + "order", ""))).get(0).asString());
    }
    String stored =
        json(lms.get("/xapi/statements?statementId=" + sent.get(2))).path("stored").asString();

    assertThat(found(activity)).containsExactly(sent.get(2), sent.get(1), sent.get(0));
    assertThat(found(activity + "&ascending=true")).containsExactlyElementsOf(sent);
    assertThat(found(activity + "&since=" + stored)).isEmpty();
    assertThat(found(activity + "&until=" + stored)).contains(sent.get(2), sent.get(0));
    assertThat(found(activity + "&since=2020-01-01T00:00:00Z")).hasSize(3);
    assertThat(found(activity + "&until=2020-01-01T00:00:00Z")).isEmpty();
  }

  @Test
  void the_rest_is_a_link_further() {
    String activity = "activity=" + encoded(X + "pages");
    for (int i = 0; i < 5; i++) {
      lms.post(told(MAIL, COMPLETED, X + "pages", ""));
    }
    List<String> seen = new ArrayList<>();
    String next = "/xapi/statements?limit=2&" + activity;
    int pages = 0;
    while (!next.isEmpty()) {
      HttpResponse<String> page = lms.get(next);
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(json(page).propertyNames()).containsExactlyInAnyOrder("statements", "more");
      seen.addAll(ids(json(page).path("statements")));
      assertThat(json(page).path("statements").size()).isLessThanOrEqualTo(2);
      next = json(page).path("more").asString();
      // Whom it is about doesn't stand in the address.
      assertThat(next).doesNotContain("pages");
      pages++;
    }

    assertThat(pages).isEqualTo(3);
    assertThat(seen).hasSize(5).doesNotHaveDuplicates();
    assertThat(found(activity + "&limit=0")).hasSize(5);
    assertThat(lms.get("/xapi/statements?more=x").statusCode()).isEqualTo(400);
    Platform other = Platform.of(UITROL, "pages-lms");
    String more = json(lms.get("/xapi/statements?limit=2&" + activity)).path("more").asString();
    assertThat(other.get(more).statusCode()).isEqualTo(400);
  }

  @Test
  void nothing_found_is_an_empty_list() {
    HttpResponse<String> answer = lms.get("/xapi/statements?activity=" + encoded(X + "none"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(json(answer).path("statements").isArray()).isTrue();
    assertThat(json(answer).path("statements")).isEmpty();
    assertThat(json(answer).path("more").asString()).isEmpty();
  }

  @Test
  void parameters_are_held_to_the_same_rules() {
    String id = id();
    for (String query :
        List.of(
            "statementId=x",
            "voidedStatementId=x",
            "statementId=" + id + "&voidedStatementId=" + id,
            "statementId=" + id + "&verb=" + encoded(COMPLETED),
            "voidedStatementId=" + id + "&limit=1",
            "agent=x",
            "agent=" + encoded("{\"name\":\"Jan\"}"),
            "agent="
                + encoded("{\"objectType\":\"Group\",\"member\":[{\"mbox\":\"mailto:a@x.nl\"}]}"),
            "verb=completed",
            "activity=course",
            "registration=x",
            "since=yesterday",
            "until=2027",
            "limit=-1",
            "limit=many",
            "ascending=yes",
            "related_agents=1",
            "related_activities=True",
            "attachments=no",
            "format=all",
            "unknown=1",
            "StatementId=" + id,
            "limit=1&limit=2")) {
      assertThat(lms.get("/xapi/statements?" + query).statusCode()).as(query).isEqualTo(400);
    }
    assertThat(
            lms.get("/xapi/statements?statementId=" + id + "&format=ids&attachments=false")
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void it_is_shown_as_it_was_by_its_ids_or_in_one_language() {
    String id = id();
    lms.put(
        id,
        """
        {"actor":{"objectType":"Group","name":"Us","member":[{"name":"A","mbox":"mailto:a@x.example"}]},
         "verb":{"id":"%s","display":{"en":"completed","nl":"voltooid","de":"abgeschlossen"}},
         "object":{"id":"%s","definition":{"name":{"en":"Course","nl":"Cursus"},"description":{"fr":"Cours"}}}}
        """
            .formatted(COMPLETED, X + "formats"));
    String path = "/xapi/statements?statementId=" + id;

    JsonNode exact = json(lms.get(path));
    JsonNode ids = json(lms.get(path + "&format=ids"));
    JsonNode canonical =
        json(lms.get(path + "&format=canonical", "Accept-Language", "nl-BE, nl;q=0.9"));

    assertThat(json(lms.get(path + "&format=exact"))).isEqualTo(exact);
    assertThat(exact.path("verb").path("display")).hasSize(3);
    assertThat(ids.path("verb").propertyNames()).containsExactly("id");
    assertThat(ids.path("object").propertyNames()).containsExactly("id");
    assertThat(ids.path("actor").propertyNames()).containsExactly("objectType", "member");
    assertThat(ids.path("actor").path("member").get(0).propertyNames()).containsExactly("mbox");
    assertThat(canonical.path("verb").path("display").propertyNames()).containsExactly("nl");
    JsonNode definition = canonical.path("object").path("definition");
    assertThat(definition.path("name").propertyNames()).containsExactly("nl");
    assertThat(definition.path("description").propertyNames()).containsExactly("fr");
    assertThat(json(lms.get(path + "&format=canonical")).path("verb").path("display")).hasSize(1);
  }

  @Test
  void every_answer_says_until_when_it_can_be_trusted() {
    String id = id();
    lms.put(id, told(MAIL, COMPLETED, X + "trust", ""));
    HttpResponse<String> list = lms.get("/xapi/statements?activity=" + encoded(X + "trust"));
    Instant stored = Instant.parse(json(list).path("statements").get(0).path("stored").asString());

    assertThat(consistentThrough(list)).isAfterOrEqualTo(stored);
    for (HttpResponse<String> answer :
        List.of(
            lms.get("/xapi/statements?statementId=" + id),
            lms.get("/xapi/statements?statementId=" + id()),
            lms.get("/xapi/statements?verb=wrong"),
            lms.get("/xapi/about"))) {
      assertThat(consistentThrough(answer)).isAfterOrEqualTo(stored);
      assertThat(answer.headers().firstValue("X-Experience-API-Version")).hasValue("1.0.3");
    }
  }

  @Test
  void head_is_get_without_a_body() {
    String id = id();
    lms.put(id, told(MAIL, COMPLETED, X + "head", ""));

    HttpResponse<String> head = lms.head("/xapi/statements?statementId=" + id);
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.headers().firstValue("X-Experience-API-Consistent-Through")).isPresent();
    assertThat(lms.head("/xapi/statements?statementId=" + id()).statusCode()).isEqualTo(404);
    assertThat(lms.head("/xapi/statements?verb=wrong").statusCode()).isEqualTo(400);
    assertThat(lms.head("/xapi/about").statusCode()).isEqualTo(200);
  }

  @Test
  void the_version_has_to_be_named_and_one_of_ours() {
    String statement = told(MAIL, COMPLETED, COURSE, "");
    for (String version : List.of("", "0.9", "0.95", "1.1.0", "2.0.0", "x")) {
      Platform old = lms.in(version);
      assertThat(old.post(statement).statusCode()).as(version).isEqualTo(400);
      assertThat(old.put(id(), statement).statusCode()).as(version).isEqualTo(400);
      assertThat(old.get("/xapi/statements").statusCode()).as(version).isEqualTo(400);
      assertThat(old.get("/xapi/agents?agent=" + agent(MAIL)).statusCode()).isEqualTo(400);
      assertThat(old.get("/xapi/about").statusCode()).as(version).isEqualTo(200);
    }
    for (String version : List.of("1.0", "1.0.0", "1.0.2", "1.0.9")) {
      assertThat(lms.in(version).post(statement).statusCode()).as(version).isEqualTo(200);
    }
  }

  @Test
  void who_has_no_good_token_or_one_for_something_else_is_refused() {
    String statement = told(MAIL, COMPLETED, COURSE, "");
    for (String wrong :
        List.of("", "Basic x", Platform.basic("lms", "wrong"), "Bearer wrong", "Digest x")) {
      HttpResponse<String> answer = lms.as(wrong).post(statement);
      assertThat(answer.statusCode()).as(wrong).isEqualTo(401);
      assertThat(answer.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Basic");
    }
    assertThat(lms.as("Bearer " + lms.token()).post(statement).statusCode()).isEqualTo(200);
    assertThat(Platform.of(UITROL, "writer", Role.ADMIN, Scope.WRITE).post(statement).statusCode())
        .isEqualTo(403);
    assertThat(
            Platform.of(UITROL, "presenter", Role.PRESENTER, Scope.XAPI)
                .get("/xapi/statements")
                .statusCode())
        .isEqualTo(403);
    assertThat(lms.get("/api/v1/campaigns").statusCode()).isEqualTo(401);
    assertThat(lms.as("Bearer " + lms.token()).get("/api/v1/campaigns").statusCode())
        .isEqualTo(403);
    assertThat(lms.as("").get("/xapi/about").statusCode()).isEqualTo(200);
  }

  @Test
  void attachments_and_anything_but_json_are_refused_with_the_reason() {
    String statement = told(MAIL, COMPLETED, COURSE, "");
    HttpResponse<String> multipart =
        lms.post(statement, "Content-Type", "multipart/mixed; boundary=x");

    assertThat(multipart.statusCode()).isEqualTo(400);
    assertThat(multipart.body()).contains("attachments aren't taken");
    assertThat(lms.post(statement, "Content-Type", "text/plain").statusCode()).isEqualTo(400);
    assertThat(lms.post(statement, "Content-Type", "application/jsonx").statusCode())
        .isEqualTo(400);
    assertThat(lms.post(statement, "Content-Type", "application/json; charset=utf-8").statusCode())
        .isEqualTo(200);
    assertThat(lms.post("{").statusCode()).isEqualTo(400);
    HttpResponse<String> read = lms.get("/xapi/statements?attachments=true&limit=1");
    assertThat(read.headers().firstValue("Content-Type").orElse("")).startsWith("multipart/mixed");
    assertThat(read.body()).contains("Content-Type: application/json");
  }

  @Test
  void what_is_too_large_is_refused() {
    String long5 = "x".repeat(5 * 1024 * 1024);
    String statement =
        told(MAIL, COMPLETED, COURSE, ",\"result\":{\"response\":\"" + long5 + "\"}");
    StringBuilder many = new StringBuilder("[");
    for (int i = 0; i <= StatementReader.MOST; i++) {
      many.append(i == 0 ? "" : ",").append("{}");
    }

    assertThat(lms.post(statement).statusCode()).isEqualTo(413);
    assertThat(lms.post(many.append("]").toString()).statusCode()).isEqualTo(413);
  }

  @Test
  void a_form_may_stand_for_any_request() {
    String id = id();
    String statement = told(MAIL, COMPLETED, X + "form", "");
    String credentials =
        "Authorization=" + encoded(lms.authorization()) + "&X-Experience-API-Version=1.0.3";

    HttpResponse<String> put =
        lms.form(
            "/xapi/statements?method=PUT",
            credentials + "&statementId=" + id + "&content=" + encoded(statement),
            false);
    HttpResponse<String> got =
        lms.form("/xapi/statements?method=GET", credentials + "&statementId=" + id, false);
    HttpResponse<String> list =
        lms.form("/xapi/statements?method=GET", "activity=" + encoded(X + "form"), true);

    assertThat(put.statusCode()).isEqualTo(204);
    assertThat(json(got).path("id").asString()).isEqualTo(id);
    assertThat(ids(json(list).path("statements"))).containsExactly(id);
    assertThat(lms.form("/xapi/statements?method=GET&limit=1", "", true).statusCode())
        .isEqualTo(400);
    assertThat(lms.form("/xapi/statements", "limit=1", true).statusCode()).isEqualTo(400);
    assertThat(lms.form("/xapi/statements?method=DELETE", "", true).statusCode()).isEqualTo(405);
    assertThat(lms.form("/xapi/statements?method=GET", "statementId=" + id, false).statusCode())
        .isEqualTo(401);
  }

  @Test
  void the_store_tells_about_itself() {
    JsonNode about = json(lms.in("").get("/xapi/about"));

    assertThat(about.path("version").isArray()).isTrue();
    assertThat(about.path("version"))
        .allMatch(version -> version.asString().matches("1\\.0\\.\\d+"));
    assertThat(about.path("version").toString()).contains("1.0.3");
  }

  @Test
  void somebody_is_answered_by_what_was_asked_with_and_no_more() {
    JsonNode person =
        json(
            lms.get(
                "/xapi/agents?agent="
                    + encoded("{\"name\":\"Jan\",\"mbox\":\"mailto:jan@x.example\"}")));

    assertThat(person.path("objectType").asString()).isEqualTo("Person");
    assertThat(person.path("name").get(0).asString()).isEqualTo("Jan");
    assertThat(person.path("mbox").get(0).asString()).isEqualTo("mailto:jan@x.example");
    assertThat(lms.get("/xapi/agents").statusCode()).isEqualTo(400);
    assertThat(lms.get("/xapi/agents?agent=x").statusCode()).isEqualTo(400);
  }

  @Test
  void an_activity_is_what_all_statements_say_of_it() {
    for (String name : List.of("{\"en\":\"Course\"}", "{\"nl\":\"Cursus\"}")) {
      lms.post(
          """
          {"actor":{"mbox":"mailto:%s"},"verb":{"id":"%s"},
           "object":{"id":"%s","definition":{"name":%s}}}
          """
              .formatted(MAIL, COMPLETED, X + "described", name));
    }

    JsonNode activity = json(lms.get("/xapi/activities?activityId=" + encoded(X + "described")));

    assertThat(activity.path("id").asString()).isEqualTo(X + "described");
    assertThat(activity.path("definition").path("name").propertyNames())
        .containsExactlyInAnyOrder("en", "nl");
    assertThat(
            json(lms.get("/xapi/activities?activityId=" + encoded(X + "never")))
                .path("id")
                .asString())
        .isEqualTo(X + "never");
    assertThat(lms.get("/xapi/activities").statusCode()).isEqualTo(400);
    assertThat(lms.get("/xapi/activities?activityId=x").statusCode()).isEqualTo(400);
  }

  @Test
  void documents_of_platforms_are_not_offered_and_that_is_said() {
    for (String path :
        List.of("/xapi/activities/state", "/xapi/activities/profile", "/xapi/agents/profile")) {
      HttpResponse<String> answer = lms.get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(404);
      assertThat(answer.body()).contains("aren't offered");
    }
  }

  @Test
  void what_was_told_lies_sealed_and_nobody_is_named_beside_it() {
    String secret = "secret-" + id();
    lms.post(told(secret + "@x.example", COMPLETED, X + "sealed", ""));

    List<String> rows =
        UITROL
            .bean(JdbcClient.class)
            .sql(
                "select s::text || a::text from xapi_statement s join xapi_account a using (account_id)")
            .query(String.class)
            .list();

    assertThat(rows).isNotEmpty().noneMatch(row -> row.contains(secret));
    assertThat(rows)
        .noneMatch(
            row ->
                row.contains(
                    java.util.HexFormat.of()
                        .formatHex(secret.getBytes(java.nio.charset.StandardCharsets.UTF_8))));
  }

  private static List<String> found(String query) {
    HttpResponse<String> answer = lms.get("/xapi/statements?" + query);
    assertThat(answer.statusCode()).as(query + " " + answer.body()).isEqualTo(200);
    return ids(json(answer).path("statements"));
  }

  private static List<String> ids(JsonNode statements) {
    List<String> ids = new ArrayList<>();
    statements.forEach(one -> ids.add(one.path("id").asString()));
    return ids;
  }

  private static Instant consistentThrough(HttpResponse<String> answer) {
    return Instant.parse(
        answer.headers().firstValue("X-Experience-API-Consistent-Through").orElseThrow());
  }

  private static String agent(String mail) {
    return encoded("{\"mbox\":\"mailto:" + mail + "\"}");
  }

  private static String withId(String statement, String id) {
    return statement.strip().replaceFirst("\\{", "{\"id\":\"" + id + "\",");
  }

  private static String id() {
    return UUID.randomUUID().toString();
  }
}
