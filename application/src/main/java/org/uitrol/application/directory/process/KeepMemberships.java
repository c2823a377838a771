package org.uitrol.application.directory.process;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.uitrol.application.directory.port.Memberships;
import org.uitrol.application.shared.Processing;
import org.uitrol.domain.directory.EmployeeEvent.EmployeeJoined;
import org.uitrol.domain.directory.EmployeeEvent.EmployeeLeft;
import org.uitrol.domain.directory.EmployeeEvent.EmployeeMoved;
import org.uitrol.domain.directory.EmployeeEvent.EmployeeReturned;
import org.uitrol.domain.directory.EmployeeEvent.ManagerChanged;

/** Keeps who works where, for the other processes. */
@Component
@Order(Processing.INDEX_FIRST)
@ProcessingGroup(Processing.PROCESS)
@DisallowReplay
public class KeepMemberships {

  private final Memberships memberships;

  public KeepMemberships(Memberships memberships) {
    this.memberships = memberships;
  }

  @EventHandler
  void on(EmployeeJoined event) {
    memberships.put(event.person(), event.department(), event.manager());
  }

  @EventHandler
  void on(EmployeeReturned event) {
    memberships.put(
        event.person(), event.department(), memberships.managerOf(event.person()).orElse(null));
  }

  @EventHandler
  void on(EmployeeMoved event) {
    memberships.put(event.person(), event.to(), memberships.managerOf(event.person()).orElse(null));
  }

  @EventHandler
  void on(ManagerChanged event) {
    memberships.manager(event.person(), event.to());
  }

  @EventHandler
  void on(EmployeeLeft event) {
    memberships.remove(event.person());
  }
}
