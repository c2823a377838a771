package org.uitrol.adapters.persistence.followup;

import static org.uitrol.adapters.persistence.view.DocumentTable.columns;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uitrol.adapters.persistence.view.DocumentTable;
import org.uitrol.application.followup.view.FollowUpRow;
import org.uitrol.application.followup.view.FollowUpStore;
import org.uitrol.domain.shared.FollowUpId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;

/** Who is followed up for what, in PostgreSQL. */
@Component
public class PostgresFollowUpStore implements FollowUpStore {

  private static final String OLDEST_FIRST = " order by opened_at, follow_up collate \"C\"";

  private final DocumentTable<FollowUpRow> followUps;

  public PostgresFollowUpStore(JdbcClient jdbc) {
    followUps = new DocumentTable<>(jdbc, "view_follow_up", FollowUpRow.class, "follow_up");
  }

  @Override
  public void put(FollowUpRow row) {
    followUps.put(
        row,
        columns(
            "follow_up", row.followUp(),
            "rollout", row.rollout(),
            "person", row.person(),
            "open", row.open(),
            "opened_at", row.openedAt()));
  }

  @Override
  public void clear() {
    followUps.clear();
  }

  @Override
  public Optional<FollowUpRow> find(FollowUpId followUp) {
    return followUps.find("where follow_up = :follow_up", columns("follow_up", followUp));
  }

  @Override
  public List<FollowUpRow> open() {
    return followUps.list("where open" + OLDEST_FIRST, columns());
  }

  @Override
  public List<FollowUpRow> ofRollout(RolloutId rollout) {
    return followUps.list("where rollout = :rollout" + OLDEST_FIRST, columns("rollout", rollout));
  }

  @Override
  public List<FollowUpRow> ofPerson(PersonId person) {
    return followUps.list("where person = :person" + OLDEST_FIRST, columns("person", person));
  }
}
