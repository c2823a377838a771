package org.uitrol.adapters.web.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.uitrol.adapters.app.UitrolApplication;
import org.uitrol.adapters.security.Role;
import org.uitrol.adapters.web.Visitor;
import org.uitrol.adapters.web.me.SmallTown;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.support.RunningApplication;

class ReadingTheHistory {

  @RegisterExtension
  static final RunningApplication UITROL = RunningApplication.of(UitrolApplication.class);

  private static final Pattern EVENT = Pattern.compile("href=\"(/history/events/[^\"]+)\"");
  private static final Pattern OLDER = Pattern.compile("href=\"([^\"]*before=\\d+)\"");

  private static Visitor manager;
  private static Visitor council;

  @BeforeAll
  static void something_has_happened() {
    SmallTown town = new SmallTown(UITROL);
    town.begin();
    for (int number = 1; number <= 60; number++) {
      town.enrol(SmallTown.EVA, "basics-" + number, "basics");
    }
    town.session("plans", ActivityKind.PRESENTATION, 10, 5, SmallTown.HOSTILE);
    manager = Visitor.signedIn(UITROL, "manager", Role.CHANGE_MANAGER);
    council = Visitor.signedIn(UITROL, "council", Role.WORKS_COUNCIL);
  }

  @Test
  void shows_the_latest_first_in_readable_words_with_who_and_when() {
    String page = page(manager, "/history?campaign=copilot-town");

    assertThat(page).contains("was planned", "was enrolled in basics", "Eva Smith");
    assertThat(page.indexOf("was planned")).isLessThan(page.indexOf("was enrolled"));
  }

  @Test
  void comes_in_pages_that_keep_what_was_asked() {
    String first = page(manager, "/history?campaign=copilot-town&name=learner.enrolled");
    Matcher older = OLDER.matcher(first);
    assertThat(older.find()).isTrue();
    assertThat(older.group(1)).contains("campaign=copilot-town", "name=learner.enrolled");
    assertThat(EVENT.matcher(first).results()).hasSize(50);

    String second = page(manager, older.group(1).replace("&amp;", "&"));
    assertThat(EVENT.matcher(second).results()).hasSize(10);
    assertThat(second).contains("Newest").doesNotContainPattern(OLDER);
  }

  @Test
  void of_one_person_is_found_by_address_number_or_identifier() {
    for (String reference : new String[] {"jan@town.example", "1001", "p-jan"}) {
      String page = page(manager, "/history?person=" + reference + "&name=employee.joined");
      assertThat(page).contains("Jan de Vries");
      assertThat(EVENT.matcher(page).results()).hasSize(1);
    }
    assertThat(page(manager, "/history?person=nobody@town.example"))
        .contains("Nothing happened that fits this.");
  }

  @Test
  void says_what_it_did_not_understand_and_keeps_what_was_typed() {
    HttpResponse<String> answer =
        manager.get("/history?name=session.plannde&from=yesterday&campaign=copilot-town");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("There is no event of that name.", "Fill in a date", "session.plannde")
        .containsPattern("value=\"copilot-town\"[^>]*selected")
        .doesNotContain("/history/events/");
  }

  @Test
  void is_no_place_for_markup() {
    String page = page(manager, "/history?person=p-hostile&actor=%22%3E%3Cscript%3E");
    assertThat(page).doesNotContain("<script>\"").doesNotContain("\"><script>");
    assertThat(page(manager, "/history?person=p-hostile"))
        .contains("&lt;h1&gt;J&lt;/h1&gt;")
        .doesNotContain("<h1>J</h1>");
  }

  @Test
  void tells_of_each_event_what_led_to_it() {
    String list = page(manager, "/history?name=rollout.started");
    Matcher event = EVENT.matcher(list);
    assertThat(event.find()).isTrue();

    assertThat(page(manager, event.group(1)))
        .contains("rollout.started", "No earlier event", "&quot;copilot-town&quot;");
    assertThat(manager.get("/history/events/none").statusCode()).isEqualTo(404);
  }

  @Test
  void can_be_taken_along_as_a_table_or_for_programs() {
    HttpResponse<String> csv =
        manager.get("/history/export.csv?campaign=copilot-town&name=learner.enrolled");
    assertThat(csv.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"uitrol-history-copilot-town.csv\"");
    assertThat(csv.body().lines()).hasSize(61);
    assertThat(csv.body()).contains("Eva Smith");

    HttpResponse<String> lines = manager.get("/history/export.jsonl?name=learner.enrolled");
    assertThat(lines.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/jsonl");
    assertThat(lines.body().lines())
        .hasSize(60)
        .allMatch(line -> line.startsWith("{") && line.contains("\"name\":\"learner.enrolled\""));
    assertThat(manager.get("/history/export.csv?from=yesterday").statusCode()).isEqualTo(404);
  }

  @Test
  void shows_the_works_council_everything_but_who_people_are() {
    String page = page(council, "/history?campaign=copilot-town&name=learner.enrolled");
    assertThat(EVENT.matcher(page).results()).hasSize(50);
    assertThat(page)
        .contains("without their names")
        .doesNotContain("Eva Smith")
        .doesNotContain("id=\"person\"");
    assertThat(council.get("/history/export.csv?name=learner.enrolled").body())
        .doesNotContain("Eva Smith");
    assertThat(council.get("/history?person=p-eva").statusCode()).isEqualTo(403);
    assertThat(council.get("/history/export.csv?person=p-eva").statusCode()).isEqualTo(403);
  }

  @Test
  void is_not_for_employees() {
    Visitor employee = Visitor.signedIn(UITROL, "employee", Role.EMPLOYEE);
    assertThat(employee.get("/history").statusCode()).isEqualTo(403);
    assertThat(employee.get("/history/export.jsonl").statusCode()).isEqualTo(403);
  }

  @Test
  void speaks_dutch_to_who_reads_dutch() {
    Visitor reader = Visitor.signedIn(UITROL, "lezer", Role.CHANGE_MANAGER);
    reader.get("/history");
    reader.post("/language", Map.of("language", "nl", "back", "/history"));
    assertThat(page(reader, "/history?name=rollout.started"))
        .contains("lang=\"nl\"", "De uitrol bij Financiën");
  }

  private static String page(Visitor visitor, String path) {
    HttpResponse<String> page = visitor.get(path);
    assertThat(page.statusCode()).isEqualTo(200);
    return page.body();
  }
}
