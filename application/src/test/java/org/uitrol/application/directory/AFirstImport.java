package org.uitrol.application.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.uitrol.application.directory.view.DepartmentRow;
import org.uitrol.domain.directory.DepartmentEvent.DepartmentNamed;
import org.uitrol.domain.directory.EmployeeEvent.EmployeeJoined;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Rejected;

class AFirstImport {

  private static final DepartmentId FINANCE = new DepartmentId("financien");
  private final ImportDesk desk = new ImportDesk();

  @Test
  void lets_everybody_join_under_a_manager_who_stands_later_in_the_file() {
    ImportReport report =
        desk.apply("1;a@x.example;Financiën;2", "2;b@x.example;Financiën;", "3;;HR;B@x.example");
    assertThat(report.counts()).isEqualTo(new ImportCounts(3, 0, 0, 0, 0));
    assertThat(desk.events)
        .containsExactly(
            new DepartmentNamed(FINANCE, "Financiën", ImportDesk.NOW),
            new DepartmentNamed(new DepartmentId("hr"), "HR", ImportDesk.NOW),
            new EmployeeJoined(desk.person("1"), FINANCE, desk.person("2"), ImportDesk.NOW),
            new EmployeeJoined(desk.person("2"), FINANCE, null, ImportDesk.NOW),
            new EmployeeJoined(desk.person("3"), new DepartmentId("hr"), null, ImportDesk.NOW));
  }

  @Test
  void is_only_told_and_not_done_by_a_preview() {
    ImportReport report = desk.preview("1;a@x.example;Financiën;", "2;b@x.example;HR;1");
    assertThat(report.counts()).isEqualTo(new ImportCounts(2, 0, 0, 0, 0));
    assertThat(report.newDepartments()).containsExactly("Financiën", "HR");
    assertThat(desk.vault.count()).isZero();
    assertThat(desk.events).isEmpty();
    assertThat(desk.imports).isEmpty();
  }

  @Test
  void is_refused_when_another_file_was_previewed() {
    assertThatThrownBy(
            () ->
                desk.people.apply(
                    ImportDesk.file("1;;HR;"), "another", ImportDesk.ADMIN, (done, of) -> {}))
        .isInstanceOfSatisfying(
            Rejected.class,
            refused -> assertThat(refused.code()).isEqualTo("FILE_DIFFERS_FROM_PREVIEW"));
    assertThat(desk.events).isEmpty();
  }

  @Test
  void fills_the_directory_and_is_noted_with_its_counts() {
    ImportReport report = desk.apply("1;;Financiën;", "2;;FINANCIËN;1");
    assertThat(desk.directory.departments())
        .containsExactly(new DepartmentRow(FINANCE, "Financiën", 2));
    assertThat(desk.directory.ledBy(desk.person("1"))).hasSize(1);
    assertThat(desk.imports)
        .singleElement()
        .satisfies(
            noted -> {
              assertThat(noted.finished()).isTrue();
              assertThat(noted.fileHash()).isEqualTo(report.hash());
              assertThat(noted.counts()).isEqualTo(report.counts());
              assertThat(noted.actor()).isEqualTo(ImportDesk.ADMIN);
              assertThat(noted.at()).isEqualTo(ImportDesk.NOW);
            });
  }

  @Test
  void stops_between_two_people_when_interrupted_and_goes_on_when_applied_again() {
    var file = ImportDesk.file("1;;HR;3", "2;;HR;3", "3;;HR;");
    ImportReport stopped =
        desk.people.apply(
            file,
            file.hash(),
            ImportDesk.ADMIN,
            (done, of) -> {
              assertThat(of).isEqualTo(3);
              Thread.currentThread().interrupt();
            });
    assertThat(Thread.interrupted()).isTrue();
    assertThat(stopped.complete()).isFalse();
    assertThat(desk.imports.get(0).finished()).isFalse();
    PersonId manager = desk.person("3");
    int before = desk.events.size();

    ImportReport resumed = desk.people.apply(file, file.hash(), ImportDesk.ADMIN, (d, of) -> {});
    assertThat(resumed.complete()).isTrue();
    assertThat(desk.eventsSince(before))
        .containsExactly(
            new EmployeeJoined(desk.person("2"), new DepartmentId("hr"), manager, ImportDesk.NOW),
            new EmployeeJoined(manager, new DepartmentId("hr"), null, ImportDesk.NOW));
    assertThat(desk.vault.count()).isEqualTo(3);
  }
}
