package org.uitrol.application.rollout.process;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import org.uitrol.application.communication.Letters;
import org.uitrol.application.directory.Workdays;
import org.uitrol.application.followup.Addresses;
import org.uitrol.application.followup.port.OpenFollowUps;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.Processing;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.directory.EmployeeEvent;
import org.uitrol.domain.followup.FollowUpCommand.OpenFollowUp;
import org.uitrol.domain.followup.FollowUpKind;
import org.uitrol.domain.followup.FollowUpStep;
import org.uitrol.domain.rollout.ChainEnd;
import org.uitrol.domain.rollout.RolloutEvent;
import org.uitrol.domain.rollout.RolloutEvent.GateOverdue;
import org.uitrol.domain.rollout.RolloutEvent.ReactionFired;
import org.uitrol.domain.rollout.RolloutEvent.RolloutHeld;
import org.uitrol.domain.rollout.RolloutEvent.SessionsNoted;
import org.uitrol.domain.rollout.reaction.ActionPlan;
import org.uitrol.domain.rollout.reaction.ReactionTrigger;
import org.uitrol.domain.session.Session;
import org.uitrol.domain.session.SessionEvent;
import org.uitrol.domain.shared.FollowUpId;
import org.uitrol.domain.shared.Ids;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.StreamId;
import org.uitrol.domain.shared.WorkingCalendar;

/**
 * Follows people up when a reaction says so, and tells the owner when a department is stuck. What a
 * reaction starts for a whole department is planned by the rollout itself.
 */
@Component
@ProcessingGroup(Processing.PROCESS)
@DisallowReplay
public class CarryOutReactions {

  private static final Actor ACTOR = Actor.process(CarryOutReactions.class);

  private final CommandDesk desk;
  private final Letters letters;
  private final Streams streams;
  private final OpenFollowUps followUps;
  private final Workdays workdays;

  public CarryOutReactions(
      CommandDesk desk,
      Letters letters,
      Streams streams,
      OpenFollowUps followUps,
      Workdays workdays) {
    this.desk = desk;
    this.letters = letters;
    this.streams = streams;
    this.followUps = followUps;
    this.workdays = workdays;
  }

  @EventHandler
  void on(ReactionFired event) {
    PersonId person = event.person();
    if (person != null) {
      if (!isDoneSince(event, person)) {
        followUp(event, person);
      }
      return;
    }
    int number = 0;
    for (ActionPlan action : event.actions()) {
      number++;
      if (action.kind() == ActionPlan.Kind.ESCALATE) {
        letters.tellOwner(
            event.rollout(),
            "escalation-department",
            "reaction/" + event.reaction() + "/" + event.cause() + "/" + number,
            Map.of(
                "reaction", event.reaction(),
                "cause", event.cause(),
                "activity", event.activity()),
            letters.calendar(event.rollout()).after(event.at(), action.after()),
            event.at(),
            ACTOR);
      }
    }
  }

  @EventHandler
  void on(RolloutHeld event) {
    letters.tellOwner(
        event.rollout(),
        "rollout-held",
        "held/" + event.reason() + "/" + event.at(),
        Map.of("reason", event.reason()),
        event.at(),
        event.at(),
        ACTOR);
  }

  @EventHandler
  void on(GateOverdue event) {
    letters.tellOwner(
        event.rollout(),
        "gate-overdue",
        "overdue/" + event.stage().key() + "/" + event.at(),
        Map.of("stage", event.stage().key()),
        event.at(),
        event.at(),
        ACTOR);
  }

  @EventHandler
  void on(SessionsNoted event) {
    if (!event.unplaced().isEmpty()) {
      letters.sessionsShort(
          event.rollout(),
          event.activity(),
          event.reasons(),
          "short/" + event.activity(),
          event.at(),
          ACTOR);
    }
  }

  /** Whether the person did what it is about while nobody was looking yet. */
  private boolean isDoneSince(ReactionFired event, PersonId person) {
    ReactionTrigger on = ReactionTrigger.of(event.on()).orElse(null);
    if (on != null && on.isAboutMail()) {
      return streams.events(StreamId.of("employee", person), EmployeeEvent.class).stream()
          .anyMatch(later -> !later.at().isBefore(event.at()) && Addresses.isMended(later));
    }
    boolean seated =
        on != null
            && on.isAboutSeat()
            && letters.rollout(event.rollout()).openSessions(event.activity()).stream()
                .flatMap(id -> streams.state(id, SessionEvent.class, Session::evolve).stream())
                .anyMatch(session -> session.holdsSeat(person));
    return seated || ChainEnd.isReached(event, streams.events(event.rollout(), RolloutEvent.class));
  }

  private void followUp(ReactionFired event, PersonId person) {
    FollowUpId id =
        new FollowUpId(Ids.derived("followup", event.rollout(), event.reaction(), event.cause()));
    WorkingCalendar calendar = letters.calendar(event.rollout());
    WorkingCalendar own = workdays.of(person, calendar);
    Instant earliest = event.at();
    List<FollowUpStep> steps = new ArrayList<>();
    for (ActionPlan action : event.actions()) {
      if (action.kind() != ActionPlan.Kind.MAIL && action.kind() != ActionPlan.Kind.ESCALATE) {
        continue;
      }
      Instant planned = calendar.after(event.at(), action.after());
      boolean mail = action.kind() == ActionPlan.Kind.MAIL;
      Instant due = mail ? own.atWork(planned) : planned;
      due = due.isBefore(earliest) ? earliest : due;
      earliest = due;
      steps.add(
          new FollowUpStep(
              steps.size() + 1, mail ? action.uses() : null, mail ? null : action.to(), due));
    }
    if (steps.isEmpty()) {
      return;
    }
    followUps.put(id, event.rollout(), event.activity(), person);
    desk.send(
        new OpenFollowUp(
            id,
            FollowUpKind.CHASE,
            event.rollout(),
            event.activity(),
            event.reaction(),
            person,
            steps,
            event.on(),
            event.at()),
        ACTOR);
  }
}
