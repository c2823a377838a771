package org.uitrol.application.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.uitrol.application.directory.PeopleImport.Progress;
import org.uitrol.application.directory.port.ImportTurn.Held;
import org.uitrol.application.directory.port.PeopleImportLog.PastImport;
import org.uitrol.application.directory.port.PeopleSource;
import org.uitrol.domain.directory.EmployeeEvent;
import org.uitrol.domain.directory.EmployeeEvent.EmployeeJoined;
import org.uitrol.domain.shared.Rejected;

class AnImportThatStops {

  private static final String[] ROWS = {
    "1;a@x.example;HR;5", "2;;HR;", "3;;HR;", "4;;HR;", "5;;HR;1"
  };
  private static final Progress NOBODY = (done, of) -> {};

  private final ImportDesk desk = new ImportDesk(2);
  private final PeopleSource file = ImportDesk.file(ROWS);

  @Test
  void when_asked_has_done_the_people_of_its_line_and_no_others() {
    assertThat(stopAfterTwo().complete()).isFalse();
    PastImport past = desk.imports.get(0);
    assertThat(past)
        .extracting(
            PastImport::finished,
            PastImport::stopped,
            PastImport::prepared,
            PastImport::done,
            PastImport::line,
            PastImport::people,
            PastImport::percent)
        .containsExactly(false, PeopleImport.ASKED, 5, 4, 5L, 5, 90);
    assertThat(joined()).containsExactly("1", "2", "3", "4");
    assertThat(desk.isTaken()).isFalse();
    assertThat(desk.people.canGoOn(past)).isTrue();
  }

  @Test
  void goes_on_behind_its_line_under_the_same_number() {
    stopAfterTwo();
    List<Integer> told = new ArrayList<>();
    assertThat(
            desk.people
                .apply(file, file.hash(), ImportDesk.ADMIN, (done, of) -> told.add(done))
                .complete())
        .isTrue();
    assertThat(told).containsExactly(5);
    assertThat(joined()).containsExactly("1", "2", "3", "4", "5");
    assertThat(desk.imports)
        .singleElement()
        .satisfies(
            past -> {
              assertThat(past.finished()).isTrue();
              assertThat(past.stopped()).isEmpty();
              assertThat(past.done()).isEqualTo(5);
              assertThat(past.percent()).isEqualTo(100);
              assertThat(past.counts()).isEqualTo(new ImportCounts(5, 0, 0, 0, 0));
            });
    assertThat(desk.stages.stages).isEmpty();
  }

  @Test
  void begins_anew_when_somebody_before_its_line_changed_since() {
    stopAfterTwo();
    desk.vault.put(
        desk.person("1"),
        desk.vault
            .find(desk.person("1"))
            .orElseThrow()
            .with(Map.of(PersonField.EMAIL, "since@x.example")));
    List<Integer> told = new ArrayList<>();
    desk.people.apply(file, file.hash(), ImportDesk.ADMIN, (done, of) -> told.add(done));
    assertThat(told).containsExactly(2, 4, 5);
    assertThat(desk.vault.findByEmail("a@x.example")).contains(desk.person("1"));
    assertThat(joined()).containsExactly("1", "2", "3", "4", "5");
  }

  @Test
  void is_another_one_once_another_file_came_between() {
    stopAfterTwo();
    desk.apply("3;;Finance;");
    desk.people.apply(file, file.hash(), ImportDesk.ADMIN, NOBODY);
    assertThat(desk.imports).extracting(PastImport::finished).containsExactly(false, true, true);
    assertThat(desk.vault.find(desk.person("3")).orElseThrow().department()).isEqualTo("HR");
    assertThat(joined()).containsExactly("1", "2", "3", "4", "5");
  }

  @Test
  void on_a_failure_says_so_and_gives_its_turn_back() {
    assertThatThrownBy(
            () ->
                desk.people.apply(
                    file,
                    file.hash(),
                    ImportDesk.ADMIN,
                    (done, of) -> {
                      throw new IllegalStateException("no more");
                    }))
        .hasMessage("no more");
    assertThat(desk.imports.get(0).stopped()).isEqualTo("FAILED");
    assertThat(desk.isTaken()).isFalse();
  }

  @Test
  void has_the_turn_alone() {
    Held other = desk.take().orElseThrow();
    assertThatThrownBy(() -> desk.apply(ROWS))
        .isInstanceOfSatisfying(
            Rejected.class, refused -> assertThat(refused.code()).isEqualTo("IMPORT_RUNNING"));
    other.close();
    assertThat(desk.events).isEmpty();
    assertThat(desk.imports).isEmpty();
  }

  @Test
  void of_too_many_rows_is_refused_at_the_first_one_too_many() {
    StageId stage = new StageId("stage");
    desk.stages.open(stage, "hash");
    PeopleReading reading = new PeopleReading(desk.stages, stage, () -> "id", 2, 3);
    assertThatThrownBy(() -> file.read(reading))
        .isInstanceOfSatisfying(
            UnreadablePeopleFile.class,
            unreadable -> {
              assertThat(unreadable.code()).isEqualTo("FILE_TOO_LONG");
              assertThat(unreadable.line()).isEqualTo(5);
            });
  }

  private ImportReport stopAfterTwo() {
    return desk.people.apply(
        file,
        file.hash(),
        ImportDesk.ADMIN,
        (done, of) -> desk.askToStop(desk.imports.get(0).number()));
  }

  private List<String> joined() {
    return desk.events.stream()
        .filter(EmployeeJoined.class::isInstance)
        .map(event -> ((EmployeeEvent) event).person())
        .map(person -> desk.vault.find(person).orElseThrow().employeeNumber())
        .toList();
  }
}
