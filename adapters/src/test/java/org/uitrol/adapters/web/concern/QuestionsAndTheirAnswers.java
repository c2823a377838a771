package org.uitrol.adapters.web.concern;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.uitrol.adapters.app.UitrolApplication;
import org.uitrol.adapters.security.Role;
import org.uitrol.adapters.web.Visitor;
import org.uitrol.adapters.web.me.SmallTown;
import org.uitrol.application.communication.LetterWriting;
import org.uitrol.application.concern.view.ConcernRow;
import org.uitrol.application.concern.view.ConcernStore;
import org.uitrol.application.directory.PersonalData;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.domain.communication.Letter;
import org.uitrol.domain.communication.Topic;
import org.uitrol.domain.concern.Concern.Origin;
import org.uitrol.domain.concern.Concern.Status;
import org.uitrol.domain.concern.ConcernCategory;
import org.uitrol.domain.shared.DispatchId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.SurveyId;
import org.uitrol.support.RunningApplication;

class QuestionsAndTheirAnswers {

  @RegisterExtension
  static final RunningApplication UITROL = RunningApplication.of(UitrolApplication.class);

  private static final Pattern SECRET = Pattern.compile("value=\"[^\"]*(/q/[A-Za-z0-9_-]{20,})\"");
  private static final String GATE = "/rollouts/" + SmallTown.ROLLOUT;

  private static SmallTown town;
  private static Visitor manager;
  private static Visitor council;

  private final Visitor visitor = new Visitor(UITROL);

  @BeforeAll
  static void a_department_is_under_way() {
    town = new SmallTown(UITROL);
    town.begin();
    manager = Visitor.signedIn(UITROL, "manager", Role.CHANGE_MANAGER);
    council = Visitor.signedIn(UITROL, "council", Role.WORKS_COUNCIL);
  }

  /** The text of an invitation to a survey. */
  private static String invitation(PersonId reader) {
    SurveyId survey = town.survey("told", Duration.ofDays(5), reader);
    Letter letter =
        new Letter(
            Letter.SURVEY_INVITATION,
            true,
            SmallTown.ROLLOUT,
            new Topic(Topic.Kind.SURVEY, survey.value()),
            new TreeMap<>(),
            null,
            null,
            null);
    PersonalData data = UITROL.bean(PersonVault.class).find(reader).orElseThrow();
    byte[] mail =
        UITROL
            .bean(LetterWriting.class)
            .write(new DispatchId("d-told"), letter, reader, data, town.now());
    try {
      Session session = Session.getInstance(new Properties());
      MimeMessage message = new MimeMessage(session, new ByteArrayInputStream(mail));
      return text(message.getContent());
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(Object content) throws MessagingException, IOException {
    return content instanceof Multipart parts
        ? text(parts.getBodyPart(0).getContent())
        : "" + content;
  }

  @Test
  void are_asked_by_name_and_answered_where_everybody_can_read_it() {
    String own = town.ownPage(SmallTown.EVA) + "/questions";
    assertThat(visitor.get(town.ownPage(SmallTown.EVA)).body()).contains(own);
    assertThat(visitor.get(own).body()).contains("Ask a question", "Copilot in town");

    HttpResponse<String> asked =
        visitor.postWithout(own, asking("skills", "name", "Does Bob of B.12 have to <learn> it?"));
    assertThat(asked.statusCode()).isEqualTo(303);
    assertThat(visitor.get(location(asked)).body())
        .contains("Your question was sent.", "Does Bob of B.12 have to &lt;learn&gt; it?");
    ConcernRow row = only(ConcernCategory.SKILLS);
    String page = "/concerns/" + row.concern().id();
    assertThat(manager.get("/concerns").body()).contains(page);
    assertThat(manager.get(page).body()).contains("Eva Smith", "&lt;learn&gt;");
    assertThat(council.get(page).body())
        .contains("by name")
        .doesNotContain("Eva Smith (", page + "/answer");

    HttpResponse<String> empty =
        manager.post(page + "/answer", Map.of("version", "1", "question", " ", "answer", "No."));
    assertThat(empty.statusCode()).isEqualTo(422);
    assertThat(empty.body()).contains("id=\"question-problem\"", "No.");
    assertThat(answer(page, 1, "Must everybody learn it?", "No, nobody must.").statusCode())
        .isEqualTo(302);
    HttpResponse<String> late = answer(page, 1, "Must everybody?", "Yes.");
    assertThat(late.statusCode()).isEqualTo(422);
    assertThat(late.body()).contains("Somebody else has answered meanwhile");
    answer(page, 2, "Must everybody learn it?", "No, and who wants to gets time.");
    town.settle();

    assertThat(invitation(SmallTown.JAN))
        .contains("Vragen van collega's die al beantwoord zijn", "Must everybody learn it?")
        .containsPattern("versie [1-9]");
    assertThat(visitor.get(own).body())
        .contains("answered", "No, and who wants to gets time.", "Version 2,")
        .doesNotContain("No, nobody must.");
    assertThat(visitor.get(town.ownPage(SmallTown.HOSTILE) + "/questions").body())
        .contains("Must everybody learn it?", "No, and who wants to gets time.")
        .doesNotContain("Bob of B.12");
    assertThat(visitor.get(town.ownPage(SmallTown.EVA) + "/data").body())
        .contains("Does Bob of B.12 have to <learn> it?");

    HttpResponse<String> again =
        visitor.postWithout(
            own + "/" + row.concern().id() + "/again", Map.of("text", "How much time?"));
    assertThat(again.statusCode()).isEqualTo(303);
    assertThat(visitor.get(location(again)).body()).contains("How much time?", "waits for an");
    assertThat(manager.get("/history?name=concern.answered").body())
        .contains("answered the question (version 2");
  }

  @Test
  void are_asked_without_a_name_that_anything_knows() {
    String own = town.ownPage(SmallTown.JAN) + "/questions?in=en";
    String text = "Zal mijn werk verdwijnen?";
    Map<String, Long> before = rowsThatKnow(SmallTown.JAN.value());

    HttpResponse<String> asked = visitor.postWithout(own, asking("job", "anonymous", text));
    town.settle();

    assertThat(asked.statusCode()).isEqualTo(200);
    assertThat(asked.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    assertThat(rowsThatKnow(SmallTown.JAN.value())).isEqualTo(before);
    assertThat(before.values().stream().mapToLong(Long::longValue).sum()).isPositive();
    assertThat(rowsThatKnow(text)).allSatisfy((table, rows) -> assertThat(rows).as(table).isZero());
    Matcher secret = SECRET.matcher(asked.body());
    assertThat(secret.find()).isTrue();
    String link = secret.group(1);
    assertThat(rowsThatKnow(link.substring(3)))
        .allSatisfy((table, rows) -> assertThat(rows).as(table).isZero());
    ConcernRow row = only(ConcernCategory.JOB);
    assertThat(row.concern().origin()).isEqualTo(Origin.ANONYMOUS);
    assertThat(row.concern().asker()).isNull();
    assertThat(row.concern().department()).as("three people could be guessed").isNull();

    assertThat(visitor.get(link).body()).contains(text, "waits for an answer");
    String page = "/concerns/" + row.concern().id();
    assertThat(manager.get(page).body()).contains(text, "anonymously").doesNotContain("Jan de");
    answer(page, 1, "Do jobs go?", "None, until 2030.");
    town.settle();
    assertThat(visitor.get(link).body()).contains("None, until 2030.");
    assertThat(visitor.postWithout(link + "/again", Map.of("text", " ")).statusCode())
        .isEqualTo(422);
    assertThat(visitor.postWithout(link + "/again", Map.of("text", "And then?")).statusCode())
        .isEqualTo(303);
    assertThat(visitor.postWithout(link + "/withdraw", Map.of()).statusCode()).isEqualTo(303);
    town.settle();
    assertThat(only(ConcernCategory.JOB).concern().status()).isEqualTo(Status.WITHDRAWN);
    assertThat(rowsThatKnow(SmallTown.JAN.value())).isEqualTo(before);
    assertThat(visitor.get(link + "x").statusCode()).isEqualTo(404);
  }

  @Test
  void keep_the_gate_closed_until_they_are_answered() {
    council.get("/concerns/new");
    HttpResponse<String> raised =
        council.post(
            "/concerns",
            Map.of(
                "campaign",
                SmallTown.CAMPAIGN.value(),
                "department",
                SmallTown.FINANCE.value(),
                "category",
                "DATA",
                "question",
                "Who reads the logs?",
                "mustAnswer",
                "true"));
    assertThat(raised.statusCode()).isEqualTo(302);
    town.settle();
    String page = location(raised);
    assertThat(manager.get(GATE).body())
        .contains(
            "1 question must be answered first",
            "/concerns?campaign=copilot-town&amp;department=finance&amp;show=must");
    assertThat(manager.get("/concerns?campaign=copilot-town&department=finance&show=must").body())
        .contains(page);
    assertThat(manager.get("/history?name=gate.blocked").body())
        .contains("questions that must be answered first: 1");

    assertThat(manager.get(page).body()).doesNotContain(page + "/unmark");
    HttpResponse<String> alone = manager.post(page + "/unmark", Map.of("reason", "Not needed"));
    assertThat(alone.statusCode()).isEqualTo(422);
    assertThat(alone.body()).contains("only the council itself can take that back");
    assertThat(council.get(page).body()).contains(page + "/unmark", page + "/withdraw");
    assertThat(council.post(page + "/answer", Map.of()).statusCode()).isEqualTo(403);

    manager.get(page);
    assertThat(manager.post(page + "/owner", Map.of("owner", "nobody")).statusCode())
        .isEqualTo(422);
    assertThat(manager.post(page + "/owner", Map.of("owner", "1001")).statusCode()).isEqualTo(302);
    answer(page, 1, "Who reads the logs?", "Nobody, they are not kept.");
    town.settle();

    assertThat(manager.get(GATE).body()).doesNotContain("must be answered first</span>");
    assertThat(manager.get(page).body()).contains("Jan de Vries", "answered");
    assertThat(manager.get("/concerns?show=must").body()).doesNotContain(page);
  }

  @Test
  void are_marked_and_unmarked_with_a_reason() {
    manager.get("/concerns/new");
    HttpResponse<String> raised =
        manager.post(
            "/concerns",
            Map.of(
                "campaign",
                SmallTown.CAMPAIGN.value(),
                "category",
                "ETHICS",
                "asker",
                "eva@town.example",
                "question",
                "Is it fair?"));
    String page = location(raised);
    assertThat(manager.get(page).body()).contains("Eva Smith", page + "/mark", page + "/withdraw");

    manager.post(page + "/mark", Map.of());
    assertThat(manager.get(page).body()).contains("must be answered first", page + "/unmark");
    assertThat(manager.post(page + "/unmark", Map.of("reason", " ")).statusCode()).isEqualTo(422);
    manager.post(page + "/unmark", Map.of("reason", "The director told everybody"));
    town.settle();

    assertThat(manager.get(page).body()).doesNotContain(page + "/unmark");
    assertThat(manager.get("/history?name=concern.unmarked").body())
        .contains("The director told everybody");
    assertThat(manager.get("/concerns/new").statusCode()).isEqualTo(200);
    HttpResponse<String> nobody =
        manager.post(
            "/concerns", Map.of("campaign", "copilot-town", "asker", "x", "question", "Is it?"));
    assertThat(nobody.statusCode()).isEqualTo(422);
    assertThat(nobody.body()).contains("id=\"asker-problem\"", "Is it?");
  }

  @Test
  void are_complete_before_they_are_sent() {
    String own = town.ownPage(SmallTown.EVA) + "/questions";

    HttpResponse<String> empty = visitor.postWithout(own, Map.of("text", "Only this"));

    assertThat(empty.statusCode()).isEqualTo(422);
    assertThat(empty.body())
        .contains("Only this", "id=\"category-problem\"", "id=\"how-problem\"")
        .doesNotContain("id=\"text-problem\"");
  }

  @Test
  void are_not_for_others() {
    visitor.postWithout(
        town.ownPage(SmallTown.EVA) + "/questions", asking("time", "name", "When do I do it?"));
    town.settle();
    ConcernRow row = only(ConcernCategory.TIME);

    assertThat(
            visitor
                .postWithout(
                    town.ownPage(SmallTown.HOSTILE)
                        + "/questions/"
                        + row.concern().id()
                        + "/withdraw",
                    Map.of())
                .statusCode())
        .isEqualTo(409);
    assertThat(only(ConcernCategory.TIME).concern().status()).isEqualTo(Status.OPEN);
    assertThat(visitor.get(town.ownPage(SmallTown.HOSTILE) + "/questions").body())
        .doesNotContain("When do I do it?");
  }

  @Test
  void cannot_be_read_any_more_when_who_asked_by_name_is_erased() {
    PersonId leaver = new PersonId("p-leaver");
    town.employ(leaver, "1009", "leaver@town.example", "Lea Ver", "en");
    town.settle();
    manager.get("/concerns/new");
    String page =
        location(
            manager.post(
                "/concerns",
                Map.of(
                    "campaign",
                    SmallTown.CAMPAIGN.value(),
                    "category",
                    "OTHER",
                    "asker",
                    "1009",
                    "question",
                    "May I stay at home?")));
    assertThat(manager.get(page).body()).contains("May I stay at home?");

    UITROL.bean(PersonVault.class).erase(leaver);

    assertThat(manager.get(page).body())
        .contains("The text was erased.")
        .doesNotContain("May I stay at home?", "Lea Ver");
  }

  private HttpResponse<String> answer(String page, int version, String question, String answer) {
    manager.get(page);
    return manager.post(
        page + "/answer",
        Map.of(
            "version",
            Integer.toString(version),
            "question",
            question,
            "answer",
            answer,
            "published",
            "true"));
  }

  private static Map<String, String> asking(String category, String how, String text) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("about", SmallTown.ROLLOUT.value());
    fields.put("category", category);
    fields.put("how", how);
    fields.put("text", text);
    return fields;
  }

  private static ConcernRow only(ConcernCategory category) {
    List<ConcernRow> found =
        UITROL.bean(ConcernStore.class).list().stream()
            .filter(row -> row.concern().category() == category)
            .toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private static String location(HttpResponse<String> answer) {
    URI location = URI.create(answer.headers().firstValue("Location").orElseThrow());
    return location.getRawPath() + (location.getQuery() == null ? "" : "?" + location.getQuery());
  }

  /** In how many rows of each table that text stands, also in bytes. */
  private static Map<String, Long> rowsThatKnow(String text) {
    String hex = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    Map<String, Long> rows = new TreeMap<>();
    List<String> tables =
        UITROL
            .jdbc()
            .sql(
                "select table_name from information_schema.tables"
                    + " where table_schema = current_schema() and table_type = 'BASE TABLE'")
            .query(String.class)
            .list();
    assertThat(tables).contains("vault_concern_text", "view_concern", "trail");
    for (String table : tables) {
      rows.put(
          table,
          UITROL
              .jdbc()
              .sql(
                  "select count(*) from \""
                      + table
                      + "\" t where t::text like :text or t::text like :hex")
              .param("text", "%" + text + "%")
              .param("hex", "%" + hex + "%")
              .query(Long.class)
              .single());
    }
    return rows;
  }
}
