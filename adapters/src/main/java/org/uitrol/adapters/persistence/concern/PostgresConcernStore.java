package org.uitrol.adapters.persistence.concern;

import static org.uitrol.adapters.persistence.view.DocumentTable.columns;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uitrol.adapters.persistence.view.DocumentTable;
import org.uitrol.application.concern.view.ConcernRow;
import org.uitrol.application.concern.view.ConcernStore;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.ConcernId;
import org.uitrol.domain.shared.PersonId;

/** The register of concerns in PostgreSQL. */
@Component
public class PostgresConcernStore implements ConcernStore {

  private static final String NEWEST_FIRST = " order by raised_at desc, concern collate \"C\"";

  private final DocumentTable<ConcernRow> concerns;

  public PostgresConcernStore(JdbcClient jdbc) {
    concerns = new DocumentTable<>(jdbc, "view_concern", ConcernRow.class, "concern");
  }

  @Override
  public void put(ConcernRow row) {
    concerns.put(
        row,
        columns(
            "concern", row.concern().id(),
            "campaign", row.concern().campaign(),
            "asker", row.concern().asker(),
            "open", row.open(),
            "published", row.publicVersion() > 0,
            "due_at", row.concern().dueAt(),
            "raised_at", row.raisedAt()));
  }

  @Override
  public void clear() {
    concerns.clear();
  }

  @Override
  public Optional<ConcernRow> find(ConcernId concern) {
    return concerns.find("where concern = :concern", columns("concern", concern));
  }

  @Override
  public List<ConcernRow> list() {
    return concerns.list(
        "order by open desc, case when open then due_at end, raised_at desc,"
            + " concern collate \"C\"",
        columns());
  }

  @Override
  public List<ConcernRow> ofPerson(PersonId person) {
    return concerns.list("where asker = :asker" + NEWEST_FIRST, columns("asker", person));
  }

  @Override
  public List<ConcernRow> published(CampaignId campaign) {
    return concerns.list(
        "where published and campaign = :campaign" + NEWEST_FIRST, columns("campaign", campaign));
  }
}
