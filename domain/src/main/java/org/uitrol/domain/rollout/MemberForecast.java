package org.uitrol.domain.rollout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.rollout.RolloutCommand.AddMember;
import org.uitrol.domain.rollout.RolloutCommand.RemoveMember;
import org.uitrol.domain.rollout.RolloutEvent.ActivityPlanned;
import org.uitrol.domain.rollout.RolloutEvent.MemberJoined;
import org.uitrol.domain.rollout.RolloutEvent.MemberLeaving;
import org.uitrol.domain.rollout.RolloutEvent.MemberLeft;
import org.uitrol.domain.rollout.audience.Audience;
import org.uitrol.domain.shared.PersonId;

/**
 * What would become of somebody who came to a department, went or changed departments at that
 * moment; worked out by letting the rollout decide it. Where an activity is for segments, it says
 * what somebody in them would get.
 *
 * @param joiner what a newcomer gets
 * @param waits whether a newcomer waits for the next stage
 * @param caughtUp what is held again for a newcomer alone
 * @param done what a mover who did it in the old department need not do again
 * @param givenBack what a leaver gives back
 * @param until until when a leaver keeps it; null for at once
 * @param returner what somebody gets who was there from the beginning, went and comes back
 */
public record MemberForecast(
    List<ActivityPlan> joiner,
    boolean waits,
    List<ActivityPlan> caughtUp,
    List<ActivityPlan> done,
    List<ActivityPlan> givenBack,
    @Nullable Instant until,
    List<ActivityPlan> returner) {

  private static final PersonId SOMEBODY = new PersonId("somebody");

  public MemberForecast {
    joiner = List.copyOf(joiner);
    caughtUp = List.copyOf(caughtUp);
    done = List.copyOf(done);
    givenBack = List.copyOf(givenBack);
    returner = List.copyOf(returner);
  }

  public static MemberForecast of(DepartmentRollout rollout, Instant at, Rules rules) {
    Set<String> segments = new LinkedHashSet<>();
    Set<String> elsewhere = new LinkedHashSet<>();
    for (ActivityState activity : rollout.activities().values()) {
      Audience audience = activity.plan().audience();
      if (audience != null) {
        segments.addAll(audience.segments());
      }
      if (activity.canBeDone()) {
        elsewhere.add(activity.plan().doneKey());
      }
    }
    List<RolloutEvent> comes =
        rollout.addMember(new AddMember(rollout.id(), SOMEBODY, segments, Set.of(), at), rules);
    List<RolloutEvent> moves =
        rollout.addMember(new AddMember(rollout.id(), SOMEBODY, segments, elsewhere, at), rules);
    DepartmentRollout with = rollout.joinedFromTheBeginning(SOMEBODY, segments, at);
    List<RolloutEvent> leaves =
        with.removeMember(new RemoveMember(rollout.id(), SOMEBODY, true, at), rules);
    DepartmentRollout without =
        DepartmentRollout.evolve(with, new MemberLeft(rollout.id(), SOMEBODY, at));
    List<RolloutEvent> returns =
        without.addMember(new AddMember(rollout.id(), SOMEBODY, segments, Set.of(), at), rules);
    return new MemberForecast(
        gets(comes),
        joined(comes).stream().anyMatch(event -> event.how().waits()),
        caughtUp(comes),
        joined(moves).stream()
            .flatMap(event -> event.how().done().stream())
            .map(id -> plan(rollout, id))
            .toList(),
        with.heldBy(SOMEBODY),
        leaves.stream()
            .filter(MemberLeaving.class::isInstance)
            .map(event -> ((MemberLeaving) event).until())
            .findFirst()
            .orElse(null),
        gets(returns));
  }

  private static List<MemberJoined> joined(List<RolloutEvent> events) {
    List<MemberJoined> joined = new ArrayList<>();
    for (RolloutEvent event : events) {
      if (event instanceof MemberJoined one) {
        joined.add(one);
      }
    }
    return joined;
  }

  private static List<ActivityPlan> gets(List<RolloutEvent> events) {
    return joined(events).stream()
        .flatMap(event -> event.underWay().stream())
        .map(RunningActivity::activity)
        .filter(activity -> activity.kind() != ActivityKind.TASK)
        .toList();
  }

  private static List<ActivityPlan> caughtUp(List<RolloutEvent> events) {
    List<ActivityPlan> planned = new ArrayList<>();
    for (RolloutEvent event : events) {
      if (event instanceof ActivityPlanned one && one.activity().isCatchUp()) {
        planned.add(one.activity());
      }
    }
    return planned;
  }

  private static ActivityPlan plan(DepartmentRollout rollout, String id) {
    ActivityState activity = rollout.activities().get(id);
    if (activity == null) {
      throw new IllegalStateException("no activity '" + id + "' was planned");
    }
    return activity.plan();
  }
}
