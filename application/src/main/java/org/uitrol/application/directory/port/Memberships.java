package org.uitrol.application.directory.port;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;

/**
 * Who works where, for processes. The processor that runs the processes fills it, so that it never
 * lags behind them. Takes part in the caller's transaction.
 */
public interface Memberships {

  /** The person works in that department, under that manager if there is one. */
  void put(PersonId person, DepartmentId department, @Nullable PersonId manager);

  /** The person has another manager, or none. */
  void manager(PersonId person, @Nullable PersonId manager);

  /** The person has left. */
  void remove(PersonId person);

  /** The people of a department, by id. */
  List<PersonId> members(DepartmentId department);

  /** Where somebody works; empty for who doesn't. */
  Optional<DepartmentId> departmentOf(PersonId person);

  Optional<PersonId> managerOf(PersonId person);
}
