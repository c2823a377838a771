package org.uitrol.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.uitrol.adapters.mail.BuiltInMailbox;
import org.uitrol.domain.campaign.CampaignStatus;

/**
 * The sample campaign from its approval to its end, once without a break and once with {@code kill
 * -9} on the way. What became of a mail that was being handed over at that moment is not known, and
 * so it may differ.
 */
class KilledOnTheWay {

  @TempDir Path folder;

  @Test
  void a_campaign_comes_to_the_same_end_with_no_mail_twice() throws IOException {
    List<String> undisturbed = playUndisturbed(folder.resolve("undisturbed"));

    Path data = folder.resolve("killed");
    TownInAProcess.start(data).killAfterJumps(4);
    TownInAProcess.start(data).killWithItsDatabaseAfterJumps(20);
    TownInAProcess.start(data).killAfterJumps(40);
    try (Town town = Town.start(data)) {
      town.playToTheEnd();

      assertThat(town.campaign().status()).isEqualTo(CampaignStatus.COMPLETED);
      assertThat(town.count("hold.began")).as("a crash is no restored backup").isZero();
      assertThat(withoutMail(town)).containsExactlyElementsOf(undisturbed);
      assertThat(town.count("dispatch.requested"))
          .isEqualTo(
              town.count("dispatch.handed-over")
                  + town.count("dispatch.suppressed")
                  + town.count("dispatch.failed")
                  + town.count("dispatch.unknown"));
      assertThat(messageIds(town.bean(BuiltInMailbox.class)))
          .hasSizeGreaterThanOrEqualTo((int) town.count("dispatch.handed-over"))
          .doesNotHaveDuplicates();
    }
  }

  private static List<String> playUndisturbed(Path data) {
    try (Town town = Town.start(data)) {
      town.launch();
      town.playToTheEnd();
      List<String> events = withoutMail(town);
      assertThat(events).hasSizeGreaterThan(2000);
      return events;
    }
  }

  private static List<String> withoutMail(Town town) {
    return town.history().stream().filter(event -> !event.contains(" dispatch.")).toList();
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
}
