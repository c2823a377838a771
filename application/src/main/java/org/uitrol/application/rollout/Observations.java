package org.uitrol.application.rollout;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.uitrol.application.campaign.Plans;
import org.uitrol.application.rollout.port.RolloutIndex;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.domain.rollout.Observation;
import org.uitrol.domain.rollout.RolloutCommand.Observe;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;

/** Tells rollouts what happened elsewhere. */
@Component
public class Observations {

  private final CommandDesk desk;
  private final Plans plans;
  private final RolloutIndex rollouts;
  private final Audiences audiences;

  public Observations(CommandDesk desk, Plans plans, RolloutIndex rollouts, Audiences audiences) {
    this.desk = desk;
    this.plans = plans;
    this.rollouts = rollouts;
    this.audiences = audiences;
  }

  /** Tells a rollout what it has to know, whether or not its plan reacts to it. */
  public void tell(RolloutId rollout, Observation observation, Instant at, Actor actor) {
    PersonId person = observation.person();
    Set<String> segments = person == null ? Set.of() : audiences.segmentsOf(rollout, person);
    desk.send(new Observe(rollout, observation, segments, at), actor);
  }

  /** What tells a rollout nothing is passed on only where its plan reacts to it. */
  public void tellIfAsked(RolloutId rollout, Observation observation, Instant at, Actor actor) {
    boolean asked =
        rollouts
            .find(rollout)
            .map(entry -> plans.plan(entry.campaign(), entry.planVersion()).reactions())
            .orElse(List.of())
            .stream()
            .anyMatch(reaction -> reaction.on().equals(observation.trigger().key()));
    if (asked) {
      tell(rollout, observation, at, actor);
    }
  }
}
