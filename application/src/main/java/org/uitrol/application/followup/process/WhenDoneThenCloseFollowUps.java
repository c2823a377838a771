package org.uitrol.application.followup.process;

import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import org.uitrol.application.followup.port.OpenFollowUps;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.Processing;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.followup.FollowUpCommand.CloseFollowUp;
import org.uitrol.domain.followup.FollowUpOutcome;
import org.uitrol.domain.session.SessionEvent.AttendanceRecorded;
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

  @EventHandler
  void on(AttendanceRecorded event) {
    if (event.attended()) {
      close(event.rollout(), event.activity(), event.person(), event.at());
    }
  }

  private void close(RolloutId rollout, String activity, PersonId person, Instant at) {
    for (FollowUpId followUp : followUps.about(rollout, activity, person)) {
      desk.send(new CloseFollowUp(followUp, FollowUpOutcome.DONE, at), ACTOR);
    }
  }
}
