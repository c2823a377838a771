package org.uitrol.adapters.persistence.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uitrol.application.rollout.port.RolloutIndex;
import org.uitrol.application.rollout.port.RolloutIndex.Entry;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.support.PostgresExtension;

@ExtendWith(PostgresExtension.class)
class TheIndexOfRolloutsInPostgres {

  private static final CampaignId COPILOT = new CampaignId("copilot");
  private static final CampaignId CHAT = new CampaignId("chat");
  private static final DepartmentId FINANCE = new DepartmentId("finance");
  private static final DepartmentId LEGAL = new DepartmentId("legal");

  @Test
  void knows_which_are_whose_and_which_are_over(JdbcClient jdbc) {
    RolloutIndex index = new PostgresRolloutIndex(jdbc);
    Entry legal = entry("r-1", COPILOT, LEGAL, 1);
    Entry finance = entry("r-2", COPILOT, FINANCE, 2);
    Entry chat = entry("r-3", CHAT, FINANCE, 1);
    index.put(legal);
    index.put(finance);
    index.put(chat);
    index.put(entry("r-2", CHAT, LEGAL, 9));

    assertThat(index.find(finance.rollout())).contains(finance);
    assertThat(index.find(new RolloutId("none"))).isEmpty();
    assertThat(index.ofCampaign(COPILOT)).containsExactly(finance, legal);
    assertThat(index.ofCampaign(new CampaignId("none"))).isEmpty();
    assertThat(index.open()).containsExactly(chat, finance, legal);
    assertThat(index.openOfDepartment(FINANCE)).containsExactly(chat, finance);

    index.over(finance.rollout());
    index.over(finance.rollout());
    index.over(new RolloutId("none"));
    assertThat(index.open()).containsExactly(chat, legal);
    assertThat(index.openOfDepartment(FINANCE)).containsExactly(chat);
    assertThat(index.ofDepartment(FINANCE)).containsExactly(chat, finance);
    assertThat(index.find(finance.rollout())).contains(finance);
    assertThat(index.ofCampaign(COPILOT)).containsExactly(finance, legal);

    index.put(finance);
    assertThat(index.open()).as("a second delivery opens nothing again").doesNotContain(finance);
  }

  private static Entry entry(String id, CampaignId campaign, DepartmentId department, int version) {
    return new Entry(new RolloutId(id), campaign, department, version, new PersonId("p-1"));
  }
}
