package org.uitrol.domain.directory;

import java.time.Instant;
import org.uitrol.domain.shared.Command;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.StreamId;

/** What can be asked of a department. */
public sealed interface DepartmentCommand extends Command {

  /** Which department. */
  DepartmentId department();

  @Override
  default StreamId target() {
    return StreamId.of("department", department());
  }

  /** The department goes by that name. Asking it again changes nothing. */
  record NameDepartment(DepartmentId department, String name, Instant at)
      implements DepartmentCommand {}
}
