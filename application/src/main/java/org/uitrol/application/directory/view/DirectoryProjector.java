package org.uitrol.application.directory.view;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;
import org.uitrol.domain.directory.DepartmentEvent.DepartmentNamed;
import org.uitrol.domain.directory.Employee;
import org.uitrol.domain.directory.EmployeeEvent;

/** Follows who works where. */
@Component
@ProcessingGroup(DirectoryProjector.GROUP)
public class DirectoryProjector {

  /** The processor that runs it. */
  public static final String GROUP = "view.directory";

  private final DirectoryStore store;

  public DirectoryProjector(DirectoryStore store) {
    this.store = store;
  }

  @EventHandler
  public void on(EmployeeEvent event) {
    Employee known = store.member(event.person()).map(DirectoryProjector::employee).orElse(null);
    Employee now = Employee.evolve(known, event);
    store.put(new MemberRow(now.person(), now.department(), now.manager(), now.active()));
  }

  @EventHandler
  public void on(DepartmentNamed event) {
    store.name(event.department(), event.name());
  }

  @ResetHandler
  public void reset() {
    store.clear();
  }

  private static Employee employee(MemberRow row) {
    return new Employee(row.person(), row.department(), row.manager(), row.active());
  }
}
