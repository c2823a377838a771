package org.uitrol.application.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.uitrol.application.adoption.process.TellRolloutsOfUse;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.simulation.Run.Timers;
import org.uitrol.application.simulation.VirtualTime.Lateness;
import org.uitrol.application.testing.SamplePlan;
import org.uitrol.domain.campaign.CampaignCommand.PauseCampaign;
import org.uitrol.domain.campaign.CampaignCommand.ResumeCampaign;
import org.uitrol.domain.concern.Concern.Mark;
import org.uitrol.domain.concern.Concern.Origin;
import org.uitrol.domain.concern.ConcernCategory;
import org.uitrol.domain.concern.ConcernEvent.ConcernAnswered;
import org.uitrol.domain.concern.ConcernEvent.ConcernRaised;
import org.uitrol.domain.directory.EmployeeEvent.EmployeeJoined;
import org.uitrol.domain.directory.EmployeeEvent.EmployeeLeft;
import org.uitrol.domain.directory.EmployeeEvent.EmployeeMoved;
import org.uitrol.domain.rollout.DepartmentRollout;
import org.uitrol.domain.rollout.Observation;
import org.uitrol.domain.rollout.RolloutCommand.HoldRollout;
import org.uitrol.domain.rollout.RolloutCommand.Observe;
import org.uitrol.domain.rollout.RolloutCommand.OfferHelp;
import org.uitrol.domain.rollout.RolloutCommand.ReleaseRollout;
import org.uitrol.domain.rollout.RolloutCommand.RollBack;
import org.uitrol.domain.rollout.RolloutCommand.SkipActivity;
import org.uitrol.domain.rollout.RolloutCommand.SkipStage;
import org.uitrol.domain.rollout.RolloutCommand.WaiveCondition;
import org.uitrol.domain.rollout.RolloutEvent.GateOpened;
import org.uitrol.domain.rollout.RolloutEvent.RolloutCompleted;
import org.uitrol.domain.rollout.RolloutEvent.StageEntered;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.rollout.gate.EvidenceCatalog;
import org.uitrol.domain.rollout.reaction.ReactionTrigger;
import org.uitrol.domain.session.Answer;
import org.uitrol.domain.session.SessionCommand.AnswerInvitation;
import org.uitrol.domain.session.SessionCommand.CancelSession;
import org.uitrol.domain.session.SessionCommand.TakeSeat;
import org.uitrol.domain.session.SessionEvent.SessionPlanned;
import org.uitrol.domain.shared.ConcernId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.DomainEvent;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.survey.SurveyEvent.SurveyOpened;

class ACampaignReplayedAsItWas {

  @Test
  void has_the_very_same_history() {
    Story story = new Story();
    story.launch(SamplePlan.plan());
    story.live("2027-05-01T12:00:00Z");
    assertThat(story.events(RolloutCompleted.class)).hasSize(2);

    Run run = replay(story);

    assertSame(run, story);
    assertThat(run.missed()).isEmpty();
  }

  @Test
  void has_it_too_where_the_application_was_late() {
    Story story =
        new Story((key, due) -> Moment.begin(due.plusSeconds(1 + Math.abs(key.hashCode() % 90))));
    story.launch(SamplePlan.plan());
    story.live("2027-02-10T12:00:00Z", "f2", "l3");
    assertThat(story.events(GateOpened.class)).isNotEmpty();
    assertThat(story.events(StageEntered.class))
        .anyMatch(one -> one.at().getEpochSecond() % 60 != 0);

    Run run = replay(story);

    assertSame(run, story);
  }

  @Test
  void has_it_too_where_the_application_was_down_for_days() {
    Story story =
        new Story(
            (key, due) ->
                Moment.begin(
                    due.toString().startsWith("2027-01-1")
                        ? Instant.parse("2027-01-20T09:13:00Z")
                        : due));
    story.launch(SamplePlan.plan());
    story.live("2027-03-10T12:00:00Z");
    assertThat(story.events(StageEntered.class)).isNotEmpty();

    assertSame(replay(story), story);
  }

  @Test
  void is_told_as_no_difference_at_all() {
    Story story = new Story();
    story.launch(SamplePlan.plan());
    story.live("2027-05-01T12:00:00Z", "f2");

    WhatIf found = story.whatIf(SamplePlan.plan());

    assertThat(found.fidelity().isExact()).isTrue();
    assertThat(found.isTheSame()).isTrue();
    assertThat(found.parting()).isNull();
    assertThat(found.unknown()).isEmpty();
    assertThat(found.departments())
        .hasSize(2)
        .allSatisfy(
            one -> {
              assertThat(one.differs()).isFalse();
              assertThat(one.course().differs()).isFalse();
              assertThat(one.stages()).hasSizeGreaterThan(1);
            });
  }

  /** Something that happens after some hours. */
  record Step(int hours, int what, int who) {}

  @Property(tries = 25)
  void has_the_very_same_history_whatever_happened(
      @ForAll("steps") List<Step> steps, @ForAll boolean worried, @ForAll boolean late) {
    Story story =
        new Story(
            late
                ? (key, due) -> Moment.begin(due.plusMillis(Math.abs(key.hashCode() % 200_000)))
                : Lateness.NONE);
    story.answers.put("answers.jobWorry", worried ? 4.0 : 1.0);
    story.launch(SamplePlan.plan());
    steps.forEach(step -> take(story, step));

    Run run = replay(story);
    assertSame(run, story);

    WhatIf found = story.whatIf(SamplePlan.plan());
    assertThat(found.parting()).isNull();
    assertThat(found.isTheSame()).isTrue();
    assertThat(found.unknown()).isEmpty();
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 80),
            Arbitraries.integers().between(0, 19),
            Arbitraries.integers().between(1, 5))
        .as(Step::new)
        .list()
        .ofMinSize(10)
        .ofMaxSize(60);
  }

  private static void take(Story story, Step step) {
    story.world.play(story.now().plus(Duration.ofHours(step.hours())));
    DepartmentId department = step.who() % 2 == 0 ? SamplePlan.FINANCE : SamplePlan.LEGAL;
    RolloutId rollout = Story.rollout(department);
    PersonId person = new PersonId((step.who() % 2 == 0 ? "f" : "l") + step.who());
    DepartmentRollout state = story.world.rollout(rollout).orElse(null);
    switch (step.what()) {
      case 0, 1, 2, 3 -> story.everybodyActs();
      case 4 -> story.everybodyActs(person.value());
      case 5 -> story.events(SurveyOpened.class).forEach(one -> story.answer(one.survey(), person));
      case 6 ->
          story
              .events(SessionPlanned.class)
              .forEach(
                  one ->
                      story.attempt(
                          new AnswerInvitation(
                              one.session(), person, Answer.DECLINED, story.now())));
      case 7 ->
          story.events(SessionPlanned.class).stream()
              .filter(one -> one.rollout().equals(rollout))
              .forEach(
                  one -> story.attempt(new TakeSeat(one.session(), person, null, story.now())));
      case 8 -> story.join("n" + story.world.length(), department);
      case 9 -> leave(story, person, department);
      case 10 -> move(story, person);
      case 11 ->
          story.attempt(
              new PauseCampaign(SamplePlan.COPILOT, SamplePlan.WRITER, "wait", story.now()));
      case 12 ->
          story.attempt(new ResumeCampaign(SamplePlan.COPILOT, SamplePlan.WRITER, story.now()));
      case 13 -> {
        if (state != null) {
          story.attempt(new HoldRollout(rollout, SamplePlan.WRITER, "wait", story.now()));
          story.attempt(new OfferHelp(rollout, person, story.now()));
        }
      }
      case 14 -> {
        if (state != null) {
          story.attempt(new ReleaseRollout(rollout, SamplePlan.WRITER, "go", story.now()));
          state
              .blockers()
              .forEach(
                  one ->
                      story.attempt(
                          new WaiveCondition(
                              rollout,
                              state.stage(),
                              one.about(),
                              SamplePlan.WRITER,
                              "enough",
                              story.now())));
        }
      }
      case 15 -> {
        if (state != null) {
          state
              .activities()
              .keySet()
              .forEach(
                  one ->
                      story.attempt(
                          new SkipActivity(rollout, one, SamplePlan.WRITER, "late", story.now())));
        }
      }
      case 16 -> {
        if (state != null) {
          story.attempt(
              step.who() > 3
                  ? new SkipStage(rollout, state.stage(), SamplePlan.WRITER, "late", story.now())
                  : new RollBack(
                      rollout,
                      state.stage(),
                      StageName.ANNOUNCE,
                      SamplePlan.WRITER,
                      "again",
                      story.now()));
        }
      }
      case 17 -> ask(story, person, department);
      case 18 -> {
        if (state != null) {
          story.world.send(
              new Observe(
                  rollout,
                  Observation.ofDepartment(
                      ReactionTrigger.USAGE_REPORTED,
                      "usage/" + story.now(),
                      "",
                      Map.of(EvidenceCatalog.USE_ACTIVE, 0.1 * step.who())),
                  story.now()),
              Actor.process(TellRolloutsOfUse.class));
        }
      }
      default ->
          story.events(SessionPlanned.class).stream()
              .skip(step.who())
              .findFirst()
              .ifPresent(
                  one -> story.attempt(new CancelSession(one.session(), "no room", story.now())));
    }
  }

  /** Somebody asks something to which gates wait for an answer, or gets it. */
  private static void ask(Story story, PersonId person, DepartmentId department) {
    ConcernId concern = new ConcernId("about-" + person);
    if (story.world.exists(concern)) {
      story.world.append(
          new ConcernAnswered(concern, 1, true, SamplePlan.WRITER, story.now()),
          "concern",
          concern,
          Story.SOMEBODY);
      return;
    }
    story.world.append(
        new ConcernRaised(
            concern,
            SamplePlan.COPILOT,
            department,
            Origin.EMPLOYEE,
            person,
            ConcernCategory.DATA,
            SamplePlan.OWNER,
            Mark.RULE,
            story.now().plus(Duration.ofDays(7)),
            story.now()),
        "concern",
        concern,
        Actor.person(person));
  }

  private static void leave(Story story, PersonId person, DepartmentId department) {
    if (story.world.members(department).contains(person)) {
      story.note(new EmployeeLeft(person, department, story.now()));
    }
  }

  private static void move(Story story, PersonId person) {
    for (DepartmentId from : List.of(SamplePlan.FINANCE, SamplePlan.LEGAL)) {
      DepartmentId to = from.equals(SamplePlan.LEGAL) ? SamplePlan.FINANCE : SamplePlan.LEGAL;
      if (story.world.members(from).contains(person)) {
        story.note(new EmployeeMoved(person, from, to, story.now()));
        return;
      }
    }
    story.note(new EmployeeJoined(person, SamplePlan.LEGAL, null, story.now()));
  }

  /** The same events in the same order; tells of the first that isn't. */
  private static void assertSame(Run run, Story story) {
    List<DomainEvent> was = what(story.record());
    List<DomainEvent> again = what(run.world().history());
    for (int index = 0; index < Math.min(was.size(), again.size()); index++) {
      assertThat(again.get(index)).as("event %d", index + 1).isEqualTo(was.get(index));
    }
    assertThat(again).hasSameSizeAs(was);
  }

  static Run replay(Story story) {
    Recorded recorded = new Recorded(story.record());
    Run run =
        new Run(
            recorded,
            null,
            story.outside(),
            Timers.of(recorded, new HashMap<>()),
            story.now(),
            () -> false);
    run.run(told -> {});
    return run;
  }

  static List<DomainEvent> what(List<Happened> history) {
    return history.stream().map(Happened::what).toList();
  }
}
