package org.uitrol.application.simulation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.uitrol.application.followup.port.OpenFollowUps;
import org.uitrol.domain.shared.FollowUpId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;

/** The open follow-ups in memory. */
public final class MemoryOpenFollowUps implements OpenFollowUps {

  private record Row(RolloutId rollout, String activity, PersonId person) {}

  private final Map<String, Row> rows = new TreeMap<>();

  @Override
  public void put(FollowUpId followUp, RolloutId rollout, String activity, PersonId person) {
    rows.putIfAbsent(followUp.value(), new Row(rollout, activity, person));
  }

  @Override
  public void remove(FollowUpId followUp) {
    rows.remove(followUp.value());
  }

  @Override
  public List<FollowUpId> about(RolloutId rollout, String activity, PersonId person) {
    return ids(row -> row.equals(new Row(rollout, activity, person)));
  }

  @Override
  public List<FollowUpId> of(RolloutId rollout, PersonId person) {
    return ids(row -> row.rollout().equals(rollout) && row.person().equals(person));
  }

  @Override
  public List<FollowUpId> of(PersonId person) {
    return ids(row -> row.person().equals(person));
  }

  @Override
  public List<FollowUpId> of(RolloutId rollout) {
    return ids(row -> row.rollout().equals(rollout));
  }

  private List<FollowUpId> ids(Predicate<Row> wanted) {
    return rows.entrySet().stream()
        .filter(entry -> wanted.test(entry.getValue()))
        .map(entry -> new FollowUpId(entry.getKey()))
        .toList();
  }
}
