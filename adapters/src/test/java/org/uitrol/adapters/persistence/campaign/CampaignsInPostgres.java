package org.uitrol.adapters.persistence.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uitrol.application.campaign.view.CampaignRow;
import org.uitrol.application.campaign.view.CampaignStore;
import org.uitrol.application.campaign.view.MemoryCampaignStore;
import org.uitrol.application.campaign.view.VersionRow;
import org.uitrol.application.campaign.view.WaveRow;
import org.uitrol.domain.campaign.CampaignStatus;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.Text;
import org.uitrol.support.PostgresExtension;

@ExtendWith(PostgresExtension.class)
class CampaignsInPostgres {

  @Test
  void are_kept_in_tables(JdbcClient jdbc) {
    check(new PostgresCampaignStore(jdbc));
  }

  @Test
  void are_kept_the_same_in_memory() {
    check(new MemoryCampaignStore());
  }

  private static void check(CampaignStore store) {
    CampaignRow pilot = row("copilot-2027", CampaignStatus.DRAFTED);
    CampaignRow launched = row("copilot-2027", CampaignStatus.RUNNING);
    CampaignRow other = row("a-campaign", CampaignStatus.DRAFTED);
    store.put(pilot);
    store.put(launched);
    store.put(launched);
    store.put(other);

    assertThat(store.list()).containsExactly(other, launched);
    assertThat(store.find(pilot.campaign())).contains(launched);
    assertThat(store.find(pilot.campaign()).orElseThrow().title().in("fr"))
        .as("the first language stays the fallback")
        .isEqualTo("Voor iedereen");
    assertThat(store.find(new CampaignId("none"))).isEmpty();

    store.clear();
    assertThat(store.list()).isEmpty();
  }

  private static CampaignRow row(String id, CampaignStatus status) {
    Instant drafted = Instant.parse("2027-01-04T08:00:00Z");
    Map<String, String> title = new LinkedHashMap<>();
    title.put("nl", "Voor iedereen");
    title.put("en", "For everyone");
    return new CampaignRow(
        new CampaignId(id),
        new Text(title),
        "Copilot",
        status,
        1,
        new AccountId("a-1"),
        new AccountId("a-1"),
        null,
        ZoneId.of("Europe/Amsterdam"),
        drafted,
        null,
        List.of(new WaveRow("pilot", List.of(new DepartmentId("finance")), drafted, null)),
        List.of(new VersionRow(1, new AccountId("a-1"), drafted)),
        null,
        Set.of(),
        Map.of());
  }
}
