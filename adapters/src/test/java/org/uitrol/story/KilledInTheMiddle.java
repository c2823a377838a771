package org.uitrol.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.uitrol.adapters.mail.BuiltInMailbox;
import org.uitrol.adapters.mail.ReceivedMail;
import org.uitrol.domain.campaign.CampaignStatus;

class KilledInTheMiddle {

  /** Each time the process is killed as soon as it has played so many more jumps. */
  private static final List<Integer> KILLED_AFTER = List.of(1, 9, 4);

  @TempDir Path data;

  @Test
  void a_restart_leads_to_the_same_end_with_no_mail_twice() throws Exception {
    for (int jumps : KILLED_AFTER) {
      List<String> seen = play(jumps);
      assertThat(seen).hasSize(jumps).allMatch(line -> line.startsWith(TownProcess.STEP));
    }
    assertThat(play(Integer.MAX_VALUE)).last().isEqualTo(TownProcess.END + " COMPLETED");

    try (Town town = Town.start(data)) {
      assertThat(town.campaign().status()).isEqualTo(CampaignStatus.COMPLETED);
      assertThat(town.count("rollout.completed")).isEqualTo(3);
      assertThat(town.count("dispatch.requested"))
          .isEqualTo(
              town.count("dispatch.handed-over")
                  + town.count("dispatch.suppressed")
                  + town.count("dispatch.failed")
                  + town.count("dispatch.unknown"));
      assertThat(delivered(town)).doesNotHaveDuplicates().hasSizeGreaterThan(900);
    }
  }

  /** Plays until that many jumps are done, then kills the process without a warning. */
  private List<String> play(int jumps) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                TownProcess.class.getName(),
                data.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<String> seen = new ArrayList<>();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      String line = out.readLine();
      while (line != null && seen.size() < jumps) {
        if (line.startsWith(TownProcess.STEP) || line.startsWith(TownProcess.END)) {
          seen.add(line);
        }
        line = seen.size() < jumps ? out.readLine() : null;
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
    return seen;
  }

  /** The Message-ID of each mail that reached the mailbox. */
  private static List<String> delivered(Town town) {
    BuiltInMailbox mailbox = town.bean(BuiltInMailbox.class);
    List<String> ids = new ArrayList<>();
    int page = 0;
    ReceivedMail.Page mails = mailbox.list(null, page, 200);
    while (!mails.mails().isEmpty()) {
      for (ReceivedMail mail : mails.mails()) {
        ids.add(messageId(mailbox, mail));
      }
      page++;
      mails = mailbox.list(null, page, 200);
    }
    return ids;
  }

  private static String messageId(BuiltInMailbox mailbox, ReceivedMail mail) {
    return new String(mailbox.raw(mail.id()).orElseThrow(), StandardCharsets.US_ASCII)
        .lines()
        .filter(line -> line.regionMatches(true, 0, "Message-ID:", 0, 11))
        .findFirst()
        .orElseThrow();
  }
}
