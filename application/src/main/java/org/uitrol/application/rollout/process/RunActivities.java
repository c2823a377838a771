package org.uitrol.application.rollout.process;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import org.uitrol.application.campaign.Plans;
import org.uitrol.application.communication.Letters;
import org.uitrol.application.communication.Letters.When;
import org.uitrol.application.directory.Workdays;
import org.uitrol.application.rollout.port.RolloutIndex;
import org.uitrol.application.rollout.port.RolloutIndex.Entry;
import org.uitrol.application.session.Availabilities;
import org.uitrol.application.session.SessionPlanning;
import org.uitrol.application.session.port.SessionHours;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.Processing;
import org.uitrol.application.shared.Streams;
import org.uitrol.application.training.SkillPaths;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.communication.Letter;
import org.uitrol.domain.communication.Topic;
import org.uitrol.domain.followup.FollowUpCommand.OpenFollowUp;
import org.uitrol.domain.followup.FollowUpKind;
import org.uitrol.domain.followup.FollowUpStep;
import org.uitrol.domain.rollout.ActivityPlan;
import org.uitrol.domain.rollout.ActivityPlan.Reminders;
import org.uitrol.domain.rollout.ActivityState;
import org.uitrol.domain.rollout.DepartmentRollout;
import org.uitrol.domain.rollout.RolloutEvent;
import org.uitrol.domain.rollout.RolloutEvent.ActivityStarted;
import org.uitrol.domain.rollout.RolloutEvent.MemberJoined;
import org.uitrol.domain.rollout.RolloutEvent.MemberReached;
import org.uitrol.domain.rollout.RunningActivity;
import org.uitrol.domain.session.MeetingPlan;
import org.uitrol.domain.session.NoSeat;
import org.uitrol.domain.session.Session;
import org.uitrol.domain.session.SessionCommand.InvitePerson;
import org.uitrol.domain.session.SessionEvent;
import org.uitrol.domain.shared.FollowUpId;
import org.uitrol.domain.shared.Ids;
import org.uitrol.domain.shared.LearnerRecordId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SurveyId;
import org.uitrol.domain.shared.Text;
import org.uitrol.domain.shared.WorkingCalendar;
import org.uitrol.domain.survey.SurveyCommand.InviteToSurvey;
import org.uitrol.domain.survey.SurveyCommand.OpenSurvey;
import org.uitrol.domain.training.CoursePlan;
import org.uitrol.domain.training.LearnerCommand.Enrol;

/** Does what an activity consists of when it starts, and for whoever joins while it runs. */
@Component
@ProcessingGroup(Processing.PROCESS)
@DisallowReplay
public class RunActivities {

  private static final Actor ACTOR = Actor.process(RunActivities.class);

  /** News that is older than this many working days isn't sent any more. */
  private static final int NEWS_STALE_AFTER = 5;

  private final CommandDesk desk;
  private final Plans plans;
  private final RolloutIndex rollouts;
  private final Letters letters;
  private final SessionPlanning planning;
  private final Streams streams;
  private final SkillPaths paths;
  private final Availabilities availabilities;
  private final SessionHours hours;
  private final Workdays workdays;

  public RunActivities(
      CommandDesk desk,
      Plans plans,
      RolloutIndex rollouts,
      Letters letters,
      SessionPlanning planning,
      Streams streams,
      SkillPaths paths,
      Availabilities availabilities,
      SessionHours hours,
      Workdays workdays) {
    this.desk = desk;
    this.plans = plans;
    this.rollouts = rollouts;
    this.letters = letters;
    this.planning = planning;
    this.streams = streams;
    this.paths = paths;
    this.availabilities = availabilities;
    this.hours = hours;
    this.workdays = workdays;
  }

  @EventHandler
  void on(ActivityStarted event) {
    Entry rollout = entry(event.rollout());
    Plan plan = plans.inForce(rollout.campaign(), rollout.planVersion());
    ActivityPlan activity = event.activity();
    if (event.people().isEmpty()) {
      return;
    }
    switch (activity.kind()) {
      case ANNOUNCEMENT ->
          event
              .people()
              .forEach(person -> announce(rollout, plan, activity, person, 1, event.at()));
      case PRESENTATION, DEMO, COACHING ->
          planSessions(
              event,
              rollout,
              plan,
              find(plan.meetings(), activity.uses()),
              find(plan.meetings(), activity.uses()).title());
      case TRAINING -> train(event, rollout, plan);
      case SURVEY -> open(event, rollout, plan);
      case TASK -> giveTask(event, rollout);
      case PATH -> begin(rollout, plan, activity, event.people(), event.endsAt(), event.at());
    }
  }

  @EventHandler
  void on(MemberJoined event) {
    reach(event.rollout(), event.person(), event.underWay(), event.how().run(), event.at());
  }

  @EventHandler
  void on(MemberReached event) {
    reach(event.rollout(), event.person(), event.underWay(), 1, event.at());
  }

  private void reach(
      RolloutId id, PersonId person, List<RunningActivity> underWay, int run, Instant at) {
    Entry rollout = entry(id);
    Plan plan = plans.inForce(rollout.campaign(), rollout.planVersion());
    for (RunningActivity running : underWay) {
      ActivityPlan activity = running.activity();
      switch (activity.kind()) {
        case ANNOUNCEMENT -> announce(rollout, plan, activity, person, run, at);
        case PRESENTATION, DEMO, COACHING -> invite(rollout, activity, person, at);
        case TRAINING -> {
          enrol(rollout, activity, person, running.endsAt(), at);
          if (find(plan.courses(), activity.uses()).classroom() != null) {
            invite(rollout, activity, person, at);
          }
        }
        case SURVEY ->
            desk.send(
                new InviteToSurvey(SurveyId.of(rollout.rollout(), activity.id()), person, at),
                ACTOR);
        case TASK -> {
          // A task is one person's; a newcomer doesn't get it.
        }
        case PATH -> begin(rollout, plan, activity, List.of(person), running.endsAt(), at);
      }
    }
  }

  private void announce(
      Entry rollout, Plan plan, ActivityPlan activity, PersonId person, int run, Instant at) {
    Letter letter =
        new Letter(
            activity.uses(),
            !find(plan.mails(), activity.uses()).optional(),
            rollout.rollout(),
            Topic.news(),
            new TreeMap<>(Map.of("activity", activity.id())),
            null,
            null,
            letters.calendar(rollout.rollout()).deadline(at, NEWS_STALE_AFTER));
    String cause = "activity/" + activity.id() + (run == 1 ? "" : "/" + run);
    letters.send(letter, person, cause, When.AT_WORK, at, ACTOR);
  }

  /** Once: a second try might find a room that has come free, for a session nobody knows of. */
  private void planSessions(
      ActivityStarted event, Entry rollout, Plan plan, MeetingPlan meeting, Text title) {
    ActivityState state = letters.rollout(event.rollout()).activities().get(event.activity().id());
    if (state != null && state.openSessions() != null) {
      return;
    }
    planning.plan(
        event.activity(),
        meeting,
        title,
        plan,
        rollout,
        event.people(),
        letters.calendar(event.rollout()),
        event.endsAt(),
        event.at(),
        ACTOR);
  }

  private void train(ActivityStarted event, Entry rollout, Plan plan) {
    CoursePlan course = find(plan.courses(), event.activity().uses());
    for (PersonId person : event.people()) {
      enrol(rollout, event.activity(), person, event.endsAt(), event.at());
    }
    MeetingPlan classroom = course.classroom();
    if (classroom != null) {
      planSessions(event, rollout, plan, classroom, course.title());
    }
  }

  /** It is due, and reminded of, on days on which the person works. */
  private void enrol(
      Entry rollout, ActivityPlan activity, PersonId person, Instant endsAt, Instant at) {
    WorkingCalendar calendar = letters.calendar(rollout.rollout());
    WorkingCalendar own = workdays.of(person, calendar);
    Instant dueAt = own == calendar ? endsAt : own.lastCloseBetween(at, endsAt);
    desk.send(
        new Enrol(
            LearnerRecordId.of(rollout.rollout(), activity.id(), person),
            rollout.rollout(),
            activity.id(),
            activity.uses(),
            person,
            dueAt,
            reminders(rollout, activity, at, dueAt).stream()
                .map(own::atWork)
                .distinct()
                .filter(moment -> moment.isBefore(dueAt))
                .toList(),
            at),
        ACTOR);
  }

  private void begin(
      Entry rollout,
      Plan plan,
      ActivityPlan activity,
      List<PersonId> people,
      Instant dueAt,
      Instant at) {
    paths
        .begin(rollout, plan, activity, people, dueAt, reminders(rollout, activity, at, dueAt), at)
        .forEach(command -> desk.send(command, ACTOR));
  }

  private void open(ActivityStarted event, Entry rollout, Plan plan) {
    ActivityPlan activity = event.activity();
    desk.send(
        new OpenSurvey(
            SurveyId.of(event.rollout(), activity.id()),
            event.rollout(),
            activity.id(),
            find(plan.surveys(), activity.uses()),
            plan.privacy().smallestGroup(),
            event.people(),
            event.endsAt(),
            reminders(rollout, activity, event.at(), event.endsAt()),
            event.at()),
        ACTOR);
  }

  private void giveTask(ActivityStarted event, Entry rollout) {
    ActivityPlan activity = event.activity();
    WorkingCalendar calendar = letters.calendar(event.rollout());
    PersonId only = activity.person();
    PersonId who = only == null ? rollout.owner() : only;
    Instant dueAt = workdays.of(who, calendar).atWork(event.endsAt());
    desk.send(
        new OpenFollowUp(
            new FollowUpId(Ids.derived("followup", event.rollout(), activity.id())),
            FollowUpKind.TASK,
            event.rollout(),
            activity.id(),
            activity.id(),
            who,
            List.of(
                new FollowUpStep(1, "task", null, event.at()),
                new FollowUpStep(2, "task", null, dueAt)),
            "",
            event.at()),
        ACTOR);
  }

  /**
   * A newcomer gets a seat in the first session that has one and to which the person can come, else
   * a place in the last such queue; but none besides what they have, also when the event comes
   * twice.
   */
  private void invite(Entry rollout, ActivityPlan activity, PersonId person, Instant at) {
    List<Session> open =
        openSessions(rollout.rollout(), activity.id()).stream()
            .filter(session -> session.isToCome(at))
            .toList();
    if (open.stream().anyMatch(session -> session.knows(person))) {
      return;
    }
    Map<PersonId, NoSeat> objections = new HashMap<>();
    List<Session> suitable = new ArrayList<>();
    for (Session session : open) {
      Map<PersonId, NoSeat> found =
          availabilities.objections(Set.of(person), rollout.rollout(), session.place(), Set.of());
      objections.putAll(found);
      if (found.isEmpty()) {
        suitable.add(session);
      }
    }
    List<Session> understood = inOwnLanguage(suitable, person);
    Optional<Session> chosen =
        understood.stream()
            .filter(Session::hasFreeSeat)
            .findFirst()
            .or(() -> understood.stream().reduce((first, second) -> second));
    if (chosen.isPresent()) {
      desk.send(new InvitePerson(chosen.get().id(), person, at), ACTOR);
      hours.hold(chosen.get().id(), person);
    } else if (!open.isEmpty()) {
      String cause = "short/" + activity.id() + "/" + person + "/" + at;
      letters.sessionsShort(rollout.rollout(), activity.id(), objections, cause, at, ACTOR);
    }
  }

  /** Those in the language that the person reads; all of them when there is none. */
  private List<Session> inOwnLanguage(List<Session> sessions, PersonId person) {
    String own = availabilities.languages(Set.of(person)).get(person);
    List<Session> understood =
        sessions.stream()
            .filter(one -> one.language() == null || one.language().equals(own))
            .toList();
    return understood.isEmpty() ? sessions : understood;
  }

  private List<Session> openSessions(RolloutId rollout, String activity) {
    return streams
        .state(rollout, RolloutEvent.class, DepartmentRollout::evolve)
        .map(state -> state.openSessions(activity))
        .orElse(Set.of())
        .stream()
        .flatMap(id -> streams.state(id, SessionEvent.class, Session::evolve).stream())
        .toList();
  }

  private List<Instant> reminders(
      Entry rollout, ActivityPlan activity, Instant at, Instant endsAt) {
    Reminders remind = activity.remind();
    List<Instant> moments = new ArrayList<>();
    if (remind != null) {
      WorkingCalendar calendar = letters.calendar(rollout.rollout());
      for (int number = 1; number <= remind.most(); number++) {
        Instant moment = calendar.after(at, number * remind.every());
        if (moment.isBefore(endsAt)) {
          moments.add(moment);
        }
      }
    }
    return moments;
  }

  private Entry entry(RolloutId rollout) {
    return rollouts
        .find(rollout)
        .orElseThrow(() -> new IllegalStateException("no rollout " + rollout));
  }

  private static <V> V find(Map<String, V> map, String key) {
    V found = map.get(key);
    if (found == null) {
      throw new IllegalStateException("the plan has no '" + key + "'");
    }
    return found;
  }
}
