package org.uitrol.adapters.web.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.uitrol.adapters.app.UitrolApplication;
import org.uitrol.adapters.security.Accounts;
import org.uitrol.adapters.security.Role;
import org.uitrol.adapters.web.Visitor;
import org.uitrol.adapters.web.me.SmallTown;
import org.uitrol.application.training.view.LearnerStore;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.domain.shared.LearnerRecordId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.SessionId;
import org.uitrol.support.RunningApplication;

class ListsThatPeopleBring {

  @RegisterExtension
  static final RunningApplication UITROL = RunningApplication.of(UitrolApplication.class);

  private static final String PASSWORD = "a long enough password";
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private static SmallTown town;
  private static Visitor manager;

  @BeforeAll
  static void a_campaign_is_under_way() {
    town = new SmallTown(UITROL);
    town.begin();
    UITROL
        .bean(Accounts.class)
        .add("manager", "Manager", Set.of(Role.CHANGE_MANAGER), null, PASSWORD);
    manager = new Visitor(UITROL);
    manager.signIn("manager", PASSWORD);
  }

  @Test
  void attendance_is_looked_at_first_and_then_taken_over_once() {
    SessionId session =
        town.session("list", ActivityKind.DEMO, -1, 5, SmallTown.JAN, SmallTown.EVA);
    assertThat(manager.get("/imports/attendance?session=list").body())
        .containsPattern("value=\"list\"[^>]*selected");
    int before = town.events(session);

    HttpResponse<String> preview =
        upload(
            "/imports/attendance",
            "personeelsnummer;aanwezig\n1001;ja\n<h1>J</h1>;ja\n1002;soms\n",
            "session",
            "list");

    assertThat(preview.statusCode()).isEqualTo(200);
    assertThat(preview.body())
        .contains("Take one row over", "&lt;h1&gt;J&lt;/h1&gt;", "This is neither yes nor no.")
        .doesNotContain("<h1>J</h1>");
    assertThat(town.events(session)).isEqualTo(before);

    HttpResponse<String> taken =
        manager.post("/imports/attendance/apply", Map.of("session", "list"));
    assertThat(taken.statusCode()).isEqualTo(302);
    assertThat(town.events(session)).isEqualTo(before + 1);
    assertThat(manager.post("/imports/attendance/apply", Map.of("session", "list")).body())
        .contains("Upload it again");
  }

  @Test
  void completed_courses_are_looked_at_first_and_then_taken_over() {
    LearnerRecordId learner = town.enrol(SmallTown.EVA, "basics", "basics");
    manager.get("/imports/completions");

    HttpResponse<String> preview =
        upload(
            "/imports/completions",
            "e-mail,cursus,afgerond op,percentage\neva@town.example,basics,01-02-2026,90\n");
    assertThat(preview.body()).contains("Take one row over");
    assertThat(town.events(learner)).isEqualTo(1);

    manager.post("/imports/completions/apply", Map.of());
    assertThat(town.events(learner)).isEqualTo(2);
  }

  @Test
  void an_export_of_moodle_is_taken_over_as_it_is_and_changes_nothing_the_second_time() {
    LearnerRecordId learner = follow("p-moodle", "3001", "moodle@town.example");
    String file =
        """
        ID;Naam;E-mailadres;Basiscursus;Basiscursus - Voltooiingsdatum;Quiz;Quiz - Voltooiingsdatum
        1;M;moodle@town.example;Voltooid;woensdag, 4 maart 2026, 15:45;Niet voltooid;
        2;X;stranger@town.example;Voltooid;woensdag, 4 maart 2026, 15:45;;
        3;Y;moodle@town.example;Voltooid;ooit;;
        """;

    String preview = upload("/imports/completions", file).body();

    assertThat(preview)
        .contains("Take one row over", "2 rows are left out", "stranger@town.example")
        .containsPattern("class=\"number\">3<")
        .containsPattern("class=\"number\">4<");
    assertThat(town.events(learner)).isEqualTo(1);
    manager.post("/imports/completions/apply", Map.of());
    town.settle();
    assertThat(town.events(learner)).isEqualTo(2);
    assertThat(upload("/imports/completions", file).body()).doesNotContain("Take one row over");
    assertThat(UITROL.bean(LearnerStore.class).find(learner).orElseThrow().completedAt())
        .isEqualTo("2026-03-04T14:45:00Z");
  }

  @Test
  void an_export_of_viva_learning_tells_of_beginnings_too() {
    LearnerRecordId begun = follow("p-viva-1", "3002", "viva1@town.example");
    LearnerRecordId done = follow("p-viva-2", "3003", "viva2@town.example");
    String file =
        """
        learnerUserId,learningContentId,externalCourseActivityId,status,completionPercentage,completedDateTime,assignmentType,dueDateTime
        viva1@town.example,c1,https://learn.example/basics,inProgress,40,,required,2027-03-31T00:00:00Z
        viva2@town.example,c1,https://learn.example/basics,completed,100,2026-03-31T14:00:00Z,,
        viva2@town.example,c1,https://learn.example/basics,completed,100,2026-03-31T14:00:00Z,,
        viva1@town.example,c1,elsewhere,notStarted,0,,,
        """;

    String preview = upload("/imports/completions", file).body();

    assertThat(preview).contains("Take 2 rows over", "One row is left out");
    manager.post("/imports/completions/apply", Map.of());
    town.settle();
    LearnerStore learners = UITROL.bean(LearnerStore.class);
    assertThat(learners.find(begun).orElseThrow())
        .matches(row -> row.begunAt() != null && row.completedAt() == null && row.score() == null);
    assertThat(learners.find(done).orElseThrow().completedAt()).isEqualTo("2026-03-31T14:00:00Z");
    assertThat(upload("/imports/completions", file).body()).doesNotContain("rows over");
    assertThat(town.events(begun)).isEqualTo(2);
  }

  private static LearnerRecordId follow(String person, String number, String mail) {
    PersonId id = new PersonId(person);
    town.employ(id, number, mail, person, "en");
    return town.enrol(id, "basics", "basics");
  }

  @Test
  void a_file_without_the_needed_columns_says_which() {
    manager.get("/imports/completions");

    HttpResponse<String> answer = upload("/imports/completions", "a;b\n1;2\n");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("role=\"alert\"");
  }

  private static HttpResponse<String> upload(String path, String file, String... field) {
    Matcher token = TOKEN.matcher(manager.get(path).body());
    assertThat(token.find()).isTrue();
    String border = "b0rder";
    StringBuilder body = new StringBuilder();
    part(body, border, "_csrf", token.group(1));
    if (field.length == 2) {
      part(body, border, field[0], field[1]);
    }
    body.append("--" + border + "\r\nContent-Disposition: form-data; name=\"file\";")
        .append(" filename=\"list.csv\"\r\nContent-Type: text/csv\r\n\r\n")
        .append(file)
        .append("\r\n--" + border + "--\r\n");
    return manager.send(
        manager
            .request(path)
            .header("Content-Type", "multipart/form-data; boundary=" + border)
            .POST(BodyPublishers.ofString(body.toString()))
            .build());
  }

  private static void part(StringBuilder body, String border, String name, String value) {
    body.append("--" + border + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n")
        .append(value)
        .append("\r\n");
  }
}
