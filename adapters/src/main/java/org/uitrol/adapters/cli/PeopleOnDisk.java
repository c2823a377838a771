package org.uitrol.adapters.cli;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.uitrol.adapters.files.PeopleFile;
import org.uitrol.adapters.files.campaign.PersonLookup;
import org.uitrol.application.directory.EmailAddress;
import org.uitrol.application.directory.EmployeeNumber;
import org.uitrol.application.directory.PersonField;
import org.uitrol.application.directory.PersonRow;
import org.uitrol.application.directory.RowProblem;
import org.uitrol.application.directory.port.PeopleSource;
import org.uitrol.domain.shared.PersonId;

/** Who stands in a people file, to look up the people whom a campaign file names. */
final class PeopleOnDisk implements PersonLookup, PeopleSource.Rows {

  private final Set<String> known = new HashSet<>();

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
