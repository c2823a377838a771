package org.uitrol.application.adoption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uitrol.application.adoption.UsageOutcome.Unknown;
import org.uitrol.application.directory.MemoryVault;
import org.uitrol.application.directory.PersonField;
import org.uitrol.application.directory.PersonReferences;
import org.uitrol.application.directory.PersonalData;
import org.uitrol.application.directory.RowProblem;
import org.uitrol.application.directory.UnreadablePeopleFile;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.AsOf;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.testing.MemoryUsageStore;
import org.uitrol.domain.adoption.UsageCommand.ImportUsage;
import org.uitrol.domain.adoption.UsageEvent;
import org.uitrol.domain.adoption.UsageEvent.UsageImported;
import org.uitrol.domain.adoption.UsageImport;
import org.uitrol.domain.adoption.UsageLayout;
import org.uitrol.domain.adoption.UsageProduct;
import org.uitrol.domain.adoption.UsageRule;
import org.uitrol.domain.adoption.UsageWindow;
import org.uitrol.domain.shared.Command;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.shared.UsageImportId;

class AReportThatIsReadIn {

  private static final Actor SOMEBODY = new Actor("account:change");
  private static final UsageRule RULE = new UsageRule(UsageProduct.COPILOT, 2);

  private final MemoryVault vault = new MemoryVault();
  private final MemoryUsageStore store = new MemoryUsageStore();
  private final Desk desk = new Desk();
  private final DepartmentUse use = new DepartmentUse(store);
  private final UsageIntake intake =
      new UsageIntake(
          new PersonReferences(vault),
          vault,
          product -> product == UsageProduct.COPILOT ? desk.counted : Set.of(),
          store,
          desk,
          Runnable::run);

  @BeforeEach
  void people() {
    for (String name : List.of("ann", "bob", "eve")) {
      vault.put(
          new PersonId(name),
          PersonalData.UNKNOWN.with(Map.of(PersonField.EMAIL, name + "@example.org")));
    }
    desk.counted = people("ann", "bob");
  }

  @Test
  void tells_how_many_it_is_about() {
    UsageReport report =
        report(
            "2027-02-28",
            row(2, "Ann@example.org", "2027-02-26"),
            row(3, "eve@example.org", "2027-02-26"),
            row(4, "nobody@example.org", "2027-02-26"),
            row(5, "Nobody@example.org", "2027-02-26"),
            row(6, "bob@example.org"));

    UsageOutcome outcome = intake.take(report, SOMEBODY);

    assertThat(outcome)
        .isEqualTo(
            new UsageOutcome(
                2,
                0,
                1,
                List.of(new Unknown(4, "nobody@example.org")),
                0,
                0,
                day("2027-02-01"),
                day("2027-02-28")));
    assertThat(store.ofPerson(new PersonId("eve"))).as("nothing is kept of her").isEmpty();
    assertThat(desk.events)
        .singleElement()
        .isEqualTo(
            new UsageImported(
                UsageImportId.of(report.hash()),
                UsageLayout.COPILOT_GRAPH_V2,
                day("2027-02-28"),
                2,
                1,
                1,
                0,
                0,
                desk.now));
  }

  @Test
  void knows_people_by_the_names_they_sign_in_with() {
    vault.put(
        new PersonId("kim"),
        PersonalData.UNKNOWN.with(
            Map.of(
                PersonField.EMAIL, "kim.smit@example.org",
                PersonField.USER_NAME, "ksmit@example.onmicrosoft.com")));
    desk.counted = people("kim");

    UsageOutcome outcome =
        intake.take(
            report("2027-02-28", row(2, "KSmit@example.onmicrosoft.com", "2027-02-26")), SOMEBODY);

    assertThat(outcome.people()).isEqualTo(1);
    assertThat(outcome.unknown()).isEmpty();
  }

  @Test
  void changes_nothing_when_it_is_looked_at_only() {
    UsageReport report = report("2027-02-28", row(2, "ann@example.org", "2027-02-26"));

    assertThat(intake.preview(report).people()).isEqualTo(1);

    assertThat(desk.events).isEmpty();
    assertThat(store.people(UsageImportId.of(report.hash()))).isEmpty();
    assertThat(store.latest(UsageProduct.COPILOT, AsOf.known(desk.now))).isEmpty();
  }

  @Test
  void changes_nothing_the_second_time() {
    UsageReport report = report("2027-02-28", row(2, "ann@example.org", "2027-02-26"));
    intake.take(report, SOMEBODY);
    desk.now = desk.now.plusSeconds(60);

    UsageOutcome again = intake.take(report, SOMEBODY);

    assertThat(again.people()).isZero();
    assertThat(again.unchanged()).isEqualTo(1);
    assertThat(desk.events).hasSize(1);
    assertThat(store.ofPerson(new PersonId("ann"))).hasSize(1);
  }

  @Test
  void tells_the_second_time_of_people_who_are_counted_by_now() {
    UsageReport report =
        report(
            "2027-02-28",
            row(2, "ann@example.org", "2027-02-26"),
            row(3, "eve@example.org", "2027-02-25"));
    intake.take(report, SOMEBODY);
    desk.counted = people("ann", "bob", "eve");

    UsageOutcome again = intake.take(report, SOMEBODY);

    assertThat(again.people()).isEqualTo(1);
    assertThat(again.unchanged()).isEqualTo(1);
    assertThat(store.ofPerson(new PersonId("eve"))).hasSize(1);
    assertThat(desk.events).hasSize(2);
  }

  @Test
  void never_joins_a_hidden_name_to_a_person() {
    String hidden = "0123456789ABCDEF0123456789abcdef";
    vault.put(
        new PersonId("trap"),
        PersonalData.UNKNOWN.with(Map.of(PersonField.EMPLOYEE_NUMBER, hidden)));
    desk.counted = people("ann", "trap");

    UsageOutcome outcome =
        intake.take(
            report("2027-02-28", row(2, hidden, "2027-02-26"), row(3, hidden.replace('0', '9'))),
            SOMEBODY);

    assertThat(outcome.people()).isZero();
    assertThat(outcome.unknown()).isEmpty();
    assertThat(outcome.unnamed()).isEqualTo(2);
    assertThat(store.ofPerson(new PersonId("trap"))).isEmpty();
    assertThat(use.window(UsageProduct.COPILOT, AsOf.known(desk.now)))
        .as("what is known of people by name isn't outdated by it")
        .isEmpty();
    assertThat(store.latestHiding(UsageProduct.COPILOT, AsOf.known(desk.now)))
        .hasValueSatisfying(
            kept -> {
              assertThat(kept.unnamed()).isEqualTo(2);
              assertThat(kept.unnamedActive()).isEqualTo(1);
            });
  }

  @Test
  void counts_what_it_corrects() {
    intake.take(
        report("2027-02-26", row(2, "ann@example.org", "2027-02-26"), row(3, "bob@example.org")),
        SOMEBODY);
    desk.now = desk.now.plusSeconds(86_400);

    UsageOutcome next =
        intake.take(
            report(
                "2027-02-28",
                row(2, "ann@example.org", "2027-02-20"),
                row(3, "bob@example.org", "2027-02-25")),
            SOMEBODY);

    assertThat(next.corrections()).isEqualTo(2);
    assertThat(((UsageImported) desk.events.get(1)).corrections()).isEqualTo(2);
  }

  @Test
  void that_comes_late_fills_a_gap_and_corrects_nothing() {
    intake.take(report("2027-02-28", row(2, "ann@example.org", "2027-02-25")), SOMEBODY);
    desk.now = desk.now.plusSeconds(86_400);
    assertThat(sustained(desk.now)).isZero();

    UsageOutcome late =
        intake.take(report("2027-02-10", row(2, "ann@example.org", "2027-02-09")), SOMEBODY);

    assertThat(late.people()).isEqualTo(1);
    assertThat(late.corrections()).isZero();
    assertThat(sustained(desk.now)).isEqualTo(1);
  }

  @Test
  void leaves_what_was_known_before_as_it_was() {
    intake.take(report("2027-02-27", row(2, "ann@example.org", "2027-02-27")), SOMEBODY);
    Instant then = desk.now;
    desk.now = then.plusSeconds(86_400);
    intake.take(report("2027-02-28", row(2, "ann@example.org", "2027-01-20")), SOMEBODY);

    UsageWindow before = use.window(UsageProduct.COPILOT, AsOf.known(then)).orElseThrow();
    UsageWindow now = use.window(UsageProduct.COPILOT, AsOf.known(desk.now)).orElseThrow();

    assertThat(before.until()).isEqualTo("2027-02-27");
    assertThat(now.until()).isEqualTo("2027-02-28");
    assertThat(use.count(RULE, desk.counted, before, then).active()).isEqualTo(1);
    assertThat(use.count(RULE, desk.counted, before, desk.now).active())
        .as("the same weeks, as they are known now")
        .isZero();
    assertThat(use.window(UsageProduct.COPILOT, AsOf.known(then.minusSeconds(1)))).isEmpty();
  }

  @Test
  void is_refused_wholly_for_one_row_that_is_wrong() {
    UsageReport broken =
        new UsageReport(
            UsageLayout.COPILOT_GRAPH_V2,
            "broken",
            day("2027-02-28"),
            List.of(row(2, "ann@example.org", "2027-02-26")),
            List.of(new RowProblem(3, "Last Activity Date", "DATE_UNKNOWN", "is no date", true)),
            List.of());

    assertThatThrownBy(() -> intake.take(broken, SOMEBODY))
        .isInstanceOfSatisfying(
            UnreadablePeopleFile.class,
            refused -> {
              assertThat(refused.line()).isEqualTo(3);
              assertThat(refused.code()).isEqualTo("DATE_UNKNOWN");
              assertThat(refused).hasMessage("line 3: column 'Last Activity Date' is no date");
            });
    assertThat(desk.events).isEmpty();
    assertThat(store.ofPerson(new PersonId("ann"))).isEmpty();
  }

  @Test
  void is_refused_when_it_is_of_a_day_to_come() {
    assertThatThrownBy(() -> intake.take(report("2027-03-03"), SOMEBODY))
        .isInstanceOfSatisfying(
            Rejected.class, refused -> assertThat(refused.code()).isEqualTo("REPORT_IN_FUTURE"));
    assertThat(intake.preview(report("2027-03-02")).people()).as("it is east of UTC").isZero();
  }

  private int sustained(Instant at) {
    UsageWindow window = use.window(UsageProduct.COPILOT, AsOf.known(at)).orElseThrow();
    return use.count(RULE, desk.counted, window, at).sustained();
  }

  private static Set<PersonId> people(String... names) {
    return Arrays.stream(names).map(PersonId::new).collect(Collectors.toSet());
  }

  private static UsageReport report(String refreshed, UsageRow... rows) {
    List<UsageRow> until =
        IntStream.range(0, rows.length)
            .mapToObj(i -> rows[i])
            .map(
                row ->
                    new UsageRow(
                        row.line(),
                        row.who(),
                        day(refreshed).withDayOfMonth(1),
                        day(refreshed),
                        row.activeOn(),
                        null))
            .toList();
    return new UsageReport(
        UsageLayout.COPILOT_GRAPH_V2,
        "hash of " + refreshed + until.stream().map(UsageRow::who).toList(),
        day(refreshed),
        until,
        List.of(),
        List.of());
  }

  private static UsageRow row(long line, String who, String... active) {
    return new UsageRow(
        line,
        who,
        null,
        day("2027-02-28"),
        new TreeSet<>(Arrays.stream(active).map(LocalDate::parse).toList()),
        null);
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private static final class Desk implements CommandDesk {

    private final List<UsageEvent> events = new ArrayList<>();
    private Instant now = Instant.parse("2027-03-01T08:00:00Z");
    private Set<PersonId> counted = Set.of();

    @Override
    public void send(Command command, Actor actor) {
      ImportUsage asked = (ImportUsage) command;
      UsageImport known =
          events.stream()
              .filter(one -> one.usageImport().equals(asked.usageImport()))
              .findFirst()
              .map(one -> UsageImport.evolve(null, one))
              .orElse(null);
      events.addAll(UsageImport.take(known, asked));
    }

    @Override
    public Instant now() {
      return now;
    }
  }
}
