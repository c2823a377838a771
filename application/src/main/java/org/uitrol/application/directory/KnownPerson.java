package org.uitrol.application.directory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.directory.Employee;
import org.uitrol.domain.shared.PersonId;

/**
 * A person as the organisation's own directory sees them.
 *
 * @param employee null when the person never worked here
 * @param since when the person first appeared, if that is known
 * @param changed when something last changed, if that is known
 */
public record KnownPerson(
    PersonId person,
    PersonalData data,
    @Nullable Employee employee,
    @Nullable Instant since,
    @Nullable Instant changed) {

  /** Whether the person works here now. */
  public boolean works() {
    return employee != null && employee.active();
  }

  /** What the person is called, also when no directory said so. */
  public String userName() {
    if (!data.userName().isEmpty()) {
      return data.userName();
    }
    if (data.hasEmail()) {
      return data.email();
    }
    return data.employeeNumber().isEmpty() ? person.value() : data.employeeNumber();
  }

  /** Nothing personal, since this text may end up in a log. */
  @Override
  public String toString() {
    return "KnownPerson[" + person + "]";
  }
}
