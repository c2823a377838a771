package org.uitrol.adapters.persistence.followup;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uitrol.application.followup.port.OpenFollowUps;
import org.uitrol.domain.shared.FollowUpId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;

/** The open follow-ups in PostgreSQL. */
@Component
final class PostgresOpenFollowUps implements OpenFollowUps {

  private static final String SELECT =
      "select follow_up_id from process_follow_up where rollout_id = :rollout";
  private static final String ORDER = " order by follow_up_id";

  private final JdbcClient jdbc;

  PostgresOpenFollowUps(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void put(FollowUpId followUp, RolloutId rollout, String activity, PersonId person) {
    jdbc.sql(
            "insert into process_follow_up (follow_up_id, rollout_id, activity, person_id)"
                + " values (:followUp, :rollout, :activity, :person)"
                + " on conflict (follow_up_id) do nothing")
        .param("followUp", followUp.value())
        .param("rollout", rollout.value())
        .param("activity", activity)
        .param("person", person.value())
        .update();
  }

  @Override
  public void remove(FollowUpId followUp) {
    jdbc.sql("delete from process_follow_up where follow_up_id = :followUp")
        .param("followUp", followUp.value())
        .update();
  }

  @Override
  public List<FollowUpId> about(RolloutId rollout, String activity, PersonId person) {
    return jdbc.sql(SELECT + " and activity = :activity and person_id = :person" + ORDER)
        .param("rollout", rollout.value())
        .param("activity", activity)
        .param("person", person.value())
        .query((row, number) -> new FollowUpId(row.getString(1)))
        .list();
  }

  @Override
  public List<FollowUpId> of(RolloutId rollout, PersonId person) {
    return jdbc.sql(SELECT + " and person_id = :person" + ORDER)
        .param("rollout", rollout.value())
        .param("person", person.value())
        .query((row, number) -> new FollowUpId(row.getString(1)))
        .list();
  }

  @Override
  public List<FollowUpId> of(PersonId person) {
    return jdbc.sql("select follow_up_id from process_follow_up where person_id = :person" + ORDER)
        .param("person", person.value())
        .query((row, number) -> new FollowUpId(row.getString(1)))
        .list();
  }

  @Override
  public List<FollowUpId> of(RolloutId rollout) {
    return jdbc.sql(SELECT + ORDER)
        .param("rollout", rollout.value())
        .query((row, number) -> new FollowUpId(row.getString(1)))
        .list();
  }
}
