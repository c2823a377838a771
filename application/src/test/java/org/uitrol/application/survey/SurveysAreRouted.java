package org.uitrol.application.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.uitrol.application.directory.MemoryVault;
import org.uitrol.application.shared.CommandTargets;
import org.uitrol.application.testing.MemoryBallotBox;
import org.uitrol.application.testing.SamplePlan;
import org.uitrol.application.testing.ShellTests;
import org.uitrol.domain.shared.AnswerSourceId;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SurveyId;
import org.uitrol.domain.survey.Ballot;
import org.uitrol.domain.survey.Participation;
import org.uitrol.domain.survey.ParticipationCommand;
import org.uitrol.domain.survey.ParticipationCommand.BringAnswers;
import org.uitrol.domain.survey.ParticipationCommand.TakePart;
import org.uitrol.domain.survey.ParticipationEvent;
import org.uitrol.domain.survey.ParticipationEvent.ParticipationRecorded;
import org.uitrol.domain.survey.Survey;
import org.uitrol.domain.survey.SurveyCommand;
import org.uitrol.domain.survey.SurveyCommand.BringUnnamed;
import org.uitrol.domain.survey.SurveyCommand.CloseIfEnough;
import org.uitrol.domain.survey.SurveyCommand.CloseSurvey;
import org.uitrol.domain.survey.SurveyCommand.InviteToSurvey;
import org.uitrol.domain.survey.SurveyCommand.OpenSurvey;
import org.uitrol.domain.survey.SurveyCommand.RemindOfSurvey;
import org.uitrol.domain.survey.SurveyCommand.UninviteFromSurvey;
import org.uitrol.domain.survey.SurveyEvent;
import org.uitrol.domain.survey.SurveyPlan;
import org.uitrol.domain.survey.Tally;
import org.uitrol.domain.survey.result.ClosedSurvey;
import org.uitrol.domain.survey.result.Counts;
import org.uitrol.domain.survey.result.Results;
import org.uitrol.domain.survey.result.ResultsCommand;
import org.uitrol.domain.survey.result.ResultsCommand.TellResults;
import org.uitrol.domain.survey.result.ResultsEvent;

class SurveysAreRouted {

  private static final Instant AT = Instant.parse("2027-01-11T08:00:00Z");
  private static final Instant CLOSES = Instant.parse("2027-01-20T16:00:00Z");
  private static final SurveyId ID = new SurveyId("survey-1");
  private static final PersonId SANNE = new PersonId("person-1");
  private static final PersonId JOOST = new PersonId("person-2");
  private static final SurveyPlan QUESTIONS =
      Objects.requireNonNull(SamplePlan.plan().surveys().get("readiness"));
  private static final Ballot BALLOT = new Ballot(Map.of("desire", "4", "jobWorry", "2"));
  private static final TakePart TAKE_PART = new TakePart(ID, SANNE, BALLOT, AT);

  private static final BringAnswers BRING = new BringAnswers(ID, SANNE, BALLOT, AT);

  private final MemoryBallotBox box = new MemoryBallotBox();
  private final OwnWordsTold words =
      new OwnWordsTold(box, new MemoryToldTexts(), new MemoryVault());

  @TestFactory
  Stream<DynamicTest> to_their_rules() {
    OpenSurvey open = open(ID, QUESTIONS);
    List<SurveyEvent> opened = Survey.open(null, open);
    SurveyId full = new SurveyId("survey-2");
    SurveyPlan half = new SurveyPlan(QUESTIONS.title(), null, QUESTIONS.questions(), 50, null);
    List<SurveyEvent> enough = Survey.open(null, open(full, half));
    box.open(full, half);
    box.cast(full, SANNE, BALLOT);
    InviteToSurvey invite = new InviteToSurvey(ID, JOOST, AT);
    UninviteFromSurvey uninvite = new UninviteFromSurvey(ID, SANNE, AT);
    RemindOfSurvey remind = new RemindOfSurvey(ID, 1, AT);
    CloseSurvey close = new CloseSurvey(ID, false, CLOSES);
    BringUnnamed bring =
        new BringUnnamed(ID, new AnswerSourceId("source-1"), List.of(BALLOT, BALLOT), AT);
    Tally brought = Ballot.tally(bring.ballots(), QUESTIONS).of(Map.of("desire", 2, "jobWorry", 2));
    box.open(ID, QUESTIONS);
    return new ShellTests<>(
            SurveyShell.class, SurveyCommand.class, SurveyEvent.class, Survey::evolve)
        .with(box)
        .begins(open, opened)
        .after(opened, invite, survey -> survey.invite(invite))
        .after(opened, uninvite, survey -> survey.uninvite(uninvite))
        .after(opened, remind, survey -> survey.remind(remind))
        .after(opened, bring, survey -> survey.bring(bring))
        .after(opened, close, survey -> survey.close(close, brought))
        .after(
            enough,
            new CloseIfEnough(full, AT),
            survey ->
                survey.close(new CloseSurvey(full, true, AT), Ballot.tally(List.of(BALLOT), half)))
        .all();
  }

  private static OpenSurvey open(SurveyId survey, SurveyPlan plan) {
    return new OpenSurvey(
        survey,
        new RolloutId("rollout-1"),
        "readiness",
        plan,
        1,
        List.of(SANNE),
        CLOSES,
        List.of(AT),
        AT);
  }

  @TestFactory
  Stream<DynamicTest> with_who_took_part() {
    box.open(ID, QUESTIONS);
    return new ShellTests<>(
            ParticipationShell.class,
            ParticipationCommand.class,
            ParticipationEvent.class,
            Participation::evolve)
        .with(box)
        .begins(TAKE_PART, Participation.takePart(null, TAKE_PART))
        .begins(BRING, Participation.bring(null, BRING))
        .all();
  }

  @TestFactory
  Stream<DynamicTest> with_what_is_told_of_them() {
    box.open(ID, QUESTIONS);
    box.close(ID);
    TellResults tell =
        new TellResults(
            new CampaignId("copilot-2027"),
            "readiness",
            QUESTIONS,
            5,
            List.of(new ClosedSurvey(ID, new RolloutId("rollout-1"), 2)),
            CLOSES);
    return new ShellTests<>(
            ResultsShell.class, ResultsCommand.class, ResultsEvent.class, Results::evolve)
        .with(box)
        .with(words)
        .begins(tell, Results.tell(null, tell, survey -> Counts.NONE))
        .all();
  }

  @Test
  void answers_from_elsewhere_go_into_the_box_once_and_are_known_to_be_from_there() {
    box.open(ID, QUESTIONS);

    participation()
        .givenNoPriorActivity()
        .when(BRING)
        .expectEvents(new ParticipationRecorded(BRING.target(), ID, SANNE, AT));
    participation()
        .given(new ParticipationRecorded(BRING.target(), ID, SANNE, AT))
        .when(BRING)
        .expectException(Rejected.class)
        .expectNoEvents();

    assertThat(box.close(ID)).containsExactly(BALLOT);
    assertThat(box.brought(ID)).isEqualTo(Map.of("desire", 1, "jobWorry", 1));
  }

  @Test
  void results_of_a_survey_that_is_open_are_not_told() {
    box.open(ID, QUESTIONS);
    AggregateTestFixture<ResultsShell> fixture = new AggregateTestFixture<>(ResultsShell.class);
    fixture.registerCommandTargetResolver(new CommandTargets());
    fixture.registerInjectableResource(box);
    fixture.registerInjectableResource(words);

    fixture
        .givenNoPriorActivity()
        .when(
            new TellResults(
                new CampaignId("copilot-2027"),
                "readiness",
                QUESTIONS,
                5,
                List.of(new ClosedSurvey(ID, new RolloutId("rollout-1"), 2)),
                CLOSES))
        .expectException(Rejected.class)
        .expectNoEvents();
  }

  @Test
  void whoever_is_asked_is_noted_by_their_traits_of_that_moment() {
    AggregateTestFixture<SurveyShell> fixture = new AggregateTestFixture<>(SurveyShell.class);
    fixture.registerCommandTargetResolver(new CommandTargets());
    fixture.registerInjectableResource(box);
    OpenSurvey open =
        new OpenSurvey(
            ID,
            new RolloutId("rollout-1"),
            "readiness",
            QUESTIONS,
            5,
            List.of(SANNE),
            CLOSES,
            List.of(),
            AT);

    fixture.givenNoPriorActivity().when(open).expectSuccessfulHandlerExecution();
    assertThat(box.noted(ID)).containsExactly(SANNE);
    fixture
        .given(Survey.open(null, open))
        .when(new InviteToSurvey(ID, JOOST, AT))
        .expectSuccessfulHandlerExecution();
    assertThat(box.noted(ID)).containsExactlyInAnyOrder(SANNE, JOOST);
  }

  @Test
  void a_first_answer_goes_into_the_box() {
    box.open(ID, QUESTIONS);

    participation().givenNoPriorActivity().when(TAKE_PART).expectSuccessfulHandlerExecution();

    assertThat(box.count(ID)).isEqualTo(1);
  }

  @Test
  void a_second_answer_of_the_same_person_does_not() {
    box.open(ID, QUESTIONS);

    participation()
        .given(new ParticipationRecorded(TAKE_PART.target(), ID, SANNE, AT))
        .when(TAKE_PART)
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();

    assertThat(box.count(ID)).isZero();
  }

  @Test
  void an_answer_to_a_closed_survey_is_refused_and_nobody_took_part() {
    box.open(ID, QUESTIONS);
    box.close(ID);

    participation()
        .givenNoPriorActivity()
        .when(TAKE_PART)
        .expectException(Rejected.class)
        .expectNoEvents();
  }

  @Test
  void what_is_in_the_box_is_counted_when_the_survey_closes() {
    box.open(ID, QUESTIONS);
    box.cast(ID, SANNE, BALLOT);
    OpenSurvey open =
        new OpenSurvey(
            ID,
            new RolloutId("rollout-1"),
            "readiness",
            QUESTIONS,
            1,
            List.of(SANNE, JOOST),
            CLOSES,
            List.of(),
            AT);
    AggregateTestFixture<SurveyShell> fixture = new AggregateTestFixture<>(SurveyShell.class);
    fixture.registerCommandTargetResolver(new CommandTargets());
    fixture.registerInjectableResource(box);

    fixture
        .given(Survey.open(null, open))
        .when(new CloseSurvey(ID, false, CLOSES))
        .expectEvents(
            new SurveyEvent.SurveyClosed(
                ID,
                new RolloutId("rollout-1"),
                "readiness",
                new TreeMap<>(
                    Map.of(
                        "responses.count", 1.0,
                        "responses.rate", 0.5,
                        "answers.desire", 3.0,
                        "answers.jobWorry", 3.0,
                        "readiness.score", 3.0)),
                false,
                CLOSES));
  }

  private AggregateTestFixture<ParticipationShell> participation() {
    AggregateTestFixture<ParticipationShell> fixture =
        new AggregateTestFixture<>(ParticipationShell.class);
    fixture.registerCommandTargetResolver(new CommandTargets());
    fixture.registerInjectableResource(box);
    return fixture;
  }
}
