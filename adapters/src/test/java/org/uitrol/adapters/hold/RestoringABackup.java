package org.uitrol.adapters.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.context.SmartLifecycle;
import org.uitrol.adapters.app.UitrolApplication;
import org.uitrol.adapters.mail.BuiltInMailbox;
import org.uitrol.adapters.mail.ReceivedMail;
import org.uitrol.adapters.security.Role;
import org.uitrol.adapters.web.Visitor;
import org.uitrol.adapters.web.me.SmallTown;
import org.uitrol.application.communication.Dispatcher;
import org.uitrol.application.hold.Holds;
import org.uitrol.application.hold.port.HoldState.Lasting;
import org.uitrol.application.hold.port.PastDue.Due;
import org.uitrol.application.hold.port.PastDue.Part;
import org.uitrol.application.shared.Streams;
import org.uitrol.application.shared.Timers;
import org.uitrol.domain.communication.Dispatch;
import org.uitrol.domain.communication.DispatchEvent;
import org.uitrol.domain.communication.DispatchEvent.DispatchSuppressed;
import org.uitrol.domain.communication.SuppressReason;
import org.uitrol.domain.hold.DueItem;
import org.uitrol.domain.hold.DueKind;
import org.uitrol.domain.hold.HoldCause;
import org.uitrol.domain.proof.CheckpointCommand.AskCheckpoint;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.DispatchId;
import org.uitrol.domain.shared.HistoryId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.SurveyId;
import org.uitrol.domain.survey.Survey;
import org.uitrol.domain.survey.SurveyEvent;
import org.uitrol.support.OwnPostgres;
import org.uitrol.support.OwnPostgres.Cluster;
import org.uitrol.support.RunningApplication;

/** The drill of docs/backup.md, with PostgreSQL's own tools. */
@Timeout(300)
class RestoringABackup {

  @RegisterExtension static final OwnPostgres POSTGRES = new OwnPostgres();

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final AccountId ANN = new AccountId("ann");

  private final RunningApplication uitrol =
      RunningApplication.of(UitrolApplication.class)
          .with(
              "uitrol.data=target/data/drill-" + UUID.randomUUID(),
              "uitrol.epoch.answer-within=500ms");

  @AfterEach
  void stop() {
    uitrol.stop();
  }

  @Test
  void of_before_mails_were_sent_sends_none_of_them_until_somebody_has_looked() {
    Cluster cluster = POSTGRES.cluster("drill");
    POSTGRES.tool(cluster, "createdb", "live");
    uitrol.startOn(cluster.url("live"));
    assertThat(hold()).as("a new database").isNull();
    SmallTown town = new SmallTown(uitrol);
    town.begin();
    sender().stop();
    town.session("plans-1", ActivityKind.PRESENTATION, 20, 9, SmallTown.JAN, SmallTown.EVA);
    SurveyId survey = town.survey("readiness", Duration.ofSeconds(4));

    Path dump = POSTGRES.file("uitrol.dump");
    POSTGRES.tool(cluster, "pg_dump", "--format=custom", "--file=" + dump, "live");
    sender().start();
    await().atMost(SOON).until(() -> mails() == 2);
    await().atMost(SOON).until(() -> isClosed(survey));
    uitrol.restart();
    assertThat(hold()).as("an ordinary restart").isNull();
    uitrol.stop();

    POSTGRES.tool(cluster, "createdb", "restored");
    POSTGRES.tool(cluster, "pg_restore", "--exit-on-error", "--dbname=restored", dump.toString());
    uitrol.startOn(cluster.url("restored"));

    assertThat(hold()).isEqualTo(HoldCause.OLDER);
    assertThat(events("hold.began")).isEqualTo(1);
    SmallTown again = new SmallTown(uitrol);
    again.session("plans-2", ActivityKind.PRESENTATION, 25, 9, SmallTown.EVA);
    uitrol.bean(Timers.class).sweep();
    assertThat(uitrol.bean(Dispatcher.class).sendNext()).isFalse();
    assertThat(mails()).isEqualTo(2);
    assertThat(isClosed(survey)).isFalse();

    Visitor manager = Visitor.signedIn(uitrol, "manager", Role.CHANGE_MANAGER);
    assertThat(manager.get("/campaigns").body()).contains("Nothing that is past due is sent");
    assertThat(manager.get("/hold").statusCode()).isEqualTo(403);
    assertThat(health()).contains("\"HOLD\"");
    Visitor admin = Visitor.signedIn(uitrol, "admin", Role.ADMIN);
    assertThat(admin.get("/hold").body())
        .contains("Jan de Vries", "Eva Smith", "end of a survey", "Copilot");

    List<Due> due = uitrol.bean(Holds.class).list(Part.ALL, 0, 100);
    assertThat(uitrol.bean(Holds.class).counts(Part.ALL))
        .isEqualTo(Map.of(DueKind.MAIL, 3, DueKind.TIMER, 1));
    Due toJan = invitation(due, SmallTown.JAN);
    Due toEva = invitation(due, SmallTown.EVA);
    Due close =
        due.stream().filter(one -> one.item().kind() == DueKind.TIMER).findFirst().orElseThrow();
    assertThat(close.campaign()).isEqualTo(SmallTown.CAMPAIGN);
    assertThat(decide(admin, "release", "", toJan.item()).statusCode()).isEqualTo(422);
    decide(admin, "release", "she asked for it", toJan.item());
    decide(admin, "discard", "she knows", toEva.item());
    decide(admin, "discard", "closed by hand", close.item());

    await().atMost(SOON).until(() -> mails() == 3);
    assertThat(uitrol.bean(BuiltInMailbox.class).list(null, 0, 10).mails().get(0).to())
        .isEqualTo("jan@town.example");
    assertThat(
            uitrol
                .bean(Streams.class)
                .events(new DispatchId(toEva.item().key()), DispatchEvent.class))
        .last()
        .isInstanceOfSatisfying(
            DispatchSuppressed.class,
            event -> assertThat(event.reason()).isEqualTo(SuppressReason.DISCARDED));
    uitrol.restart();
    assertThat(hold()).as("a restart in between").isEqualTo(HoldCause.OLDER);
    assertThat(events("hold.began")).isEqualTo(1);
    assertThat(uitrol.bean(Dispatcher.class).sendNext()).isFalse();
    assertThat(mails()).isEqualTo(3);

    uitrol.bean(Holds.class).release("all looked through", ANN);
    await().atMost(SOON).until(() -> mails() == 4);
    assertThat(isClosed(survey)).as("its end was discarded").isFalse();
    assertThat(state(toEva)).isEqualTo(Dispatch.State.SUPPRESSED);
    assertThat(uitrol.bean(BuiltInMailbox.class).list(null, 0, 10).mails())
        .extracting(ReceivedMail::to)
        .containsExactlyInAnyOrder(
            "jan@town.example", // before the backup was restored
            "eva@town.example",
            "jan@town.example", // let go by itself
            "eva@town.example"); // what was asked for during the hold
    chainVerifies();
    uitrol.restart();
    assertThat(hold()).as("the next start").isNull();
  }

  @Test
  void on_a_server_that_never_saw_it_is_held_too() {
    Cluster cluster = POSTGRES.cluster("elsewhere");
    POSTGRES.tool(cluster, "createdb", "live");
    uitrol.startOn(cluster.url("live"));
    new SmallTown(uitrol).begin();
    Path dump = POSTGRES.file("elsewhere.dump");
    POSTGRES.tool(cluster, "pg_dump", "--format=custom", "--file=" + dump, "live");
    uitrol.stop();
    POSTGRES.tool(cluster, "createdb", "copy");
    POSTGRES.tool(cluster, "pg_restore", "--exit-on-error", "--dbname=copy", dump.toString());

    uitrol.startOn(cluster.url("copy"));
    assertThat(hold()).as("a copy beside a copy of the data directory").isEqualTo(HoldCause.MOVED);
    uitrol.stop();

    String other = "target/data/drill-" + UUID.randomUUID();
    POSTGRES.tool(cluster, "createdb", "second");
    POSTGRES.tool(cluster, "pg_restore", "--exit-on-error", "--dbname=second", dump.toString());
    uitrol.set("uitrol.data", other).startOn(cluster.url("second"));
    assertThat(hold()).isEqualTo(HoldCause.UNKNOWN_HERE);
    uitrol.bean(Holds.class).release("it is the right one", ANN);
    uitrol.restart();
    assertThat(hold()).as("looked through once is enough").isNull();
  }

  @Test
  void to_a_point_in_time_is_held_when_something_left_or_happened_after_it() {
    Path archive = POSTGRES.directory("archive");
    Cluster cluster =
        POSTGRES.cluster(
            "archived",
            "archive_mode=on",
            "wal_level=replica",
            "archive_command='test ! -f " + archive + "/%f && cp %p " + archive + "/%f'");
    POSTGRES.tool(cluster, "createdb", "live");
    uitrol.startOn(cluster.url("live"));
    SmallTown town = new SmallTown(uitrol);
    town.begin();
    Path base = POSTGRES.file("base");
    POSTGRES.tool(cluster, "pg_basebackup", "--pgdata=" + base, "--checkpoint=fast");
    String before =
        POSTGRES
            .tool(cluster, "psql", "-At", "-d", "live", "-c", "select clock_timestamp()")
            .strip();
    town.session("plans-1", ActivityKind.PRESENTATION, 20, 9, SmallTown.JAN);
    await().atMost(SOON).until(() -> mails() == 1);
    uitrol.stop();
    POSTGRES.tool(cluster, "psql", "-d", "live", "-c", "select pg_switch_wal()");
    POSTGRES.stop(cluster);

    POSTGRES.touch(base.resolve("recovery.signal"));
    Cluster restored =
        POSTGRES.start(
            base,
            "archive_mode=off",
            "restore_command='cp " + archive + "/%f %p'",
            "recovery_target_time='" + before + "'",
            "recovery_target_action=promote");
    uitrol.startOn(restored.url("live"));

    assertThat(hold()).isEqualTo(HoldCause.OLDER);
    assertThat(mails()).isEqualTo(1);
    chainVerifies();
  }

  private void chainVerifies() {
    SmallTown town = new SmallTown(uitrol);
    town.send(new AskCheckpoint(HistoryId.OWN, ANN, null, town.now()));
    await().atMost(SOON).until(() -> events("checkpoint.signed") == 1);
    assertThat(events("checkpoint.refused")).isZero();
  }

  private HttpResponse<String> decide(Visitor admin, String what, String reason, DueItem item) {
    Map<String, String> form = new HashMap<>();
    form.put("item", item.text());
    form.put("what", what);
    form.put("reason", reason);
    admin.get("/hold");
    return admin.post("/hold/due", form);
  }

  private Due invitation(List<Due> due, PersonId to) {
    return due.stream()
        .filter(one -> to.equals(one.to()) && one.item().kind() == DueKind.MAIL)
        .filter(one -> one.what().contains("invit"))
        .findFirst()
        .orElseThrow();
  }

  private Dispatch.State state(Due mail) {
    return uitrol
        .bean(Streams.class)
        .state(new DispatchId(mail.item().key()), DispatchEvent.class, Dispatch::evolve)
        .orElseThrow()
        .state();
  }

  private boolean isClosed(SurveyId survey) {
    return uitrol
        .bean(Streams.class)
        .state(survey, SurveyEvent.class, Survey::evolve)
        .orElseThrow()
        .closed();
  }

  private @Nullable HoldCause hold() {
    return uitrol.bean(Holds.class).lasting().map(Lasting::cause).orElse(null);
  }

  private int mails() {
    return uitrol.bean(BuiltInMailbox.class).count((mail, raw) -> true);
  }

  private long events(String name) {
    return uitrol
        .jdbc()
        .sql("select count(*) from domain_event_entry where payload_type = :name")
        .param("name", name)
        .query(Long.class)
        .single();
  }

  private String health() {
    try {
      HttpResponse<String> answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(uitrol.uri("/actuator/health")).build(),
                  HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private SmartLifecycle sender() {
    return uitrol.bean("outboxSender", SmartLifecycle.class);
  }
}
