package org.uitrol.domain.directory;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.shared.Command;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.StreamId;

/** What can be asked of an employee's membership. */
public sealed interface EmployeeCommand extends Command {

  /** Whose membership it is. */
  PersonId person();

  @Override
  default StreamId target() {
    return StreamId.of("employee", person());
  }

  /**
   * The person works in that department, under that manager. Asking it again changes nothing.
   *
   * @param manager who leads this person, or nobody
   * @param changedFields the names of the fields that changed in the vault, never their values;
   *     department and manager aren't among them
   */
  record PutEmployee(
      PersonId person,
      DepartmentId department,
      @Nullable PersonId manager,
      Set<String> changedFields,
      Instant at)
      implements EmployeeCommand {

    public PutEmployee {
      changedFields = Set.copyOf(changedFields);
    }
  }

  /**
   * Something in the vault changed about a person, whether or not they work here now; nobody comes
   * back by it.
   *
   * @param changedFields the names of the fields, never their values
   */
  record ChangeDetails(PersonId person, Set<String> changedFields, Instant at)
      implements EmployeeCommand {

    public ChangeDetails {
      changedFields = Set.copyOf(changedFields);
    }
  }

  /** The person no longer works here. Leaving is never inferred from absence in a file. */
  record EmployeeLeaves(PersonId person, Instant at) implements EmployeeCommand {}
}
