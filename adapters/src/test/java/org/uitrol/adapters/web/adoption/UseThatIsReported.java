package org.uitrol.adapters.web.adoption;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.uitrol.adapters.app.UitrolApplication;
import org.uitrol.adapters.security.Accounts;
import org.uitrol.adapters.security.Role;
import org.uitrol.adapters.web.Visitor;
import org.uitrol.adapters.web.me.SmallTown;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.support.RunningApplication;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UseThatIsReported {

  @RegisterExtension
  static final RunningApplication UITROL = RunningApplication.of(UitrolApplication.class);

  private static final String PASSWORD = "a long enough password";
  private static final String PAGE = "/campaigns/" + UseTown.CAMPAIGN + "/adoption";
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private static UseTown uses;
  private static Visitor manager;
  private static LocalDate day;
  private static Instant beforeTheReports = Instant.EPOCH;

  @BeforeAll
  static void a_campaign_is_under_way() {
    SmallTown town = new SmallTown(UITROL);
    town.begin();
    uses = new UseTown(UITROL, town);
    uses.begin();
    day = uses.yesterday();
    manager = visitor("manager", Role.CHANGE_MANAGER);
  }

  @Test
  @Order(1)
  void is_not_shown_before_there_is_a_report() {
    assertThat(manager.get(PAGE).body())
        .contains("No report of use has been read in yet", "not known yet", ">sales<");
    assertThat(manager.get("/campaigns/" + SmallTown.CAMPAIGN + "/adoption").statusCode())
        .as("nothing of that campaign can be seen before it is known")
        .isIn(200, 404);
    assertThat(manager.get("/campaigns/none/adoption").statusCode()).isEqualTo(404);
  }

  @Test
  @Order(2)
  void is_looked_at_first_and_then_taken_over_once() {
    beforeTheReports = UITROL.bean(CommandDesk.class).now();
    String report = UseTown.report(day, 12, 3, 1) + day + ",<h1>J</h1>@else.example,J,,,28\n";

    HttpResponse<String> preview = upload(report, "");

    assertThat(preview.statusCode()).isEqualTo(200);
    assertThat(figure(preview, "people of whom it says something new")).isEqualTo("27");
    assertThat(figure(preview, "names that are nobody’s")).isEqualTo("1");
    assertThat(preview.body())
        .contains("&lt;h1&gt;J&lt;/h1&gt;@else.example", "Take the report over")
        .doesNotContain("<h1>J</h1>");
    assertThat(manager.get(PAGE).body()).contains("No report of use has been read in yet");

    HttpResponse<String> taken = manager.post("/imports/usage/apply", Map.of("day", ""));

    assertThat(taken.statusCode()).isEqualTo(200);
    assertThat(taken.body())
        .contains(">What it did<", ">Something is known of 27 people that wasn’t.<")
        .doesNotContain(">true<");
    assertThat(figure(taken, "corrections of earlier reports")).isEqualTo("0");
    assertThat(manager.post("/imports/usage/apply", Map.of("day", "")).body())
        .contains("Upload it again");
    HttpResponse<String> again = upload(report, "");
    assertThat(figure(again, "people of whom it says something new")).isEqualTo("0");
    assertThat(figure(again, "people of whom it says nothing new")).isEqualTo("27");
  }

  @Test
  @Order(3)
  void is_shown_of_groups_only() {
    String page = manager.get(PAGE).body();

    assertThat(row(page, "sales")).contains(">12<");
    assertThat(row(page, "archive")).contains("not told").doesNotContain(">3<");
    assertThat(row(page, "All departments together"))
        .as("with the total one could subtract")
        .contains(">12 to 19<")
        .doesNotContain(">15<");
    assertThat(page).doesNotContain("town.example", "style=");
  }

  @Test
  @Order(4)
  void lasts_when_there_are_days_in_several_weeks_and_is_corrected_later() {
    upload(UseTown.report(day.minusDays(14), 9, 3, 0), "");
    HttpResponse<String> late = manager.post("/imports/usage/apply", Map.of("day", ""));
    assertThat(figure(late, "corrections of earlier reports")).isEqualTo("0");

    assertThat(row(manager.get(PAGE).body(), "sales"))
        .as("nine of twelve used it two weeks earlier too; three is too few to tell")
        .contains(">12<", ">8 to 12<");

    upload(UseTown.report(day.plusDays(1), 6, 3, 16), "");
    HttpResponse<String> corrected = manager.post("/imports/usage/apply", Map.of("day", ""));
    assertThat(figure(corrected, "corrections of earlier reports")).isNotEqualTo("0");
  }

  @Test
  @Order(5)
  void is_shown_as_it_was_known_on_a_day() {
    String before = manager.get(PAGE + "?known-on=" + beforeTheReports).body();
    assertThat(before)
        .contains("No report of use has been read in yet", "Nothing can be changed here");
    assertThat(manager.get(PAGE + "?known-on=" + UITROL.bean(CommandDesk.class).now()).body())
        .doesNotContain("No report of use has been read in yet");
  }

  @Test
  @Order(6)
  void says_where_a_report_is_wrong_and_takes_nothing_of_it() {
    String broken =
        UseTown.report(day, 1, 1, 1).replaceFirst("\\d{4}-\\d{2}-\\d{2},,28", "soon,,28");

    HttpResponse<String> preview = upload(broken, "");

    assertThat(preview.body())
        .contains("Nothing of it is taken over", "Last Activity Date", "This is no date")
        .doesNotContain("Take the report over");
    assertThat(manager.post("/imports/usage/apply", Map.of("day", "")).statusCode()).isEqualTo(422);
    HttpResponse<String> other = upload("a;b\n1;2\n", "");
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(other.body()).contains("role=\"alert\"", "no report of use");
    assertThat(upload(UseTown.report(day.plusDays(9), 1, 1, 1), "").statusCode()).isEqualTo(422);
    assertThat(upload("", "").statusCode()).isEqualTo(422);
    assertThat(upload(broken, "soon").statusCode()).isEqualTo(422);
  }

  @Test
  @Order(7)
  void is_taken_over_by_managers_and_seen_by_the_council() {
    Visitor council = visitor("council", Role.WORKS_COUNCIL);
    Visitor presenter = visitor("presenter", Role.PRESENTER);

    assertThat(council.get(PAGE).statusCode()).isEqualTo(200);
    assertThat(council.get(PAGE).body()).doesNotContain("/imports/usage");
    assertThat(council.get("/imports/usage").statusCode()).isEqualTo(403);
    assertThat(council.post("/imports/usage/apply", Map.of("day", "")).statusCode()).isEqualTo(403);
    assertThat(presenter.get(PAGE).statusCode()).isEqualTo(403);
    assertThat(manager.postWithout("/imports/usage/apply", Map.of("day", "")).statusCode())
        .as("without the token of the form")
        .isEqualTo(403);
  }

  private static Visitor visitor(String name, Role role) {
    UITROL.bean(Accounts.class).add(name, name, Set.of(role), null, PASSWORD);
    Visitor visitor = new Visitor(UITROL);
    visitor.signIn(name, PASSWORD);
    return visitor;
  }

  /** The number on a tile. */
  private static String figure(HttpResponse<String> page, String about) {
    Matcher figure =
        Pattern.compile("figure\">([^<]*)</span><span class=\"soft\">" + Pattern.quote(about) + "<")
            .matcher(page.body());
    assertThat(figure.find()).as(about + " in " + page.body()).isTrue();
    return figure.group(1);
  }

  private static String row(String page, String name) {
    Matcher row =
        Pattern.compile(
                "<th scope=\"row\">" + Pattern.quote(name) + "</th>.*?</tr>", Pattern.DOTALL)
            .matcher(page);
    assertThat(row.find()).as(name).isTrue();
    return row.group();
  }

  private static HttpResponse<String> upload(String file, String told) {
    Matcher token = TOKEN.matcher(manager.get("/imports/usage").body());
    assertThat(token.find()).isTrue();
    String border = "b0rder";
    String body =
        part(border, "_csrf", token.group(1))
            + part(border, "day", told)
            + "--"
            + border
            + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"usage.csv\"\r\n"
            + "Content-Type: text/csv\r\n\r\n"
            + file
            + "\r\n--"
            + border
            + "--\r\n";
    return manager.send(
        manager
            .request("/imports/usage")
            .header("Content-Type", "multipart/form-data; boundary=" + border)
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  private static String part(String border, String name, String value) {
    return "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
        .formatted(border, name, value);
  }
}
