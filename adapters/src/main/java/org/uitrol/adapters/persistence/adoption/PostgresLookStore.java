package org.uitrol.adapters.persistence.adoption;

import static org.uitrol.adapters.persistence.view.DocumentTable.columns;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uitrol.adapters.persistence.view.DocumentTable;
import org.uitrol.application.adoption.view.LookRow;
import org.uitrol.application.adoption.view.LookStore;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.PersonId;

/** Looks at people's use, in PostgreSQL. */
@Component
class PostgresLookStore implements LookStore {

  private static final String LATEST_FIRST = " order by at desc, look collate \"C\"";

  private final DocumentTable<LookRow> looks;

  PostgresLookStore(JdbcClient jdbc) {
    looks = new DocumentTable<>(jdbc, "view_usage_look", LookRow.class, "look");
  }

  @Override
  public void put(LookRow look) {
    looks.put(
        look,
        columns(
            "look", look.look(),
            "person", look.person(),
            "campaign", look.campaign(),
            "at", look.at()));
  }

  @Override
  public void clear() {
    looks.clear();
  }

  @Override
  public List<LookRow> ofPerson(PersonId person) {
    return looks.list("where person = :person" + LATEST_FIRST, Map.of("person", person));
  }

  @Override
  public List<LookRow> ofCampaign(CampaignId campaign, int most) {
    return looks.list(
        "where campaign = :campaign" + LATEST_FIRST + " limit " + most,
        Map.of("campaign", campaign));
  }
}
