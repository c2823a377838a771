package org.uitrol.domain.survey.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SurveyId;
import org.uitrol.domain.survey.Ballot;
import org.uitrol.domain.survey.result.ResultsCommand.TellResults;
import org.uitrol.domain.survey.result.ResultsEvent.ResultsTold;

class ResultsThatAreTold {

  private static final ClosedSurvey FINANCE = closed("q-1", "r-1");
  private static final ClosedSurvey LEGAL = closed("q-2", "r-2");
  private static final Instant AT = Instant.parse("2027-02-01T09:00:00Z");

  @Test
  void hold_each_survey_once() {
    ResultsTold first = told(null, FINANCE).get(0);
    Results results = Results.evolve(null, first);
    assertThat(first.round()).isEqualTo(1);
    assertThat(told(results, FINANCE)).isEmpty();

    ResultsTold second = told(results, FINANCE, LEGAL).get(0);
    assertThat(second.round()).isEqualTo(2);
    assertThat(second.surveys()).containsExactly(LEGAL);
    assertThat(told(Results.evolve(results, second), FINANCE, LEGAL)).isEmpty();
  }

  @Test
  void are_bands_of_departments_and_of_all_of_them() {
    QuestionResult worry = told(null, FINANCE, LEGAL).get(0).sheet().questions().get(0);

    assertThat(worry.by(Breakdown.DEPARTMENT)).hasSize(2);
    // Eight people who said 2 of 3: eight steps of sixteen.
    GroupResult finance = worry.of(new Group(Breakdown.DEPARTMENT, "r-1")).orElseThrow();
    assertThat(finance.people()).isEqualTo(new Band(5, 9));
    assertThat(finance.score()).isEqualTo(new Score(1.7, 2.0));
    assertThat(finance.shares()).isEmpty();
    GroupResult all = worry.of(Group.EVERYBODY).orElseThrow();
    assertThat(all.people()).isEqualTo(new Band(15, 19));
    assertThat(all.shares())
        .isEqualTo(Map.of("1", new Band(0, 4), "2", new Band(12, 16), "3", new Band(0, 4)));
    assertThat(all.share("2")).isGreaterThan(0.7);
    assertThat(all.spread()).isBetween(0.3, 0.6);
  }

  @Property
  void never_say_a_number_itself(
      @ForAll @IntRange(min = 5, max = 400) int most, @ForAll @IntRange(max = 400) int any) {
    int number = any % (most + 1);
    Band band = Band.of(number, most);

    assertThat(number).isBetween(band.low(), band.high());
    assertThat(band.high() - band.low()).isGreaterThanOrEqualTo(2);
    assertThat(band.low()).isNotNegative();
    assertThat(band.high()).isLessThanOrEqualTo(most);
    assertThat(Band.of(band.low(), most)).isEqualTo(band);
    assertThat(Band.of(band.high(), most)).isEqualTo(band);
  }

  @Property
  void have_a_mean_between_which_the_true_one_lies(
      @ForAll @IntRange(min = 5, max = 90) int people, @ForAll @IntRange(max = 999) int any) {
    int steps = any % (people * 4 + 1);
    double mean = 1 + (double) steps / people;
    Score score = Score.of(Town.scale("worry", 5), mean, people);

    assertThat(mean).isBetween(score.low() - 1e-9, score.high() + 1e-9);
    assertThat(score.low()).isGreaterThanOrEqualTo(1);
    assertThat(score.high()).isLessThanOrEqualTo(5);
    assertThat(score.middle()).isBetween(score.low(), score.high());
  }

  @Test
  void say_nothing_when_they_are_written_to_a_log() {
    assertThat(counts(8)).hasToString("Counts");
    assertThat(new Traits(Map.of(Breakdown.FUNCTION, "clerk"))).hasToString("Traits");
  }

  private static List<ResultsTold> told(@Nullable Results results, ClosedSurvey... surveys) {
    TellResults tell =
        new TellResults(
            new CampaignId("copilot-2027"), "readiness", Town.PLAN, 5, List.of(surveys), AT);
    return Results.tell(results, tell, survey -> counts(8)).stream()
        .map(ResultsTold.class::cast)
        .toList();
  }

  private static Counts counts(int people) {
    return IntStream.range(0, people)
        .mapToObj(
            one ->
                Counts.NONE.with(
                    Town.PLAN.counted(), new Ballot(Map.of("worry", "2")), Traits.NONE))
        .reduce(Counts.NONE, (all, more) -> Counts.sum(List.of(all, more)));
  }

  private static ClosedSurvey closed(String survey, String rollout) {
    return new ClosedSurvey(new SurveyId(survey), new RolloutId(rollout), 10);
  }
}
