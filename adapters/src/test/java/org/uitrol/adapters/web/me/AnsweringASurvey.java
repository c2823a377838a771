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
