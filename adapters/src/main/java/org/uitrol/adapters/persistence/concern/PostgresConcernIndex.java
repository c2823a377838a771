package org.uitrol.adapters.persistence.concern;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uitrol.application.concern.port.ConcernIndex;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.ConcernId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;

/** The index of concerns in PostgreSQL. */
@Component
final class PostgresConcernIndex implements ConcernIndex {

  private static final String SELECT =
      "select concern_id, campaign_id, department_id, asker_id, owner_id, is_open, marked, told"
          + " from process_concern";

  private final JdbcClient jdbc;

  PostgresConcernIndex(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void put(Entry entry) {
    DepartmentId department = entry.department();
    PersonId asker = entry.asker();
    jdbc.sql(
            "insert into process_concern (concern_id, campaign_id, department_id, asker_id,"
                + " owner_id, is_open, marked, told) values (:concern, :campaign, :department,"
                + " :asker, :owner, :open, :marked, :told) on conflict (concern_id) do update set"
                + " owner_id = excluded.owner_id, is_open = excluded.is_open,"
                + " marked = excluded.marked, told = excluded.told")
        .param("concern", entry.concern().value())
        .param("campaign", entry.campaign().value())
        .param("department", department == null ? null : department.value())
        .param("asker", asker == null ? null : asker.value())
        .param("owner", entry.owner().value())
        .param("open", entry.open())
        .param("marked", entry.marked())
        .param("told", entry.told())
        .update();
  }

  @Override
  public Optional<Entry> find(ConcernId concern) {
    return jdbc.sql(SELECT + " where concern_id = :concern")
        .param("concern", concern.value())
        .query(PostgresConcernIndex::entry)
        .optional();
  }

  @Override
  public List<Entry> open(CampaignId campaign) {
    return jdbc.sql(SELECT + " where campaign_id = :campaign and is_open order by concern_id")
        .param("campaign", campaign.value())
        .query(PostgresConcernIndex::entry)
        .list();
  }

  private static Entry entry(ResultSet row, int number) throws SQLException {
    @Nullable String department = row.getString("department_id");
    @Nullable String asker = row.getString("asker_id");
    return new Entry(
        new ConcernId(row.getString("concern_id")),
        new CampaignId(row.getString("campaign_id")),
        department == null ? null : new DepartmentId(department),
        asker == null ? null : new PersonId(asker),
        new PersonId(row.getString("owner_id")),
        row.getBoolean("is_open"),
        row.getBoolean("marked"),
        row.getBoolean("told"));
  }
}
