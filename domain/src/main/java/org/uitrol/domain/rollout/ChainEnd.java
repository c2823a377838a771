package org.uitrol.domain.rollout;

import java.util.List;
import java.util.Optional;
import org.uitrol.domain.rollout.RolloutEvent.ActivityDone;
import org.uitrol.domain.rollout.RolloutEvent.ActivitySkipped;
import org.uitrol.domain.rollout.RolloutEvent.ConcernsNoted;
import org.uitrol.domain.rollout.RolloutEvent.GateOpened;
import org.uitrol.domain.rollout.RolloutEvent.PersonAttended;
import org.uitrol.domain.rollout.RolloutEvent.PersonTrained;
import org.uitrol.domain.rollout.RolloutEvent.ReactionFired;
import org.uitrol.domain.rollout.RolloutEvent.RolloutReleased;
import org.uitrol.domain.rollout.RolloutEvent.StageRolledBack;
import org.uitrol.domain.rollout.RolloutEvent.StageSkipped;
import org.uitrol.domain.rollout.reaction.ReactionTrigger;
import org.uitrol.domain.shared.PersonId;

/** Tells whether what a reaction is about is over, so that the rest of its chain isn't needed. */
public final class ChainEnd {

  private ChainEnd() {}

  /**
   * Whether something that the rollout recorded after a reaction fired ends its chain.
   *
   * @param history the events of the rollout, the reaction's among them
   */
  public static boolean isReached(ReactionFired fired, List<RolloutEvent> history) {
    return history.subList(history.indexOf(fired) + 1, history.size()).stream()
        .anyMatch(later -> ends(fired, later));
  }

  /**
   * The reaction that planned an activity.
   *
   * @param activity as {@link Reacting} named it: the reaction, its firing and the action
   */
  public static Optional<ReactionFired> firingOf(String activity, List<RolloutEvent> history) {
    int firing = 0;
    for (RolloutEvent event : history) {
      if (event instanceof ReactionFired fired && activity.startsWith(fired.reaction() + ".")) {
        firing++;
        if (activity.startsWith(fired.reaction() + "." + firing + ".")) {
          return Optional.of(fired);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean ends(ReactionFired fired, RolloutEvent later) {
    PersonId person = fired.person();
    return person == null
        ? ReactionTrigger.of(fired.on()).filter(on -> ends(on, fired.activity(), later)).isPresent()
        : isDone(later, fired.activity(), person);
  }

  private static boolean ends(ReactionTrigger on, String activity, RolloutEvent later) {
    return switch (on) {
      case GATE_BLOCKED, GATE_OVERDUE ->
          later instanceof GateOpened
              || later instanceof StageSkipped
              || later instanceof StageRolledBack;
      case ROLLOUT_HELD -> later instanceof RolloutReleased;
      case CONCERN_RAISED, CONCERN_OVERDUE ->
          later instanceof ConcernsNoted concerns && concerns.open() == 0;
      case SURVEY_OPENED ->
          (later instanceof ActivityDone done && done.activity().equals(activity))
              || (later instanceof ActivitySkipped skipped && skipped.activity().equals(activity));
      default -> false;
    };
  }

  private static boolean isDone(RolloutEvent event, String activity, PersonId person) {
    if (event instanceof PersonTrained trained) {
      return trained.activity().equals(activity) && trained.person().equals(person);
    }
    return event instanceof PersonAttended attended
        && attended.attended()
        && attended.activity().equals(activity)
        && attended.person().equals(person);
  }
}
