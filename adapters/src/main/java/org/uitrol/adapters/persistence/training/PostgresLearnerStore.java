package org.uitrol.adapters.persistence.training;

import static org.uitrol.adapters.persistence.view.DocumentTable.columns;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uitrol.adapters.persistence.view.DocumentTable;
import org.uitrol.application.training.view.LearnerRow;
import org.uitrol.application.training.view.LearnerStore;
import org.uitrol.domain.shared.LearnerRecordId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;

/** Who follows which course, in PostgreSQL. */
@Component
public class PostgresLearnerStore implements LearnerStore {

  private final DocumentTable<LearnerRow> learners;

  public PostgresLearnerStore(JdbcClient jdbc) {
    learners = new DocumentTable<>(jdbc, "view_learner", LearnerRow.class, "learner_record");
  }

  @Override
  public void put(LearnerRow row) {
    learners.put(
        row,
        columns(
            "learner_record", row.learnerRecord(),
            "rollout", row.rollout(),
            "activity", row.activity(),
            "person", row.person(),
            "due_at", row.dueAt()));
  }

  @Override
  public void clear() {
    learners.clear();
  }

  @Override
  public Optional<LearnerRow> find(LearnerRecordId learnerRecord) {
    return learners.find("where learner_record = :record", columns("record", learnerRecord));
  }

  @Override
  public List<LearnerRow> ofRollout(RolloutId rollout) {
    return learners.list(
        "where rollout = :rollout order by activity collate \"C\", person collate \"C\"",
        columns("rollout", rollout));
  }

  @Override
  public List<LearnerRow> ofPerson(PersonId person) {
    return learners.list(
        "where person = :person order by due_at, learner_record collate \"C\"",
        columns("person", person));
  }
}
