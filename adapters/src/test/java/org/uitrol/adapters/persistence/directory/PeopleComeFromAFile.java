package org.uitrol.adapters.persistence.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.uitrol.adapters.files.PeopleFile;
import org.uitrol.adapters.persistence.eventstore.Processors;
import org.uitrol.application.directory.ImportCounts;
import org.uitrol.application.directory.ImportReport;
import org.uitrol.application.directory.PeopleImport;
import org.uitrol.application.directory.PersonalData;
import org.uitrol.application.directory.port.PeopleImportLog;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.application.directory.view.DepartmentRow;
import org.uitrol.application.directory.view.DirectoryStore;
import org.uitrol.application.directory.view.MemberRow;
import org.uitrol.application.shared.Actor;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.support.RunningApplication;

class PeopleComeFromAFile {

  @RegisterExtension
  static final RunningApplication APP =
      RunningApplication.of(DirectoryOnly.class).with("spring.main.web-application-type=none");

  private static final Actor ADMIN = new Actor("account:admin");
  private static final DepartmentId FINANCE = new DepartmentId("financien");
  private static final String FIRST =
      """
      personeelsnummer;e-mailadres;voornaam;tussenvoegsel;achternaam;afdeling;leidinggevende
      1;Zoe@gemeente-voorbeeld.example;Zoë;van;Dijk;Financiën;2
      2;bas@gemeente-voorbeeld.example;Bas;;Smit;Financiën;
      3;josé@gemeente-voorbeeld.example;José;;Pérez;Financiën;2
      """;

  private final PeopleImport people = APP.bean(PeopleImport.class);
  private final PersonVault vault = APP.bean(PersonVault.class);
  private final DirectoryStore directory = APP.bean(DirectoryStore.class);

  @Test
  void into_the_vault_the_history_and_the_directory_and_the_same_file_again_changes_nothing() {
    PeopleFile file = PeopleFile.of(FIRST.getBytes(StandardCharsets.UTF_8));
    ImportReport preview = people.preview(file);
    assertThat(preview.counts()).isEqualTo(new ImportCounts(2, 0, 0, 1, 0));
    assertThat(preview.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.line()).isEqualTo(4));
    assertThat(events()).isEmpty();

    assertThat(people.apply(file, preview.hash(), ADMIN, (done, of) -> {}).counts())
        .isEqualTo(preview.counts());
    await().until(APP.bean(Processors.class)::caughtUp);
    PersonId zoe = vault.findByEmail("zoe@gemeente-voorbeeld.example").orElseThrow();
    PersonId bas = vault.findByEmployeeNumber("2").orElseThrow();
    assertThat(vault.find(zoe).map(PersonalData::name)).contains("Zoë van Dijk");
    assertThat(directory.member(zoe)).contains(new MemberRow(zoe, FINANCE, bas, true));
    assertThat(directory.departments()).containsExactly(new DepartmentRow(FINANCE, "Financiën", 2));
    List<String> events = events();
    assertThat(events).hasSize(3);
    assertThat(String.join("\n", events))
        .contains("Financiën")
        .doesNotContainIgnoringCase("zoe@", "Zoë", "Dijk", "Smit");

    assertThat(people.apply(file, preview.hash(), ADMIN, (done, of) -> {}).counts())
        .isEqualTo(new ImportCounts(0, 0, 2, 1, 0));
    assertThat(events()).isEqualTo(events);
    assertThat(vault.count()).isEqualTo(2);
    assertThat(APP.bean(PeopleImportLog.class).latest(10))
        .extracting(past -> past.finished(), past -> past.counts().added(), past -> past.fileHash())
        .containsExactly(tuple(true, 0, file.hash()), tuple(true, 2, file.hash()));
  }

  private static List<String> events() {
    return APP.jdbc()
        .sql("select payload || meta_data from domain_event_entry order by global_index")
        .query(String.class)
        .list();
  }
}
