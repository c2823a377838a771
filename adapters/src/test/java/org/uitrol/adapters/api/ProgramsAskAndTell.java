package org.uitrol.adapters.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.uitrol.adapters.app.UitrolApplication;
import org.uitrol.adapters.security.ApiTokens.Scope;
import org.uitrol.adapters.security.Role;
import org.uitrol.adapters.web.adoption.UseTown;
import org.uitrol.adapters.web.me.SmallTown;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.Streams;
import org.uitrol.application.survey.source.SourceAdmin;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.domain.rollout.RolloutCommand.WaiveCondition;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.session.Session;
import org.uitrol.domain.session.SessionEvent;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.AnswerSourceId;
import org.uitrol.domain.shared.LearnerRecordId;
import org.uitrol.domain.shared.SessionId;
import org.uitrol.domain.survey.source.AnswerWords;
import org.uitrol.domain.survey.source.SourceKind;
import org.uitrol.domain.survey.source.SourceMapping;
import org.uitrol.domain.training.LearnerEvent;
import org.uitrol.domain.training.LearnerEvent.CourseCompleted;
import org.uitrol.support.RunningApplication;
import tools.jackson.databind.JsonNode;

class ProgramsAskAndTell {

  @RegisterExtension
  static final RunningApplication UITROL = RunningApplication.of(UitrolApplication.class);

  private static final String JSON = "application/json";
  private static final String CSV = "text/csv";

  private static SmallTown town;
  private static Program manager;
  private static Program reader;

  @BeforeAll
  static void a_campaign_is_under_way() {
    town = new SmallTown(UITROL);
    town.begin();
    manager = Program.of(UITROL, "lms", Role.CHANGE_MANAGER, Set.of(Scope.READ, Scope.WRITE));
    reader = Program.of(UITROL, "council", Role.WORKS_COUNCIL, Set.of(Scope.READ, Scope.WRITE));
  }

  @Test
  void answers_that_were_given_elsewhere_once_their_columns_are_known() {
    town.survey("elsewhere", Duration.ofDays(5), SmallTown.JAN, SmallTown.EVA);
    AnswerSourceId source = new AnswerSourceId("source-of-a-program");
    String path = "/api/v1/answer-sources/" + source + "/answers";
    String export = "ID,Email,Q1,Q2\n1,jan@town.example,4,mail\n2,eva@town.example,9,mail\n";
    assertThat(manager.post(path, CSV, export).statusCode()).isEqualTo(404);
    SourceAdmin admin = UITROL.bean(SourceAdmin.class);
    Actor actor = new Actor("account:manager");
    admin.connect(
        source, SmallTown.CAMPAIGN, "elsewhere", SourceKind.MICROSOFT_FORMS, "Form", actor);
    assertThat(Program.json(manager.post(path, CSV, export)).path("code").asString())
        .isEqualTo("SOURCE_UNMAPPED");
    admin.map(
        source,
        new SourceMapping("ID", "", "Email", "", null, Map.of("Q1", "worry", "Q2", "tasks")),
        AnswerWords.NONE,
        actor);

    JsonNode preview = Program.json(manager.post(path + "?preview=true", CSV, export));
    JsonNode taken = Program.json(manager.post(path, CSV, export));
    JsonNode again = Program.json(manager.post(path, CSV, export));

    assertThat(preview.path("named").asInt()).isEqualTo(1);
    assertThat(taken.path("named").asInt()).isEqualTo(1);
    assertThat(taken.path("refused").path(0).path("line").asInt()).isEqualTo(3);
    assertThat(taken.path("refused").path(0).path("code").asString()).isEqualTo("ANSWER_UNMAPPED");
    assertThat(taken.toString()).doesNotContain("eva@", "mail");
    assertThat(again.path("named").asInt()).isZero();
    assertThat(again.path("known").asInt()).isEqualTo(1);
    assertThat(reader.post(path, CSV, export).statusCode()).isEqualTo(403);
    assertThat(
            Program.json(manager.post(path, CSV, "ID,Email,Q1\n1,x,4\n")).path("code").asString())
        .isEqualTo("SOURCE_COLUMN_MISSING");
  }

  @Test
  void attendance_of_a_table_row_by_row_whatever_its_mistakes() {
    SessionId session =
        town.session("table", ActivityKind.DEMO, -1, 5, SmallTown.JAN, SmallTown.EVA);
    String table =
        """
        Personeelsnummer;Aanwezig
        1001;ja
        1002;nee
        1003;ja
        9999;ja
        1001;misschien
        1001
        1001;nee
        """;

    JsonNode preview = Program.json(manager.post(path(session) + "?preview=true", CSV, table));
    assertThat(preview.get("added").asInt()).isEqualTo(2);
    assertThat(session(session).attendance()).isEmpty();

    HttpResponse<String> answer = manager.post(path(session), CSV, table);

    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode report = Program.json(answer);
    assertThat(report.get("added").asInt()).isEqualTo(2);
    assertThat(report.get("refused").asInt()).isEqualTo(5);
    assertThat(codes(report))
        .containsExactly(
            "2 added",
            "3 added",
            "4 NOT_INVITED",
            "5 UNKNOWN_PERSON",
            "6 ATTENDED_UNKNOWN",
            "7 ROW_HAS_OTHER_WIDTH",
            "8 PERSON_TWICE");
    assertThat(session(session).attendance())
        .containsEntry(SmallTown.JAN, true)
        .containsEntry(SmallTown.EVA, false);
    int events = town.events(session);
    assertThat(Program.json(manager.post(path(session), CSV, table)).get("unchanged").asInt())
        .isEqualTo(2);
    assertThat(town.events(session)).isEqualTo(events);
  }

  @Test
  void attendance_of_a_list_by_e_mail_address() {
    SessionId session = town.session("list", ActivityKind.DEMO, -1, 5, SmallTown.JAN);

    JsonNode report =
        Program.json(
            manager.post(
                path(session),
                JSON,
                "[{\"person\":\"JAN@town.example\",\"attended\":true},{\"attended\":true},"
                    + "{\"person\":\"1001\",\"attended\":\"perhaps\"}]"));

    assertThat(codes(report))
        .containsExactly("1 added", "2 IDENTITY_MISSING", "3 ATTENDED_UNKNOWN");
    assertThat(session(session).attendance()).containsEntry(SmallTown.JAN, true);
  }

  @Test
  void a_presenter_tells_of_own_sessions_only() {
    SessionId session = town.session("foreign", ActivityKind.DEMO, -1, 5, SmallTown.JAN);
    Program presenter =
        Program.of(UITROL, "presenter", Role.PRESENTER, Set.of(Scope.WRITE), SmallTown.EVA);

    HttpResponse<String> answer = presenter.post(path(session), CSV, "person;attended\n1001;yes\n");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(session(session).attendance()).isEmpty();
  }

  @Test
  void completions_that_come_twice_change_nothing() {
    LearnerRecordId learner = town.enrol(SmallTown.JAN, "basics", "basics");
    String table =
        """
        e-mail,course,campaign,completed at,percentage
        jan@town.example,basics,copilot-town,31-03-2026,85
        jan@town.example,basics,other-town,31-03-2026,85
        jan@town.example,nothing,copilot-town,31-03-2026,85
        jan@town.example,basics,copilot-town,soon,85
        jan@town.example,basics,copilot-town,31-03-2999,85
        jan@town.example,basics,copilot-town,31-03-2026,850
        """;

    JsonNode report = Program.json(manager.post("/api/v1/courses/completions", CSV, table));
    assertThat(codes(report))
        .containsExactly(
            "2 added",
            "3 NOT_ENROLLED",
            "4 NOT_ENROLLED",
            "5 COMPLETED_AT_UNKNOWN",
            "6 COMPLETED_IN_FUTURE",
            "7 SCORE_OUT_OF_RANGE");
    town.settle();
    String item =
        "[{\"person\":\"1001\",\"course\":\"basics\",\"completedAt\":\"%s\",\"score\":%s}]";
    String same = item.formatted("2026-03-30T22:00:00Z", "0.85");
    String better = item.formatted("2026-04-01T10:00:00Z", "0.9");
    assertThat(codes(Program.json(manager.post("/api/v1/courses/completions", JSON, same))))
        .containsExactly("1 unchanged");
    for (String told : List.of("1 changed", "1 unchanged")) {
      assertThat(codes(Program.json(manager.post("/api/v1/courses/completions", JSON, better))))
          .containsExactly(told);
    }
    assertThat(UITROL.bean(Streams.class).events(learner, LearnerEvent.class))
        .filteredOn(CourseCompleted.class::isInstance)
        .singleElement()
        .satisfies(
            event -> {
              assertThat(((CourseCompleted) event).score()).isEqualTo(0.85);
              assertThat(((CourseCompleted) event).completedAt()).isEqualTo("2026-03-30T22:00:00Z");
            });
  }

  @Test
  void a_report_of_use_is_taken_over_once_and_repeats_no_names() {
    UseTown uses = new UseTown(UITROL, town);
    uses.begin();
    String table =
        UseTown.report(uses.yesterday(), 12, 3, 1) + uses.yesterday() + ",x@y.example,,,,28\n";

    JsonNode preview = Program.json(manager.post("/api/v1/usage?preview=true", CSV, table));
    HttpResponse<String> answer = manager.post("/api/v1/usage", CSV, table);
    JsonNode taken = Program.json(answer);
    JsonNode again = Program.json(manager.post("/api/v1/usage", CSV, table));

    assertThat(preview.get("people").asInt()).isEqualTo(27);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).doesNotContain("y.example");
    assertThat(taken.get("layout").asString()).isEqualTo("copilot-graph-v1");
    assertThat(taken.get("people").asInt()).isEqualTo(27);
    assertThat(taken.get("unknownLines").get(0).asInt()).isEqualTo(29);
    assertThat(again.get("people").asInt()).isZero();
    assertThat(again.get("unchanged").asInt()).isEqualTo(27);
  }

  @Test
  void a_report_of_use_that_is_wrong_somewhere_is_refused_with_the_line() {
    String header = "Report Refresh Date,User Principal Name,Last Activity Date,Report Period\n";
    HttpResponse<String> answer =
        manager.post("/api/v1/usage", CSV, header + "2026-02-28,jan@town.example,soon,28\n");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(Program.json(answer).get("code").asString()).isEqualTo("DATE_UNKNOWN");
    assertThat(Program.json(answer).get("line").asInt()).isEqualTo(2);
    assertThat(answer.body()).contains("Last Activity Date").doesNotContain("jan@town.example");
    assertThat(manager.post("/api/v1/usage?day=soon", CSV, header).statusCode()).isEqualTo(400);
    Program council =
        Program.of(UITROL, "council-usage", Role.WORKS_COUNCIL, Set.of(Scope.READ, Scope.WRITE));
    assertThat(council.post("/api/v1/usage", CSV, header).statusCode()).isEqualTo(403);
  }

  @Test
  void a_key_makes_asking_again_harmless() {
    SessionId session = town.session("key", ActivityKind.DEMO, -1, 5, SmallTown.EVA);
    String yes = "person;attended\n1002;yes\n";
    String no = "person;attended\n1002;no\n";

    HttpResponse<String> first = manager.post(path(session), CSV, yes, "Idempotency-Key", "k-1");
    manager.post(path(session), CSV, no);
    HttpResponse<String> again = manager.post(path(session), CSV, yes, "Idempotency-Key", "k-1");
    HttpResponse<String> other = manager.post(path(session), CSV, no, "Idempotency-Key", "k-1");

    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(first.body()).contains("\"added\"");
    assertThat(again.headers().firstValue("Idempotency-Replayed")).hasValue("true");
    assertThat(session(session).attendance()).containsEntry(SmallTown.EVA, false);
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(Program.json(other).get("code").asString()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void people_are_previewed_and_then_taken() {
    String table = "personeelsnummer;e-mail;naam;afdeling\n2001;new@town.example;Nora;Financiën\n";

    JsonNode preview = Program.json(manager.post("/api/v1/people/import?preview=true", CSV, table));
    assertThat(preview.at("/report/counts/added").asInt()).isEqualTo(1);
    assertThat(UITROL.bean(PersonVault.class).findByEmployeeNumber("2001")).isEmpty();

    manager.post("/api/v1/people/import", CSV, table);
    assertThat(UITROL.bean(PersonVault.class).findByEmployeeNumber("2001")).isPresent();
    JsonNode again = Program.json(manager.post("/api/v1/people/import", CSV, table));
    assertThat(again.at("/report/counts/unchanged").asInt()).isEqualTo(1);

    HttpResponse<String> broken = manager.post("/api/v1/people/import", CSV, "a;b\n1;2\n");
    assertThat(broken.statusCode()).isEqualTo(422);
    assertThat(broken.headers().firstValue("Content-Type").orElse(""))
        .contains("application/problem+json");
    assertThat(Program.json(broken).get("code").asString()).isEqualTo("COLUMN_MISSING");
  }

  @Test
  void people_who_were_looked_at_are_taken_without_being_sent_again() {
    String table = "personeelsnummer;e-mail;naam;afdeling\n2002;kept@town.example;Ko;Financiën\n";
    JsonNode looked =
        Program.json(manager.post("/api/v1/people/import?preview=true&keep=true", CSV, table));
    String apply = "/api/v1/people/import/" + looked.get("stage").asString() + "/apply?hash=";
    String hash = looked.at("/report/hash").asString();

    HttpResponse<String> other = manager.post(apply + "00", CSV, "");
    assertThat(Program.json(other).get("code").asString()).isEqualTo("FILE_DIFFERS_FROM_PREVIEW");
    JsonNode begun = Program.json(manager.post(apply + hash, CSV, ""));
    String place = "/api/v1/people/imports/" + begun.get("import").asLong();
    await()
        .until(() -> Program.json(manager.get(place)).get("state").asString().equals("FINISHED"));
    JsonNode ended = Program.json(manager.post(place + "/stop", CSV, ""));
    assertThat(ended.get("state").asString()).isEqualTo("FINISHED");
    assertThat(ended.get("percent").asInt()).isEqualTo(100);
    assertThat(ended.at("/counts/added").asInt()).isEqualTo(1);
    assertThat(UITROL.bean(PersonVault.class).findByEmployeeNumber("2002")).isPresent();

    HttpResponse<String> again = manager.post(apply + hash, CSV, "");
    assertThat(Program.json(again).get("code").asString()).isEqualTo("IMPORT_GONE");
    assertThat(manager.get("/api/v1/people/imports/999999").statusCode()).isEqualTo(404);
  }

  @Test
  void a_campaign_file_becomes_a_draft_or_says_where_it_is_wrong() throws IOException {
    String file = sample().replaceAll("[\\w.]+@gemeente-voorbeeld.example", "jan@town.example");

    HttpResponse<String> good = manager.post("/api/v1/campaigns", "application/yaml", file);
    HttpResponse<String> bad =
        manager.post("/api/v1/campaigns", "application/yaml", file.replace("tool:", "toool:"));

    assertThat(good.statusCode()).as(good.body()).isEqualTo(201);
    assertThat(good.headers().firstValue("Location"))
        .hasValue("/api/v1/campaigns/copilot-voorbeeldgemeente");
    assertThat(bad.statusCode()).isEqualTo(422);
    JsonNode problem = Program.json(bad);
    assertThat(problem.get("code").asString()).isEqualTo("CAMPAIGN_FILE_INVALID");
    assertThat(problem.at("/errors/0/line").asInt()).isPositive();
  }

  @Test
  void campaigns_and_departments_are_told() {
    JsonNode all = Program.json(reader.get("/api/v1/campaigns"));
    assertThat(all.at("/campaigns").valueStream().map(one -> one.get("campaign").asString()))
        .contains("copilot-town");
    JsonNode one = Program.json(reader.get("/api/v1/campaigns/copilot-town"));
    assertThat(one.at("/rollouts/0/rollout").asString()).isEqualTo("rollout-finance");
    JsonNode rollout = Program.json(reader.get("/api/v1/rollouts/rollout-finance"));
    assertThat(rollout.at("/rollout/stage").asString()).isEqualTo("ANNOUNCE");
    assertThat(rollout.at("/gate/findings/0/condition").asString())
        .isEqualTo("responses.rate >= 0.5");
    assertThat(rollout.at("/gate/waivers")).isEmpty();

    town.send(
        new WaiveCondition(
            SmallTown.ROLLOUT,
            StageName.ANNOUNCE,
            "responses.rate >= 0.5",
            new AccountId("account-1"),
            "Three people only",
            town.now()));
    JsonNode waived = Program.json(reader.get("/api/v1/rollouts/rollout-finance"));
    assertThat(waived.at("/gate/waivers/0/condition").asString())
        .isEqualTo("responses.rate >= 0.5");
    assertThat(waived.at("/gate/waivers/0/by").asString()).isEqualTo("account-1");
    assertThat(waived.at("/gate/waivers/0/reason").asString()).isEqualTo("Three people only");
    assertThat(waived.at("/gate/blockers").toString()).doesNotContain("responses.rate");

    HttpResponse<String> none = reader.get("/api/v1/campaigns/No%20Key");
    assertThat(none.statusCode()).isEqualTo(404);
    assertThat(Program.json(none).get("code").asString()).isEqualTo("UNKNOWN_CAMPAIGN");
  }

  @Test
  void the_history_is_written_out_in_three_ways() {
    town.settle();
    String question = "/api/v1/history?campaign=copilot-town&format=";

    HttpResponse<String> lines = manager.get(question + "jsonl");
    assertThat(lines.headers().firstValue("Content-Type").orElse("")).contains("application/jsonl");
    assertThat(lines.body().lines().toList())
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).startsWith("{").endsWith("}"));
    assertThat(lines.body()).contains("\"name\":\"rollout.started\"");
    assertThat(manager.get(question + "csv").body()).startsWith("position,at,");
    assertThat(manager.get(question + "text&lang=nl").body()).contains("Financiën");
    assertThat(manager.get(question + "xml").statusCode()).isEqualTo(400);
    assertThat(manager.get("/api/v1/history?person=jan@town.example&format=jsonl").body())
        .contains("p-jan");
    assertThat(reader.get("/api/v1/history?person=jan@town.example").statusCode()).isEqualTo(403);
    assertThat(reader.get(question + "text").body()).doesNotContain("Jan de Vries");
  }

  @Test
  void nobody_gets_in_without_a_token_or_its_scope() {
    Program nobody = new Program(UITROL, "uitrol_x");
    Program looking = Program.of(UITROL, "looking", Role.CHANGE_MANAGER, Set.of(Scope.READ));

    HttpResponse<String> unknown = nobody.get("/api/v1/campaigns");
    HttpResponse<String> scope =
        looking.post("/api/v1/people/import", CSV, "personeelsnummer;afdeling\n1;F\n");

    assertThat(unknown.statusCode()).isEqualTo(401);
    assertThat(unknown.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    assertThat(Program.json(unknown).get("code").asString()).isEqualTo("UNAUTHORIZED");
    assertThat(scope.statusCode()).isEqualTo(403);
    assertThat(Program.json(scope).get("code").asString()).isEqualTo("FORBIDDEN");
    assertThat(reader.post("/api/v1/people/import", CSV, "x").statusCode()).isEqualTo(403);
    assertThat(
            manager
                .post(path(new SessionId("nothing")), CSV, "person;attended\n1;yes\n")
                .statusCode())
        .isEqualTo(404);
  }

  private static String path(SessionId session) {
    return "/api/v1/sessions/" + session + "/attendance";
  }

  private static List<String> codes(JsonNode report) {
    return report
        .get("rows")
        .valueStream()
        .map(
            row ->
                row.get("line").asInt()
                    + " "
                    + (row.has("code") ? row.get("code") : row.get("result")).asString())
        .toList();
  }

  private static Session session(SessionId session) {
    return UITROL
        .bean(Streams.class)
        .state(session, SessionEvent.class, Session::evolve)
        .orElseThrow();
  }

  private static String sample() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(
            ProgramsAskAndTell.class.getResourceAsStream("/sample/campaign.yaml"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
