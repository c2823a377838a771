package org.uitrol.application.directory.view;

import java.util.List;
import java.util.Optional;
import org.uitrol.application.shared.ViewStore;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;

/**
 * Keeps who works where: in tables for the present, in memory for another date or a simulation
 * (decision 0014). Writing the same twice changes nothing. Takes part in the caller's transaction.
 */
public interface DirectoryStore extends ViewStore {

  /** Stores where a person works, in place of what was there. */
  void put(MemberRow member);

  /** Stores a department's name, in place of what was there. */
  void name(DepartmentId department, String name);

  /** Where a person works or worked last; empty when never seen. */
  Optional<MemberRow> member(PersonId person);

  /** The people who work in that department now, by id. */
  List<MemberRow> members(DepartmentId department);

  /** The people who are led by that person now, by id. */
  List<MemberRow> ledBy(PersonId manager);

  /** The people who worked here and left, by id. */
  List<MemberRow> left();

  /** All departments with how many people work there now, by name. */
  List<DepartmentRow> departments();

  /** One department; empty when it has no name. */
  Optional<DepartmentRow> department(DepartmentId department);
}
