package org.uitrol.adapters.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.uitrol.adapters.app.UitrolApplication;
import org.uitrol.adapters.mail.BuiltInMailbox;
import org.uitrol.adapters.web.me.SmallTown;
import org.uitrol.application.hold.Holds;
import org.uitrol.application.hold.port.Epoch;
import org.uitrol.application.hold.port.HoldState.Lasting;
import org.uitrol.domain.hold.HoldCause;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.support.OwnPostgres;
import org.uitrol.support.OwnPostgres.Cluster;
import org.uitrol.support.RunningApplication;

@Timeout(300)
class SeveralServersOfOneDatabase {

  @RegisterExtension static final OwnPostgres POSTGRES = new OwnPostgres();

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final AccountId ANN = new AccountId("ann");

  private final RunningApplication first = server();
  private final RunningApplication second = server();

  private static RunningApplication server() {
    return RunningApplication.of(UitrolApplication.class)
        .with(
            "uitrol.data=target/data/servers-" + UUID.randomUUID(),
            "uitrol.epoch.answer-within=10s");
  }

  @AfterEach
  void stop() {
    second.stop();
    first.stop();
  }

  @Test
  void vouch_for_it_to_one_that_never_saw_it_and_share_a_hold() {
    Cluster cluster = POSTGRES.cluster("shared");
    POSTGRES.tool(cluster, "createdb", "uitrol");
    first.startOn(cluster.url("uitrol"));
    SmallTown town = new SmallTown(first);
    town.begin();

    second.startOn(cluster.url("uitrol"));
    assertThat(hold(second)).as("a new server beside one that runs").isNull();
    assertThat(second.jdbc().sql("select count(*) from epoch_question").query(Long.class).single())
        .isZero();

    second.stop();
    second.set("uitrol.hold", "true").start();
    assertThat(hold(first)).isEqualTo(HoldCause.CONFIGURED);
    town.session("plans-1", ActivityKind.PRESENTATION, 20, 9, SmallTown.JAN);
    assertThat(mails()).isZero();
    second.bean(Holds.class).release("it was a rehearsal", ANN);
    await().atMost(SOON).until(() -> mails() == 1);
    assertThat(first.bean(Epoch.class).mayLeave()).isTrue();
    assertThat(second.bean(Epoch.class).mayLeave()).isTrue();

    second.set("uitrol.hold", "false").restart();
    first.restart();
    assertThat(hold(first)).as("one after the other").isNull();
  }

  @Test
  void notice_that_an_older_one_was_put_in_its_place_while_they_run() {
    Cluster cluster = POSTGRES.cluster("replaced");
    POSTGRES.tool(cluster, "createdb", "uitrol");
    first.startOn(cluster.url("uitrol"));
    SmallTown town = new SmallTown(first);
    town.begin();
    Path dump = POSTGRES.file("replaced.dump");
    POSTGRES.tool(cluster, "pg_dump", "--format=custom", "--file=" + dump, "uitrol");
    POSTGRES.tool(cluster, "createdb", "older");
    POSTGRES.tool(cluster, "pg_restore", "--exit-on-error", "--dbname=older", dump.toString());
    town.session("plans-1", ActivityKind.PRESENTATION, 20, 9, SmallTown.JAN);
    await().atMost(SOON).until(() -> mails() == 1);

    for (String sql :
        List.of(
            "alter database uitrol allow_connections false",
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = 'uitrol'",
            "alter database uitrol rename to newer",
            "alter database older rename to uitrol")) {
      POSTGRES.tool(cluster, "psql", "-v", "ON_ERROR_STOP=1", "-d", "postgres", "-c", sql);
    }

    await().atMost(SOON).ignoreExceptions().until(() -> hold(first) == HoldCause.OLDER);
    assertThat(mails()).isEqualTo(1);
  }

  private static @Nullable HoldCause hold(RunningApplication server) {
    return server.bean(Holds.class).lasting().map(Lasting::cause).orElse(null);
  }

  private int mails() {
    return count(first) + (second.isRunning() ? count(second) : 0);
  }

  private static int count(RunningApplication server) {
    return server.bean(BuiltInMailbox.class).count((mail, raw) -> true);
  }
}
