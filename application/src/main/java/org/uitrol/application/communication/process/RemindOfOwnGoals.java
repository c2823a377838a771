package org.uitrol.application.communication.process;

import java.util.TreeMap;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import org.uitrol.application.communication.Letters;
import org.uitrol.application.communication.Letters.When;
import org.uitrol.application.directory.port.Memberships;
import org.uitrol.application.directory.port.OwnGoals;
import org.uitrol.application.rollout.port.RolloutIndex;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.Processing;
import org.uitrol.domain.communication.GoalRemindersEvent.GoalsReminded;
import org.uitrol.domain.communication.Letter;
import org.uitrol.domain.communication.Topic;

/**
 * Writes to who wanted to be reminded of own goals, while there is one that isn't reached and a
 * campaign under way. The mail says nothing of the goals.
 */
@Component
@ProcessingGroup(Processing.PROCESS)
@DisallowReplay
public class RemindOfOwnGoals {

  private static final Actor ACTOR = Actor.process(RemindOfOwnGoals.class);

  private final OwnGoals goals;
  private final Memberships memberships;
  private final RolloutIndex rollouts;
  private final Letters letters;

  public RemindOfOwnGoals(
      OwnGoals goals, Memberships memberships, RolloutIndex rollouts, Letters letters) {
    this.goals = goals;
    this.memberships = memberships;
    this.rollouts = rollouts;
    this.letters = letters;
  }

  @EventHandler
  void on(GoalsReminded event) {
    if (goals.of(event.person()).stream().allMatch(OwnGoals.Goal::reached)) {
      return;
    }
    memberships.departmentOf(event.person()).stream()
        .flatMap(department -> rollouts.openOfDepartment(department).stream())
        .findFirst()
        .ifPresent(
            entry ->
                letters.send(
                    new Letter(
                        "goal-reminder",
                        false,
                        entry.rollout(),
                        Topic.news(),
                        new TreeMap<>(),
                        null,
                        null,
                        event.nextAt()),
                    event.person(),
                    "goals/" + event.number(),
                    When.AT_WORK,
                    event.at(),
                    ACTOR));
  }
}
