package org.uitrol.application.directory.process;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.uitrol.application.directory.port.Memberships;
import org.uitrol.application.rollout.Audiences;
import org.uitrol.application.rollout.port.RolloutIndex;
import org.uitrol.application.rollout.port.RolloutIndex.Entry;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.Processing;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.directory.EmployeeEvent;
import org.uitrol.domain.directory.EmployeeEvent.DetailsChanged;
import org.uitrol.domain.directory.EmployeeEvent.EmployeeJoined;
import org.uitrol.domain.directory.EmployeeEvent.EmployeeLeft;
import org.uitrol.domain.directory.EmployeeEvent.EmployeeMoved;
import org.uitrol.domain.directory.EmployeeEvent.EmployeeReturned;
import org.uitrol.domain.rollout.DepartmentRollout;
import org.uitrol.domain.rollout.RolloutCommand.AddMember;
import org.uitrol.domain.rollout.RolloutCommand.NoteSegments;
import org.uitrol.domain.rollout.RolloutCommand.RemoveMember;
import org.uitrol.domain.rollout.RolloutEvent;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.StreamId;

/**
 * Joiners enter the rollouts that run in their department, leavers go out of them, movers do both:
 * what they had in the old department is given back, what runs in the new one reaches them. What
 * exactly, is decided by the rules of each plan. Somebody who has another function now may get into
 * a segment of what is under way.
 */
@Component
@ProcessingGroup(Processing.PROCESS)
@DisallowReplay
public class FollowMembership {

  private static final Actor ACTOR = Actor.process(FollowMembership.class);

  private final CommandDesk desk;
  private final RolloutIndex rollouts;
  private final Memberships memberships;
  private final Audiences audiences;
  private final Streams streams;

  public FollowMembership(
      CommandDesk desk,
      RolloutIndex rollouts,
      Memberships memberships,
      Audiences audiences,
      Streams streams) {
    this.desk = desk;
    this.rollouts = rollouts;
    this.memberships = memberships;
    this.audiences = audiences;
    this.streams = streams;
  }

  @EventHandler
  void on(EmployeeJoined event) {
    join(event.person(), event.department(), null, event.at());
  }

  /** Whoever returns to another department than they left keeps nothing there any longer. */
  @EventHandler
  void on(EmployeeReturned event) {
    DepartmentId left = leftBefore(event);
    if (left == null || left.equals(event.department())) {
      join(event.person(), event.department(), null, event.at());
    } else {
      leave(event.person(), left, false, event.at());
      join(event.person(), event.department(), left, event.at());
    }
  }

  @EventHandler
  void on(EmployeeMoved event) {
    leave(event.person(), event.from(), false, event.at());
    join(event.person(), event.to(), event.from(), event.at());
  }

  @EventHandler
  void on(EmployeeLeft event) {
    leave(event.person(), event.department(), true, event.at());
  }

  @EventHandler
  void on(DetailsChanged event) {
    PersonId person = event.person();
    memberships.departmentOf(person).stream()
        .flatMap(department -> rollouts.openOfDepartment(department).stream())
        .filter(entry -> audiences.tellsApartBy(entry, event.fields()))
        .forEach(
            entry ->
                desk.send(
                    new NoteSegments(
                        entry.rollout(), person, audiences.segmentsOf(entry, person), event.at()),
                    ACTOR));
  }

  private void join(
      PersonId person, DepartmentId department, @Nullable DepartmentId from, Instant at) {
    for (Entry entry : rollouts.openOfDepartment(department)) {
      desk.send(
          new AddMember(
              entry.rollout(),
              person,
              audiences.segmentsOf(entry, person),
              from == null ? Set.of() : doneBy(person, from, entry.campaign()),
              at),
          ACTOR);
    }
  }

  /** What somebody did in another department's rollout of the same campaign. */
  private Set<String> doneBy(PersonId person, DepartmentId from, CampaignId campaign) {
    return rollouts.ofDepartment(from).stream()
        .filter(entry -> entry.campaign().equals(campaign))
        .flatMap(
            entry ->
                streams
                    .state(entry.rollout(), RolloutEvent.class, DepartmentRollout::evolve)
                    .stream())
        .flatMap(rollout -> rollout.doneBy(person).stream())
        .collect(Collectors.toSet());
  }

  /** Also out of rollouts that are over: an extra session may still be to come. */
  private void leave(PersonId person, DepartmentId department, boolean organisation, Instant at) {
    for (Entry entry : rollouts.ofDepartment(department)) {
      desk.send(new RemoveMember(entry.rollout(), person, organisation, at), ACTOR);
    }
  }

  private @Nullable DepartmentId leftBefore(EmployeeReturned event) {
    @Nullable DepartmentId left = null;
    for (EmployeeEvent earlier :
        streams.events(StreamId.of("employee", event.person()), EmployeeEvent.class)) {
      if (earlier.equals(event)) {
        return left;
      }
      if (earlier instanceof EmployeeLeft last) {
        left = last.department();
      }
    }
    return left;
  }
}
