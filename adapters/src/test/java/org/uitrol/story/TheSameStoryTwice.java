package org.uitrol.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.uitrol.domain.campaign.CampaignStatus;

/**
 * The events are compared as a set: while the people act, the processes already react to the first
 * of them, so their order within a moment may differ, and with it what a closed gate saw.
 */
class TheSameStoryTwice {

  /** Simulated time goes on at the pace of real time between two jumps, so seconds differ. */
  private static final Pattern WITHIN_THE_HOUR =
      Pattern.compile("(\\d{4}-\\d\\d-\\d\\dT\\d\\d):[\\d:.]+Z");

  @TempDir Path folder;

  @Test
  void gives_the_same_events() {
    List<String> first = history(folder.resolve("first"));
    List<String> second = history(folder.resolve("second"));

    assertThat(first).hasSizeGreaterThan(4000);
    assertThat(second).containsExactlyElementsOf(first);
  }

  private static List<String> history(Path data) {
    try (Town town = Town.start(data)) {
      town.launch();
      town.playToTheEnd();
      assertThat(town.campaign().status()).isEqualTo(CampaignStatus.COMPLETED);
      return town
          .jdbc()
          .sql(
              "select aggregate_identifier || ' ' || payload_type || ' '"
                  + " || case when payload_type like 'gate.%' then '' else payload end"
                  + " from domain_event_entry where global_index > (select max(global_index)"
                  + " from domain_event_entry where payload_type = 'campaign.plan-approved')")
          .query(String.class)
          .list()
          .stream()
          .map(event -> WITHIN_THE_HOUR.matcher(event).replaceAll("$1"))
          .sorted()
          .toList();
    }
  }
}
