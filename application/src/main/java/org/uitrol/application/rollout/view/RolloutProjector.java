package org.uitrol.application.rollout.view;

import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;
import org.uitrol.application.rollout.view.ActivityRow.State;
import org.uitrol.domain.rollout.ActivityPlan;
import org.uitrol.domain.rollout.RolloutEvent;
import org.uitrol.domain.rollout.RolloutEvent.ActivityDone;
import org.uitrol.domain.rollout.RolloutEvent.ActivityMissed;
import org.uitrol.domain.rollout.RolloutEvent.ActivityPlanned;
import org.uitrol.domain.rollout.RolloutEvent.ActivitySkipped;
import org.uitrol.domain.rollout.RolloutEvent.ActivityStarted;
import org.uitrol.domain.rollout.RolloutEvent.GateBlocked;
import org.uitrol.domain.rollout.RolloutEvent.GateOpened;
import org.uitrol.domain.rollout.RolloutEvent.GateOverdue;
import org.uitrol.domain.rollout.RolloutEvent.MemberJoined;
import org.uitrol.domain.rollout.RolloutEvent.MemberLeft;
import org.uitrol.domain.rollout.RolloutEvent.PlanChanged;
import org.uitrol.domain.rollout.RolloutEvent.ReactionFired;
import org.uitrol.domain.rollout.RolloutEvent.ReactionRefused;
import org.uitrol.domain.rollout.RolloutEvent.RolloutAmended;
import org.uitrol.domain.rollout.RolloutEvent.RolloutCancelled;
import org.uitrol.domain.rollout.RolloutEvent.RolloutCompleted;
import org.uitrol.domain.rollout.RolloutEvent.RolloutHeld;
import org.uitrol.domain.rollout.RolloutEvent.RolloutPaused;
import org.uitrol.domain.rollout.RolloutEvent.RolloutReleased;
import org.uitrol.domain.rollout.RolloutEvent.RolloutResumed;
import org.uitrol.domain.rollout.RolloutEvent.RolloutStarted;
import org.uitrol.domain.rollout.RolloutEvent.SessionsNoted;
import org.uitrol.domain.rollout.RolloutEvent.StageEntered;
import org.uitrol.domain.rollout.RolloutEvent.StageRolledBack;
import org.uitrol.domain.rollout.RolloutEvent.StageSkipped;
import org.uitrol.domain.rollout.RolloutStatus;
import org.uitrol.domain.shared.Copies;

/** Follows every department through its stages, activities and gates. */
@Component
@ProcessingGroup("view.rollout")
public class RolloutProjector {

  private final RolloutStore store;

  public RolloutProjector(RolloutStore store) {
    this.store = store;
  }

  @EventHandler
  void on(RolloutStarted event) {
    event.members().forEach(person -> store.join(event.rollout(), person));
    store.put(RolloutRow.of(event));
  }

  @EventHandler
  void on(StageEntered event) {
    store.put(rollout(event).entered(event));
  }

  @EventHandler
  void on(StageSkipped event) {
    store.put(rollout(event).opened(event.stage(), event.at()));
  }

  @EventHandler
  void on(StageRolledBack event) {
    store.put(rollout(event).backTo(event.to()));
  }

  @EventHandler
  void on(RolloutAmended event) {
    RolloutRow row = rollout(event);
    store.put(row.pinned(row.planVersion(), row.owner(), event.planVersion()));
  }

  @EventHandler
  void on(PlanChanged event) {
    store.put(rollout(event).pinned(event.planVersion(), event.owner(), null));
  }

  @EventHandler
  void on(ActivityPlanned event) {
    ActivityPlan activity = event.activity();
    store.put(
        new ActivityRow(
            event.rollout(),
            activity.id(),
            activity.kind(),
            activity.uses(),
            rollout(event).stage(),
            activity.task(),
            State.PLANNED,
            event.dueAt(),
            null,
            0,
            0));
  }

  @EventHandler
  void on(ActivityStarted event) {
    store.put(
        activity(event, event.activity().id())
            .started(event.endsAt(), event.people().size() + event.done().size()));
  }

  @EventHandler
  void on(ActivityMissed event) {
    store.put(activity(event, event.activity()).in(State.MISSED));
  }

  @EventHandler
  void on(ActivityDone event) {
    store.put(activity(event, event.activity()).in(State.OVER));
  }

  @EventHandler
  void on(ActivitySkipped event) {
    store.put(activity(event, event.activity()).in(State.SKIPPED));
  }

  @EventHandler
  void on(SessionsNoted event) {
    store.put(activity(event, event.activity()).without(event.unplaced().size()));
  }

  @EventHandler
  void on(MemberJoined event) {
    store.join(event.rollout(), event.person());
    countMembers(event);
  }

  @EventHandler
  void on(MemberLeft event) {
    store.leave(event.rollout(), event.person());
    countMembers(event);
  }

  @EventHandler
  void on(ReactionFired event) {
    store.put(
        new ReactionRow(
            event.rollout(),
            event.reaction(),
            event.cause(),
            event.activity(),
            event.person(),
            null,
            event.seen(),
            event.actions(),
            event.at()));
  }

  @EventHandler
  void on(ReactionRefused event) {
    store.put(
        new ReactionRow(
            event.rollout(),
            event.reaction(),
            event.cause(),
            event.activity(),
            event.person(),
            event.reason(),
            event.seen(),
            List.of(),
            event.at()));
  }

  @EventHandler
  void on(GateBlocked event) {
    store.put(rollout(event).blocked(event.blockers()));
  }

  @EventHandler
  void on(GateOpened event) {
    store.put(rollout(event).opened(event.stage(), event.at()));
  }

  @EventHandler
  void on(GateOverdue event) {
    store.put(rollout(event).blocked(event.blockers()).late());
  }

  @EventHandler
  void on(RolloutHeld event) {
    RolloutRow row = rollout(event);
    if (!row.holds().contains(event.reason())) {
      store.put(row.heldFor(Copies.with(row.holds(), event.reason())));
    }
  }

  @EventHandler
  void on(RolloutReleased event) {
    store.put(rollout(event).heldFor(List.of()));
  }

  @EventHandler
  void on(RolloutPaused event) {
    put(event, RolloutStatus.PAUSED);
  }

  @EventHandler
  void on(RolloutResumed event) {
    put(event, RolloutStatus.RUNNING);
  }

  @EventHandler
  void on(RolloutCompleted event) {
    store.put(rollout(event).in(RolloutStatus.COMPLETED, event.at()));
  }

  @EventHandler
  void on(RolloutCancelled event) {
    put(event, RolloutStatus.CANCELLED);
  }

  /** Who is through stays so, whatever happens to the campaign. */
  private void put(RolloutEvent event, RolloutStatus status) {
    RolloutRow row = rollout(event);
    if (row.status() != RolloutStatus.COMPLETED) {
      store.put(row.in(status, null));
    }
  }

  @ResetHandler
  void reset() {
    store.clear();
  }

  private void countMembers(RolloutEvent event) {
    store.put(rollout(event).with(store.members(event.rollout()).size()));
  }

  private RolloutRow rollout(RolloutEvent event) {
    return store
        .find(event.rollout())
        .orElseThrow(() -> new IllegalStateException("no rollout " + event.rollout()));
  }

  private ActivityRow activity(RolloutEvent event, String activity) {
    return store
        .activity(event.rollout(), activity)
        .orElseThrow(
            () -> new IllegalStateException("no activity " + activity + " in " + event.rollout()));
  }
}
