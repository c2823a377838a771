package org.uitrol.adapters.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.uitrol.adapters.files.PeopleFile;
import org.uitrol.adapters.files.campaign.PersonLookup;
import org.uitrol.application.directory.DepartmentKeys;
import org.uitrol.application.directory.EmailAddress;
import org.uitrol.application.directory.EmployeeNumber;
import org.uitrol.application.directory.PersonField;
import org.uitrol.application.directory.PersonRow;
import org.uitrol.application.directory.RowProblem;
import org.uitrol.application.directory.port.PeopleSource;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.campaign.SegmentPreview;
import org.uitrol.domain.rollout.audience.Criterion;
import org.uitrol.domain.shared.PersonId;

/** Who stands in a people file, to look up the people whom a campaign file names. */
final class PeopleOnDisk implements PersonLookup, PeopleSource.Rows {

  private final Set<String> known = new HashSet<>();
  private final Map<String, List<Map<Criterion, String>>> departments = new TreeMap<>();

  private PeopleOnDisk() {}

  /**
   * @throws org.uitrol.application.directory.UnreadablePeopleFile when it is none or is broken
   * @throws java.io.UncheckedIOException when it can't be read
   */
  static PeopleOnDisk of(Path file) {
    PeopleOnDisk people = new PeopleOnDisk();
    PeopleFile.of(file).read(people);
    return people;
  }

  @Override
  public void row(PersonRow row) {
    known.add(row.value(PersonField.EMAIL));
    known.add(EmployeeNumber.comparable(row.value(PersonField.EMPLOYEE_NUMBER)));
    departments
        .computeIfAbsent(row.value(PersonField.DEPARTMENT), name -> new ArrayList<>())
        .add(traits(row));
  }

  private static Map<Criterion, String> traits(PersonRow row) {
    Map<Criterion, String> traits = new EnumMap<>(Criterion.class);
    for (Criterion criterion : Criterion.values()) {
      traits.put(criterion, row.value(PersonField.valueOf(criterion.name())));
    }
    return traits;
  }

  /** What a plan's segments take in, of the departments that the plan is for. */
  SegmentPreview preview(Plan plan) {
    Map<String, List<Map<Criterion, String>>> some = new TreeMap<>(departments);
    some.keySet()
        .removeIf(
            name ->
                plan.waves().stream()
                    .noneMatch(
                        wave ->
                            wave.others()
                                || DepartmentKeys.key(name)
                                    .filter(wave.departments()::contains)
                                    .isPresent()));
    return SegmentPreview.of(plan, some);
  }

  @Override
  public void problem(RowProblem problem) {
    // Refused rows stand for nobody; `import --dry-run` tells why.
  }

  @Override
  public Optional<PersonId> find(String emailOrNumber) {
    String key =
        emailOrNumber.indexOf('@') < 0
            ? EmployeeNumber.comparable(emailOrNumber)
            : EmailAddress.objection(emailOrNumber).isPresent()
                ? emailOrNumber
                : new EmailAddress(emailOrNumber).value();
    return !key.isEmpty() && known.contains(key)
        ? Optional.of(new PersonId(emailOrNumber))
        : Optional.empty();
  }
}
