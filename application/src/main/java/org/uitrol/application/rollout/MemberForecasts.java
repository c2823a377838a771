package org.uitrol.application.rollout;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.rollout.DepartmentRollout;
import org.uitrol.domain.rollout.MemberForecast;
import org.uitrol.domain.rollout.RolloutEvent;
import org.uitrol.domain.rollout.Rules;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;

/** Who may come, go or help in a rollout, worked out from its history by its own rules. */
@Component
public class MemberForecasts {

  private final Streams streams;
  private final Rules rules;

  public MemberForecasts(Streams streams, Rules rules) {
    this.streams = streams;
    this.rules = rules;
  }

  /**
   * What would become of somebody who came or went at that moment; empty when the rollout hasn't
   * begun or is over.
   */
  public Optional<MemberForecast> forecast(RolloutId rollout, Instant at) {
    return state(rollout)
        .filter(state -> !state.isOver())
        .map(state -> MemberForecast.of(state, at, rules));
  }

  /** Who offered to help in that department. */
  public Set<PersonId> champions(RolloutId rollout) {
    return state(rollout).map(state -> state.book().champions()).orElse(Set.of());
  }

  /** Whether people of that department are asked whether they would help. */
  public boolean asksForChampions(RolloutId rollout) {
    return state(rollout)
        .filter(state -> !state.isOver())
        .map(state -> Boolean.TRUE.equals(state.plan().asksForChampions()))
        .orElse(false);
  }

  private Optional<DepartmentRollout> state(RolloutId rollout) {
    return streams.state(rollout, RolloutEvent.class, DepartmentRollout::evolve);
  }
}
