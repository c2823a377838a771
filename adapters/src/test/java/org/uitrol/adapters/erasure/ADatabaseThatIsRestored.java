package org.uitrol.adapters.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uitrol.adapters.app.UitrolApplication;
import org.uitrol.adapters.persistence.directory.MasterKey;
import org.uitrol.adapters.web.me.SmallTown;
import org.uitrol.application.directory.PersonField;
import org.uitrol.application.directory.port.OwnGoals;
import org.uitrol.application.directory.port.OwnGoals.Goal;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.application.erasure.Erasures;
import org.uitrol.application.erasure.port.ErasedPeople;
import org.uitrol.application.erasure.port.ErasureList.Entry;
import org.uitrol.domain.erasure.Erasure;
import org.uitrol.domain.erasure.Erasure.Status;
import org.uitrol.domain.erasure.ErasureGround;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.support.RunningApplication;

@Timeout(300)
class ADatabaseThatIsRestored {

  private static final Path DATA = Path.of("target/data/restored-" + UUID.randomUUID());
  private static final PersonId LEA = new PersonId("p-lea");
  private static final MasterKey KEY = MasterKey.of("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");

  @RegisterExtension
  static final RunningApplication UITROL =
      RunningApplication.of(UitrolApplication.class).with("uitrol.data=" + DATA);

  @Test
  void to_before_an_erasure_is_erased_once_more_before_anybody_sees_it() throws IOException {
    SmallTown town = new SmallTown(UITROL);
    town.begin();
    town.employ(LEA, "4001", "lea@town.example", "Lea Ver", "en");
    town.settle();
    UITROL.bean(OwnGoals.class).put(LEA, new Goal("goal-1", 1, "Write less", "", false));
    byte[] key = bytes("select wrapped_key from vault_key where person_id = 'p-lea'");
    byte[] profile = bytes("select profile from vault_person where person_id = 'p-lea'");
    byte[] number = bytes("select number_index from vault_person where person_id = 'p-lea'");
    byte[] goal = bytes("select sealed from own_goal where person_id = 'p-lea'");
    Erasures erasures = UITROL.bean(Erasures.class);
    erasures.request(LEA, ErasureGround.ASKED, new AccountId("ann"), null);
    erasures.approve(LEA, new AccountId("bob"), null);
    await().atMost(Duration.ofSeconds(90)).until(() -> status() == Status.ERASED);
    String list = Files.readString(DATA.resolve("erasures/erased.jsonl"), StandardCharsets.UTF_8);
    assertThat(list).contains("p-lea", "NUMBER:").doesNotContain("4001", "lea@", "Lea");

    UITROL.stop();
    JdbcClient database = UITROL.database();
    database.sql("alter table domain_event_entry disable trigger all").update();
    database
        .sql("delete from domain_event_entry where aggregate_identifier = 'erasure/p-lea'")
        .update();
    database.sql("alter table domain_event_entry enable trigger all").update();
    database
        .sql("alter table domain_event_entry enable always trigger refuse_to_alter_history")
        .update();
    database.sql("delete from view_erasure").update();
    database.sql("delete from erased_mark").update();
    database.sql("delete from timer where key like 'erasure-%'").update();
    database
        .sql("update vault_key set wrapped_key = :key where person_id = 'p-lea'")
        .param("key", key)
        .update();
    database
        .sql(
            "insert into vault_person (person_id, profile, number_index)"
                + " values ('p-lea', :profile, :number)")
        .param("profile", profile)
        .param("number", number)
        .update();
    database
        .sql("insert into own_goal values ('p-lea', 'goal-1', :goal)")
        .param("goal", goal)
        .update();
    UITROL.start();

    assertThat(UITROL.bean(PersonVault.class).find(LEA)).isEmpty();
    assertThat(UITROL.bean(OwnGoals.class).of(LEA)).isEmpty();
    assertThat(UITROL.bean(ErasedPeople.class).find(Map.of(PersonField.EMPLOYEE_NUMBER, "4001")))
        .contains(LEA);
    await().atMost(Duration.ofSeconds(90)).until(() -> status() == Status.ERASED);
    Erasure again = UITROL.bean(Erasures.class).find(LEA).orElseThrow();
    assertThat(again.repeated()).isTrue();
    assertThat(again.erasedAt()).as("when it was done first").isEqualTo(again.askedAt());

    UITROL.restart();
    assertThat(
            UITROL
                .jdbc()
                .sql(
                    "select count(*) from domain_event_entry where payload_type = 'erasure.repeated'")
                .query(Long.class)
                .single())
        .as("a database that knows it is left alone")
        .isEqualTo(1);
  }

  @Test
  void by_a_list_that_somebody_else_wrote_is_not_touched(@TempDir Path directory)
      throws IOException {
    ErasureListFile ours = new ErasureListFile(directory, new Seal(KEY, "uitrol erasure list 1"));
    Entry entry = new Entry(LEA, 1, Instant.parse("2027-01-11T08:00:00Z"), List.of("NUMBER:00ff"));
    ours.add(entry);
    ours.add(entry);
    assertThat(ours.all()).containsExactly(entry);
    Path file = directory.resolve("erased.jsonl");
    String line = Files.readString(file, StandardCharsets.UTF_8);
    assertThat(line.lines()).hasSize(1);

    Files.writeString(file, line + line.substring(0, 20), StandardCharsets.UTF_8);
    assertThat(ours.all()).as("a line that broke off").containsExactly(entry);
    Entry other = new Entry(new PersonId("p-2"), 1, entry.at(), List.of());
    ours.add(other);
    assertThat(ours.all()).containsExactly(entry, other);
    ours.readmitted(LEA, entry.at());
    assertThat(ours.all()).containsExactly(new Entry(LEA, 1, entry.at(), List.of()), other);

    Files.writeString(file, line.replace("p-lea", "p-jan"), StandardCharsets.UTF_8);
    assertThatThrownBy(ours::all)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("line 1");
    Files.writeString(file, "{}\n", StandardCharsets.UTF_8);
    assertThatThrownBy(ours::all).isInstanceOf(IllegalStateException.class);
  }

  private static Status status() {
    return UITROL.bean(Erasures.class).find(LEA).map(Erasure::status).orElse(Status.REQUESTED);
  }

  private static byte[] bytes(String sql) {
    return UITROL.jdbc().sql(sql).query(byte[].class).single();
  }
}
