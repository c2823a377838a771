package org.uitrol.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.uitrol.adapters.mail.BuiltInMailbox;
import org.uitrol.application.directory.PersonalData;
import org.uitrol.story.PostBox.Mail;
import org.uitrol.support.Chromium;

/**
 * One rollout campaign from two files to the go-live of every department, as those see it who take
 * part: managers and employees in a browser, employees in their mail program, the learning system
 * by the API. Whatever nobody in the story does, the people of the sample do by themselves.
 */
final class WholeStory implements AutoCloseable {

  private static final String DOMAIN = "@gemeente-voorbeeld.example";
  private static final String DUTCH = "bastiaan.vandenbroek" + DOMAIN;
  private static final String ENGLISH = "sophie.martin" + DOMAIN;

  private final Town town;
  private final Page manager;
  private final Page approver;
  private final Page council;
  private final Page phone;
  private String token = "";

  WholeStory(Town town, Chromium chromium) {
    this.town = town;
    this.manager = chromium.window(1280, 900);
    this.approver = chromium.window(1280, 900);
    this.council = chromium.window(1280, 900);
    this.phone = chromium.window(390, 844);
  }

  void tell() {
    town.begin();
    town.logIn(manager, "manager");
    town.logIn(approver, "manager2");

    the_people_come_from_a_file();
    a_plan_with_a_mistake_is_shown_where_it_is_wrong();
    the_plan_comes_from_a_file_and_a_second_person_approves_it();
    everybody_hears_of_it_in_their_own_language();
    an_employee_declines_on_her_own_page();
    a_moved_session_updates_the_calendar();
    a_survey_is_answered_once_and_by_sending_a_form();
    fear_for_jobs_leads_to_a_talk();
    completions_come_from_the_learning_system();
    a_cancelled_session_leaves_the_calendar();
    a_missed_training_is_followed_up();
    a_department_is_held_by_its_survey();
    every_department_goes_live();
    use_is_read_in_and_shown_of_groups_only();
    the_history_can_be_read();
  }

  @Override
  public void close() {
    List.of(manager, approver, council, phone).forEach(page -> page.context().close());
  }

  private void the_people_come_from_a_file() {
    manager.navigate(at("/people/import"));
    manager.getByLabel("People file").setInputFiles(file("people.csv", "text/csv"));
    button(manager, "Look what it would do").click();
    button(manager, "Import 118 people").click();
    assertThat(manager.getByRole(AriaRole.STATUS).first()).containsText("118 people added");

    manager.navigate(at("/people/import"));
    manager.getByLabel("People file").setInputFiles(file("people.csv", "text/csv"));
    button(manager, "Look what it would do").click();
    assertThat(manager.getByText("This file changes nothing.")).isVisible();
  }

  private void a_plan_with_a_mistake_is_shown_where_it_is_wrong() {
    String wrong = text("campaign.yaml").replace("smallestGroup: 5", "smallestGruop: 5");
    long line = wrong.substring(0, wrong.indexOf("smallestGruop")).lines().count();
    manager.navigate(at("/campaigns/new"));
    manager.getByLabel("The plan", new Page.GetByLabelOptions().setExact(true)).fill(wrong);
    button(manager, "Keep as a version").click();
    assertThat(manager.getByRole(AriaRole.ALERT))
        .containsText("One mistake. Nothing was kept yet.");
    assertThat(link(manager, "line " + line + ", column 3")).isVisible();
    assertThat(manager.getByLabel("The plan", new Page.GetByLabelOptions().setExact(true)))
        .hasValue(wrong);
  }

  private void the_plan_comes_from_a_file_and_a_second_person_approves_it() {
    manager.navigate(at("/campaigns/new"));
    manager.getByLabel("Or a file").setInputFiles(file("campaign.yaml", "application/yaml"));
    button(manager, "Keep as a version").click();
    link(manager, "Submit for approval").click();
    button(manager, "Submit for approval").click();
    the_works_council_reads_the_register_and_agrees();
    manager.reload();
    assertThat(manager.getByText("another change manager looks at it")).isVisible();
    assertThat(link(manager, "Approve")).hasCount(0);

    approver.navigate(at("/campaigns/" + Town.CAMPAIGN));
    link(approver, "Approve").click();
    button(approver, "Approve").click();
    link(approver, "Launch").click();
    button(approver, "Launch").click();
    assertThat(approver.getByRole(AriaRole.STATUS).first())
        .containsText("The campaign is launched.");
  }

  private void the_works_council_reads_the_register_and_agrees() {
    town.logIn(council, "council");
    town.settle();
    council.navigate(at("/campaigns/" + Town.CAMPAIGN + "/consultation"));
    assertThat(council.locator("section:has(#register-title)"))
        .containsText("Who missed a meeting is offered another date.");
    button(council, "Record it").click();
    assertThat(council.getByRole(AriaRole.ALERT))
        .containsText("Choose what the works council thinks.");
    council.getByLabel("agrees", new Page.GetByLabelOptions().setExact(true)).check();
    button(council, "Record it").click();
    assertThat(council.getByRole(AriaRole.STATUS).first()).containsText("The opinion is recorded.");
    assertThat(council.getByText("has had its say")).isVisible();
  }

  private void everybody_hears_of_it_in_their_own_language() {
    town.playUntil(here -> here.count("session.planned") > 0);
    town.settle();
    assertThat(mail(DUTCH).about("Copilot komt naar Burgerzaken").text())
        .contains("Hallo Bastiaan")
        .contains("Kost dit mij mijn baan?");
    assertThat(mail(ENGLISH).about("Copilot is coming to Burgerzaken").text())
        .contains("Hello Sophie");

    Mail invitation = invitation(ENGLISH);
    assertThat(invitation.method()).isEqualTo("REQUEST");
    assertThat(invitation.event("SUMMARY")).isEqualTo("Our plans with Copilot");
    assertThat(invitation.event("SEQUENCE")).isEqualTo("0");
    assertThat(invitation.event("ATTENDEE")).isEqualToIgnoringCase("mailto:" + ENGLISH);
    assertThat(invitation.hasZone()).isTrue();
  }

  private void an_employee_declines_on_her_own_page() {
    phone.navigate(at(invitation(ENGLISH).link("/p/")));
    button(phone, "I can’t come").click();
    assertThat(phone.getByText("Your answer is saved.")).isVisible();
    openDepartment("Burgerzaken");
    link(manager, "Our plans with Copilot").click();
    assertThat(participant("Sophie Martin")).containsText("declined");
  }

  private void a_moved_session_updates_the_calendar() {
    Mail before = invitation(DUTCH);
    link(manager, "Move the session").click();
    Locator date = manager.getByLabel("Date");
    LocalDate moved = nextWorkingDay(LocalDate.parse(date.inputValue()));
    date.fill(moved.toString());
    manager.getByLabel("Time").fill("15:30");
    button(manager, "Move the session").click();
    assertThat(manager.getByRole(AriaRole.STATUS).first()).containsText("The session is moved.");

    town.settle();
    Mail after = invitation(DUTCH);
    assertThat(after.method()).isEqualTo("REQUEST");
    assertThat(after.event("UID")).isEqualTo(before.event("UID"));
    assertThat(Integer.parseInt(after.event("SEQUENCE")))
        .isGreaterThan(Integer.parseInt(before.event("SEQUENCE")));
    assertThat(after.event("DTSTART")).startsWith(moved.toString().replace("-", "") + "T153000");
  }

  private void a_survey_is_answered_once_and_by_sending_a_form() {
    town.playUntil(here -> here.count("survey.opened") > 0);
    town.settle();
    long answered = town.count("participation.recorded");
    String link = mail(ENGLISH).newest(mail -> mail.text().contains("/s/")).link("/s/");
    phone.navigate(at(link));
    phone.navigate(at(link));
    assertThat(town.count("participation.recorded")).isEqualTo(answered);

    button(phone, "Send my answers").click();
    assertThat(phone.getByRole(AriaRole.ALERT)).containsText("another look");
    for (Locator question : phone.locator("fieldset:has(.scale)").all()) {
      question.locator("label").nth(3).click();
    }
    button(phone, "Send my answers").click();
    assertThat(phone.getByText("Thank you").first()).isVisible();
    assertThat(town.count("participation.recorded")).isEqualTo(answered + 1);

    phone.navigate(at(link));
    assertThat(button(phone, "Send my answers")).hasCount(0);
  }

  private void fear_for_jobs_leads_to_a_talk() {
    town.playUntil(here -> here.count("survey.closed") > 0);
    town.settle();
    openDepartment("Burgerzaken");
    assertThat(manager.locator("section:has(#reactions-title)")).containsText("job-fear");
    assertThat(manager.locator("section:has(#activities-title)"))
        .containsText("Talk with the director about your work");
  }

  private void completions_come_from_the_learning_system() {
    town.playUntil(here -> here.count("learner.enrolled") > 0);
    town.settle();
    long completed = town.count("learner.completed");
    String body =
        "[{\"person\":\"%s\",\"course\":\"copilot-basics\",\"completedAt\":\"%s\"}]"
            .formatted(DUTCH, town.now());
    for (int times = 0; times < 2; times++) {
      assertThat(api("POST", "/api/v1/courses/completions", body).statusCode()).isEqualTo(200);
    }
    assertThat(town.count("learner.completed")).isEqualTo(completed + 1);

    manager.navigate(at("/imports/completions"));
    manager
        .getByLabel("File", new Page.GetByLabelOptions().setExact(true))
        .setInputFiles(
            new FilePayload(
                "completions.csv",
                "text/csv",
                ("email;course;completed\n" + ENGLISH + ";copilot-basics;" + town.now() + "\n")
                    .getBytes(StandardCharsets.UTF_8)));
    button(manager, "Look what it would do").click();
    manager.locator("form[action$=apply] button").click();
    assertThat(manager.getByRole(AriaRole.STATUS).first()).isVisible();
    assertThat(town.count("learner.completed")).isEqualTo(completed + 2);
  }

  private void a_cancelled_session_leaves_the_calendar() {
    town.playUntil(here -> here.count("session.planned", "activity", "practice") > 1);
    town.settle();
    openDepartment("Burgerzaken");
    link(manager, "Practise with your own work").last().click();
    String person = manager.locator(".person span").first().textContent();
    String address = addressOf(person);
    Mail invitation = invitation(address);
    link(manager, "Cancel the session").click();
    manager.getByLabel("Why?").fill("The room is flooded.");
    button(manager, "Cancel the session").click();
    assertThat(manager.getByRole(AriaRole.STATUS).first())
        .containsText("The session is cancelled.");

    town.settle();
    Mail cancelled = invitation(address);
    assertThat(cancelled.method()).isEqualTo("CANCEL");
    assertThat(cancelled.event("UID")).isEqualTo(invitation.event("UID"));
    assertThat(cancelled.event("STATUS")).isEqualTo("CANCELLED");
  }

  private void a_missed_training_is_followed_up() {
    town.playUntil(here -> here.count("followup.reminded", "mail", "pick-another-date") > 0);
    town.settle();
    PersonalData person = town.person("followup.reminded", "mail", "pick-another-date");
    manager.navigate(at("/follow-ups"));
    assertThat(link(manager, person.name()).first()).isVisible();
    assertThat(mail(person.email()).newest(mail -> true).subject())
        .isIn("We hebben je gemist bij de training", "We missed you at the training");
  }

  private void a_department_is_held_by_its_survey() {
    town.playUntil(here -> here.count("reaction.fired", "reaction", "not-ready") > 0);
    town.settle();
    openDepartment("Sociaal Domein");
    Locator gate = manager.locator("section:has(#gate-title)");
    assertThat(gate).containsText("closed");
    assertThat(gate.locator("li.no")).containsText(new String[] {"readiness.score >= 3.0"});
  }

  private void every_department_goes_live() {
    town.playToTheEnd();
    manager.navigate(at("/campaigns/" + Town.CAMPAIGN));
    assertThat(manager.locator(".lead .state")).hasText("completed");
    assertThat(manager.locator(".board tbody tr")).hasCount(3);
    for (Locator goLive : manager.locator(".board tbody tr td:last-child").all()) {
      assertThat(goLive).containsText("through");
    }
  }

  private void use_is_read_in_and_shown_of_groups_only() {
    LocalDate day = LocalDate.ofInstant(town.now(), ZoneOffset.UTC);
    String report =
        "Report Refresh Date,User Principal Name,Last Activity Date,Report Period\n"
            + "%1$s,%2$s,%1$s,28\n%1$s,%3$s,%1$s,28\n".formatted(day, DUTCH, ENGLISH);
    manager.navigate(at("/imports/usage"));
    manager
        .getByLabel("File", new Page.GetByLabelOptions().setExact(true))
        .setInputFiles(
            new FilePayload("usage.csv", "text/csv", report.getBytes(StandardCharsets.UTF_8)));
    button(manager, "Look what it would do").click();
    button(manager, "Take the report over").click();
    assertThat(manager.getByRole(AriaRole.STATUS).first())
        .containsText("Something is known of 2 people that wasn’t.");

    town.settle();
    manager.navigate(at("/campaigns/" + Town.CAMPAIGN));
    link(manager, "Use").click();
    assertThat(manager.locator("tfoot td").nth(5)).containsText("0 to");
    assertThat(town.count("usage.imported")).isEqualTo(1);
  }

  private void the_history_can_be_read() {
    manager.navigate(at("/history?campaign=" + Town.CAMPAIGN + "&name=session.cancelled"));
    assertThat(manager.locator(".rows")).containsText("The room is flooded.");
    assertThat(manager.locator(".rows")).containsText("Sanne de Vries");
    HttpResponse<String> history =
        api("GET", "/api/v1/history?format=csv&lang=en&campaign=" + Town.CAMPAIGN, "");
    assertThat(history.statusCode()).isEqualTo(200);
    assertThat(history.body())
        .contains("session.rescheduled", "session.cancelled", "The room is flooded.")
        .contains("account:", ",timer,", "process:RunActivities");
    assertThat(history.body().lines().count()).isGreaterThan(4000);
  }

  private String token() {
    if (!token.isEmpty()) {
      return token;
    }
    manager.navigate(at("/account"));
    manager.getByLabel("What is it for?").fill("the learning system");
    manager.getByLabel("read").check();
    manager.getByLabel("change").check();
    manager.getByLabel("Days until it expires").fill("365");
    button(manager, "Make a token").click();
    token = manager.locator(".secret").textContent();
    return token;
  }

  private HttpResponse<String> api(String method, String path, String body) {
    try {
      return HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(URI.create(at(path)))
                  .header("Authorization", "Bearer " + token())
                  .header("Content-Type", "application/json")
                  .method(method, HttpRequest.BodyPublishers.ofString(body))
                  .build(),
              BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private void openDepartment(String name) {
    manager.navigate(at("/campaigns/" + Town.CAMPAIGN));
    link(manager, name).click();
  }

  private Locator participant(String name) {
    return manager.locator(".person").filter(new Locator.FilterOptions().setHasText(name));
  }

  private PostBox mail(String address) {
    return new PostBox(town.bean(BuiltInMailbox.class).imapPort(), address);
  }

  private Mail invitation(String address) {
    return mail(address).newest(mail -> !mail.calendar().isEmpty());
  }

  private String addressOf(String name) {
    return text("people.csv")
        .lines()
        .map(line -> line.split(";", -1))
        .filter(
            cells ->
                name.equals(String.join(" ", cells[2], cells[3], cells[4]).replaceAll(" +", " ")))
        .map(cells -> cells[1])
        .findFirst()
        .orElseThrow();
  }

  private static LocalDate nextWorkingDay(LocalDate day) {
    LocalDate next = day.plusDays(1);
    return next.getDayOfWeek() == DayOfWeek.SATURDAY ? next.plusDays(2) : next;
  }

  private String at(String path) {
    return town.address() + path;
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator link(Page page, String name) {
    return page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(name).setExact(true));
  }

  private static FilePayload file(String name, String type) {
    return new FilePayload(name, type, text(name).getBytes(StandardCharsets.UTF_8));
  }

  private static String text(String sample) {
    try (InputStream in =
        Objects.requireNonNull(WholeStory.class.getResourceAsStream("/sample/" + sample))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
