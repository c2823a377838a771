package org.uitrol.application.directory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.directory.port.PeopleSource;
import org.uitrol.application.shared.IdSource;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;

/**
 * Works out what a people file means for the people who are known. A row is its person's by
 * employee number, else by e-mail address; managers are looked up once all rows are known. Changes
 * nothing.
 */
final class PeoplePlan implements PeopleSource.Rows {

  /** The most rows of one file. */
  static final int MOST_ROWS = 200_000;

  /** How many problems are kept; all are counted. */
  static final int KEPT_PROBLEMS = 500;

  private final Map<PersonId, PersonalData> known;
  private final Set<PersonId> left;
  private final IdSource ids;
  private final Map<String, PersonId> knownByNumber = new HashMap<>();
  private final Map<String, PersonId> knownByEmail = new HashMap<>();

  private final Map<String, Long> lineByNumber = new HashMap<>();
  private final Map<String, Long> lineByEmail = new HashMap<>();
  private final DepartmentKeys names = new DepartmentKeys();
  private final List<Draft> drafts = new ArrayList<>();

  private final List<RowProblem> problems = new ArrayList<>();
  private final Set<Long> refused = new HashSet<>();
  private int problemCount;
  private List<Step> steps = List.of();

  /**
   * What should become of one person.
   *
   * @param former what is known, or null for somebody new
   * @param returns whether the person had left
   */
  record Step(
      long line,
      PersonId person,
      DepartmentId department,
      @Nullable PersonalData former,
      PersonalData next,
      boolean returns) {

    boolean isNew() {
      return former == null;
    }

    boolean changes() {
      return !next.equals(former);
    }
  }

  private record Draft(PersonRow row, DepartmentId department, String departmentName) {}

  PeoplePlan(Map<PersonId, PersonalData> known, Set<PersonId> left, IdSource ids) {
    this.known = known;
    this.left = left;
    this.ids = ids;
    known.forEach(
        (person, data) -> {
          if (!data.employeeNumber().isEmpty()) {
            knownByNumber.put(EmployeeNumber.comparable(data.employeeNumber()), person);
          }
          if (data.hasEmail()) {
            knownByEmail.put(data.email(), person);
          }
        });
  }

  @Override
  public void row(PersonRow row) {
    if (drafts.size() == MOST_ROWS) {
      throw new UnreadablePeopleFile(
          row.line(), "FILE_TOO_LONG", "a people file has at most " + MOST_ROWS + " rows");
    }
    Optional<DepartmentId> department = DepartmentKeys.key(row.value(PersonField.DEPARTMENT));
    if (department.isEmpty()) {
      refuse(
          row,
          PersonField.DEPARTMENT,
          "DEPARTMENT_NAME_UNUSABLE",
          "the department's name needs a letter from a to z or a digit");
    } else if (isFirstOfItsKind(row)) {
      take(row, department.get());
    }
  }

  @Override
  public void problem(RowProblem problem) {
    problemCount++;
    if (problem.refused()) {
      refused.add(problem.line());
    }
    if (problems.size() < KEPT_PROBLEMS) {
      problems.add(problem);
    }
  }

  /** To be called once, when all rows were taken. */
  void work() {
    Map<Draft, PersonId> matched = match();
    Map<String, PersonId> fileByNumber = new HashMap<>();
    Map<String, PersonId> fileByEmail = new HashMap<>();
    matched.forEach(
        (draft, person) -> {
          fileByNumber.put(number(draft.row), person);
          fileByEmail.put(draft.row.value(PersonField.EMAIL), person);
        });
    List<Step> found = new ArrayList<>();
    matched.forEach(
        (draft, person) -> found.add(step(draft, person, new Leaders(fileByNumber, fileByEmail))));
    steps = List.copyOf(found);
    problems.sort(Comparator.comparingLong(RowProblem::line));
  }

  List<Step> steps() {
    return steps;
  }

  List<RowProblem> problems() {
    return List.copyOf(problems);
  }

  int problemCount() {
    return problemCount;
  }

  /** The departments of all steps with their names, in the order of the file. */
  Map<DepartmentId, String> departments() {
    Map<DepartmentId, String> departments = new LinkedHashMap<>();
    steps.forEach(step -> departments.put(step.department, step.next.department()));
    return departments;
  }

  /** People who work here but aren't in the file, by id. */
  List<PersonId> absent() {
    Set<PersonId> absent = new TreeSet<>(Comparator.comparing(PersonId::value));
    absent.addAll(known.keySet());
    absent.removeAll(left);
    steps.forEach(step -> absent.remove(step.person));
    return List.copyOf(absent);
  }

  ImportCounts counts() {
    int added = (int) steps.stream().filter(Step::isNew).count();
    int changed =
        (int)
            steps.stream()
                .filter(step -> !step.isNew() && (step.changes() || step.returns))
                .count();
    return new ImportCounts(
        added, changed, steps.size() - added - changed, refused.size(), absent().size());
  }

  /** Known people whose address another row wants: they have to let it go first. */
  List<Step> giveAddressesUp() {
    Set<String> wanted = new HashSet<>();
    steps.stream()
        .filter(Step::changes)
        .map(step -> step.next.email())
        .filter(email -> !email.isEmpty())
        .forEach(wanted::add);
    return steps.stream()
        .filter(
            step ->
                step.former != null
                    && !step.former.email().equals(step.next.email())
                    && wanted.contains(step.former.email()))
        .toList();
  }

  private boolean isFirstOfItsKind(PersonRow row) {
    String number = number(row);
    String email = row.value(PersonField.EMAIL);
    @Nullable Long sameNumber = number.isEmpty() ? null : lineByNumber.get(number);
    @Nullable Long sameEmail = email.isEmpty() ? null : lineByEmail.get(email);
    if (sameNumber != null) {
      refuse(
          row,
          PersonField.EMPLOYEE_NUMBER,
          "EMPLOYEE_NUMBER_TWICE",
          "the same employee number stands on line " + sameNumber);
    } else if (sameEmail != null) {
      refuse(
          row,
          PersonField.EMAIL,
          "EMAIL_TWICE",
          "the same e-mail address stands on line " + sameEmail);
    }
    return sameNumber == null && sameEmail == null;
  }

  private void take(PersonRow row, DepartmentId department) {
    String name = row.value(PersonField.DEPARTMENT);
    String spelling = names.spelling(department, name);
    if (!spelling.equalsIgnoreCase(name)) {
      refuse(
          row,
          PersonField.DEPARTMENT,
          "DEPARTMENT_NAMES_CLASH",
          "'%s' and '%s' would both become the department %s: give them one name or two that differ"
              .formatted(spelling, name, department));
      return;
    }
    if (!number(row).isEmpty()) {
      lineByNumber.put(number(row), row.line());
    }
    if (!row.value(PersonField.EMAIL).isEmpty()) {
      lineByEmail.put(row.value(PersonField.EMAIL), row.line());
    }
    drafts.add(new Draft(row, department, spelling));
  }

  /** Whose row each is; rows that would take the address of somebody who keeps it drop out. */
  private Map<Draft, PersonId> match() {
    Map<Draft, PersonId> persons = new LinkedHashMap<>();
    Set<PersonId> claimed = new HashSet<>();
    for (Draft draft : drafts) {
      @Nullable PersonId byNumber = knownByNumber.get(number(draft.row));
      if (byNumber != null) {
        claimed.add(byNumber);
      }
    }
    for (Draft draft : drafts) {
      @Nullable PersonId byNumber = knownByNumber.get(number(draft.row));
      @Nullable PersonId byEmail = knownByEmail.get(draft.row.value(PersonField.EMAIL));
      if (byNumber != null) {
        persons.put(draft, byNumber);
      } else if (byEmail != null && claimed.add(byEmail)) {
        persons.put(draft, byEmail);
      } else {
        persons.put(draft, new PersonId(ids.next()));
      }
    }
    dropTakenAddresses(persons, claimed);
    return persons;
  }

  private void dropTakenAddresses(Map<Draft, PersonId> persons, Set<PersonId> inFile) {
    boolean again = true;
    while (again) {
      again =
          persons
              .entrySet()
              .removeIf(
                  entry -> {
                    PersonRow row = entry.getKey().row;
                    @Nullable PersonId owner = knownByEmail.get(row.value(PersonField.EMAIL));
                    boolean taken =
                        owner != null && !owner.equals(entry.getValue()) && !inFile.contains(owner);
                    if (taken) {
                      inFile.remove(entry.getValue());
                      refuse(
                          row,
                          PersonField.EMAIL,
                          "EMAIL_TAKEN",
                          "the e-mail address belongs to a known person who isn't in this file");
                    }
                    return taken;
                  });
    }
  }

  private Step step(Draft draft, PersonId person, Leaders leaders) {
    Map<PersonField, String> told = new EnumMap<>(PersonField.class);
    told.putAll(draft.row.cells());
    told.put(PersonField.DEPARTMENT, draft.departmentName);
    String reference = draft.row.value(PersonField.MANAGER);
    if (!reference.isEmpty()) {
      @Nullable PersonId leader = leaders.find(reference);
      if (leader == null) {
        told.remove(PersonField.MANAGER);
        warn(
            draft.row,
            "MANAGER_UNKNOWN",
            "nobody in this file or known here has the number or address of this manager; the row"
                + " is imported without it");
      } else if (leader.equals(person)) {
        told.put(PersonField.MANAGER, "");
        warn(
            draft.row,
            "MANAGER_IS_SELF",
            "the person is their own manager; the row is imported without a manager");
      } else {
        told.put(PersonField.MANAGER, leader.value());
      }
    }
    @Nullable PersonalData former = known.get(person);
    PersonalData next = (former == null ? PersonalData.UNKNOWN : former).with(told);
    return new Step(
        draft.row.line(), person, draft.department, former, next, left.contains(person));
  }

  private void refuse(PersonRow row, PersonField field, String code, String reason) {
    problem(new RowProblem(row.line(), field.key(), code, reason, true));
  }

  private void warn(PersonRow row, String code, String reason) {
    problem(new RowProblem(row.line(), PersonField.MANAGER.key(), code, reason, false));
  }

  private static String number(PersonRow row) {
    return EmployeeNumber.comparable(row.value(PersonField.EMPLOYEE_NUMBER));
  }

  /** Finds managers: in the file first, then among the people who are known. */
  private final class Leaders {

    private final Map<String, PersonId> fileByNumber;
    private final Map<String, PersonId> fileByEmail;

    Leaders(Map<String, PersonId> fileByNumber, Map<String, PersonId> fileByEmail) {
      this.fileByNumber = fileByNumber;
      this.fileByEmail = fileByEmail;
    }

    @Nullable PersonId find(String reference) {
      boolean address = reference.indexOf('@') >= 0;
      String key = address ? reference : EmployeeNumber.comparable(reference);
      @Nullable PersonId inFile = (address ? fileByEmail : fileByNumber).get(key);
      return inFile != null ? inFile : (address ? knownByEmail : knownByNumber).get(key);
    }
  }
}
