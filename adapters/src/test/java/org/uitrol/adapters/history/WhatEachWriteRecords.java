package org.uitrol.adapters.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.uitrol.adapters.app.UitrolApplication;
import org.uitrol.adapters.security.Accounts;
import org.uitrol.adapters.security.ApiTokens;
import org.uitrol.adapters.security.ApiTokens.Scope;
import org.uitrol.adapters.security.Role;
import org.uitrol.adapters.web.Visitor;
import org.uitrol.adapters.web.me.SmallTown;
import org.uitrol.application.audit.Trail;
import org.uitrol.application.audit.TrailFilter;
import org.uitrol.application.audit.TrailRow;
import org.uitrol.application.concern.Concerns;
import org.uitrol.application.concern.Concerns.Question;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.domain.concern.Concern.Origin;
import org.uitrol.domain.concern.ConcernCategory;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.domain.session.Answer;
import org.uitrol.domain.session.SessionCommand.AnswerInvitation;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.SessionId;
import org.uitrol.support.RunningApplication;

/** For whom, which way and by which rules, of one write by each way. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WhatEachWriteRecords {

  @RegisterExtension
  static final RunningApplication UITROL = RunningApplication.of(UitrolApplication.class);

  private static SmallTown town;

  @BeforeAll
  static void a_campaign_is_under_way() {
    town = new SmallTown(UITROL);
    town.begin();
  }

  @Test
  void by_a_page_and_by_a_personal_link() {
    Visitor admin = Visitor.signedIn(UITROL, "page", Role.ADMIN);
    admin.get("/history/checkpoints");
    admin.post("/history/checkpoints", Map.of());

    TrailRow asked = last("checkpoint.asked");
    assertThat(asked.source()).isEqualTo("page/loopback");
    assertThat(asked.behalf()).isEqualTo("self");
    assertThat(asked.rule()).startsWith("0.");

    String page = admin.get("/history/events/" + asked.event()).body();
    assertThat(page).contains("by a page, from the same machine", "For themselves", asked.rule());
  }

  @Test
  void by_another_program_for_its_account() throws Exception {
    AccountId account = account("api", Role.ADMIN);

    HttpResponse<String> answer =
        send(
            "/api/v1/people/p-hostile/erasure",
            "application/json",
            "",
            "Bearer " + token(account, Scope.READ, Scope.WRITE));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    TrailRow requested = last("erasure.requested");
    assertThat(requested.source()).isEqualTo("api/loopback");
    assertThat(requested.actor()).isEqualTo("account:" + account);
    assertThat(requested.behalf()).isEqualTo("account:" + account);
  }

  @Test
  void by_another_program_for_somebody_who_stays_unknown() throws Exception {
    HttpResponse<String> answer =
        send(
            "/api/v1/concerns",
            "application/json",
            "{\"campaign\":\"%s\",\"category\":\"data\",\"question\":\"Where does it go?\"}"
                .formatted(SmallTown.CAMPAIGN),
            "Bearer " + token(account("unknown", Role.CHANGE_MANAGER), Scope.READ, Scope.WRITE));

    assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
    assertThat(all("concern.raised"))
        .anySatisfy(
            raised -> {
              assertThat(raised.source()).isEqualTo("api/loopback");
              assertThat(raised.behalf()).isEqualTo("anonymous");
            });
  }

  @Test
  void by_an_organisations_directory() throws Exception {
    String token = token(account("directory", Role.ADMIN), Scope.SCIM);

    HttpResponse<String> answer =
        send(
            "/scim/v2/Users",
            "application/scim+json",
            """
            {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"kim@town.example",
             "externalId":"k-1","active":true,"displayName":"Kim Bos",
             "emails":[{"value":"kim@town.example","primary":true}],
             "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":
               {"employeeNumber":"7001","department":"Financiën"}}
            """,
            "Bearer " + token);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    assertThat(last("employee.joined").source()).isEqualTo("scim/loopback");
  }

  @Test
  void by_a_learning_platform() throws Exception {
    String token = token(account("lms", Role.ADMIN), Scope.XAPI);
    town.enrol(SmallTown.JAN, "basics", "basics");

    HttpResponse<String> answer =
        send(
            "/xapi/statements",
            "application/json",
            """
            {"actor":{"mbox":"mailto:jan@town.example"},
             "verb":{"id":"http://adlnet.gov/expapi/verbs/completed"},
             "object":{"id":"https://learn.example/basics"}}
            """,
            "Basic "
                + Base64.getEncoder()
                    .encodeToString(("lms:" + token).getBytes(StandardCharsets.UTF_8)),
            "X-Experience-API-Version",
            "1.0.3");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(last("learner.completed").source()).isEqualTo("xapi/loopback");
  }

  @Test
  void by_a_mail() {
    SessionId session = town.session("mailed", ActivityKind.PRESENTATION, 20, 9, SmallTown.EVA);
    CommandDesk desk = UITROL.bean(CommandDesk.class);

    desk.send(
        new AnswerInvitation(session, SmallTown.EVA, Answer.ACCEPTED, desk.now()),
        Actor.byMail(SmallTown.EVA));

    TrailRow answered = last("session.answered");
    assertThat(answered.source()).isEqualTo("mail");
    assertThat(answered.behalf()).isEqualTo("self");
  }

  @Test
  void by_a_due_moment_and_by_a_process_for_who_began() {
    town.survey("timed", Duration.ofMillis(1), SmallTown.JAN);
    await().atMost(Duration.ofSeconds(60)).until(() -> !all("survey.closed").isEmpty());

    TrailRow closed = last("survey.closed");
    assertThat(closed.source()).isEqualTo("timer");
    assertThat(closed.behalf()).isEqualTo("self");
    TrailRow asked =
        all("dispatch.requested").stream()
            .filter(row -> row.actor().equals("process:AskPeople"))
            .reduce((first, later) -> later)
            .orElseThrow();
    assertThat(asked.source()).isEqualTo("process");
    assertThat(asked.behalf()).as("who had the survey opened").isEqualTo("setup");
  }

  @Test
  void for_somebody_whose_question_is_taken_in() {
    Concerns concerns = UITROL.bean(Concerns.class);
    concerns.ask(
        new Question(
            SmallTown.CAMPAIGN,
            null,
            Origin.ON_BEHALF,
            SmallTown.JAN,
            ConcernCategory.OTHER,
            "Asked by mail",
            false),
        Actor.account(new AccountId("ann")));
    TrailRow taken = last("concern.raised");
    assertThat(taken.behalf()).isEqualTo("person:p-jan");

    assertThat(
            found(new TrailFilter(null, null, null, null, null, "person:p-jan", null, null, null)))
        .extracting(TrailRow::event)
        .contains(taken.event());
  }

  @Test
  void by_the_plan_to_which_a_department_is_pinned() {
    assertThat(last("rollout.started").rule()).endsWith(", plan 1");
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void and_no_event_lacks_any_of_it() {
    town.settle();
    List<String> lacking =
        UITROL
            .jdbc()
            .sql(
                "select payload_type from domain_event_entry where meta_data::jsonb ->> 'behalf' is"
                    + " null or meta_data::jsonb ->> 'source' is null or meta_data::jsonb ->>"
                    + " 'rule' is null or meta_data::jsonb ->> 'actor' is null")
            .query(String.class)
            .list();

    assertThat(lacking).isEmpty();
    assertThat(found(TrailFilter.ALL))
        .hasSizeGreaterThan(20)
        .allMatch(row -> row.behalf() != null && row.source() != null && row.rule() != null);
  }

  private static TrailRow last(String name) {
    List<TrailRow> rows = all(name);
    assertThat(rows).as(name).isNotEmpty();
    return rows.get(rows.size() - 1);
  }

  private static List<TrailRow> all(String name) {
    town.settle();
    return found(new TrailFilter(null, null, null, name, null, null, null));
  }

  private static List<TrailRow> found(TrailFilter filter) {
    List<TrailRow> rows = new ArrayList<>();
    UITROL.bean(Trail.class).forEach(filter, rows::add);
    return rows;
  }

  private static AccountId account(String name, Role role) {
    return UITROL
        .bean(Accounts.class)
        .add(name, name, Set.of(role), null, "a long enough password");
  }

  private static String token(AccountId account, Scope... scopes) {
    return UITROL.bean(ApiTokens.class).issue(account, "test", Set.of(scopes), 1);
  }

  private static HttpResponse<String> send(
      String path, String type, String body, String authorization, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(UITROL.uri(path))
            .header("Content-Type", type)
            .header("Authorization", authorization)
            .POST(BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }
}
