package org.uitrol.application.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.uitrol.application.directory.MemoryVault;
import org.uitrol.application.directory.PersonField;
import org.uitrol.application.directory.PersonalData;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.simulation.VirtualTime.Lateness;
import org.uitrol.application.simulation.World.Outside;
import org.uitrol.application.testing.SamplePlan;
import org.uitrol.application.testing.SimpleConditions;
import org.uitrol.domain.campaign.CampaignCommand.ApprovePlan;
import org.uitrol.domain.campaign.CampaignCommand.DraftPlan;
import org.uitrol.domain.campaign.CampaignCommand.LaunchCampaign;
import org.uitrol.domain.campaign.CampaignCommand.SubmitPlan;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.directory.EmployeeEvent;
import org.uitrol.domain.directory.EmployeeEvent.EmployeeJoined;
import org.uitrol.domain.followup.FollowUpCommand.CloseFollowUp;
import org.uitrol.domain.followup.FollowUpEvent.FollowUpOpened;
import org.uitrol.domain.followup.FollowUpKind;
import org.uitrol.domain.followup.FollowUpOutcome;
import org.uitrol.domain.rollout.RolloutEvent.StageEntered;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.session.Session;
import org.uitrol.domain.session.SessionCommand.RecordAttendance;
import org.uitrol.domain.session.SessionEvent.SessionPlanned;
import org.uitrol.domain.shared.Command;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.DomainEvent;
import org.uitrol.domain.shared.Holidays;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.StreamId;
import org.uitrol.domain.shared.SurveyId;
import org.uitrol.domain.survey.Ballot;
import org.uitrol.domain.survey.ParticipationCommand.TakePart;
import org.uitrol.domain.survey.SurveyEvent.SurveyClosed;
import org.uitrol.domain.survey.SurveyEvent.SurveyOpened;
import org.uitrol.domain.training.LearnerCommand.CompleteCourse;
import org.uitrol.domain.training.LearnerEvent.LearnerEnrolled;

/**
 * A campaign that happens: in a world whose surveys tell what the story says, since nobody's
 * answers are in a world.
 */
final class Story {

  static final Actor SOMEBODY = new Actor("account:test");
  static final Holidays NO_HOLIDAYS = (country, date) -> false;
  static final String BEGIN = "2027-01-04T08:00:00Z";

  final World world;
  final MemoryVault vault = new MemoryVault();

  /** What closing surveys tell besides how many answered. */
  final Map<String, Double> answers = new LinkedHashMap<>();

  Story() {
    this(Lateness.NONE);
  }

  Story(Lateness lateness) {
    world =
        new World(
            Instant.parse(BEGIN),
            new Outside(new SimpleConditions(), NO_HOLIDAYS, vault, this::told),
            lateness);
    answers.put("readiness.score", 4.0);
    answers.put("answers.jobWorry", 1.0);
    for (int number = 1; number <= 5; number++) {
      join("f" + number, SamplePlan.FINANCE);
      join("l" + number, SamplePlan.LEGAL);
    }
  }

  private DomainEvent told(DomainEvent event) {
    if (event instanceof SurveyClosed closed
        && closed.outcome().getOrDefault("responses.count", 0.0) > 0) {
      Map<String, Double> outcome = new LinkedHashMap<>(closed.outcome());
      outcome.putAll(answers);
      return new SurveyClosed(
          closed.survey(),
          closed.rollout(),
          closed.activity(),
          new TreeMap<>(outcome),
          false,
          closed.at());
    }
    return event;
  }

  /** All that is given to a world that replays it. */
  Outside outside() {
    return new Outside(new SimpleConditions(), NO_HOLIDAYS, vault);
  }

  /** What would have differed under another plan, until now. */
  WhatIf whatIf(Plan other) {
    return new Counterfactual(SamplePlan.COPILOT, record(), outside())
        .compare(other, now(), told -> {}, () -> false);
  }

  List<Happened> record() {
    return world.history();
  }

  void join(String person, DepartmentId department) {
    PersonId id = new PersonId(person);
    vault.put(id, PersonalData.UNKNOWN.with(Map.of(PersonField.LANGUAGE, "en")));
    note(new EmployeeJoined(id, department, null, world.now()));
  }

  void note(EmployeeEvent event) {
    world.append(event, "employee", StreamId.of("employee", event.person()), Actor.fileImport());
  }

  void launch(Plan plan) {
    send(new DraftPlan(plan.campaign(), plan, SamplePlan.WRITER, world.now()));
    send(new SubmitPlan(plan.campaign(), SamplePlan.WRITER, world.now()));
    send(new ApprovePlan(plan.campaign(), SamplePlan.READER, world.now()));
    send(
        new LaunchCampaign(
            plan.campaign(),
            SamplePlan.WRITER,
            Map.of(SamplePlan.FINANCE, 5, SamplePlan.LEGAL, 5),
            world.now()));
  }

  void send(Command command) {
    world.send(command, SOMEBODY);
  }

  /** Whatever a rule refuses doesn't happen; that is part of the story. */
  void attempt(Command command) {
    try {
      send(command);
    } catch (Rejected refused) {
      // Nothing happened.
    }
  }

  void play(String until) {
    world.play(Instant.parse(until));
  }

  Instant now() {
    return world.now();
  }

  static RolloutId rollout(DepartmentId department) {
    return RolloutId.of(SamplePlan.COPILOT, department);
  }

  <E extends DomainEvent> List<E> events(Class<E> type) {
    return world.history().stream()
        .map(Happened::what)
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  /** Everybody but some does at once whatever can be done now. */
  void everybodyActs(String... but) {
    Set<String> idle = new TreeSet<>(Arrays.asList(but));
    for (SurveyOpened survey : events(SurveyOpened.class)) {
      for (PersonId person : survey.invited()) {
        if (!idle.contains(person.value())) {
          answer(survey.survey(), person);
        }
      }
    }
    for (SessionPlanned planned : events(SessionPlanned.class)) {
      Session session = world.session(planned.session()).orElseThrow();
      for (PersonId person : session.seatHolders()) {
        attempt(new RecordAttendance(session.id(), person, !idle.contains(person.value()), now()));
      }
    }
    for (LearnerEnrolled learner : events(LearnerEnrolled.class)) {
      if (learner.course().equals("basics") && !idle.contains(learner.person().value())) {
        attempt(new CompleteCourse(learner.learnerRecord(), 0.9, "page", now(), now()));
      }
    }
    for (FollowUpOpened followUp : events(FollowUpOpened.class)) {
      if (followUp.kind() == FollowUpKind.TASK) {
        attempt(new CloseFollowUp(followUp.followUp(), FollowUpOutcome.DONE, now()));
      }
    }
  }

  void answer(SurveyId survey, PersonId person) {
    attempt(new TakePart(survey, person, new Ballot(Map.of()), now()));
  }

  /** Plays day after day, on each of which everybody but some acts. */
  void live(String until, String... but) {
    Instant end = Instant.parse(until);
    while (now().isBefore(end)) {
      world.play(now().plus(Duration.ofDays(1)));
      everybodyActs(but);
    }
  }

  /** When a department entered a stage. */
  static Instant entered(World world, DepartmentId department, StageName stage) {
    return world.history().stream()
        .map(Happened::what)
        .filter(StageEntered.class::isInstance)
        .map(StageEntered.class::cast)
        .filter(one -> one.rollout().equals(rollout(department)) && one.stage() == stage)
        .findFirst()
        .orElseThrow()
        .at();
  }
}
