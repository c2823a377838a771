package org.uitrol.adapters.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.transaction.support.TransactionTemplate;
import org.uitrol.adapters.app.UitrolApplication;
import org.uitrol.adapters.mail.BuiltInMailbox;
import org.uitrol.adapters.mail.ReceivedMail;
import org.uitrol.adapters.persistence.directory.MasterKey;
import org.uitrol.adapters.persistence.proof.SealedSeed;
import org.uitrol.adapters.security.Role;
import org.uitrol.adapters.web.Visitor;
import org.uitrol.application.proof.CheckpointSchedule;
import org.uitrol.application.proof.MadeCheckpoints;
import org.uitrol.application.proof.port.CheckpointKey;
import org.uitrol.application.proof.port.CheckpointReceivers;
import org.uitrol.application.proof.port.Handouts;
import org.uitrol.application.shared.WakeUps;
import org.uitrol.domain.proof.CheckpointEvent.CheckpointAsked;
import org.uitrol.domain.proof.SignedCheckpoint;
import org.uitrol.support.RunningApplication;

@Timeout(180)
class CheckpointsThatAreHandedOut {

  private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
  private static final Path DIRECTORY = Path.of("target/data/checkpoints-" + UUID.randomUUID());

  private static final LocalTime DAILY = halfADayAway();

  @RegisterExtension
  static final RunningApplication UITROL =
      RunningApplication.of(UitrolApplication.class)
          .with("uitrol.proof.auditors=first@audit.example, second@audit.example")
          .with("uitrol.proof.directory=" + DIRECTORY)
          .with("uitrol.proof.language=nl")
          .with("uitrol.proof.daily-at=" + DAILY);

  private static final Proofs PROOFS = new Proofs(UITROL);

  private static Visitor admin;
  private static Visitor council;
  private static SignedCheckpoint checkpoint;

  /** So that none comes by itself meanwhile. */
  private static LocalTime halfADayAway() {
    return LocalTime.now(ZONE).plusHours(12).truncatedTo(ChronoUnit.MINUTES);
  }

  @BeforeAll
  static void one_was_made() {
    admin = Visitor.signedIn(UITROL, "admin", Role.ADMIN);
    council = Visitor.signedIn(UITROL, "council", Role.WORKS_COUNCIL);
    checkpoint = PROOFS.checkpoint();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> handouts(1),
            rows -> rows.size() == 3 && rows.stream().allMatch(Handouts.Row::done));
  }

  private static List<Handouts.Row> handouts(int number) {
    return UITROL.bean(Handouts.class).of(number, number);
  }

  @Test
  void are_mailed_to_each_auditor_with_the_file() {
    BuiltInMailbox mailbox = UITROL.bean(BuiltInMailbox.class);
    for (String address : List.of("first@audit.example", "second@audit.example")) {
      ReceivedMail mail = mailbox.list(address, 0, 10).mails().get(0);
      ReceivedMail.Content content = mailbox.read(mail.id()).orElseThrow();
      assertThat(mail.subject()).isEqualTo("Controlepunt 1 van de geschiedenis van Uitrol");
      assertThat(content.files()).containsExactly("uitrol-checkpoint-000001.json");
      assertThat(content.text())
          .contains(checkpoint.checkpoint().root().toString())
          .contains(checkpoint.checkpoint().key().toString());
    }
    assertThat(handouts(1)).extracting(Handouts.Row::receiver).noneMatch(one -> one.contains("@"));
  }

  @Test
  void are_put_into_the_directory_as_files_that_can_be_checked() throws Exception {
    Path file = DIRECTORY.resolve("uitrol-checkpoint-000001.json");
    assertThat(Files.readString(file)).isEqualTo(ProofJson.write(checkpoint));
    assertThat(Proofs.verdict(file, checkpoint).problem()).isNull();
    try (var files = Files.list(DIRECTORY)) {
      assertThat(files).noneMatch(one -> one.getFileName().toString().startsWith("."));
    }
  }

  @Test
  void are_shown_to_all_who_read_the_history_and_asked_for_by_administrators() {
    String page = council.get("/history/checkpoints").body();
    assertThat(page)
        .contains(checkpoint.checkpoint().key().toString())
        .contains("handed to 3 of 3", "/history/checkpoints/1", "Each day at " + DAILY)
        .doesNotContain("Check and sign now");
    assertThat(council.post("/history/checkpoints", Map.of()).statusCode()).isEqualTo(403);

    HttpResponse<String> file = council.get("/history/checkpoints/1");
    assertThat(file.body()).isEqualTo(ProofJson.write(checkpoint));
    assertThat(file.headers().firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"uitrol-checkpoint-1.json\"");
    assertThat(council.get("/history/checkpoints/99").statusCode()).isEqualTo(404);

    int before = PROOFS.all().size();
    assertThat(admin.get("/history/checkpoints").body()).contains("Check and sign now");
    assertThat(admin.post("/history/checkpoints", Map.of()).statusCode()).isEqualTo(302);
    await().atMost(Duration.ofSeconds(30)).until(() -> PROOFS.all().size() == before + 1);
    int made = before + 1;
    assertThat(council.get("/history/checkpoints").body())
        .contains("/history/checkpoints/" + made + "/since/" + before);
    Path grown =
        Proofs.written(
            DIRECTORY.resolve("grown"),
            council.get("/history/checkpoints/" + made + "/since/1").body());
    assertThat(Proofs.verdict(grown, checkpoint).problem()).isNull();
  }

  @Test
  void come_with_the_history_and_with_the_proof_of_each_event() throws Exception {
    Path history =
        Proofs.written(
            DIRECTORY.resolve("history"), council.get("/history/checkpoints/history.jsonl").body());
    assertThat(Proofs.verdict(history, checkpoint).problem()).isNull();

    String event =
        UITROL
            .jdbc()
            .sql("select event_identifier from domain_event_entry where global_index = ?")
            .param(checkpoint.checkpoint().position())
            .query(String.class)
            .single();
    await()
        .until(
            () -> council.get("/history/events/" + event).body(),
            page -> page.contains("/history/events/" + event + "/proof"));
    Path proof =
        Proofs.written(
            DIRECTORY.resolve("proof"), council.get("/history/events/" + event + "/proof").body());
    assertThat(Proofs.verdict(proof, checkpoint).problem()).isNull();
    assertThat(council.get("/history/events/none/proof").statusCode()).isEqualTo(404);

    Path key =
        Proofs.written(
            DIRECTORY.resolve("key"), council.get("/history/checkpoints/key.pem").body());
    assertThat(Ed25519.fingerprint(Ed25519.publicKey(key)))
        .isEqualTo(checkpoint.checkpoint().key());
  }

  @Test
  void are_tried_again_when_they_can_not_be_handed_over() {
    CheckpointReceivers receivers = UITROL.bean(CheckpointReceivers.class);
    assertThat(receivers.handOver("mail-of-somebody-who-left", checkpoint).taken()).isTrue();

    UITROL
        .jdbc()
        .sql(
            "insert into checkpoint_handout (number, receiver, state, due_at)"
                + " values (999, 'directory', 'WAITING', now() - interval '1 day')")
        .update();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> handouts(999), rows -> rows.get(0).tries() > 0);
    assertThat(handouts(999).get(0).done()).isFalse();
  }

  @Test
  void are_asked_for_by_a_timer_every_day() {
    CheckpointSchedule schedule = UITROL.bean(CheckpointSchedule.class);
    Instant now = Instant.now();
    Instant due = schedule.after(now).orElseThrow();
    assertThat(armed()).hasValue(due);

    int before = PROOFS.all().size();
    UITROL
        .bean(TransactionTemplate.class)
        .executeWithoutResult(
            status -> UITROL.bean(WakeUps.class).wake("checkpoint/history/", due, due));
    await().atMost(Duration.ofSeconds(30)).until(() -> PROOFS.all().size() > before);
    CheckpointAsked asked =
        UITROL.bean(MadeCheckpoints.class).events().stream()
            .filter(CheckpointAsked.class::isInstance)
            .map(CheckpointAsked.class::cast)
            .filter(one -> one.by() == null)
            .findFirst()
            .orElseThrow();
    assertThat(asked.nextAt()).isEqualTo(schedule.after(due).orElseThrow());
    await().atMost(Duration.ofSeconds(30)).until(() -> armed().equals(schedule.after(due)));
  }

  /** When the timer of checkpoints is due. */
  private static Optional<Instant> armed() {
    return UITROL
        .jdbc()
        .sql("select due_at from timer where key = 'checkpoint/history/'")
        .query((row, number) -> row.getTimestamp(1).toInstant())
        .optional();
  }

  @Test
  void are_signed_by_a_key_that_lies_sealed_and_is_the_same_for_every_server() {
    CheckpointKey key = UITROL.bean(CheckpointKey.class);
    SealedSeed seed = new SealedSeed(UITROL.jdbc(), UITROL.bean(MasterKey.class));
    assertThat(key.fingerprint()).isEqualTo(checkpoint.checkpoint().key());
    assertThat(key.hasSigned(checkpoint)).isTrue();
    assertThat(SigningKey.of(seed.get(), Set.of()).fingerprint()).isEqualTo(key.fingerprint());
    assertThat(seed.get()).isEqualTo(seed.get());
    byte[] sealed =
        UITROL.jdbc().sql("select sealed from checkpoint_key").query(byte[].class).single();
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1))
        .doesNotContain(new String(seed.get(), StandardCharsets.ISO_8859_1));
  }
}
