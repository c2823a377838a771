package org.uitrol.application.directory.port;

import org.uitrol.domain.shared.DepartmentId;

/** What departments are called. */
public interface DepartmentNames {

  /** The name, or the key where there is none. */
  String name(DepartmentId department);
}
