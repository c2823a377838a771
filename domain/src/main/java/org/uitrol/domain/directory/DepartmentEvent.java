package org.uitrol.domain.directory;

import java.time.Instant;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.DomainEvent;

/** What happened to a department. */
public sealed interface DepartmentEvent extends DomainEvent {

  /** Which department. */
  DepartmentId department();

  /**
   * {@code department.named}: a department appeared, or goes by another name from now on.
   *
   * @param name as people write it, without white space around it
   */
  record DepartmentNamed(DepartmentId department, String name, Instant at)
      implements DepartmentEvent {}
}
