package org.uitrol.adapters.persistence.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.support.PostgresExtension;

@ExtendWith(PostgresExtension.class)
class MembershipsInPostgres {

  private static final DepartmentId FINANCE = new DepartmentId("finance");
  private static final DepartmentId LEGAL = new DepartmentId("legal");
  private static final PersonId SANNE = new PersonId("p-1");
  private static final PersonId JOOST = new PersonId("p-2");
  private static final PersonId NOOR = new PersonId("p-3");

  @Test
  void follow_who_joins_moves_leaves_and_returns(JdbcClient jdbc) {
    PostgresMemberships memberships = new PostgresMemberships(jdbc);
    memberships.put(JOOST, FINANCE, null);
    memberships.put(SANNE, LEGAL, NOOR);
    memberships.put(SANNE, FINANCE, JOOST);
    memberships.put(SANNE, FINANCE, JOOST);

    assertThat(memberships.members(FINANCE)).containsExactly(SANNE, JOOST);
    assertThat(memberships.members(LEGAL)).isEmpty();
    assertThat(memberships.managerOf(SANNE)).contains(JOOST);
    assertThat(memberships.managerOf(JOOST)).isEmpty();
    assertThat(memberships.departmentOf(SANNE)).contains(FINANCE);
    assertThat(memberships.departmentOf(NOOR)).isEmpty();

    memberships.manager(SANNE, NOOR);
    assertThat(memberships.managerOf(SANNE)).contains(NOOR);
    memberships.manager(SANNE, null);
    assertThat(memberships.managerOf(SANNE)).isEmpty();
    memberships.manager(new PersonId("none"), NOOR);
    assertThat(memberships.managerOf(new PersonId("none"))).isEmpty();

    memberships.remove(SANNE);
    memberships.remove(SANNE);
    assertThat(memberships.members(FINANCE)).containsExactly(JOOST);
    assertThat(memberships.departmentOf(SANNE)).isEmpty();
    memberships.put(SANNE, LEGAL, null);
    assertThat(memberships.members(LEGAL)).containsExactly(SANNE);
  }

  @Test
  void call_a_department_by_its_name_or_else_by_its_key(JdbcClient jdbc) {
    new PostgresDirectoryStore(jdbc).name(FINANCE, "Financiën");

    PostgresMemberships memberships = new PostgresMemberships(jdbc);
    assertThat(memberships.name(FINANCE)).isEqualTo("Financiën");
    assertThat(memberships.name(LEGAL)).isEqualTo("legal");
  }
}
