package org.uitrol.domain.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.uitrol.domain.testing.Meetings.people;
import static org.uitrol.domain.testing.Plans.person;
import static org.uitrol.domain.testing.Plans.text;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.shared.AnswerSourceId;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SurveyId;
import org.uitrol.domain.survey.ParticipationCommand.TakePart;
import org.uitrol.domain.survey.ParticipationEvent.ParticipationRecorded;
import org.uitrol.domain.survey.SurveyCommand.BringUnnamed;
import org.uitrol.domain.survey.SurveyCommand.CloseSurvey;
import org.uitrol.domain.survey.SurveyCommand.InviteToSurvey;
import org.uitrol.domain.survey.SurveyCommand.OpenSurvey;
import org.uitrol.domain.survey.SurveyCommand.RemindOfSurvey;
import org.uitrol.domain.survey.SurveyCommand.UninviteFromSurvey;
import org.uitrol.domain.survey.SurveyEvent.AnswersBrought;
import org.uitrol.domain.survey.SurveyEvent.PersonInvited;
import org.uitrol.domain.survey.SurveyEvent.PersonUninvited;
import org.uitrol.domain.survey.SurveyEvent.SurveyClosed;
import org.uitrol.domain.survey.SurveyEvent.SurveyOpened;
import org.uitrol.domain.survey.SurveyEvent.SurveyReminded;
import org.uitrol.domain.survey.SurveyPlan.Kind;
import org.uitrol.domain.survey.SurveyPlan.Question;
import org.uitrol.domain.testing.History;
import org.uitrol.domain.testing.Story;

class ASurvey {

  private static final SurveyId SURVEY = new SurveyId("q-1");
  private static final RolloutId ROLLOUT = new RolloutId("r-1");
  private static final Instant OPENED = Instant.parse("2027-01-11T08:00:00Z");
  private static final Instant REMIND = Instant.parse("2027-01-14T08:00:00Z");
  private static final Instant CLOSES = Instant.parse("2027-01-21T16:00:00Z");
  private static final SurveyPlan PLAN =
      new SurveyPlan(
          text("Ready?"),
          null,
          List.of(
              scale("ready", true),
              scale("skilled", true),
              scale("jobWorry", false),
              new Question(
                  "hopes", Kind.TEXT, text("Hopes?"), 0, null, null, List.of(), false, false)));
  private static final SurveyClosed CLOSED =
      new SurveyClosed(SURVEY, ROLLOUT, "readiness", new TreeMap<>(), false, CLOSES);

  private record Step(int kind, int person, int hours) {}

  @Test
  void opens_once() {
    assertThat(Survey.open(null, open(10))).containsExactly(opened(10));
    assertThat(Survey.open(after(10), open(10))).isEmpty();
  }

  @Test
  void asks_people_who_join_and_no_longer_counts_those_who_leave() {
    InviteToSurvey invite = new InviteToSurvey(SURVEY, person(11), REMIND);
    PersonInvited invited = new PersonInvited(SURVEY, person(11), REMIND);
    assertThat(after(10).invite(invite)).containsExactly(invited);
    assertThat(after(10, invited).invite(invite)).isEmpty();
    UninviteFromSurvey uninvite = new UninviteFromSurvey(SURVEY, person(3), REMIND);
    PersonUninvited uninvited = new PersonUninvited(SURVEY, person(3), REMIND);
    assertThat(after(10).uninvite(uninvite)).containsExactly(uninvited);
    assertThat(after(10, uninvited).uninvite(uninvite)).isEmpty();
    assertThat(after(10, invited, uninvited).invited()).hasSize(10).doesNotContain(person(3));
  }

  @Test
  void changes_no_more_after_it_is_closed() {
    Survey closed = after(10, CLOSED);
    assertThat(closed.invite(new InviteToSurvey(SURVEY, person(11), CLOSES))).isEmpty();
    assertThat(closed.uninvite(new UninviteFromSurvey(SURVEY, person(1), CLOSES))).isEmpty();
    assertThat(closed.remind(new RemindOfSurvey(SURVEY, 1, REMIND))).isEmpty();
    assertThat(closed.close(close(false, CLOSES), tally(10, 10, 3))).isEmpty();
    assertThat(closed.close(close(true, CLOSES), tally(10, 10, 3))).isEmpty();
  }

  @Test
  void reminds_with_each_number_once_and_not_after_its_end() {
    SurveyReminded reminded = new SurveyReminded(SURVEY, 1, people(2), REMIND);
    assertThat(after(2).remind(new RemindOfSurvey(SURVEY, 1, REMIND))).containsExactly(reminded);
    assertThat(after(2, reminded).remind(new RemindOfSurvey(SURVEY, 1, REMIND))).isEmpty();
    assertThat(after(2, reminded).remind(new RemindOfSurvey(SURVEY, 2, REMIND))).hasSize(1);
    assertThat(after(2).remind(new RemindOfSurvey(SURVEY, 1, CLOSES))).isEmpty();
  }

  @Test
  void closes_at_its_time_or_earlier_when_a_person_decides_so() {
    assertThat(after(10).close(close(false, CLOSES.minusSeconds(1)), tally(10, 10, 3))).isEmpty();
    assertThat(after(10).close(close(false, CLOSES), tally(10, 10, 3))).hasSize(1);
    assertThat(after(10).close(close(true, REMIND), tally(10, 10, 3))).hasSize(1);
  }

  @Test
  void has_enough_when_the_share_that_its_plan_says_has_answered() {
    Survey survey = asking(new SurveyPlan(text("Ready?"), null, PLAN.questions(), 80, null));
    assertThat(survey.hasEnough(7)).isFalse();
    assertThat(survey.hasEnough(8)).isTrue();
    assertThat(Survey.evolve(survey, CLOSED).hasEnough(10)).isFalse();
    assertThat(after(10).hasEnough(10)).isFalse();
  }

  @Test
  void of_nobody_never_has_enough() {
    SurveyPlan plan = new SurveyPlan(text("Ready?"), null, PLAN.questions(), 80, null);
    Survey survey = asking(plan);
    for (int one = 1; one <= 10; one++) {
      survey = Survey.evolve(survey, new PersonUninvited(SURVEY, person(one), REMIND));
    }
    assertThat(survey.hasEnough(0)).isFalse();
  }

  @Test
  void tells_each_part_of_readiness_by_itself() {
    Survey survey =
        asking(
            new SurveyPlan(
                text("Ready?"),
                null,
                List.of(
                    part("want", Aspect.DESIRE),
                    part("willing", Aspect.DESIRE),
                    part("able", Aspect.ABILITY))));
    Tally tally =
        new Tally(
            8,
            Map.of("want", 8, "willing", 8, "able", 8),
            Map.of("want", 4.0, "willing", 3.0, "able", 2.0));
    assertThat(closedWith(survey, tally).outcome())
        .containsEntry("readiness.desire", 3.5)
        .containsEntry("readiness.ability", 2.0)
        .containsEntry("readiness.score", 3.0)
        .doesNotContainKey("readiness.awareness");
  }

  private static Question part(String id, Aspect aspect) {
    return new Question(
        id,
        Kind.SCALE,
        text(id),
        5,
        null,
        null,
        List.of(),
        true,
        false,
        null,
        aspect,
        null,
        null,
        null);
  }

  private static Survey asking(SurveyPlan plan) {
    return Survey.evolve(
        null,
        new SurveyOpened(
            SURVEY, ROLLOUT, "readiness", plan, 5, people(10), CLOSES, List.of(), OPENED));
  }

  @Test
  void takes_answers_of_people_who_are_not_known_while_it_is_open() {
    AnswerSourceId source = new AnswerSourceId("source-1");
    List<Ballot> two = List.of(new Ballot(Map.of("ready", "4")), new Ballot(Map.of("ready", "2")));
    BringUnnamed bring = new BringUnnamed(SURVEY, source, two, REMIND);

    assertThat(after(10).bring(bring))
        .containsExactly(new AnswersBrought(SURVEY, source, 2, 2, REMIND));
    Survey more = Survey.evolve(after(10), new AnswersBrought(SURVEY, source, 2, 2, REMIND));
    assertThat(more.bring(bring)).containsExactly(new AnswersBrought(SURVEY, source, 2, 4, REMIND));
    assertThat(more.invited()).isEqualTo(after(10).invited());
    assertThat(after(10).bring(new BringUnnamed(SURVEY, source, List.of(), REMIND))).isEmpty();
    assertThatThrownBy(() -> after(10).bring(new BringUnnamed(SURVEY, source, two, CLOSES)))
        .isInstanceOfSatisfying(
            Rejected.class, refused -> assertThat(refused.code()).isEqualTo("SURVEY_CLOSED"));
  }

  /** Whoever brought answers along has read them, and can take them away from the mean. */
  @Test
  void withholds_a_mean_in_which_too_few_answered_here() {
    Tally mixed = new Tally(44, Map.of("ready", 44), Map.of("ready", 4.0));

    assertThat(outcome(mixed.of(Map.of("ready", 40)))).doesNotContainKey("answers.ready");
    assertThat(outcome(mixed.of(Map.of("ready", 39)))).containsKey("answers.ready");
    assertThat(outcome(mixed.of(Map.of("ready", 44)))).containsKey("answers.ready");
    assertThat(outcome(mixed)).containsEntry("responses.rate", 1.0);
  }

  private static Map<String, Double> outcome(Tally tally) {
    return ((SurveyClosed) after(10).close(close(false, CLOSES), tally).get(0)).outcome();
  }

  @Test
  void tells_means_the_response_rate_and_the_readiness_score() {
    Tally tally =
        new Tally(
            8,
            Map.of("ready", 8, "skilled", 6, "jobWorry", 5),
            Map.of("ready", 4.0, "skilled", 3.0, "jobWorry", 2.5));
    assertThat(after(10).close(close(false, CLOSES), tally))
        .containsExactly(
            new SurveyClosed(
                SURVEY,
                ROLLOUT,
                "readiness",
                new TreeMap<>(
                    Map.of(
                        "responses.count", 8.0,
                        "responses.rate", 0.8,
                        "answers.ready", 3.85,
                        "answers.skilled", 3.2,
                        "answers.jobWorry", 2.4,
                        "readiness.score", 3.53)),
                false,
                CLOSES));
  }

  @Test
  void withholds_what_fewer_people_than_the_smallest_group_answered() {
    Tally tally =
        new Tally(
            8,
            Map.of("ready", 8, "skilled", 4, "jobWorry", 4),
            Map.of("ready", 4.0, "skilled", 1.0, "jobWorry", 5.0));
    assertThat(closedWith(after(10), tally))
        .satisfies(
            closed -> {
              assertThat(closed.withheld()).isTrue();
              assertThat(closed.outcome())
                  .containsOnlyKeys(
                      "responses.count", "responses.rate", "answers.ready", "readiness.score")
                  .containsEntry("readiness.score", 3.85);
            });
  }

  @Test
  void tells_no_readiness_when_too_few_people_answered() {
    assertThat(closedWith(after(10), tally(4, 4, 5.0)))
        .satisfies(
            closed -> {
              assertThat(closed.withheld()).isTrue();
              assertThat(closed.outcome())
                  .containsOnlyKeys("responses.count", "responses.rate")
                  .containsEntry("responses.rate", 0.4);
            });
    assertThat(closedWith(after(10), tally(5, 5, 5.0)).withheld()).isFalse();
  }

  @Test
  void without_any_answer_still_tells_the_rate() {
    assertThat(closedWith(after(10), Ballot.tally(List.of(), PLAN)).outcome())
        .isEqualTo(Map.of("responses.count", 0.0, "responses.rate", 0.0));
  }

  @Test
  void has_a_rate_between_nought_and_one_when_people_left_after_answering() {
    PersonUninvited left = new PersonUninvited(SURVEY, person(1), REMIND);
    assertThat(closedWith(after(1, left), tally(1, 1, 3)).outcome())
        .containsEntry("responses.rate", 0.0);
    assertThat(closedWith(after(2, left), tally(2, 2, 3)).outcome())
        .containsEntry("responses.rate", 1.0);
  }

  @Test
  void is_taken_part_in_once_by_each_person() {
    TakePart take = new TakePart(SURVEY, person(1), new Ballot(Map.of("ready", "4")), REMIND);
    List<ParticipationEvent> events = Participation.takePart(null, take);
    assertThat(events)
        .containsExactly(new ParticipationRecorded(take.target(), SURVEY, person(1), REMIND));
    Participation taken = History.of(Participation::evolve, events);
    assertThat(taken.id()).isEqualTo(take.target());
    assertThat(Participation.takePart(taken, take)).isEmpty();
  }

  @Test
  void keeps_the_participation_of_each_person_in_each_survey_apart() {
    Ballot blank = new Ballot(Map.of());
    assertThat(
            List.of(
                new TakePart(SURVEY, person(1), blank, REMIND).target(),
                new TakePart(SURVEY, person(2), blank, REMIND).target(),
                new TakePart(new SurveyId("q-2"), person(1), blank, REMIND).target()))
        .doesNotHaveDuplicates();
  }

  @Property(tries = 500)
  void closes_once_and_reminds_only_while_it_is_open(@ForAll("steps") List<Step> steps) {
    Story<Survey, SurveyCommand, SurveyEvent> story = new Story<>(ASurvey::decide, Survey::evolve);
    story.play(open(3));
    Instant at = OPENED;
    for (Step step : steps) {
      at = at.plusSeconds(3600L * step.hours());
      boolean closed = story.state().orElseThrow().closed();
      List<SurveyEvent> events =
          story.play(
              switch (step.kind()) {
                case 0 -> close(false, at);
                case 1 -> close(true, at);
                case 2, 3 -> new RemindOfSurvey(SURVEY, step.person(), at);
                case 4, 5 -> new InviteToSurvey(SURVEY, person(step.person()), at);
                default -> new UninviteFromSurvey(SURVEY, person(step.person()), at);
              });
      if (closed) {
        assertThat(events).isEmpty();
      }
    }
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 7),
            Arbitraries.integers().between(1, 4),
            Arbitraries.integers().between(0, 60))
        .as(Step::new)
        .list()
        .ofMaxSize(25);
  }

  private static List<SurveyEvent> decide(@Nullable Survey survey, SurveyCommand command) {
    if (command instanceof OpenSurvey open) {
      return Survey.open(survey, open);
    } else if (survey == null) {
      return List.of();
    } else if (command instanceof CloseSurvey close) {
      return survey.close(close, tally(2, 2, 3));
    } else if (command instanceof RemindOfSurvey remind) {
      return survey.remind(remind);
    } else if (command instanceof InviteToSurvey invite) {
      return survey.invite(invite);
    } else if (command instanceof UninviteFromSurvey uninvite) {
      return survey.uninvite(uninvite);
    }
    throw new IllegalStateException("no test plays " + command);
  }

  private static SurveyClosed closedWith(Survey survey, Tally tally) {
    return (SurveyClosed) survey.close(close(false, CLOSES), tally).get(0);
  }

  private static Tally tally(int ballots, int answered, double mean) {
    return new Tally(
        ballots,
        Map.of("ready", answered, "skilled", answered, "jobWorry", answered),
        Map.of("ready", mean, "skilled", mean, "jobWorry", mean));
  }

  private static CloseSurvey close(boolean early, Instant at) {
    return new CloseSurvey(SURVEY, early, at);
  }

  private static Question scale(String id, boolean readiness) {
    return new Question(
        id, Kind.SCALE, text(id), 5, text("no"), text("yes"), List.of(), readiness, true);
  }

  private static OpenSurvey open(int invited) {
    return new OpenSurvey(
        SURVEY, ROLLOUT, "readiness", PLAN, 5, people(invited), CLOSES, List.of(REMIND), OPENED);
  }

  private static SurveyOpened opened(int invited) {
    return new SurveyOpened(
        SURVEY, ROLLOUT, "readiness", PLAN, 5, people(invited), CLOSES, List.of(REMIND), OPENED);
  }

  private static Survey after(int invited, SurveyEvent... events) {
    List<SurveyEvent> all = new ArrayList<>();
    all.add(opened(invited));
    all.addAll(List.of(events));
    return History.of(Survey::evolve, all);
  }
}
