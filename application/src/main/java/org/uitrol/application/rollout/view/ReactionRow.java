package org.uitrol.application.rollout.view;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.rollout.RolloutEvent.RefusalReason;
import org.uitrol.domain.rollout.reaction.ActionPlan;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;

/**
 * One time that a reaction was considered, and what it saw.
 *
 * @param cause what happened, for instance {@code survey/…}
 * @param activity what it was about; empty when it wasn't about one
 * @param person whom it was about; null for the whole department
 * @param refused why it didn't fire; null when it did
 * @param seen the facts that its condition asks for
 * @param actions what it did; empty when it didn't fire
 */
public record ReactionRow(
    RolloutId rollout,
    String reaction,
    String cause,
    String activity,
    @Nullable PersonId person,
    @Nullable RefusalReason refused,
    SortedMap<String, Object> seen,
    List<ActionPlan> actions,
    Instant at) {

  public ReactionRow {
    seen = Collections.unmodifiableSortedMap(new TreeMap<>(seen));
    actions = List.copyOf(actions);
  }

  public boolean fired() {
    return refused == null;
  }
}
