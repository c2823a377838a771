package org.uitrol.adapters.web.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.uitrol.adapters.app.UitrolApplication;
import org.uitrol.adapters.files.HandMadeWorkbook;
import org.uitrol.adapters.files.SurveyExport;
import org.uitrol.adapters.security.Role;
import org.uitrol.adapters.shared.SignedMessage;
import org.uitrol.adapters.web.Visitor;
import org.uitrol.adapters.web.me.SmallTown;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.survey.port.BallotBox;
import org.uitrol.application.survey.source.AnswerIntake;
import org.uitrol.application.survey.source.IntakeOutcome;
import org.uitrol.application.survey.source.IntakeOutcome.Refused;
import org.uitrol.application.survey.source.SourceAdmin;
import org.uitrol.application.survey.source.SourceTable;
import org.uitrol.application.survey.view.SurveyStore;
import org.uitrol.domain.shared.AnswerSourceId;
import org.uitrol.domain.shared.ParticipationId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.shared.SurveyId;
import org.uitrol.domain.survey.Ballot;
import org.uitrol.domain.survey.ParticipationCommand.TakePart;
import org.uitrol.domain.survey.SurveyCommand.CloseSurvey;
import org.uitrol.domain.survey.source.AnswerWords;
import org.uitrol.domain.survey.source.SourceKind;
import org.uitrol.domain.survey.source.SourceMapping;
import org.uitrol.support.RunningApplication;

class AnswersFromElsewhere {

  @RegisterExtension
  static final RunningApplication UITROL = RunningApplication.of(UitrolApplication.class);

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final Actor MANAGER = new Actor("account:manager");
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** So peculiar that it can be found wherever it leaked to. */
  private static final String OWN_WORDS = "zwanenzang-onder-vier-ogen";

  private static SmallTown town;
  private static Visitor manager;

  @BeforeAll
  static void a_campaign_is_under_way() {
    town = new SmallTown(UITROL);
    town.begin();
    manager = Visitor.signedIn(UITROL, "manager", Role.CHANGE_MANAGER);
  }

  @Test
  void are_looked_at_mapped_once_and_taken_over_once() {
    SurveyId survey = asked("forms");
    String surveys = "/campaigns/" + SmallTown.CAMPAIGN + "/surveys";
    assertThat(manager.get(surveys).body()).contains(surveys + "/forms/sources");
    String source = connect("forms", SourceKind.MICROSOFT_FORMS);
    byte[] export =
        new HandMadeWorkbook()
            .row("ID", "Completion time", "Email", "Do you worry?", "Which task bores you", "More")
            .row("#1", "@46399.3", "jan@town.example", "Helemaal mee eens", "Minutes", OWN_WORDS)
            .row("#2", "@46399.4", "nobody@town.example", "Neutraal", "Mail", "")
            .row("#3", "", "eva@town.example", "Neutraal", "Mail", "")
            .row("#4", "@46399.5", "j@town.example", "Geen mening", "Mail", "")
            .bytes();

    HttpResponse<String> looked = upload(source, export);
    assertThat(location(looked)).endsWith("/mapping");
    String mapping = manager.get(path(looked)).body();
    assertThat(mapping).containsPattern("value=\"ID\"[^>]*selected").doesNotContain(OWN_WORDS);
    assertThat(mapping).containsPattern("value=\"worry\"[^>]*selected");
    assertThat(mapping).containsPattern("value=\"tasks\"[^>]*selected");

    Map<String, String> columns = new HashMap<>();
    columns.put("response", "ID");
    columns.put("finished", "Completion time");
    columns.put("person", "Email");
    columns.put("column-0", "Do you worry?");
    columns.put("item-0", "worry");
    columns.put("column-1", "Which task bores you");
    columns.put("item-1", "tasks");
    columns.put("column-2", "More");
    columns.put("item-2", "more");
    HttpResponse<String> mapped = manager.post(source + "/mapping", columns);
    assertThat(location(mapped)).endsWith("/words");
    String words = manager.get(source + "/words").body();
    assertThat(words).contains("Helemaal mee eens", "Geen mening").doesNotContain(OWN_WORDS);
    assertThat(words).containsPattern("value=\"5\"[^>]*selected");

    Map<String, String> meanings = new HashMap<>();
    meanings.put("item-0", "worry");
    meanings.put("text-0-0", "Helemaal mee eens");
    meanings.put("means-0-0", "5");
    meanings.put("text-0-1", "Neutraal");
    meanings.put("means-0-1", "3");
    meanings.put("text-0-2", "Geen mening");
    meanings.put("means-0-2", "");
    HttpResponse<String> said = manager.post(source + "/words", meanings);
    assertThat(location(said)).endsWith("/preview");
    String preview = manager.get(source + "/preview").body();
    assertThat(preview)
        .contains("Take one response over", "nobody’s address", "means nothing yet")
        .doesNotContain(OWN_WORDS);
    assertThat(ballots(survey)).isZero();

    assertThat(manager.post(source + "/apply", Map.of()).body())
        .contains("One response was taken over.");
    assertThat(ballots(survey)).isEqualTo(1);
    assertThat(town.events(participation(survey, SmallTown.JAN))).isEqualTo(1);
    assertThat(files()).isZero();
    assertThat(manager.post(source + "/apply", Map.of()).body()).contains("Upload it again");

    manager.get(source);
    HttpResponse<String> again = upload(source, export);
    manager.get(path(again));
    assertThat(manager.get(source + "/preview").body()).contains("Take nothing over");
    int events = town.events(new AnswerSourceId(source.substring("/answer-sources/".length())));
    manager.post(source + "/apply", Map.of());
    assertThat(ballots(survey)).isEqualTo(1);
    assertThat(town.events(new AnswerSourceId(source.substring("/answer-sources/".length()))))
        .isEqualTo(events);
    assertThat(leaks(OWN_WORDS)).isEmpty();
    assertThat(leaks("Helemaal mee eens")).isEmpty();
    assertThat(close(survey))
        .containsExactly(new Ballot(Map.of("worry", "5", "tasks", "minutes", "more", OWN_WORDS)));
  }

  @Test
  void are_forgotten_when_the_answer_is_no() {
    SurveyId survey = asked("no");
    String source = connect("no", SourceKind.LIMESURVEY);
    map(id(source), mapping("id", "submitdate", "token"));

    upload(source, "id,submitdate,token,Q1,Q2,Q3\n1,2027-01-12,1001,4,mail,\n");
    assertThat(files()).isEqualTo(1);
    assertThat(manager.get(source + "/preview").body()).contains("Take one response over");
    manager.post(source + "/discard", Map.of());

    assertThat(files()).isZero();
    assertThat(ballots(survey)).isZero();
    assertThat(manager.get(source + "/preview").statusCode()).isEqualTo(422);
  }

  @Test
  void add_what_is_new_in_a_later_export() {
    SurveyId survey = asked("later");
    AnswerSourceId source = source("later", mapping("id", "submitdate", "token"));
    String first = "id,submitdate,token,Q1,Q2,Q3\n1,2027-01-12,1001,4,mail,\n2,,1002,1,,\n";

    assertThat(counts(take(source, first))).isEqualTo("1 0 0 1 0");
    assertThat(counts(take(source, first))).isEqualTo("0 0 1 1 0");
    String later = first.replace("2,,1002,1,,", "2,2027-01-13,1002,1,minutes,x");
    assertThat(counts(preview(source, later))).isEqualTo("1 0 1 0 0");
    assertThat(counts(take(source, later))).isEqualTo("1 0 1 0 0");
    assertThat(ballots(survey)).isEqualTo(2);
  }

  @Test
  void of_people_who_answered_here_are_refused_and_so_is_whoever_is_not_asked() {
    SurveyId survey = asked("mixed", SmallTown.JAN, SmallTown.EVA);
    AnswerSourceId source = source("mixed", mapping("id", "submitdate", "token"));
    town.send(
        new TakePart(
            survey, SmallTown.JAN, new Ballot(Map.of("worry", "1", "tasks", "mail")), town.now()));

    IntakeOutcome outcome =
        take(
            source,
            """
            id,submitdate,token,Q1,Q2,Q3
            1,2027-01-12,1001,4,mail,
            2,2027-01-12,1003,4,mail,
            3,2027-01-12,nobody,4,mail,
            4,2027-01-12,1002,9,mail,
            5,2027-01-12,1002,,mail,
            ,2027-01-12,1002,3,mail,
            7,2027-01-12,,3,mail,
            8,2027-01-12,1002,3,mail,
            8,2027-01-12,1002,3,mail,
            9,2027-01-12,1002,3,mail,
            """);

    assertThat(outcome.named()).isEqualTo(1);
    assertThat(outcome.refused()).hasSize(9);
    assertThat(codes(outcome))
        .containsEntry(2L, "ALREADY_ANSWERED")
        .containsEntry(3L, "RESPONDENT_NOT_ASKED")
        .containsEntry(4L, "RESPONDENT_UNKNOWN")
        .containsEntry(5L, "ANSWER_UNMAPPED")
        .containsEntry(6L, "ANSWER_REQUIRED")
        .containsEntry(7L, "RESPONSE_MISSING")
        .containsEntry(8L, "RESPONDENT_DEPARTMENT_MISSING");
    assertThat(codes(outcome).values()).contains("RESPONSE_TWICE", "ALREADY_ANSWERED");
    assertThat(town.events(participation(survey, SmallTown.JAN))).isEqualTo(1);
    assertThat(town.events(participation(survey, SmallTown.EVA))).isEqualTo(1);
    assertThat(ballots(survey)).isEqualTo(2);
    town.settle();
    assertThat(UITROL.bean(SurveyStore.class).participated(survey, SmallTown.EVA)).isTrue();
    assertThat(outcome.toString()).doesNotContain("1002", "mail");
  }

  @Test
  void of_people_who_are_not_known_raise_only_how_many_answered() {
    SurveyId survey = asked("unnamed");
    AnswerSourceId source =
        source(
            "unnamed",
            new SourceMapping("ID", "", "Email", "Afdeling", null, columns("W", "T", "M")));
    String export =
        """
        ID,Email,Afdeling,W,T,M
        1,anonymous,Financiën,2,mail,a
        2,anoniem,finance,3,mail,b
        3,,Zwembad,3,mail,c
        4,jan@town.example,Zwembad,5,minutes,d
        """;

    IntakeOutcome outcome = take(source, export);

    assertThat(counts(outcome)).isEqualTo("1 2 0 0 1");
    assertThat(codes(outcome)).containsEntry(4L, "RESPONDENT_DEPARTMENT_UNKNOWN");
    town.settle();
    assertThat(UITROL.bean(SurveyStore.class).find(survey).orElseThrow().participated())
        .isEqualTo(3);
    assertThat(ballots(survey)).isEqualTo(3);
    assertThat(traitsOfUnnamed()).isEmpty();
    assertThat(counts(take(source, export))).isEqualTo("0 0 3 0 1");
    assertThat(
            catchRejected(
                () ->
                    UITROL
                        .bean(SourceAdmin.class)
                        .map(
                            source,
                            new SourceMapping(
                                "ID", "", "Email", "", SmallTown.FINANCE, columns("W", "T", "M")),
                            AnswerWords.NONE,
                            MANAGER)))
        .isEqualTo("SOURCE_DEPARTMENT_FIXED");
  }

  @Test
  void are_refused_once_the_survey_is_closed_and_no_memory_of_them_is_left() {
    SurveyId survey = asked("over");
    AnswerSourceId source = source("over", mapping("id", "submitdate", "token"));
    String head = "id,submitdate,token,Q1,Q2,Q3\n";
    take(source, head + "1,2027-01-12,1001,4,mail,\n");
    assertThat(memory(source)).hasSize(1);
    assertThat(new String(memory(source).get(0), StandardCharsets.ISO_8859_1))
        .doesNotContain("response/1");

    town.send(new CloseSurvey(survey, true, town.now()));
    town.settle();

    assertThat(memory(source)).isEmpty();
    assertThat(codes(take(source, head + "2,2027-01-12,1002,4,mail,\n")))
        .containsEntry(2L, "SURVEY_CLOSED");
  }

  @Test
  void count_once_when_the_same_export_is_brought_by_several_at_once() {
    SurveyId survey = asked("race");
    AnswerSourceId source =
        source(
            "race", new SourceMapping("ID", "", "", "", SmallTown.FINANCE, columns("W", "T", "M")));
    StringBuilder export = new StringBuilder("ID,W,T,M\n");
    for (int response = 1; response <= 230; response++) {
      export.append(response).append(",").append(1 + response % 5).append(",mail,\n");
    }

    List<IntakeOutcome> outcomes =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> take(source, export.toString())))
            .limit(3)
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(outcomes.stream().mapToInt(IntakeOutcome::unnamed).sum()).isEqualTo(230);
    assertThat(outcomes.stream().mapToInt(IntakeOutcome::known).sum()).isEqualTo(460);
    assertThat(ballots(survey)).isEqualTo(230);
  }

  @Test
  void may_be_sent_by_formbricks_signed_and_once() {
    SurveyId survey = asked("hook");
    manager.get(sources("hook"));
    HttpResponse<String> connected =
        manager.post(
            sources("hook"), Map.of("id", "hook-1", "kind", "FORMBRICKS", "name", "Bricks"));
    Matcher secret = Pattern.compile("whsec_([A-Za-z0-9+/=]+)").matcher(connected.body());
    assertThat(secret.find()).isTrue();
    byte[] key = Base64.getDecoder().decode(secret.group(1));
    assertThat(manager.get("/answer-sources/hook-1").body()).doesNotContain(secret.group(1));
    AnswerSourceId source = new AnswerSourceId("hook-1");
    String finished = message("responseFinished", true, "r-1", "jan@town.example");

    assertThat(send(source, key, "m-0", finished).statusCode()).isEqualTo(409);
    map(
        source,
        new SourceMapping(
            "Response ID",
            "Finished",
            "User ID",
            "",
            SmallTown.FINANCE,
            columns("q1", "q2", "q3")));
    HttpResponse<String> created =
        send(source, key, "m-1", message("responseCreated", false, "r-1", "jan@town.example"));
    assertThat(created.body()).contains("unfinished");
    assertThat(ballots(survey)).isZero();

    HttpResponse<String> taken = send(source, key, "m-2", finished);
    assertThat(taken.statusCode()).isEqualTo(200);
    assertThat(taken.body()).contains("taken").doesNotContain("mail");
    assertThat(ballots(survey)).isEqualTo(1);
    assertThat(town.events(participation(survey, SmallTown.JAN))).isEqualTo(1);

    assertThat(send(source, key, "m-2", finished).body()).contains("known");
    assertThat(send(source, key, "m-3", finished).body()).contains("known");
    String renamed = message("responseFinished", true, "r-9", "");
    assertThat(send(source, key, "m-2", renamed).body()).contains("known");
    assertThat(send(source, key, "m-4", renamed).body()).contains("taken");
    assertThat(ballots(survey)).isEqualTo(2);
    assertThat(send(source, key, "m-5", "{\"event\":\"testEndpoint\"}").body()).contains("ignored");
    HttpResponse<String> wrong =
        send(
            source,
            key,
            "m-6",
            message("responseFinished", true, "r-7", "").replace("\"4\"", "\"nine\""));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("ANSWER_UNMAPPED").doesNotContain("nine");
    assertThat(send(source, key, "m-7", "{}").body()).contains("FORMBRICKS_UNKNOWN");
    assertThat(leaks(OWN_WORDS)).isEmpty();
  }

  @Test
  void are_not_taken_from_whoever_does_not_know_the_secret() {
    SurveyId survey = asked("forged");
    byte[] key =
        UITROL
            .bean(SourceAdmin.class)
            .connect(
                new AnswerSourceId("hook-2"),
                SmallTown.CAMPAIGN,
                "forged",
                SourceKind.FORMBRICKS,
                "Bricks",
                MANAGER)
            .orElseThrow();
    AnswerSourceId source = new AnswerSourceId("hook-2");
    map(
        source,
        new SourceMapping(
            "Response ID", "Finished", "", "", SmallTown.FINANCE, columns("q1", "q2", "q3")));
    String body = message("responseFinished", true, "r-1", "");
    byte[] other = key.clone();
    other[0]++;
    Instant now = Instant.now();

    assertThat(send(source, other, "m-1", body).statusCode()).isEqualTo(401);
    assertThat(send(source, key, "m-1", body, now.minusSeconds(400)).body())
        .contains("MESSAGE_OUT_OF_TIME");
    assertThat(send(source, key, "m-1", body, now.plusSeconds(400)).statusCode()).isEqualTo(401);
    assertThat(unsigned(source, body).body()).contains("MESSAGE_UNSIGNED");
    assertThat(send(new AnswerSourceId("none"), key, "m-1", body).statusCode()).isEqualTo(404);
    assertThat(send(source, key, "m-1", " ".repeat(1024 * 1024) + body).statusCode())
        .isEqualTo(413);
    assertThat(ballots(survey)).isZero();

    String told =
        "whsec_"
            + Base64.getEncoder()
                .encodeToString("x".repeat(32).getBytes(StandardCharsets.US_ASCII));
    manager.get("/answer-sources/hook-2");
    assertThat(
            manager.post("/answer-sources/hook-2/secret", Map.of("secret", "whsec_short")).body())
        .contains("no secret of 24 to 64 bytes");
    manager.post("/answer-sources/hook-2/secret", Map.of("secret", told));
    assertThat(send(source, key, "m-1", body).statusCode()).isEqualTo(401);
    assertThat(
            send(source, "x".repeat(32).getBytes(StandardCharsets.US_ASCII), "m-1", body)
                .statusCode())
        .isEqualTo(200);

    manager.get("/answer-sources/hook-2");
    assertThat(manager.post("/answer-sources/hook-2/close", Map.of()).statusCode()).isEqualTo(302);
    assertThat(manager.get("/answer-sources/hook-2").statusCode()).isEqualTo(404);
    assertThat(
            send(source, "x".repeat(32).getBytes(StandardCharsets.US_ASCII), "m-2", body)
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void keep_a_mapping_that_makes_sense_and_say_what_does_not() {
    asked("sense");
    String source = connect("sense", SourceKind.MICROSOFT_FORMS);

    HttpResponse<String> refused =
        manager.post(source + "/mapping", Map.of("column-0", "W", "item-0", "worry"));

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("role=\"alert\"", "number of the response");
    map(id(source), mapping("id", "submitdate", "token"));
    manager.get(source);
    assertThat(location(upload(source, "id,submitdate,token,Q1\n1,x,1001,4\n")))
        .endsWith("/mapping");
    assertThatThrownBy(() -> take(id(source), "id,submitdate,token,Q1\n1,x,1001,4\n"))
        .hasMessageContaining("'Q2'");
    assertThat(upload(source, "").statusCode()).isEqualTo(422);
    assertThat(upload(source, "id,\"x\n1,2\n").statusCode()).isEqualTo(422);
    manager.get(sources("sense"));
    assertThat(
            manager
                .post(sources("sense"), Map.of("id", "s-2", "kind", "LIMESURVEY", "name", " "))
                .body())
        .contains("Give the form a name");
    assertThat(manager.get(sources("nothing-of-that-name")).statusCode()).isEqualTo(404);
  }

  private static SurveyId asked(String activity, PersonId... invited) {
    return town.survey(
        activity,
        Duration.ofDays(5),
        invited.length > 0
            ? invited
            : new PersonId[] {SmallTown.JAN, SmallTown.EVA, SmallTown.HOSTILE});
  }

  private static String sources(String activity) {
    return "/campaigns/" + SmallTown.CAMPAIGN + "/surveys/" + activity + "/sources";
  }

  private static String connect(String activity, SourceKind kind) {
    manager.get(sources(activity));
    return path(
        manager.post(
            sources(activity),
            Map.of("id", "source-" + activity, "kind", kind.name(), "name", "Form")));
  }

  private static AnswerSourceId source(String activity, SourceMapping mapping) {
    AnswerSourceId source = new AnswerSourceId("source-" + activity);
    UITROL
        .bean(SourceAdmin.class)
        .connect(source, SmallTown.CAMPAIGN, activity, SourceKind.LIMESURVEY, "Form", MANAGER);
    map(source, mapping);
    return source;
  }

  private static void map(AnswerSourceId source, SourceMapping mapping) {
    UITROL.bean(SourceAdmin.class).map(source, mapping, AnswerWords.NONE, MANAGER);
    town.settle();
  }

  private static SourceMapping mapping(String response, String finished, String person) {
    return new SourceMapping(response, finished, person, "", null, columns("Q1", "Q2", "Q3"));
  }

  private static Map<String, String> columns(String worry, String tasks, String more) {
    Map<String, String> columns = new LinkedHashMap<>();
    columns.put(worry, "worry");
    columns.put(tasks, "tasks");
    columns.put(more, "more");
    return columns;
  }

  private static AnswerSourceId id(String path) {
    return new AnswerSourceId(path.substring("/answer-sources/".length()));
  }

  private static IntakeOutcome take(AnswerSourceId source, String export) {
    return UITROL.bean(AnswerIntake.class).take(source, table(export), MANAGER);
  }

  private static IntakeOutcome preview(AnswerSourceId source, String export) {
    return UITROL.bean(AnswerIntake.class).preview(source, table(export));
  }

  private static SourceTable table(String export) {
    return SurveyExport.read(SourceKind.LIMESURVEY, export.getBytes(StandardCharsets.UTF_8));
  }

  private static String counts(IntakeOutcome outcome) {
    return "%d %d %d %d %d"
        .formatted(
            outcome.named(),
            outcome.unnamed(),
            outcome.known(),
            outcome.unfinished(),
            outcome.refused().size());
  }

  private static Map<Long, String> codes(IntakeOutcome outcome) {
    Map<Long, String> codes = new HashMap<>();
    for (Refused one : outcome.refused()) {
      codes.put(one.line(), one.code());
    }
    return codes;
  }

  private static ParticipationId participation(SurveyId survey, PersonId person) {
    return TakePart.participation(survey, person);
  }

  private static int ballots(SurveyId survey) {
    return jdbc()
        .sql("select coalesce(sum(size), 0) from ballot_urn where survey_id = :survey")
        .param("survey", survey.value())
        .query(Integer.class)
        .single();
  }

  private static List<Ballot> close(SurveyId survey) {
    return Objects.requireNonNull(
        new TransactionTemplate(UITROL.bean(PlatformTransactionManager.class))
            .execute(status -> UITROL.bean(BallotBox.class).close(survey)));
  }

  private static int files() {
    return jdbc().sql("select count(*) from answer_source_file").query(Integer.class).single();
  }

  private static List<byte[]> memory(AnswerSourceId source) {
    return jdbc()
        .sql("select sealed from answer_source_taken where source = :source")
        .param("source", source.value())
        .query(byte[].class)
        .list();
  }

  private static List<String> traitsOfUnnamed() {
    return jdbc()
        .sql("select person_id from ballot_traits where person_id = 'nobody'")
        .query(String.class)
        .list();
  }

  /** The tables and columns in which a text stands, of all that there are. */
  private static List<String> leaks(String text) {
    return jdbc()
        .sql(
            """
            select table_name || '.' || column_name from information_schema.columns
            where table_schema = 'public' and data_type in ('text', 'json', 'jsonb',
              'character varying', 'bytea')
            """)
        .query(String.class)
        .list()
        .stream()
        .filter(
            column -> {
              String[] parts = column.split("\\.", -1);
              return jdbc()
                  .sql(
                      "select exists (select 1 from %s where position(convert_to(:text, 'UTF8') in %s) > 0)"
                          .formatted(parts[0], bytes(parts[0], parts[1])))
                  .param("text", text)
                  .query(Boolean.class)
                  .single();
            })
        .toList();
  }

  private static String bytes(String table, String column) {
    boolean binary =
        jdbc()
            .sql(
                "select data_type = 'bytea' from information_schema.columns"
                    + " where table_name = :table and column_name = :column")
            .param("table", table)
            .param("column", column)
            .query(Boolean.class)
            .single();
    return binary ? "\"" + column + "\"" : "convert_to(\"" + column + "\"::text, 'UTF8')";
  }

  private static JdbcClient jdbc() {
    return UITROL.bean(JdbcClient.class);
  }

  private static String catchRejected(Runnable work) {
    try {
      work.run();
      return "";
    } catch (Rejected refused) {
      return refused.code();
    }
  }

  private static String message(String event, boolean finished, String response, String email) {
    return """
        {"webhookId":"w","event":"%s","data":{"id":"%s","surveyId":"s","finished":%s,
         "contactAttributes":{"email":"%s"},"data":{"q1":"4","q2":"mail","q3":"%s"}}}
        """
        .formatted(event, response, finished, email, OWN_WORDS);
  }

  private static HttpResponse<String> send(
      AnswerSourceId source, byte[] key, String message, String body) {
    return send(source, key, message, body, Instant.now());
  }

  private static HttpResponse<String> send(
      AnswerSourceId source, byte[] key, String message, String body, Instant at) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return ask(
        HttpRequest.newBuilder(hook(source))
            .header("Content-Type", "application/json")
            .header(SignedMessage.ID, message)
            .header(SignedMessage.TIMESTAMP, Long.toString(at.getEpochSecond()))
            .header(SignedMessage.SIGNATURE, SignedMessage.sign(List.of(key), message, at, bytes))
            .POST(BodyPublishers.ofByteArray(bytes)));
  }

  private static HttpResponse<String> unsigned(AnswerSourceId source, String body) {
    return ask(HttpRequest.newBuilder(hook(source)).POST(BodyPublishers.ofString(body)));
  }

  private static URI hook(AnswerSourceId source) {
    return UITROL.uri("/api/v1/hooks/formbricks/" + source);
  }

  private static HttpResponse<String> ask(HttpRequest.Builder request) {
    return CLIENT.sendAsync(request.build(), BodyHandlers.ofString()).join();
  }

  private static HttpResponse<String> upload(String source, String export) {
    return upload(source, export.getBytes(StandardCharsets.UTF_8));
  }

  private static HttpResponse<String> upload(String source, byte[] export) {
    Matcher token = TOKEN.matcher(manager.get(source).body());
    assertThat(token.find()).isTrue();
    String border = "b0rder";
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    text(
        body,
        "--"
            + border
            + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n"
            + token.group(1)
            + "\r\n--"
            + border
            + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"export\"\r\n"
            + "Content-Type: application/octet-stream\r\n\r\n");
    body.writeBytes(export);
    text(body, "\r\n--" + border + "--\r\n");
    return manager.send(
        manager
            .request(source + "/file")
            .header("Content-Type", "multipart/form-data; boundary=" + border)
            .POST(BodyPublishers.ofByteArray(body.toByteArray()))
            .build());
  }

  private static void text(ByteArrayOutputStream body, String text) {
    body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  private static String path(HttpResponse<String> answer) {
    return URI.create(location(answer)).getRawPath();
  }
}
