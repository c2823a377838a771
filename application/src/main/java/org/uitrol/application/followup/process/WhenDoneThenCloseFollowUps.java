package org.uitrol.application.followup.process;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import org.uitrol.application.followup.Addresses;
import org.uitrol.application.followup.port.OpenFollowUps;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.Processing;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.directory.EmployeeEvent.DetailsChanged;
import org.uitrol.domain.followup.FollowUpCase;
import org.uitrol.domain.followup.FollowUpCommand.CloseFollowUp;
import org.uitrol.domain.followup.FollowUpEvent;
import org.uitrol.domain.followup.FollowUpEvent.FollowUpClosed;
import org.uitrol.domain.followup.FollowUpKind;
import org.uitrol.domain.followup.FollowUpOutcome;
import org.uitrol.domain.session.Answer;
import org.uitrol.domain.session.Session;
import org.uitrol.domain.session.SessionEvent;
import org.uitrol.domain.session.SessionEvent.AttendanceRecorded;
import org.uitrol.domain.session.SessionEvent.InvitationAnswered;
import org.uitrol.domain.session.SessionEvent.Origin;
import org.uitrol.domain.session.SessionEvent.SeatTaken;
import org.uitrol.domain.shared.FollowUpId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SkillPathId;
import org.uitrol.domain.training.LearnerEvent.CourseCompleted;
import org.uitrol.domain.training.SkillPathEvent.PathCompleted;

/** Nobody is chased for what they have done. */
@Component
@ProcessingGroup(Processing.PROCESS)
@DisallowReplay
public class WhenDoneThenCloseFollowUps {

  private static final Actor ACTOR = Actor.process(WhenDoneThenCloseFollowUps.class);

  private final CommandDesk desk;
  private final OpenFollowUps followUps;
  private final Streams streams;

  public WhenDoneThenCloseFollowUps(CommandDesk desk, OpenFollowUps followUps, Streams streams) {
    this.desk = desk;
    this.followUps = followUps;
    this.streams = streams;
  }

  /** One course of a path isn't the whole of it. */
  @EventHandler
  void on(CourseCompleted event) {
    if (!streams.exists(SkillPathId.of(event.rollout(), event.activity(), event.person()))) {
      close(event.rollout(), event.activity(), event.person(), event.at());
    }
  }

  @EventHandler
  void on(PathCompleted event) {
    close(event.rollout(), event.activity(), event.person(), event.at());
  }

  /** What a follow-up is about can be a task, which has a follow-up of its own. */
  @EventHandler
  void on(FollowUpClosed event) {
    if (event.kind() == FollowUpKind.TASK && event.outcome() == FollowUpOutcome.DONE) {
      close(event.rollout(), event.activity(), event.person(), event.at());
    }
  }

  @EventHandler
  void on(InvitationAnswered event) {
    if (event.answer() == Answer.ACCEPTED) {
      seated(event.rollout(), event.activity(), event.person(), event.at());
    }
  }

  /** Another date, or a seat that came free: not one that somebody is only invited to. */
  @EventHandler
  void on(SeatTaken event) {
    if (event.origin() != Origin.INVITED) {
      streams
          .state(event.session(), SessionEvent.class, Session::evolve)
          .ifPresent(
              session -> seated(session.rollout(), session.activity(), event.person(), event.at()));
    }
  }

  @EventHandler
  void on(DetailsChanged event) {
    if (Addresses.isMended(event)) {
      close(followUps.of(event.person()), FollowUpCase::isAboutMail, event.at());
    }
  }

  @EventHandler
  void on(AttendanceRecorded event) {
    if (event.attended()) {
      close(event.rollout(), event.activity(), event.person(), event.at());
    }
  }

  private void seated(RolloutId rollout, String activity, PersonId person, Instant at) {
    close(followUps.about(rollout, activity, person), FollowUpCase::isAboutSeat, at);
  }

  private void close(RolloutId rollout, String activity, PersonId person, Instant at) {
    close(followUps.about(rollout, activity, person), followUp -> true, at);
  }

  private void close(List<FollowUpId> open, Predicate<FollowUpCase> which, Instant at) {
    for (FollowUpId id : open) {
      streams
          .state(id, FollowUpEvent.class, FollowUpCase::evolve)
          .filter(which)
          .ifPresent(followUp -> desk.send(new CloseFollowUp(id, FollowUpOutcome.DONE, at), ACTOR));
    }
  }
}
