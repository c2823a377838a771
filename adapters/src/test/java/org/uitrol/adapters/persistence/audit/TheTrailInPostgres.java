package org.uitrol.adapters.persistence.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uitrol.application.audit.TrailFilter;
import org.uitrol.application.audit.TrailPage;
import org.uitrol.application.audit.TrailRow;
import org.uitrol.application.audit.view.MemoryTrailStore;
import org.uitrol.application.audit.view.Scope;
import org.uitrol.application.audit.view.Subjects;
import org.uitrol.application.audit.view.TrailStore;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.support.PostgresExtension;

@ExtendWith(PostgresExtension.class)
class TheTrailInPostgres {

  private static final CampaignId COPILOT = new CampaignId("copilot-2027");
  private static final DepartmentId FINANCE = new DepartmentId("finance");
  private static final PersonId SANNE = new PersonId("p-1");
  private static final PersonId JOOST = new PersonId("p-2");
  private static final Instant MONDAY = Instant.parse("2027-01-11T08:00:00Z");

  @Test
  void is_searched_in_tables(JdbcClient jdbc) {
    check(new PostgresTrailStore(jdbc));
  }

  @Test
  void is_searched_the_same_in_memory() {
    check(new MemoryTrailStore());
  }

  @Test
  void is_read_in_its_order_however_long_it_is(JdbcClient jdbc) {
    PostgresTrailStore store = new PostgresTrailStore(jdbc);
    store.clear();
    for (int i = 1; i <= 1_203; i++) {
      store.put(row(i * 3L, "gate.opened", "timer", COPILOT), subjects(Set.of()));
    }
    List<Long> positions = new ArrayList<>();
    store.forEach(TrailFilter.ALL, one -> positions.add(one.position()));

    assertThat(positions).hasSize(1_203).isSorted().doesNotHaveDuplicates();
    store.clear();
  }

  private static void check(TrailStore store) {
    TrailRow first = row(1, "rollout.started", "process:StartWaves", COPILOT);
    TrailRow second = row(4, "gate.opened", "timer", COPILOT);
    TrailRow third = row(5, "gate.opened", "timer", null);
    store.put(first, subjects(Set.of(SANNE, JOOST)));
    store.put(first, subjects(Set.of(SANNE, JOOST)));
    store.put(second, subjects(Set.of(SANNE)));
    store.put(third, new Subjects(Set.of(), Set.of(), Set.of(), Set.of()));

    assertThat(store.search(TrailFilter.ALL, null, 10))
        .isEqualTo(new TrailPage(List.of(third, second, first), null));
    TrailPage page = store.search(TrailFilter.ALL, null, 2);
    assertThat(page).isEqualTo(new TrailPage(List.of(third, second), 4L));
    assertThat(store.search(TrailFilter.ALL, page.next(), 2))
        .isEqualTo(new TrailPage(List.of(first), null));

    assertThat(found(store, TrailFilter.ofCampaign(COPILOT))).containsExactly(first, second);
    assertThat(found(store, TrailFilter.ofDepartment(FINANCE))).containsExactly(first, second);
    assertThat(found(store, TrailFilter.ofPerson(JOOST))).containsExactly(first);
    assertThat(found(store, new TrailFilter(null, null, null, "gate.opened", null, null, null)))
        .containsExactly(second, third);
    assertThat(found(store, new TrailFilter(null, null, SANNE, null, "timer", null, null)))
        .containsExactly(second);
    assertThat(
            found(
                store,
                new TrailFilter(
                    null, null, null, null, null, first.at().plusSeconds(1), third.at())))
        .containsExactly(second);

    assertThat(store.ofStream("r-1")).containsExactly(first, second, third);
    assertThat(store.ofStream("r-2")).isEmpty();
    assertThat(store.streams(TrailFilter.ALL, 5)).isEqualTo(1);
    assertThat(store.streams(TrailFilter.ofPerson(JOOST), 5)).isEqualTo(1);
    assertThat(store.streams(TrailFilter.ofPerson(JOOST), 0)).isZero();
    assertThat(
            store.streams(new TrailFilter(COPILOT, null, null, "gate.opened", null, null, null), 3))
        .isZero();
    assertThat(
            store.streams(new TrailFilter(COPILOT, null, null, "gate.opened", null, null, null), 4))
        .isEqualTo(1);

    assertThat(
            found(store, new TrailFilter(null, null, null, null, null, "self", "page", null, null)))
        .containsExactly(first, second, third);
    assertThat(
            found(
                store, new TrailFilter(null, null, null, null, null, null, "private", null, null)))
        .hasSize(3);
    assertThat(
            found(
                store,
                new TrailFilter(null, null, null, null, null, null, "page/public", null, null)))
        .isEmpty();
    TrailFilter timed =
        new TrailFilter(COPILOT, null, null, null, null, null, null, first.at(), null);
    TrailPage latest = store.search(timed, null, 1);
    assertThat(latest).isEqualTo(new TrailPage(List.of(second), second.position()));
    assertThat(store.search(timed, latest.next(), 1))
        .isEqualTo(new TrailPage(List.of(first), null));

    assertThat(store.find("e-4")).contains(second);
    assertThat(store.find("none")).isEmpty();

    store.belongs("s-1", new Scope(COPILOT, null));
    store.belongs("s-1", new Scope(COPILOT, FINANCE));
    assertThat(store.scope("s-1")).contains(new Scope(COPILOT, FINANCE));
    assertThat(store.scope("s-2")).isEmpty();

    store.clear();
    assertThat(found(store, TrailFilter.ALL)).isEmpty();
    assertThat(store.scope("s-1")).isEmpty();
  }

  private static List<TrailRow> found(TrailStore store, TrailFilter filter) {
    List<TrailRow> rows = new ArrayList<>();
    store.forEach(filter, rows::add);
    return rows;
  }

  private static Subjects subjects(Set<PersonId> people) {
    return new Subjects(Set.of(COPILOT), Set.of(FINANCE), people, Set.of());
  }

  private static TrailRow row(
      long position, String name, String actor, @Nullable CampaignId campaign) {
    return new TrailRow(
        position,
        "e-" + position,
        MONDAY.plusSeconds(position),
        MONDAY.plusSeconds(position),
        name,
        1,
        "r-1",
        "rollout",
        campaign,
        campaign == null ? null : FINANCE,
        null,
        actor,
        "c-1",
        "k-1",
        "self",
        "page/private",
        "0.1.0, plan 2",
        "{\"rollout\":\"r-1\"}");
  }
}
