package org.uitrol.adapters.persistence.concern;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uitrol.application.concern.port.ConcernIndex;
import org.uitrol.application.concern.port.ConcernIndex.Entry;
import org.uitrol.application.concern.view.ConcernRow;
import org.uitrol.application.concern.view.ConcernStore;
import org.uitrol.application.concern.view.MemoryConcernStore;
import org.uitrol.domain.concern.Concern;
import org.uitrol.domain.concern.Concern.Mark;
import org.uitrol.domain.concern.Concern.Origin;
import org.uitrol.domain.concern.Concern.Status;
import org.uitrol.domain.concern.ConcernCategory;
import org.uitrol.domain.rollout.ConcernCount;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.ConcernId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.support.PostgresExtension;

@ExtendWith(PostgresExtension.class)
class ConcernsInPostgres {

  private static final CampaignId COPILOT = new CampaignId("copilot");
  private static final CampaignId OTHER = new CampaignId("other");
  private static final DepartmentId FINANCE = new DepartmentId("finance");
  private static final DepartmentId LEGAL = new DepartmentId("legal");
  private static final PersonId SANNE = new PersonId("p-1");
  private static final PersonId OWNER = new PersonId("p-2");
  private static final Instant MONDAY = Instant.parse("2027-01-11T08:00:00Z");

  @Test
  void are_kept_in_tables(JdbcClient jdbc) {
    check(new PostgresConcernStore(jdbc));
  }

  @Test
  void are_kept_the_same_in_memory() {
    check(new MemoryConcernStore());
  }

  @Test
  void are_counted_for_each_department(JdbcClient jdbc) {
    ConcernIndex index = new PostgresConcernIndex(jdbc);
    Entry everywhere = entry("c-1", null, SANNE, true);
    Entry finance = entry("c-2", FINANCE, null, false);
    index.put(everywhere.open(false));
    index.put(everywhere);
    index.put(finance);
    index.put(entry("c-3", LEGAL, null, true).open(false));

    assertThat(index.find(everywhere.concern())).contains(everywhere);
    assertThat(index.find(new ConcernId("none"))).isEmpty();
    assertThat(index.open(COPILOT)).containsExactly(everywhere, finance);
    assertThat(index.count(COPILOT, FINANCE)).isEqualTo(new ConcernCount(2, 1));
    assertThat(index.count(COPILOT, LEGAL)).isEqualTo(new ConcernCount(1, 1));
    assertThat(index.count(OTHER, FINANCE)).isEqualTo(ConcernCount.NONE);

    index.put(finance.ownedBy(SANNE).marked(true).told(true));
    assertThat(index.count(COPILOT, FINANCE)).isEqualTo(new ConcernCount(2, 2));
    assertThat(index.find(finance.concern()).orElseThrow().owner()).isEqualTo(SANNE);
  }

  private static void check(ConcernStore store) {
    ConcernRow late = row("c-1", SANNE, Status.OPEN, 60, 0, 0);
    ConcernRow soon = row("c-2", null, Status.OPEN, 30, 0, 10);
    ConcernRow old = row("c-3", SANNE, Status.ANSWERED, 5, 1, 20);
    ConcernRow older = row("c-4", SANNE, Status.WITHDRAWN, 90, 0, 15);
    store.put(row("c-1", SANNE, Status.ANSWERED, 1, 1, 0));
    store.put(late);
    store.put(soon);
    store.put(old);
    store.put(older);

    assertThat(store.find(soon.concern().id())).contains(soon);
    assertThat(store.find(new ConcernId("none"))).isEmpty();
    assertThat(store.list()).containsExactly(soon, late, old, older);
    assertThat(store.ofPerson(SANNE)).containsExactly(old, older, late);
    assertThat(store.published(COPILOT)).containsExactly(old);
    assertThat(store.published(OTHER)).isEmpty();

    store.clear();
    assertThat(store.list()).isEmpty();
  }

  private static ConcernRow row(
      String id, @Nullable PersonId asker, Status status, int due, int version, int raised) {
    return new ConcernRow(
        new Concern(
            new ConcernId(id),
            COPILOT,
            FINANCE,
            asker == null ? Origin.ANONYMOUS : Origin.EMPLOYEE,
            asker,
            ConcernCategory.DATA,
            OWNER,
            Mark.RULE,
            status,
            version,
            MONDAY.plusSeconds(due),
            false),
        MONDAY.plusSeconds(raised),
        version,
        version == 0 ? null : MONDAY);
  }

  private static Entry entry(
      String id, @Nullable DepartmentId department, @Nullable PersonId asker, boolean marked) {
    return new Entry(new ConcernId(id), COPILOT, department, asker, OWNER, true, marked, false);
  }
}
