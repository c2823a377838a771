package org.uitrol.adapters.web.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.uitrol.adapters.app.UitrolApplication;
import org.uitrol.adapters.security.Role;
import org.uitrol.adapters.web.Visitor;
import org.uitrol.adapters.web.me.SmallTown;
import org.uitrol.application.directory.PersonField;
import org.uitrol.application.directory.PersonalData;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.ResultsId;
import org.uitrol.domain.shared.SurveyId;
import org.uitrol.domain.survey.Ballot;
import org.uitrol.domain.survey.ParticipationCommand.TakePart;
import org.uitrol.domain.survey.Survey;
import org.uitrol.domain.survey.SurveyCommand.CloseSurvey;
import org.uitrol.domain.survey.SurveyEvent;
import org.uitrol.domain.survey.SurveyPlan;
import org.uitrol.support.RunningApplication;

class ResultsOfASurvey {

  @RegisterExtension
  static final RunningApplication UITROL = RunningApplication.of(UitrolApplication.class);

  private static final String PAGE = "/campaigns/" + SmallTown.CAMPAIGN + "/surveys";

  private static SmallTown town;
  private static Visitor manager;
  private static Visitor council;

  @BeforeAll
  static void a_campaign_is_under_way() {
    town = new SmallTown(UITROL);
    town.begin();
    manager = Visitor.signedIn(UITROL, "manager", Role.CHANGE_MANAGER);
    council = Visitor.signedIn(UITROL, "council", Role.WORKS_COUNCIL);
  }

  @Test
  void are_made_up_once_and_say_of_groups_no_more_than_they_may() {
    SurveyId survey = asked("wishes", 24);
    answered(survey, 0, 20);
    assertThat(manager.get(PAGE).body())
        .contains("open until", "About 80% answered.")
        .doesNotContain("20 of 24");
    town.send(new CloseSurvey(survey, true, town.now()));
    town.settle();
    answeredTooLate(survey);

    assertThat(council.get(PAGE).body())
        .contains("Closed, and not made up yet:", "Financiën")
        .doesNotContain("<button>");
    assertThat(council.post(PAGE + "/wishes", Map.of()).statusCode()).isEqualTo(403);
    manager.get(PAGE);
    assertThat(manager.post(PAGE + "/wishes", Map.of()).statusCode()).isEqualTo(302);
    assertThat(manager.get(PAGE).body()).contains(PAGE + "/wishes/1", "The results were made up.");

    String page = council.get(PAGE + "/wishes/1").body();
    assertThat(page)
        .contains("Adviser", "<svg", "Cochran", "20 to 24", "5 to 9", "Financiën")
        .doesNotContain("Mayor", "Clerk")
        .contains("2 groups are withheld: fewer than 5 answers");
    assertThat(town.events(ResultsId.of(SmallTown.CAMPAIGN, "wishes"))).isEqualTo(1);
    manager.post(PAGE + "/wishes", Map.of());
    assertThat(town.events(ResultsId.of(SmallTown.CAMPAIGN, "wishes"))).isEqualTo(1);
  }

  @Test
  void compare_with_an_earlier_survey_that_asked_the_same() {
    for (String activity : List.of("before", "later")) {
      SurveyId survey = asked(activity, 14);
      answered(survey, activity.equals("before") ? 4 : 1, 14);
      town.send(new CloseSurvey(survey, true, town.now()));
      town.settle();
      manager.get(PAGE);
      manager.post(PAGE + "/" + activity, Map.of());
    }

    assertThat(manager.get(PAGE + "/later/1").body()).contains("Before and after", "clearly lower");
  }

  /** The file holds the numbers of the page, every one of them and no other. */
  @Test
  void are_in_a_file_as_they_are_on_the_page() {
    SurveyId survey = asked("file", 14);
    answered(survey, 0, 12);
    town.send(new CloseSurvey(survey, true, town.now()));
    town.settle();
    manager.get(PAGE);
    manager.post(PAGE + "/file", Map.of());

    HttpResponse<String> file = council.get(PAGE + "/file/1/results.csv");
    String page = council.get(PAGE + "/file/1").body();

    assertThat(file.headers().firstValue("Content-Type").orElse("")).contains("text/csv");
    List<String> numbers = numbers(file.body());
    assertThat(numbers).hasSizeGreaterThan(5);
    assertThat(numbers(page.replaceAll("<[^>]*>", "\n")).containsAll(numbers)).isTrue();
  }

  @Test
  void show_what_people_wrote_without_names_and_what_some_were_asked_in_shares() {
    SurveyId survey = asked("words", 14);
    for (int one = 0; one < 12; one++) {
      Map<String, String> typed =
          Map.of(
              "worry",
              "2",
              "tasks",
              one < 6 ? "minutes" : "mail",
              "pay",
              "" + (1 + one % 4),
              "tools.notes",
              "yes",
              "more",
              "Thought " + one + " of v-somebody@example.org");
      town.send(new TakePart(survey, voter(one), Ballot.of(plan(survey), typed), town.now()));
    }
    town.send(new CloseSurvey(survey, true, town.now()));
    town.settle();
    manager.get(PAGE);
    manager.post(PAGE + "/words", Map.of());

    String page = council.get(PAGE + "/words/1").body();
    assertThat(page)
        .contains("What 12 people wrote", "Thought 11 of […]")
        .contains("How is your work? Pay", "What would help with minutes? Notes", "not asked")
        .doesNotContain("v-somebody");
    String ask = "/concerns/new?campaign=" + SmallTown.CAMPAIGN + "&activity=words&round=1";
    assertThat(page).contains(ask.replace("&", "&amp;") + "&amp;asked=more&amp;text=11");
    assertThat(council.get(ask + "&asked=more&text=11").body()).contains("Thought ", "[…]");
    assertThat(council.get(ask + "&asked=more&text=12").statusCode()).isEqualTo(404);
    assertThat(council.get(ask + "&asked=worry&text=0").statusCode()).isEqualTo(404);
    assertThat(council.get(PAGE + "/words/1/results.csv").body())
        .contains("Thought 11 of […]")
        .doesNotContain("v-somebody");
    assertThat(
            UITROL
                .jdbc()
                .sql("select count(*) from ballot_urn where survey_id = :survey")
                .param("survey", survey.value())
                .query(Integer.class)
                .single())
        .isZero();
  }

  private static SurveyPlan plan(SurveyId survey) {
    return UITROL
        .bean(Streams.class)
        .state(survey, SurveyEvent.class, Survey::evolve)
        .orElseThrow()
        .plan();
  }

  @Test
  void are_for_managers_and_the_works_council_only() {
    Visitor presenter = Visitor.signedIn(UITROL, "presenter", Role.PRESENTER);
    Visitor admin = Visitor.signedIn(UITROL, "an-admin", Role.ADMIN);
    for (String path : List.of(PAGE, PAGE + "/wishes/1", PAGE + "/wishes/1/results.csv")) {
      assertThat(presenter.get(path).statusCode()).as(path).isEqualTo(403);
      assertThat(admin.get(path).statusCode()).as(path).isEqualTo(403);
    }
    assertThat(manager.get(PAGE + "/nothing/1").statusCode()).isEqualTo(404);
    assertThat(manager.get("/campaigns/none/surveys").statusCode()).isEqualTo(404);
  }

  private static List<String> numbers(String text) {
    return Pattern.compile("[0-9.]+ (?:\\([0-9.]+ )?to [0-9.]+")
        .matcher(text)
        .results()
        .map(found -> found.group())
        .toList();
  }

  /** Two have a function of their own, so that clerks can't be told beside advisers. */
  private static SurveyId asked(String activity, int people) {
    List<PersonId> invited = new ArrayList<>();
    for (int one = 0; one < people; one++) {
      PersonId person = voter(one);
      String function = one < 2 ? "Mayor" : one % 2 == 0 ? "Clerk" : "Adviser";
      UITROL
          .bean(PersonVault.class)
          .put(
              person,
              PersonalData.UNKNOWN.with(
                  Map.of(PersonField.EMPLOYEE_NUMBER, "v-" + one, PersonField.FUNCTION, function)));
      invited.add(person);
    }
    return town.survey(activity, Duration.ofDays(5), invited.toArray(PersonId[]::new));
  }

  private static void answered(SurveyId survey, int worry, int people) {
    IntStream.range(0, people)
        .forEach(
            one ->
                town.send(
                    new TakePart(
                        survey,
                        voter(one),
                        new Ballot(
                            Map.of(
                                "worry", "" + (worry == 0 ? 1 + one % 5 : worry), "tasks", "mail")),
                        town.now())));
    town.settle();
  }

  private static void answeredTooLate(SurveyId survey) {
    assertThat(
            catchThrowable(
                () ->
                    town.send(
                        new TakePart(
                            survey,
                            voter(23),
                            new Ballot(Map.of("worry", "5", "tasks", "mail")),
                            town.now()))))
        .isNotNull();
  }

  private static PersonId voter(int one) {
    return new PersonId("p-voter-" + one);
  }
}
