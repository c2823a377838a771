package org.uitrol.adapters.persistence.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.uitrol.adapters.files.PeopleFile;
import org.uitrol.application.directory.ImportCounts;
import org.uitrol.application.directory.ImportReport;
import org.uitrol.application.directory.PeopleImport;
import org.uitrol.application.directory.PeopleImport.Begun;
import org.uitrol.application.directory.PeopleImport.Progress;
import org.uitrol.application.directory.PeopleImport.Waiting;
import org.uitrol.application.directory.PersonField;
import org.uitrol.application.directory.PersonalData;
import org.uitrol.application.directory.RowProblem;
import org.uitrol.application.directory.StageId;
import org.uitrol.application.directory.UnreadablePeopleFile;
import org.uitrol.application.directory.port.ImportTurn;
import org.uitrol.application.directory.port.ImportTurn.Held;
import org.uitrol.application.directory.port.PeopleImportLog;
import org.uitrol.application.directory.port.PeopleImportLog.PastImport;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.application.shared.Actor;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.support.RunningApplication;

class AnImportOnPostgres {

  @RegisterExtension
  static final RunningApplication APP =
      RunningApplication.of(DirectoryOnly.class).with("spring.main.web-application-type=none");

  private static final Actor ADMIN = new Actor("account:admin");
  private static final Progress NOBODY = (done, of) -> {};
  private static final List<String> STAGE_TABLES =
      List.of("people_stage", "people_stage_row", "people_stage_department", "people_stage_match");

  private final PeopleImport people = APP.bean(PeopleImport.class);
  private final PersonVault vault = APP.bean(PersonVault.class);
  private final PeopleImportLog log = APP.bean(PeopleImportLog.class);

  @Test
  void of_more_people_than_one_transaction_takes_finds_leaders_in_both_directions() {
    ImportReport report =
        apply(rows("l", 1_200, i -> "l%d;;Lead;l%d".formatted(i, i == 600 ? 1_199 : 600)));

    assertThat(report.counts()).extracting(ImportCounts::added).isEqualTo(1_200);
    PersonId leader = person("l600");
    assertThat(data("l3").manager()).isEqualTo(leader);
    assertThat(data("l1199").manager()).isEqualTo(leader);
    assertThat(data("l600").manager()).isEqualTo(person("l1199"));
    assertThat(
            APP.jdbc()
                .sql(
                    "select count(*) from domain_event_entry where payload_type ="
                        + " 'employee.joined' and payload like '%\"lead\"%'")
                .query(Integer.class)
                .single())
        .isEqualTo(1_200);
    assertThat(history("l3")).containsExactly("employee.joined");
    assertThat(metaData("l3")).contains("account:admin", "cause", "correlation");
    assertThat(apply(rows("l", 1_200, i -> "l%d;;Lead;l%d".formatted(i, i == 600 ? 1_199 : 600))))
        .extracting(again -> again.counts().unchanged())
        .isEqualTo(1_200);
    assertThat(history("l3")).containsExactly("employee.joined");
  }

  @Test
  void lets_people_exchange_addresses_who_stand_far_apart() {
    apply(rows("x", 1_100, i -> "x%d;x%d@x.example;X;".formatted(i, i)));
    ImportReport report =
        apply(rows("x", 1_100, i -> "x%d;x%d@x.example;X;".formatted(i, 1_099 - i)));

    assertThat(report.counts()).extracting(ImportCounts::changed).isEqualTo(1_100);
    assertThat(vault.findByEmail("x0@x.example")).contains(person("x1099"));
    assertThat(vault.findByEmail("x1099@x.example")).contains(person("x0"));
    assertThat(history("x0")).containsExactly("employee.joined", "employee.details-changed");
    assertThat(history("x1099")).containsExactly("employee.joined", "employee.details-changed");
  }

  @Test
  void tells_that_an_address_changed_of_somebody_who_has_none_left() {
    apply(rows("g", 700, i -> "g%d;g%d@g.example;G;".formatted(i, i)));
    apply(
        rows(
            "g", 700, i -> i == 0 ? "g0;g699@g.example;G;" : "g%d;%s;G;".formatted(i, address(i))));

    assertThat(vault.findByEmail("g699@g.example")).contains(person("g0"));
    assertThat(data("g699").email()).isEmpty();
    assertThat(history("g699")).containsExactly("employee.joined", "employee.details-changed");
    assertThat(history("g5")).containsExactly("employee.joined");
  }

  @Test
  void refuses_all_rows_of_a_column_that_slipped_when_the_last_address_is_not_free() {
    int all = 1_500;
    apply(rows("c", all, i -> "c%d;c%d@c.example;C;".formatted(i, i)));
    ImportReport report =
        people.preview(file(rows("c", all - 1, i -> "c%d;c%d@c.example;C;".formatted(i, i + 1))));

    assertThat(report.counts().refused()).isEqualTo(all - 1);
    assertThat(report.problemCount()).isEqualTo(all - 1);
    assertThat(report.problems())
        .hasSize(500)
        .allSatisfy(problem -> assertThat(problem.code()).isEqualTo("EMAIL_TAKEN"))
        .extracting(RowProblem::line)
        .startsWith(2L)
        .endsWith(501L)
        .isSorted();
  }

  @Test
  void knows_people_by_address_unless_another_row_has_their_number() {
    apply("n1;n1@n.example;N;", ";n2@n.example;N;");
    ImportReport report =
        apply("n9;n1@n.example;N;", "n1;other@n.example;N;", "n2;n2@n.example;N;");

    assertThat(report.counts()).isEqualTo(new ImportCounts(1, 2, 0, 0, report.counts().absent()));
    assertThat(vault.findByEmail("other@n.example")).contains(person("n1"));
    assertThat(vault.findByEmail("n1@n.example")).contains(person("n9"));
    assertThat(vault.findByEmail("n2@n.example")).contains(person("n2"));
  }

  @Test
  void refuses_contradicting_rows_that_stand_far_apart() {
    List<String> rows =
        new ArrayList<>(
            List.of(rows("d", 1_001, i -> "d%d;d%d@d.example;Dé & D;".formatted(i, i))));
    rows.add("D0;;Dé & D;");
    rows.add("d9999;d1@d.example;Dé & D;");
    rows.add("d8888;;De + D;");
    rows.add("d7777;;財務;");
    rows.add("d6666;;Dé & D;nobody@d.example");
    rows.add("d5555;;Dé & D;d5555");
    ImportReport report = people.preview(file(rows.toArray(String[]::new)));

    assertThat(report.problems())
        .extracting(RowProblem::line, RowProblem::code, RowProblem::refused)
        .containsExactly(
            tuple(1_003L, "EMPLOYEE_NUMBER_TWICE", true),
            tuple(1_004L, "EMAIL_TWICE", true),
            tuple(1_005L, "DEPARTMENT_NAMES_CLASH", true),
            tuple(1_006L, "DEPARTMENT_NAME_UNUSABLE", true),
            tuple(1_007L, "MANAGER_UNKNOWN", false),
            tuple(1_008L, "MANAGER_IS_SELF", false));
    assertThat(report.problems().get(0).reason()).endsWith("line 2");
    assertThat(report.problems().get(1).reason()).endsWith("line 3");
    assertThat(report.counts()).extracting(ImportCounts::added).isEqualTo(1_003);
    assertThat(report.newDepartments()).containsExactly("Dé & D");
    assertThat(vault.findByEmployeeNumber("d0")).isEmpty();
    assertThat(staged()).isZero();
  }

  @Test
  void of_a_file_that_breaks_far_below_leaves_nothing_behind() {
    String[] rows = rows("b", 2_000, i -> "b%d;;B;".formatted(i));
    rows[1_700] = "b1700;\"x;B;";
    PeopleFile broken = file(rows);

    assertThatThrownBy(() -> people.preview(broken))
        .isInstanceOfSatisfying(
            UnreadablePeopleFile.class, e -> assertThat(e.line()).isEqualTo(1_702));
    int imports = log.latest(100).size();
    assertThatThrownBy(() -> people.apply(broken, broken.hash(), ADMIN, NOBODY))
        .isInstanceOf(UnreadablePeopleFile.class);
    assertThat(log.latest(100)).hasSize(imports);
    assertThat(vault.findByEmployeeNumber("b0")).isEmpty();
    assertThat(staged()).isZero();
    assertThat(people.isAtWork()).isFalse();
  }

  @Test
  void that_was_interrupted_goes_on_where_it_was_with_each_event_once() {
    String[] rows = rows("i", 1_300, i -> "i%d;;I;i%d".formatted(i, (i + 1) % 1_300));
    PeopleFile file = file(rows);
    List<Integer> told = new ArrayList<>();
    ImportReport stopped =
        people.apply(
            file,
            file.hash(),
            ADMIN,
            (done, of) -> {
              told.add(done);
              assertThat(of).isEqualTo(1_300);
              Thread.currentThread().interrupt();
            });
    assertThat(Thread.interrupted()).isTrue();
    assertThat(stopped.complete()).isFalse();
    assertThat(told).containsExactly(500);
    PastImport past = log.latest(1).get(0);
    assertThat(past)
        .extracting(PastImport::finished, PastImport::stopped, PastImport::done, PastImport::line)
        .containsExactly(false, PeopleImport.INTERRUPTED, 500, 501L);
    assertThat(history("i499")).hasSize(1);
    assertThat(history("i500")).isEmpty();
    assertThat(people.preview(file).counts())
        .extracting(ImportCounts::changed, ImportCounts::unchanged)
        .containsExactly(800, 500);

    told.clear();
    ImportReport rest = people.apply(file(rows), file.hash(), ADMIN, (done, of) -> told.add(done));
    assertThat(rest.complete()).isTrue();
    assertThat(told).containsExactly(1_000, 1_300);
    assertThat(log.latest(1).get(0))
        .extracting(PastImport::number, PastImport::finished, PastImport::done)
        .containsExactly(past.number(), true, 1_300);
    assertThat(
            APP.jdbc()
                .sql(
                    "select aggregate_identifier from domain_event_entry"
                        + " where payload like '%\"department\":\"i\"%'"
                        + " and payload_type <> 'department.named'")
                .query(String.class)
                .list())
        .hasSize(1_300)
        .doesNotHaveDuplicates();
  }

  @Test
  void that_somebody_stops_goes_on_from_its_stage_and_does_over_what_changed_since() {
    Waiting waiting =
        people.look(file(rows("s", 1_200, i -> "s%d;s%d@s.example;S;".formatted(i, i))));
    String hash = waiting.report().hash();
    Begun begun = people.begin(waiting.stage(), hash, ADMIN);
    assertThat(begun.run((done, of) -> log.askToStop(begun.number())).complete()).isFalse();
    PastImport past = log.find(begun.number()).orElseThrow();
    assertThat(past.stopped()).isEqualTo(PeopleImport.ASKED);
    assertThat(people.canGoOn(past)).isTrue();
    vault.put(person("s7"), data("s7").with(Map.of(PersonField.EMAIL, "since@s.example")));

    assertThat(people.begin(past.stage(), hash, ADMIN).run(NOBODY).complete()).isTrue();
    assertThat(data("s7").email()).isEqualTo("s7@s.example");
    assertThat(history("s7")).containsExactly("employee.joined", "employee.details-changed");
    assertThat(history("s8")).containsExactly("employee.joined");
    assertThat(history("s1199")).containsExactly("employee.joined");
    assertThat(people.canGoOn(log.find(begun.number()).orElseThrow())).isFalse();
    assertThat(staged()).isZero();
  }

  @Test
  void has_the_turn_alone_on_all_nodes() {
    PeopleFile file = file("t1;;T;");
    StageId stage = people.read(file);
    Held elsewhere = APP.bean(ImportTurn.class).take().orElseThrow();
    assertThat(people.isAtWork()).isTrue();
    assertThatThrownBy(() -> people.apply(file, file.hash(), ADMIN, NOBODY))
        .isInstanceOfSatisfying(
            Rejected.class, e -> assertThat(e.code()).isEqualTo("IMPORT_RUNNING"));
    assertThatThrownBy(() -> people.begin(stage, file.hash(), ADMIN))
        .isInstanceOfSatisfying(
            Rejected.class, e -> assertThat(e.code()).isEqualTo("IMPORT_RUNNING"));
    elsewhere.close();
    assertThat(people.isAtWork()).isFalse();
    assertThat(vault.findByEmployeeNumber("t1")).isEmpty();
    assertThatThrownBy(() -> people.begin(stage, "another", ADMIN))
        .isInstanceOfSatisfying(
            Rejected.class, e -> assertThat(e.code()).isEqualTo("FILE_DIFFERS_FROM_PREVIEW"));
    people.forget(stage);
    assertThatThrownBy(() -> people.begin(stage, file.hash(), ADMIN))
        .isInstanceOfSatisfying(Rejected.class, e -> assertThat(e.code()).isEqualTo("IMPORT_GONE"));
  }

  @Test
  void that_loses_its_turn_stops_before_it_writes() {
    PeopleFile file = file("u1;;U;");
    StageId stage = people.read(file);
    Begun begun = people.begin(stage, file.hash(), ADMIN);
    APP.jdbc()
        .sql(
            "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'"
                + " and objid = 764400002")
        .query(Boolean.class)
        .single();

    assertThatThrownBy(() -> begun.run(NOBODY)).isInstanceOf(RuntimeException.class);
    assertThat(vault.findByEmployeeNumber("u1")).isEmpty();
    assertThat(
            APP.jdbc()
                .sql(
                    "select count(*) from domain_event_entry where aggregate_identifier ="
                        + " 'department/u'")
                .query(Long.class)
                .single())
        .isZero();
    assertThat(log.find(begun.number()).orElseThrow().stopped()).isEqualTo("FAILED");
    people.forget(stage);
  }

  @Test
  void keeps_no_row_readable_while_it_waits_and_forgets_it_in_time() {
    StageId stage =
        people.read(
            file(
                "secret7;zoe.secret@p.example;Planning;boss.secret@p.example",
                "wrong;x@;Planning;"));
    List<String> stored = new ArrayList<>();
    for (String table : STAGE_TABLES) {
      stored.addAll(
          APP.jdbc()
              .sql("select row_to_json(t)::text from " + table + " t")
              .query(String.class)
              .list());
    }
    assertThat(stored).isNotEmpty();
    assertThat(String.join("\n", stored))
        .contains("Planning")
        .doesNotContainIgnoringCase(
            "secret", hex("secret7"), hex("zoe.secret"), hex("boss.secret"));

    people.tidy();
    assertThat(staged()).isPositive();
    APP.jdbc()
        .sql("update people_stage set kept_until = now() - interval '1 second' where stage_id = ?")
        .param(stage.value())
        .update();
    people.tidy();
    assertThat(staged()).isZero();
  }

  @Test
  void takes_strange_names_as_they_are() {
    List<String> names =
        List.of(
            "<h1>J</h1>",
            "${7*7}",
            "[[${7*7}]]",
            "{{x}}",
            "=1+1",
            "@x",
            "-1+2",
            "O'Brien \\x; drop",
            "Zoë 🙂 李",
            "\\N");
    StringBuilder csv =
        new StringBuilder("employee number,name,first name,last name,function,location,department");
    for (int i = 0; i < names.size(); i++) {
      csv.append("\nodd").append(i);
      csv.append((",\"" + names.get(i) + "\"").repeat(5));
      csv.append(",\"Dept ").append(i).append(' ').append(names.get(i)).append('"');
    }
    PeopleFile file = PeopleFile.of(csv.toString().getBytes(StandardCharsets.UTF_8));
    ImportReport report = people.apply(file, file.hash(), ADMIN, NOBODY);

    assertThat(report.problems()).isEmpty();
    for (int i = 0; i < names.size(); i++) {
      PersonalData found = data("odd" + i);
      assertThat(
              List.of(
                  found.displayName(),
                  found.givenName(),
                  found.familyName(),
                  found.function(),
                  found.location()))
          .containsOnly(names.get(i));
    }
  }

  private static String address(int i) {
    return i == 699 ? "" : "g" + i + "@g.example";
  }

  private static String hex(String text) {
    StringBuilder hex = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      hex.append("%02x".formatted(b));
    }
    return hex.toString();
  }

  private interface Row {
    String of(int number);
  }

  private static String[] rows(String prefix, int count, Row row) {
    assertThat(row.of(1)).startsWith(prefix);
    return IntStream.range(0, count).mapToObj(row::of).toArray(String[]::new);
  }

  private ImportReport apply(String... rows) {
    PeopleFile file = file(rows);
    return people.apply(file, file.hash(), ADMIN, NOBODY);
  }

  private static PeopleFile file(String... rows) {
    String csv = "personeelsnummer;e-mail;afdeling;leidinggevende\n" + String.join("\n", rows);
    return PeopleFile.of(csv.getBytes(StandardCharsets.UTF_8));
  }

  private PersonId person(String number) {
    return vault.findByEmployeeNumber(number).orElseThrow();
  }

  private PersonalData data(String number) {
    return vault.find(person(number)).orElseThrow();
  }

  private List<String> history(String number) {
    return APP.jdbc()
        .sql(
            "select payload_type from domain_event_entry where aggregate_identifier = ?"
                + " order by sequence_number")
        .param("employee/" + person(number))
        .query(String.class)
        .list();
  }

  private String metaData(String number) {
    return APP.jdbc()
        .sql("select meta_data from domain_event_entry where aggregate_identifier = ?")
        .param("employee/" + person(number))
        .query(String.class)
        .single();
  }

  private static long staged() {
    return STAGE_TABLES.stream()
        .mapToLong(
            table -> APP.jdbc().sql("select count(*) from " + table).query(Long.class).single())
        .sum();
  }
}
