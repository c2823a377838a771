package org.uitrol.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.uitrol.adapters.mail.BuiltInMailbox;
import org.uitrol.domain.campaign.CampaignStatus;

/**
 * The sample campaign from its approval to its end, a second time, and a third time with the
 * process killed on the way. The events are compared as a set: while the people act, the processes
 * already react to the first of them, so their order within a moment may differ, and with it what a
 * closed gate saw.
 */
class TheStoryToldAgain {

  /** Simulated time goes on at the pace of real time between two jumps, so seconds differ. */
  private static final Pattern WITHIN_THE_HOUR =
      Pattern.compile("(\\d{4}-\\d\\d-\\d\\dT\\d\\d):[\\d:.]+Z");

  @TempDir static Path folder;
  private static List<String> first = List.of();

  @BeforeAll
  static void tell_it_for_the_first_time() {
    try (Town town = Town.start(folder.resolve("first"))) {
      town.launch();
      town.playToTheEnd();
      assertThat(town.campaign().status()).isEqualTo(CampaignStatus.COMPLETED);
      first = history(town, "");
    }
    assertThat(first).hasSizeGreaterThan(4000);
  }

  @Test
  void gives_the_same_events() {
    try (Town town = Town.start(folder.resolve("second"))) {
      town.launch();
      town.playToTheEnd();

      assertThat(history(town, "")).containsExactlyElementsOf(first);
    }
  }

  @Test
  void gives_the_same_end_and_no_mail_twice_after_kills_on_the_way() throws IOException {
    Path data = folder.resolve("killed");
    TownInAProcess.start(data).killAfterJumps(4);
    TownInAProcess.start(data).killWithItsDatabaseAfterJumps(20);
    TownInAProcess.start(data).killAfterJumps(40);

    try (Town town = Town.start(data)) {
      town.playToTheEnd();

      assertThat(town.campaign().status()).isEqualTo(CampaignStatus.COMPLETED);
      assertThat(history(town, "dispatch."))
          .containsExactlyElementsOf(
              first.stream().filter(event -> !event.contains(" dispatch.")).toList());
      assertThat(town.count("dispatch.requested"))
          .isEqualTo(
              town.count("dispatch.handed-over")
                  + town.count("dispatch.suppressed")
                  + town.count("dispatch.failed")
                  + town.count("dispatch.unknown"));
      List<String> messageIds = messageIds(town.bean(BuiltInMailbox.class));
      assertThat(messageIds)
          .hasSizeGreaterThanOrEqualTo((int) town.count("dispatch.handed-over"))
          .doesNotHaveDuplicates();
    }
  }

  private static List<String> messageIds(BuiltInMailbox mailbox) {
    return mailbox.list(null, 0, Integer.MAX_VALUE).mails().stream()
        .map(mail -> new String(mailbox.raw(mail.id()).orElseThrow(), StandardCharsets.UTF_8))
        .map(
            raw ->
                raw.lines()
                    .filter(line -> line.startsWith("Message-ID: "))
                    .findFirst()
                    .orElseThrow())
        .toList();
  }

  private static List<String> history(Town town, String without) {
    return town
        .jdbc()
        .sql(
            "select aggregate_identifier || ' ' || payload_type || ' '"
                + " || case when payload_type like 'gate.%' then '' else payload end"
                + " from domain_event_entry where global_index > (select max(global_index)"
                + " from domain_event_entry where payload_type = 'campaign.plan-approved')"
                + " and (:without = '' or not starts_with(payload_type, :without))")
        .param("without", without)
        .query(String.class)
        .list()
        .stream()
        .map(event -> WITHIN_THE_HOUR.matcher(event).replaceAll("$1"))
        .sorted()
        .toList();
  }
}
