package org.uitrol.application.directory.port;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;

/**
 * What the organisation's own directory did here that isn't history: what it took back and what it
 * calls departments. Holds no personal data. Takes part in the caller's transaction.
 */
public interface SyncRegister {

  /** Waits until no other writer is at work, on any node, until this transaction ends. */
  void waitForTurn();

  /** People whom the vault knows and who weren't taken back, by id. */
  List<PersonId> people(long from, int most);

  /** How many people {@link #people} has in all. */
  long count();

  /** People of whom the directory's view doesn't show yet what was stored last. */
  Set<PersonId> peopleNotShownYet();

  /** Departments of which the directory's view doesn't show yet what was stored last. */
  Set<DepartmentId> departmentsNotShownYet();

  boolean isWithdrawn(PersonId person);

  /** The directory took the person back. */
  void withdraw(PersonId person);

  /** The directory brought the person back. */
  void restore(PersonId person);

  boolean isWithdrawn(DepartmentId department);

  /** The directory took the department back. */
  void withdraw(DepartmentId department);

  /** The directory brought the department back. */
  void restore(DepartmentId department);

  /** What the directory calls the department; empty when it never said. */
  Optional<String> externalId(DepartmentId department);

  /** Keeps what the directory calls the department; empty to forget it. */
  void externalId(DepartmentId department, String externalId);

  /** Which department the directory calls so. */
  Optional<DepartmentId> findDepartment(String externalId);
}
