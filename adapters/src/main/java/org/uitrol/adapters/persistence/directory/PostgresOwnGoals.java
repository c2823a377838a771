package org.uitrol.adapters.persistence.directory;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uitrol.application.directory.port.OwnGoals;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.domain.shared.PersonId;
import tools.jackson.databind.json.JsonMapper;

/** People's own goals in PostgreSQL, each sealed under the key of its person. */
@Component
final class PostgresOwnGoals implements OwnGoals {

  private final JdbcClient jdbc;
  private final PersonVault vault;
  private final JsonMapper json = JsonMapper.builder().build();

  PostgresOwnGoals(JdbcClient jdbc, PersonVault vault) {
    this.jdbc = jdbc;
    this.vault = vault;
  }

  @Override
  public List<Goal> of(PersonId person) {
    return jdbc
        .sql("select goal_id, sealed from own_goal where person_id = :person")
        .param("person", person.value())
        .query((row, number) -> opened(person, row.getString(1), row.getBytes(2)))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .sorted(Comparator.comparingInt(Goal::number).thenComparing(Goal::id))
        .toList();
  }

  @Override
  public Optional<Goal> find(PersonId person, String id) {
    return jdbc.sql("select sealed from own_goal where person_id = :person and goal_id = :goal")
        .param("person", person.value())
        .param("goal", id)
        .query(byte[].class)
        .optional()
        .flatMap(bytes -> opened(person, id, bytes));
  }

  @Override
  public void put(PersonId person, Goal goal) {
    jdbc.sql(
            """
            insert into own_goal (person_id, goal_id, sealed) values (:person, :goal, :sealed)
            on conflict (person_id, goal_id) do update set sealed = excluded.sealed
            """)
        .param("person", person.value())
        .param("goal", goal.id())
        .param("sealed", vault.seal(person, purpose(goal.id()), json.writeValueAsBytes(goal)))
        .update();
  }

  @Override
  public void remove(PersonId person, String id) {
    jdbc.sql("delete from own_goal where person_id = :person and goal_id = :goal")
        .param("person", person.value())
        .param("goal", id)
        .update();
  }

  private Optional<Goal> opened(PersonId person, String id, byte[] bytes) {
    return vault.open(person, purpose(id), bytes).map(plain -> json.readValue(plain, Goal.class));
  }

  private static String purpose(String id) {
    return "goal/" + id;
  }
}
