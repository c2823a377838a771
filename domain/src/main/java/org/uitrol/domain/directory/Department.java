package org.uitrol.domain.directory;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.directory.DepartmentCommand.NameDepartment;
import org.uitrol.domain.directory.DepartmentEvent.DepartmentNamed;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.Rejected;

/**
 * A department.
 *
 * @param name as people write it
 */
public record Department(DepartmentId id, String name) {

  /**
   * Gives a department its name; nothing when it has that name already.
   *
   * @param department what is known, or null for a new one
   * @throws Rejected {@code DEPARTMENT_NAME_MISSING} when the name is blank
   */
  public static List<DepartmentEvent> name(
      @Nullable Department department, NameDepartment command) {
    String name = command.name().strip();
    if (name.isEmpty()) {
      throw new Rejected(
          "DEPARTMENT_NAME_MISSING", Map.of("department", command.department().value()));
    }
    if (department != null && department.name.equals(name)) {
      return List.of();
    }
    return List.of(new DepartmentNamed(command.department(), name, command.at()));
  }

  /** The department after that event. */
  public static Department evolve(@Nullable Department department, DepartmentEvent event) {
    if (event instanceof DepartmentNamed named) {
      return new Department(named.department(), named.name());
    }
    throw new IllegalStateException("no rule for " + event);
  }
}
