package org.uitrol.adapters.web.me;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.uitrol.adapters.app.UitrolApplication;
import org.uitrol.adapters.web.Visitor;
import org.uitrol.domain.shared.SurveyId;
import org.uitrol.domain.survey.ParticipationCommand.TakePart;
import org.uitrol.domain.survey.SurveyCommand.CloseSurvey;
import org.uitrol.support.RunningApplication;

class AnsweringASurvey {

  @RegisterExtension
  static final RunningApplication UITROL = RunningApplication.of(UitrolApplication.class);

  private static SmallTown town;

  private final Visitor visitor = new Visitor(UITROL);

  @BeforeAll
  static void a_campaign_is_under_way() {
    town = new SmallTown(UITROL);
    town.begin();
  }

  @Test
  void begins_with_the_promise_and_changes_nothing() {
    SurveyId survey = town.survey("promise", Duration.ofDays(5), SmallTown.JAN);
    HttpResponse<String> page = visitor.get(town.surveyPage(SmallTown.JAN, survey));

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("Niemand kan zien wat jij antwoordt", "minstens 5 mensen", "helemaal niet");
    assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
    assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(participation(survey)).isZero();
  }

  @Test
  void keeps_all_that_was_typed_when_something_is_missing() {
    SurveyId survey = town.survey("typed", Duration.ofDays(5), SmallTown.EVA);
    String path = town.surveyPage(SmallTown.EVA, survey);

    HttpResponse<String> answer =
        visitor.postWithout(path, SmallTown.answers("4", "", "So <b>curious</b> ${7*7}"));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("Please answer this question.")
        .contains("So &lt;b&gt;curious&lt;/b&gt; ${7*7}")
        .containsPattern("value=\"4\"[^>]*checked");
    assertThat(
            UITROL
                .jdbc()
                .sql("select count(*) from ballot_urn where survey_id = :s")
                .param("s", survey.value())
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void can_be_left_half_way_and_gone_on_with_later() {
    SurveyId survey = town.survey("half", Duration.ofDays(5), SmallTown.EVA, SmallTown.JAN);
    String path = town.surveyPage(SmallTown.EVA, survey);

    HttpResponse<String> kept =
        visitor.postWithout(
            path,
            Map.of(
                "then", "keep", "q-pay", "3", "q-tools.notes", "yes", "q-more", "Half a thought"));

    assertThat(kept.statusCode()).isEqualTo(303);
    assertThat(kept.headers().firstValue("Location").orElse("")).endsWith(path + "?kept");
    assertThat(visitor.get(path + "?kept").body())
        .contains("What you filled in is kept", "Half a thought")
        .containsPattern("name=\"q-pay\" value=\"3\"[^>]*checked")
        .containsPattern("name=\"q-tools.notes\" value=\"yes\"[^>]*checked");
    assertThat(visitor.get(town.surveyPage(SmallTown.JAN, survey)).body())
        .doesNotContain("Half a thought", "checked");
    assertThat(drafts(survey)).isEqualTo(1);
    assertThat(ballots(survey)).isZero();
    assertThat(town.events(TakePart.participation(survey, SmallTown.EVA))).isZero();

    visitor.postWithout(path, SmallTown.answers("4", "minutes", "A whole thought"));

    assertThat(drafts(survey)).isZero();
    assertThat(ballots(survey)).isEqualTo(1);
    assertThat(visitor.get(path).body()).contains("Thank you").doesNotContain("thought");
  }

  @Test
  void forgets_what_was_kept_when_the_survey_closes() {
    SurveyId survey = town.survey("forgets", Duration.ofDays(5), SmallTown.EVA);
    String path = town.surveyPage(SmallTown.EVA, survey);
    visitor.postWithout(path, Map.of("then", "keep", "q-pay", "3"));
    assertThat(drafts(survey)).isEqualTo(1);

    town.send(new CloseSurvey(survey, true, town.now()));

    assertThat(drafts(survey)).isZero();
    assertThat(visitor.postWithout(path, Map.of("then", "keep", "q-pay", "2")).statusCode())
        .isEqualTo(409);
    assertThat(drafts(survey)).isZero();
  }

  @Test
  void shows_rows_of_a_table_and_says_who_is_asked_what() {
    SurveyId survey = town.survey("shapes", Duration.ofDays(5), SmallTown.EVA);
    String path = town.surveyPage(SmallTown.EVA, survey);

    assertThat(visitor.get(path).body())
        .contains("How is your work?", "Working hours", "1 = bad, 4 = good")
        .contains("Only for those who answered “Which task bores you?” with: Minutes.")
        .contains("Choose at most 1.", "only when at least 10 people wrote something");
    HttpResponse<String> tooMany =
        visitor.postWithout(
            path,
            Map.of(
                "q-worry", "1",
                "q-tasks", "minutes",
                "q-tools.notes", "yes",
                "q-tools.summary", "yes"));
    assertThat(tooMany.statusCode()).isEqualTo(422);
    assertThat(tooMany.body()).contains("You chose more answers than this question takes.");
    HttpResponse<String> notAsked =
        visitor.postWithout(
            path,
            Map.of(
                "q-worry",
                "1",
                "q-tasks",
                "mail",
                "q-tools.notes",
                "yes",
                "q-tools.summary",
                "yes"));
    assertThat(notAsked.statusCode()).isEqualTo(303);
  }

  private static int drafts(SurveyId survey) {
    return UITROL
        .jdbc()
        .sql("select count(*) from ballot_draft where survey_id = :survey")
        .params(Map.of("survey", survey.value()))
        .query(Integer.class)
        .single();
  }

  @Test
  void twice_and_at_the_same_moment_gives_one_answer_and_the_same_thanks() throws Exception {
    SurveyId survey = town.survey("twice", Duration.ofDays(5), SmallTown.JAN);
    String path = town.surveyPage(SmallTown.JAN, survey);
    ExecutorService windows = Executors.newFixedThreadPool(4);
    CountDownLatch together = new CountDownLatch(1);
    List<Future<HttpResponse<String>>> sent = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      String worry = "" + (i + 1);
      sent.add(
          windows.submit(
              () -> {
                together.await();
                return new Visitor(UITROL).postWithout(path, SmallTown.answers(worry, "mail", ""));
              }));
    }
    together.countDown();
    for (Future<HttpResponse<String>> one : sent) {
      assertThat(one.get().statusCode()).isEqualTo(303);
    }
    windows.shutdown();
    // The reader goes back and sends again.
    HttpResponse<String> again =
        visitor.postWithout(path, SmallTown.answers("5", "minutes", "once more"));

    assertThat(again.statusCode()).isEqualTo(303);
    assertThat(visitor.get(path).body()).contains("Dank je wel");
    assertThat(participation(survey)).isEqualTo(1);
    assertThat(ballots(survey)).isEqualTo(1);
  }

  @Test
  void is_over_once_the_survey_is_closed() {
    SurveyId survey = town.survey("closed", Duration.ofDays(5), SmallTown.EVA);
    town.send(new CloseSurvey(survey, true, town.now()));
    String path = town.surveyPage(SmallTown.EVA, survey);

    assertThat(visitor.get(path).body()).contains("This survey is closed");
    HttpResponse<String> late = visitor.postWithout(path, SmallTown.answers("1", "mail", ""));
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("This survey is closed");
    assertThat(ballots(survey)).isZero();
  }

  @Test
  void is_for_the_survey_and_the_purpose_of_the_link_alone() {
    SurveyId one = town.survey("one", Duration.ofDays(5), SmallTown.JAN);
    SurveyId other = town.survey("other", Duration.ofDays(5), SmallTown.JAN);
    String token = town.surveyPage(SmallTown.JAN, one).substring("/s/".length());
    String otherToken = town.surveyPage(SmallTown.JAN, other).substring("/s/".length());
    String mixed =
        otherToken.substring(0, otherToken.indexOf('.')) + token.substring(token.indexOf('.'));

    for (String path :
        List.of(
            "/s/" + mixed,
            "/p/" + token,
            "/u/" + token,
            "/s/" + token + "x",
            "/s/x",
            "/s/" + town.ownPage(SmallTown.JAN).substring("/p/".length()))) {
      HttpResponse<String> answer = visitor.get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(404);
      assertThat(answer.body()).contains("This link doesn’t work");
    }
    assertThat(visitor.postWithout("/s/" + mixed, SmallTown.answers("1", "mail", "")).statusCode())
        .isEqualTo(404);
    assertThat(participation(other)).isZero();
  }

  @Test
  void is_refused_to_somebody_who_is_not_asked() {
    SurveyId survey = town.survey("others", Duration.ofDays(5), SmallTown.EVA);
    String path = town.surveyPage(SmallTown.JAN, survey);

    assertThat(visitor.postWithout(path, SmallTown.answers("1", "mail", "")).statusCode())
        .isEqualTo(409);
    assertThat(ballots(survey)).isZero();
  }

  @Test
  void is_possible_in_another_language() {
    SurveyId survey = town.survey("language", Duration.ofDays(5), SmallTown.JAN);

    assertThat(visitor.get(town.surveyPage(SmallTown.JAN, survey) + "?in=en").body())
        .contains("Nobody can see what you answered", "Do you worry?", "lang=\"en\"");
  }

  private static int participation(SurveyId survey) {
    return town.events(TakePart.participation(survey, SmallTown.JAN));
  }

  private static int ballots(SurveyId survey) {
    return UITROL
        .jdbc()
        .sql("select coalesce(sum(size), 0) from ballot_urn" + " where survey_id = :survey")
        .params(Map.of("survey", survey.value()))
        .query(Integer.class)
        .single();
  }
}
