package org.uitrol.domain.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.directory.DepartmentCommand.NameDepartment;
import org.uitrol.domain.directory.DepartmentEvent.DepartmentNamed;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.Rejected;

class ADepartmentGetsAName {

  private static final Instant NOW = Instant.parse("2027-01-11T08:00:00Z");
  private static final DepartmentId FINANCE = new DepartmentId("financien");
  private static final Department KNOWN = new Department(FINANCE, "Financiën");

  @Test
  void a_new_department_is_named_without_the_white_space_around_it() {
    assertThat(Department.name(null, new NameDepartment(FINANCE, " Financiën ", NOW)))
        .containsExactly(new DepartmentNamed(FINANCE, "Financiën", NOW));
  }

  @Test
  void the_same_name_again_changes_nothing() {
    assertThat(Department.name(KNOWN, new NameDepartment(FINANCE, "Financiën", NOW))).isEmpty();
  }

  @Test
  void another_name_renames_it() {
    assertThat(Department.name(KNOWN, new NameDepartment(FINANCE, "FINANCIEN", NOW)))
        .containsExactly(new DepartmentNamed(FINANCE, "FINANCIEN", NOW));
  }

  @Test
  void a_blank_name_is_refused() {
    assertThatThrownBy(() -> Department.name(null, new NameDepartment(FINANCE, "  ", NOW)))
        .isInstanceOfSatisfying(
            Rejected.class,
            rejected -> assertThat(rejected.code()).isEqualTo("DEPARTMENT_NAME_MISSING"));
  }

  @Test
  void every_kind_of_event_evolves_the_department() {
    assertThat(DepartmentEvent.class.getPermittedSubclasses())
        .containsExactly(DepartmentNamed.class);
    assertThat(Department.evolve(null, new DepartmentNamed(FINANCE, "Financiën", NOW)))
        .isEqualTo(KNOWN);
  }
}
