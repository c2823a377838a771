package org.uitrol.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uitrol.adapters.app.UitrolApplication;
import org.uitrol.adapters.rebuild.Rebuilds;
import org.uitrol.adapters.rebuild.ViewDigests;
import org.uitrol.application.audit.past.Projection;
import org.uitrol.application.audit.past.Projections;
import org.uitrol.application.shared.Actor;
import org.uitrol.domain.rebuild.RebuildEvent.RebuildSwitched;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.support.RecordedHistory;
import org.uitrol.support.RecordedHistory.Row;
import org.uitrol.support.RunningApplication;

/**
 * What earlier releases wrote can be replayed for ever. A new release adds a file with {@code
 * -Dtest=HistoriesOfReleases -Drecord=NAME}, and never changes one that is there.
 */
class HistoriesOfReleases {

  @RegisterExtension
  static final RunningApplication UITROL = RunningApplication.of(UitrolApplication.class);

  private static final AccountId AUDITOR = new AccountId("auditor");

  /** What acts on the world, and what people wrote. */
  private static final List<String> UNTOUCHED =
      List.of("outbox", "mail_taken", "timer", "vault_person", "channel_delivery", "ballot_box");

  @ParameterizedTest
  @MethodSource("files")
  void fill_every_view(Path file) {
    List<Row> rows = RecordedHistory.read(file);
    assertThat(rows).hasSizeGreaterThan(1_000);
    UITROL.stopAndRenew();
    UITROL.start();
    UITROL.stop();
    JdbcClient database = UITROL.database();
    RecordedHistory.append(UITROL.dataSource(), rows);
    RecordedHistory.passOver(database);
    UITROL.start();

    Map<String, Long> untouched = untouched();

    Map<String, RebuildSwitched> views = rebuild();
    Map<String, String> digests = digests();

    assertThat(of(views, "view.trail").events()).isGreaterThanOrEqualTo(rows.size());
    for (String view : List.of("campaign", "rollout", "session", "survey", "learner", "mail")) {
      assertThat(of(views, "view." + view).rows()).as(view).isPositive();
      assertThat(of(views, "view." + view).missing())
          .as("there was nothing before")
          .isEqualTo(of(views, "view." + view).rows());
    }
    spoil();
    Map<String, RebuildSwitched> again = rebuild();
    assertThat(digests()).as("the same bytes").isEqualTo(digests);
    assertThat(of(again, "view.rollout").missing()).isEqualTo(3);
    assertThat(of(again, "view.rollout").surplus()).isZero();
    assertThat(of(again, "view.campaign").missing()).isEqualTo(1);
    assertThat(of(again, "view.campaign").surplus()).isEqualTo(1);
    assertThat(of(again, "view.mail").surplus()).isEqualTo(1);
    assertThat(of(again, "view.session").missing() + of(again, "view.session").surplus()).isZero();
    assertThat(untouched()).as("nothing was sent, planned or written").isEqualTo(untouched);
  }

  @Test
  void are_added_by_each_release(@TempDir Path data) {
    String name = System.getProperty("record", "");
    if (name.isEmpty()) {
      assertThat(RecordedHistory.files()).isNotEmpty();
      assertThat(kinds()).contains("campaign.completed", "survey.closed", "dispatch.handed-over");
      return;
    }
    try (Town town = Town.start(data)) {
      town.launch();
      town.playToTheEnd();
      RecordedHistory.write(town.jdbc(), RecordedHistory.FOLDER.resolve(name + ".jsonl.gz"));
    }
  }

  static Stream<Path> files() {
    return RecordedHistory.files().stream();
  }

  private static Set<String> kinds() {
    return RecordedHistory.files().stream()
        .flatMap(file -> RecordedHistory.read(file).stream())
        .map(Row::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static RebuildSwitched of(Map<String, RebuildSwitched> views, String view) {
    return Objects.requireNonNull(views.get(view), view);
  }

  private static Map<String, RebuildSwitched> rebuild() {
    Rebuilds rebuilds = UITROL.bean(Rebuilds.class);
    for (Projection<?> one : UITROL.bean(Projections.class).all()) {
      rebuilds.begin(one.name(), AUDITOR, Actor.account(AUDITOR));
    }
    while (rebuilds.views().stream().anyMatch(view -> view.run() != null)) {
      LockSupport.parkNanos(20_000_000);
    }
    Map<String, RebuildSwitched> views = new TreeMap<>();
    rebuilds.views().forEach(view -> views.put(view.name(), (RebuildSwitched) view.last()));
    return views;
  }

  /** As somebody might with a database tool. */
  private static void spoil() {
    for (String sql :
        List.of(
            "delete from view_rollout_member where ctid in"
                + " (select ctid from view_rollout_member limit 3)",
            "update view_campaign set row = '{}'",
            "insert into view_consent (person, optional) values ('nobody', false)")) {
      UITROL.jdbc().sql(sql).update();
    }
  }

  /** The history itself grows: it tells of the rebuild. */
  private static Map<String, String> digests() {
    Map<String, String> digests =
        new TreeMap<>(ViewDigests.of(UITROL.jdbc(), UITROL.bean(Projections.class)));
    digests.remove("view.trail");
    return digests;
  }

  private static Map<String, Long> untouched() {
    Map<String, Long> counts = new TreeMap<>();
    for (String table : UNTOUCHED) {
      counts.put(
          table, UITROL.jdbc().sql("select count(*) from " + table).query(Long.class).single());
    }
    return counts;
  }
}
