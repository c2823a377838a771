package org.uitrol.application.erasure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.uitrol.application.communication.view.MailRow;
import org.uitrol.application.communication.view.MailStore;
import org.uitrol.application.concern.view.ConcernStore;
import org.uitrol.application.erasure.port.PersonalDataHolder;
import org.uitrol.application.followup.port.OpenFollowUps;
import org.uitrol.application.rollout.port.RolloutIndex;
import org.uitrol.application.rollout.view.RolloutRow;
import org.uitrol.application.rollout.view.RolloutStore;
import org.uitrol.application.session.view.SessionStore;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.Streams;
import org.uitrol.application.training.view.LearnerRow;
import org.uitrol.application.training.view.LearnerStore;
import org.uitrol.application.training.view.PathStore;
import org.uitrol.domain.communication.Dispatch;
import org.uitrol.domain.communication.DispatchCommand.SuppressDispatch;
import org.uitrol.domain.communication.SuppressReason;
import org.uitrol.domain.directory.Employee;
import org.uitrol.domain.directory.EmployeeCommand.EmployeeLeaves;
import org.uitrol.domain.directory.EmployeeEvent;
import org.uitrol.domain.erasure.DataKind;
import org.uitrol.domain.erasure.ErasureStep;
import org.uitrol.domain.followup.FollowUpCommand.CloseFollowUp;
import org.uitrol.domain.followup.FollowUpOutcome;
import org.uitrol.domain.rollout.RolloutCommand.RemoveMember;
import org.uitrol.domain.session.CalendarFeed;
import org.uitrol.domain.session.CalendarFeedCommand.WithdrawFeed;
import org.uitrol.domain.session.CalendarFeedEvent;
import org.uitrol.domain.session.Session;
import org.uitrol.domain.session.SessionCommand.ReleaseSeat;
import org.uitrol.domain.shared.FollowUpId;
import org.uitrol.domain.shared.LearnerRecordId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.SessionId;
import org.uitrol.domain.shared.SkillPathId;
import org.uitrol.domain.shared.StreamId;
import org.uitrol.domain.training.LearnerCommand.Withdraw;
import org.uitrol.domain.training.LearnerRecord;
import org.uitrol.domain.training.SkillPath;
import org.uitrol.domain.training.SkillPathCommand.LeavePath;

/**
 * What is planned for a person. They go out of everything at once, whatever a plan says of those
 * who leave; seats, courses and surveys are given back as for everybody who goes.
 */
@Component
public class PlansOfAPerson implements PersonalDataHolder {

  private static final Actor ACTOR = Actor.process(Erasures.class);
  private static final int MAILS_AT_ONCE = 200;

  private final RolloutStore rollouts;
  private final RolloutIndex index;
  private final OpenFollowUps followUps;
  private final MailStore mails;
  private final SessionStore sessions;
  private final LearnerStore learners;
  private final PathStore paths;
  private final ConcernStore concerns;
  private final Streams streams;
  private final CommandDesk desk;

  public PlansOfAPerson(
      RolloutStore rollouts,
      RolloutIndex index,
      OpenFollowUps followUps,
      MailStore mails,
      SessionStore sessions,
      LearnerStore learners,
      PathStore paths,
      ConcernStore concerns,
      Streams streams,
      CommandDesk desk) {
    this.rollouts = rollouts;
    this.index = index;
    this.followUps = followUps;
    this.mails = mails;
    this.sessions = sessions;
    this.learners = learners;
    this.paths = paths;
    this.concerns = concerns;
    this.streams = streams;
    this.desk = desk;
  }

  @Override
  public ErasureStep step() {
    return ErasureStep.LEAVE;
  }

  @Override
  public Map<DataKind, Integer> held(Traces traces) {
    PersonId person = traces.person();
    Map<DataKind, Integer> held = new EnumMap<>(DataKind.class);
    held.put(DataKind.MEMBERSHIPS, rollouts.ofPerson(person).size());
    held.put(DataKind.SEATS, seats(person).size());
    held.put(DataKind.COURSES, courses(person).size() + pathsUnderWay(person).size());
    held.put(DataKind.WAITING_MAILS, waiting(person).size());
    held.put(DataKind.CALENDAR_LINKS, hasFeed(person) ? 1 : 0);
    return held;
  }

  @Override
  public Map<DataKind, Integer> destroy(Traces traces, Instant at) {
    PersonId person = traces.person();
    Map<DataKind, Integer> destroyed = held(traces);
    employee(person)
        .filter(Employee::active)
        .ifPresent(one -> desk.send(new EmployeeLeaves(person, at), ACTOR));
    for (RolloutRow rollout : rollouts.ofPerson(person)) {
      desk.send(new RemoveMember(rollout.rollout(), person, false, at), ACTOR);
    }
    for (SessionId session : seats(person)) {
      desk.send(new ReleaseSeat(session, person, null, at), ACTOR);
    }
    for (LearnerRecordId course : courses(person)) {
      desk.send(new Withdraw(course, at), ACTOR);
    }
    for (SkillPathId path : pathsUnderWay(person)) {
      desk.send(new LeavePath(path, at), ACTOR);
    }
    for (FollowUpId followUp : followUps.of(person)) {
      desk.send(new CloseFollowUp(followUp, FollowUpOutcome.LEFT, at), ACTOR);
    }
    if (hasFeed(person)) {
      desk.send(new WithdrawFeed(person, at), ACTOR);
    }
    for (MailRow mail : waiting(person)) {
      desk.send(new SuppressDispatch(mail.dispatch(), SuppressReason.NO_LONGER_TRUE, at), ACTOR);
    }
    return destroyed;
  }

  @Override
  public List<Obstacle> obstacles(Traces traces, Instant at) {
    PersonId person = traces.person();
    List<Obstacle> obstacles = new ArrayList<>();
    index.open().stream()
        .filter(entry -> entry.owner().equals(person))
        .map(entry -> entry.campaign().value())
        .distinct()
        .forEach(campaign -> obstacles.add(new Obstacle(Obstacle.Kind.OWNS_CAMPAIGN, campaign)));
    concerns.list().stream()
        .filter(row -> row.open() && row.concern().owner().equals(person))
        .forEach(
            row ->
                obstacles.add(new Obstacle(Obstacle.Kind.OWES_ANSWER, row.concern().id().value())));
    sessions.ofPresenter(person).stream()
        .filter(row -> row.state() == Session.State.PLANNED)
        .filter(row -> row.place().endsAt().toInstant().isAfter(at))
        .forEach(
            row ->
                obstacles.add(new Obstacle(Obstacle.Kind.PRESENTS_SESSION, row.session().value())));
    return obstacles;
  }

  private Optional<Employee> employee(PersonId person) {
    return streams.state(StreamId.of("employee", person), EmployeeEvent.class, Employee::evolve);
  }

  /** What was held already is what happened, and stays. */
  private List<SessionId> seats(PersonId person) {
    return sessions.ofPerson(person).stream()
        .filter(one -> one.session().state() == Session.State.PLANNED)
        .map(one -> one.session().session())
        .toList();
  }

  private List<LearnerRecordId> courses(PersonId person) {
    return learners.ofPerson(person).stream()
        .filter(
            row ->
                row.state() != LearnerRecord.State.COMPLETED
                    && row.state() != LearnerRecord.State.WITHDRAWN)
        .map(LearnerRow::learnerRecord)
        .toList();
  }

  private List<SkillPathId> pathsUnderWay(PersonId person) {
    return paths.ofPerson(person).stream()
        .filter(path -> path.state() == SkillPath.State.UNDER_WAY)
        .map(SkillPath::id)
        .toList();
  }

  private boolean hasFeed(PersonId person) {
    return streams
        .state(StreamId.of("feed", person), CalendarFeedEvent.class, CalendarFeed::evolve)
        .map(CalendarFeed::open)
        .orElse(false);
  }

  private List<MailRow> waiting(PersonId person) {
    List<MailRow> waiting = new ArrayList<>();
    int seen = 0;
    List<MailRow> some = mails.ofPerson(person, seen, MAILS_AT_ONCE);
    while (!some.isEmpty()) {
      some.stream()
          .filter(
              row ->
                  row.state() == Dispatch.State.WAITING || row.state() == Dispatch.State.GATHERED)
          .forEach(waiting::add);
      seen += some.size();
      some = mails.ofPerson(person, seen, MAILS_AT_ONCE);
    }
    return waiting;
  }
}
