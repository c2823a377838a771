package org.uitrol.application.directory.process;

import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import org.uitrol.application.rollout.Audiences;
import org.uitrol.application.rollout.port.RolloutIndex;
import org.uitrol.application.rollout.port.RolloutIndex.Entry;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.Processing;
import org.uitrol.domain.directory.EmployeeEvent.EmployeeJoined;
import org.uitrol.domain.directory.EmployeeEvent.EmployeeLeft;
import org.uitrol.domain.directory.EmployeeEvent.EmployeeMoved;
import org.uitrol.domain.directory.EmployeeEvent.EmployeeReturned;
import org.uitrol.domain.rollout.RolloutCommand.AddMember;
import org.uitrol.domain.rollout.RolloutCommand.RemoveMember;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;

/**
 * Joiners enter the rollouts that run in their department, leavers go out of them, movers do both:
 * what they had in the old department is given back, what runs in the new one reaches them.
 */
@Component
@ProcessingGroup(Processing.PROCESS)
@DisallowReplay
public class FollowMembership {

  private static final Actor ACTOR = Actor.process(FollowMembership.class);

  private final CommandDesk desk;
  private final RolloutIndex rollouts;
  private final Audiences audiences;

  public FollowMembership(CommandDesk desk, RolloutIndex rollouts, Audiences audiences) {
    this.desk = desk;
    this.rollouts = rollouts;
    this.audiences = audiences;
  }

  @EventHandler
  void on(EmployeeJoined event) {
    join(event.person(), event.department(), event.at());
  }

  @EventHandler
  void on(EmployeeReturned event) {
    join(event.person(), event.department(), event.at());
  }

  @EventHandler
  void on(EmployeeMoved event) {
    leave(event.person(), event.from(), event.at());
    join(event.person(), event.to(), event.at());
  }

  @EventHandler
  void on(EmployeeLeft event) {
    leave(event.person(), event.department(), event.at());
  }

  private void join(PersonId person, DepartmentId department, Instant at) {
    for (Entry entry : rollouts.openOfDepartment(department)) {
      desk.send(
          new AddMember(entry.rollout(), person, audiences.segmentsOf(entry, person), at), ACTOR);
    }
  }

  /** Out of those that are over as well: mail that still comes isn't for who has left. */
  private void leave(PersonId person, DepartmentId department, Instant at) {
    for (Entry entry : rollouts.ofDepartment(department)) {
      desk.send(new RemoveMember(entry.rollout(), person, at), ACTOR);
    }
  }
}
