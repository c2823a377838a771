package org.uitrol.adapters.persistence.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.uitrol.application.directory.view.DepartmentRow;
import org.uitrol.application.directory.view.DirectoryStore;
import org.uitrol.application.directory.view.MemberRow;
import org.uitrol.application.directory.view.MemoryDirectoryStore;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;

class WhoWorksWhereInPostgres {

  private static final DepartmentId FINANCE = new DepartmentId("financien");
  private static final DepartmentId DESK = new DepartmentId("burgerzaken");
  private static final PersonId SANNE = new PersonId("p-1");
  private static final PersonId JOOST = new PersonId("p-2");
  private static final PersonId NOOR = new PersonId("p-3");

  @Test
  void is_answered_from_tables() {
    check(new PostgresDirectoryStore(new DirectoryDatabase().jdbc));
  }

  @Test
  void is_answered_the_same_from_memory() {
    check(new MemoryDirectoryStore());
  }

  private static void check(DirectoryStore store) {
    store.name(FINANCE, "Financien");
    store.name(FINANCE, "Financiën");
    store.name(DESK, "Burgerzaken");
    store.put(new MemberRow(JOOST, FINANCE, null, true));
    store.put(new MemberRow(SANNE, DESK, JOOST, true));
    store.put(new MemberRow(SANNE, FINANCE, JOOST, true));
    store.put(new MemberRow(NOOR, FINANCE, JOOST, false));

    assertThat(store.members(FINANCE))
        .containsExactly(
            new MemberRow(SANNE, FINANCE, JOOST, true), new MemberRow(JOOST, FINANCE, null, true));
    assertThat(store.members(DESK)).isEmpty();
    assertThat(store.ledBy(JOOST)).containsExactly(new MemberRow(SANNE, FINANCE, JOOST, true));
    assertThat(store.member(NOOR)).contains(new MemberRow(NOOR, FINANCE, JOOST, false));
    assertThat(store.left()).containsExactly(new MemberRow(NOOR, FINANCE, JOOST, false));
    assertThat(store.departments())
        .containsExactly(
            new DepartmentRow(DESK, "Burgerzaken", 0), new DepartmentRow(FINANCE, "Financiën", 2));
    assertThat(store.department(FINANCE)).contains(new DepartmentRow(FINANCE, "Financiën", 2));
    assertThat(store.department(new DepartmentId("none"))).isEmpty();

    store.clear();
    assertThat(store.departments()).isEmpty();
    assertThat(store.member(NOOR)).isEmpty();
  }
}
