package org.uitrol.adapters.persistence.adoption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.adapters.persistence.adoption.UsageReports.report;
import static org.uitrol.adapters.persistence.adoption.UsageReports.said;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uitrol.application.adoption.port.UsageStore;
import org.uitrol.application.adoption.port.UsageStore.Report;
import org.uitrol.application.shared.AsOf;
import org.uitrol.domain.adoption.UsageHistory;
import org.uitrol.domain.adoption.UsageLayout;
import org.uitrol.domain.adoption.UsageProduct;
import org.uitrol.domain.adoption.UsageStatement;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.UsageImportId;
import org.uitrol.support.PostgresExtension;

@ExtendWith(PostgresExtension.class)
class UseInPostgres {

  private static final PersonId SANNE = new PersonId("p-1");
  private static final PersonId JOOST = new PersonId("p-2");
  private static final Instant MONDAY = Instant.parse("2027-03-01T08:00:00.123456Z");
  private static final Instant TUESDAY = MONDAY.plusSeconds(86_400);
  private static final LocalDate LONG_AGO = LocalDate.parse("2026-01-01");

  private final Report monday = report("r-1", UsageLayout.COPILOT_GRAPH_V1, "2027-02-28", MONDAY);
  private final Report tuesday = report("r-2", UsageLayout.COPILOT_GRAPH_V2, "2027-03-01", TUESDAY);
  private final Report late = report("r-3", UsageLayout.COPILOT_GRAPH_V2, "2027-02-01", TUESDAY);

  @BeforeEach
  void forget(JdbcClient jdbc) {
    jdbc.sql("delete from usage_statement").update();
    jdbc.sql("delete from usage_report").update();
  }

  @Test
  void is_given_back_as_it_was_kept(JdbcClient jdbc) {
    UsageStore store = new PostgresUsageStore(jdbc);
    UsageStatement dates = said("2027-02-28", MONDAY, "2027-02-10", "2027-02-26");
    UsageStatement counts =
        new UsageStatement(
            LocalDate.parse("2027-02-28"),
            MONDAY,
            LocalDate.parse("2027-02-01"),
            LocalDate.parse("2027-02-27"),
            new TreeSet<>(),
            0);

    store.add(monday, Map.of(SANNE, List.of(dates, counts), JOOST, List.of(dates)));

    assertThat(store.ofPerson(SANNE)).containsExactlyInAnyOrder(dates, counts);
    assertThat(store.people(monday.usageImport())).containsExactlyInAnyOrder(SANNE, JOOST);
    assertThat(store.people(new UsageImportId("none"))).isEmpty();
    assertThat(store.histories(UsageProduct.COPILOT, List.of(SANNE), LONG_AGO, TUESDAY))
        .containsOnly(Map.entry(SANNE, new UsageHistory(List.of(dates, counts))));
    assertThat(store.histories(UsageProduct.CHATGPT, List.of(SANNE), LONG_AGO, TUESDAY)).isEmpty();
    assertThat(store.histories(UsageProduct.COPILOT, List.of(), LONG_AGO, TUESDAY)).isEmpty();
  }

  @Test
  void has_two_axes_of_time(JdbcClient jdbc) {
    UsageStore store = new PostgresUsageStore(jdbc);
    UsageStatement first = said("2027-02-28", MONDAY, "2027-02-28");
    UsageStatement corrected = said("2027-03-01", TUESDAY, "2027-02-03");
    UsageStatement older = said("2027-02-01", TUESDAY, "2027-01-30");
    store.add(monday, Map.of(SANNE, List.of(first)));
    store.add(tuesday, Map.of(SANNE, List.of(corrected)));
    store.add(late, Map.of(SANNE, List.of(older)));

    assertThat(store.latest(UsageProduct.COPILOT, AsOf.known(MONDAY.minusSeconds(1)))).isEmpty();
    assertThat(store.latest(UsageProduct.COPILOT, AsOf.known(MONDAY))).contains(monday);
    assertThat(store.latest(UsageProduct.COPILOT, AsOf.known(TUESDAY))).contains(tuesday);
    assertThat(store.latest(UsageProduct.CHATGPT, AsOf.known(TUESDAY))).isEmpty();
    assertThat(known(store, LONG_AGO, MONDAY)).containsExactly(first);
    assertThat(known(store, LONG_AGO, TUESDAY)).containsExactly(corrected, first, older);
    assertThat(known(store, LocalDate.parse("2027-02-15"), TUESDAY))
        .containsExactly(corrected, first);
  }

  @Test
  void takes_more_people_from_a_report_that_is_there(JdbcClient jdbc) {
    UsageStore store = new PostgresUsageStore(jdbc);
    UsageStatement one = said("2027-02-28", MONDAY, "2027-02-28");
    store.add(monday, Map.of(SANNE, List.of(one)));
    Report again = report("r-1", UsageLayout.COPILOT_GRAPH_V1, "2027-02-28", TUESDAY);

    store.add(again, Map.of(JOOST, List.of(said("2027-02-28", TUESDAY, "2027-02-28"))));

    assertThat(store.people(monday.usageImport())).containsExactlyInAnyOrder(SANNE, JOOST);
    assertThat(store.latest(UsageProduct.COPILOT, AsOf.known(TUESDAY))).contains(monday);
  }

  @Test
  void of_many_people_is_kept_of_each(JdbcClient jdbc) {
    UsageStore store = new PostgresUsageStore(jdbc);
    Map<PersonId, List<UsageStatement>> all = new HashMap<>();
    for (int number = 0; number < 2_500; number++) {
      LocalDate day = LocalDate.parse("2027-02-01").plusDays(number % 28);
      all.put(
          new PersonId("many-" + number),
          List.of(said("2027-02-28", MONDAY, day.toString()), said("2027-02-27", MONDAY)));
    }

    store.add(monday, all);

    Map<PersonId, UsageHistory> kept =
        store.histories(UsageProduct.COPILOT, all.keySet(), LONG_AGO, TUESDAY);
    assertThat(kept).hasSize(2_500);
    all.forEach((person, some) -> assertThat(kept.get(person)).isEqualTo(new UsageHistory(some)));
  }

  @Test
  void is_not_outdated_by_a_report_that_hides_all_names(JdbcClient jdbc) {
    UsageStore store = new PostgresUsageStore(jdbc);
    store.add(monday, Map.of(SANNE, List.of(said("2027-02-28", MONDAY, "2027-02-28"))));
    store.add(tuesday, Map.of());

    assertThat(store.latest(UsageProduct.COPILOT, AsOf.known(TUESDAY))).contains(monday);
    assertThat(store.latestHiding(UsageProduct.COPILOT, AsOf.known(TUESDAY))).contains(tuesday);
    assertThat(store.latestHiding(UsageProduct.COPILOT, AsOf.known(MONDAY))).contains(monday);
    assertThat(store.latestHiding(UsageProduct.CHATGPT, AsOf.known(TUESDAY))).isEmpty();
  }

  private static List<UsageStatement> known(UsageStore store, LocalDate since, Instant at) {
    return store.histories(UsageProduct.COPILOT, List.of(SANNE), since, at).values().stream()
        .flatMap(history -> history.statements().stream())
        .toList();
  }
}
