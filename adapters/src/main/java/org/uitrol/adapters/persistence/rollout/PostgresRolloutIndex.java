package org.uitrol.adapters.persistence.rollout;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uitrol.application.rollout.port.RolloutIndex;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;

/** The index of rollouts in PostgreSQL. */
@Component
final class PostgresRolloutIndex implements RolloutIndex {

  private static final String SELECT =
      "select rollout_id, campaign_id, department_id, plan_version, owner_id"
          + " from process_rollout where ";

  private final JdbcClient jdbc;

  PostgresRolloutIndex(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void put(Entry entry) {
    jdbc.sql(
            "insert into process_rollout"
                + " (rollout_id, campaign_id, department_id, plan_version, owner_id)"
                + " values (:rollout, :campaign, :department, :version, :owner)"
                + " on conflict (rollout_id) do nothing")
        .param("rollout", entry.rollout().value())
        .param("campaign", entry.campaign().value())
        .param("department", entry.department().value())
        .param("version", entry.planVersion())
        .param("owner", entry.owner().value())
        .update();
  }

  @Override
  public void repin(RolloutId rollout, int planVersion, PersonId owner) {
    jdbc.sql(
            "update process_rollout set plan_version = :version, owner_id = :owner"
                + " where rollout_id = :rollout")
        .param("version", planVersion)
        .param("owner", owner.value())
        .param("rollout", rollout.value())
        .update();
  }

  @Override
  public void over(RolloutId rollout) {
    jdbc.sql("update process_rollout set is_over = true where rollout_id = :rollout")
        .param("rollout", rollout.value())
        .update();
  }

  @Override
  public Optional<Entry> find(RolloutId rollout) {
    return jdbc.sql(SELECT + "rollout_id = :rollout")
        .param("rollout", rollout.value())
        .query(PostgresRolloutIndex::entry)
        .optional();
  }

  @Override
  public List<Entry> ofCampaign(CampaignId campaign) {
    return jdbc.sql(SELECT + "campaign_id = :campaign order by department_id")
        .param("campaign", campaign.value())
        .query(PostgresRolloutIndex::entry)
        .list();
  }

  @Override
  public List<Entry> open() {
    return jdbc.sql(SELECT + "not is_over order by campaign_id, department_id")
        .query(PostgresRolloutIndex::entry)
        .list();
  }

  @Override
  public List<Entry> ofDepartment(DepartmentId department) {
    return jdbc.sql(SELECT + "department_id = :department order by campaign_id")
        .param("department", department.value())
        .query(PostgresRolloutIndex::entry)
        .list();
  }

  @Override
  public List<Entry> openOfDepartment(DepartmentId department) {
    return jdbc.sql(SELECT + "department_id = :department and not is_over order by campaign_id")
        .param("department", department.value())
        .query(PostgresRolloutIndex::entry)
        .list();
  }

  private static Entry entry(ResultSet row, int number) throws SQLException {
    return new Entry(
        new RolloutId(row.getString("rollout_id")),
        new CampaignId(row.getString("campaign_id")),
        new DepartmentId(row.getString("department_id")),
        row.getInt("plan_version"),
        new PersonId(row.getString("owner_id")));
  }
}
