package org.uitrol.application.directory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.directory.port.PeopleStage;
import org.uitrol.application.directory.view.DirectoryStore;
import org.uitrol.application.directory.view.MemberRow;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;

/** Stages in memory that keep the promises of the port but for encryption. */
final class MemoryStage implements PeopleStage {

  final Map<StageId, Rows> stages = new HashMap<>();
  private final MemoryVault vault;
  private final DirectoryStore directory;

  static final class Rows {
    private final String hash;
    private final List<StagedRow> rows = new ArrayList<>();
    private final Map<Long, PersonId> matched = new TreeMap<>();
    private final Set<PersonId> gaveAddressUp = new HashSet<>();
    private @Nullable Findings findings;

    Rows(String hash) {
      this.hash = hash;
    }
  }

  MemoryStage(MemoryVault vault, DirectoryStore directory) {
    this.vault = vault;
    this.directory = directory;
  }

  @Override
  public void open(StageId stage, String fileHash) {
    stages.put(stage, new Rows(fileHash));
  }

  @Override
  public Earlier earlier(
      StageId stage,
      Collection<String> numbers,
      Collection<String> emails,
      Collection<DepartmentId> departments) {
    Earlier earlier = new Earlier(new HashMap<>(), new HashMap<>(), new HashMap<>());
    for (StagedRow row : rows(stage).rows) {
      earlier.lineByNumber().put(number(row), row.row().line());
      earlier.lineByEmail().put(email(row), row.row().line());
      earlier.spelling().put(row.department(), row.row().value(PersonField.DEPARTMENT));
    }
    earlier.lineByNumber().keySet().retainAll(numbers);
    earlier.lineByEmail().keySet().retainAll(emails);
    earlier.spelling().keySet().retainAll(departments);
    return earlier;
  }

  @Override
  public void add(StageId stage, List<StagedRow> rows) {
    rows(stage).rows.addAll(rows);
  }

  @Override
  public void read(StageId stage, Findings findings) {
    rows(stage).findings = findings;
  }

  @Override
  public Optional<StagedFile> find(StageId stage) {
    return Optional.ofNullable(stages.get(stage))
        .map(rows -> new StagedFile(rows.hash, Objects.requireNonNull(rows.findings)));
  }

  @Override
  public void keep(StageId stage) {
    rows(stage);
  }

  @Override
  public Dropped match(StageId stage) {
    Rows rows = rows(stage);
    rows.matched.clear();
    for (StagedRow row : rows.rows) {
      Optional<PersonId> byNumber = vault.findByEmployeeNumber(number(row));
      Optional<PersonId> byEmail =
          vault.findByEmail(email(row)).filter(person -> !isNumbered(rows, person));
      rows.matched.put(row.row().line(), byNumber.or(() -> byEmail).orElse(row.newcomer()));
    }
    List<Long> dropped = new ArrayList<>();
    Predicate<StagedRow> taken = row -> isMatched(rows, row) && isTaken(rows, row);
    for (Optional<StagedRow> next = rows.rows.stream().filter(taken).findFirst();
        next.isPresent();
        next = rows.rows.stream().filter(taken).findFirst()) {
      rows.matched.remove(next.get().row().line());
      dropped.add(next.get().row().line());
    }
    return new Dropped(
        dropped.size(), dropped.stream().sorted().limit(Findings.KEPT_PROBLEMS).toList());
  }

  @Override
  public List<MatchedRow> rows(StageId stage, long afterLine, int most) {
    return matched(stage, afterLine, most, row -> true);
  }

  @Override
  public List<MatchedRow> newcomers(StageId stage, long afterLine, int most) {
    return matched(stage, afterLine, most, row -> !row.known());
  }

  @Override
  public List<StagedDepartment> departments(StageId stage, long afterLine, int most) {
    Map<DepartmentId, StagedRow> first = new LinkedHashMap<>();
    rows(stage).rows.stream()
        .filter(row -> isMatched(rows(stage), row))
        .forEach(row -> first.putIfAbsent(row.department(), row));
    return first.values().stream()
        .filter(row -> row.row().line() > afterLine)
        .limit(most)
        .map(
            row ->
                new StagedDepartment(
                    row.row().line(),
                    row.department(),
                    row.row().value(PersonField.DEPARTMENT),
                    directory.department(row.department()).isPresent()))
        .toList();
  }

  @Override
  public void gaveAddressUp(StageId stage, Collection<PersonId> people) {
    rows(stage).gaveAddressUp.addAll(people);
  }

  @Override
  public Absent absent(StageId stage, int most) {
    List<PersonId> absent = new ArrayList<>();
    vault.forEach((person, data) -> absent.add(person));
    absent.removeAll(directory.left().stream().map(MemberRow::person).toList());
    absent.removeAll(rows(stage).matched.values());
    absent.sort(Comparator.comparing(PersonId::value));
    return new Absent(absent.size(), absent.stream().limit(most).toList());
  }

  @Override
  public void forget(StageId stage) {
    stages.remove(stage);
  }

  @Override
  public void forgetOld() {
    // Nothing grows old here.
  }

  private List<MatchedRow> matched(
      StageId stage, long afterLine, int most, Predicate<MatchedRow> wanted) {
    Rows rows = rows(stage);
    return rows.rows.stream()
        .filter(row -> row.row().line() > afterLine)
        .flatMap(
            row ->
                Stream.ofNullable(rows.matched.get(row.row().line()))
                    .map(person -> matched(rows, row, person)))
        .filter(wanted)
        .limit(most)
        .toList();
  }

  private MatchedRow matched(Rows rows, StagedRow row, PersonId person) {
    Optional<MemberRow> member = directory.member(person);
    return new MatchedRow(
        row.row(),
        row.department(),
        person,
        vault.find(person).isPresent(),
        member.isPresent(),
        member.orElse(null),
        rows.gaveAddressUp.contains(person),
        leader(rows, row.row().value(PersonField.MANAGER)).orElse(null),
        vault
            .findByEmail(email(row))
            .filter(owner -> !owner.equals(person) && rows.matched.containsValue(owner))
            .orElse(null));
  }

  private Optional<PersonId> leader(Rows rows, String reference) {
    if (reference.isEmpty()) {
      return Optional.empty();
    }
    boolean address = reference.indexOf('@') >= 0;
    return rows.rows.stream()
        .filter(row -> isMatched(rows, row))
        .filter(
            row ->
                address
                    ? email(row).equals(reference)
                    : number(row).equals(EmployeeNumber.comparable(reference)))
        .map(row -> rows.matched.get(row.row().line()))
        .findFirst()
        .or(() -> knownLeader(reference, address));
  }

  /** References come in the spelling in which addresses are compared. */
  private Optional<PersonId> knownLeader(String reference, boolean address) {
    return address
        ? vault
            .findByEmail(reference)
            .filter(found -> vault.find(found).orElseThrow().email().equals(reference))
        : vault.findByEmployeeNumber(reference);
  }

  private boolean isNumbered(Rows rows, PersonId person) {
    String number = EmployeeNumber.comparable(vault.find(person).orElseThrow().employeeNumber());
    return !number.isEmpty() && rows.rows.stream().anyMatch(row -> number(row).equals(number));
  }

  private boolean isTaken(Rows rows, StagedRow row) {
    return vault
        .findByEmail(email(row))
        .filter(owner -> !rows.matched.containsValue(owner))
        .isPresent();
  }

  private static boolean isMatched(Rows rows, StagedRow row) {
    return rows.matched.containsKey(row.row().line());
  }

  private static String number(StagedRow row) {
    return EmployeeNumber.comparable(row.row().value(PersonField.EMPLOYEE_NUMBER));
  }

  private static String email(StagedRow row) {
    return row.row().value(PersonField.EMAIL);
  }

  private Rows rows(StageId stage) {
    return Objects.requireNonNull(stages.get(stage), "no such stage");
  }
}
