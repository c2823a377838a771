package org.uitrol.adapters.persistence.training;

import static org.uitrol.adapters.persistence.view.DocumentTable.columns;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uitrol.adapters.persistence.view.DocumentTable;
import org.uitrol.application.training.view.PathStore;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SkillPathId;
import org.uitrol.domain.training.SkillPath;

/** How far people are on their paths, in PostgreSQL. */
@Component
public class PostgresPathStore implements PathStore {

  private final DocumentTable<SkillPath> paths;

  public PostgresPathStore(JdbcClient jdbc) {
    paths = new DocumentTable<>(jdbc, "view_skill_path", SkillPath.class, "path");
  }

  @Override
  public void put(SkillPath path) {
    paths.put(
        path,
        columns(
            "path", path.id(),
            "rollout", path.rollout(),
            "activity", path.activity(),
            "person", path.person(),
            "due_at", path.dueAt()));
  }

  @Override
  public void clear() {
    paths.clear();
  }

  @Override
  public Optional<SkillPath> find(SkillPathId path) {
    return paths.find("where path = :path", columns("path", path));
  }

  @Override
  public List<SkillPath> ofRollout(RolloutId rollout) {
    return paths.list(
        "where rollout = :rollout order by activity collate \"C\", person collate \"C\"",
        columns("rollout", rollout));
  }

  @Override
  public List<SkillPath> ofPerson(PersonId person) {
    return paths.list(
        "where person = :person order by due_at, path collate \"C\"", columns("person", person));
  }
}
