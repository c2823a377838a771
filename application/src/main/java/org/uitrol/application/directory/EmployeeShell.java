package org.uitrol.application.directory;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.directory.Employee;
import org.uitrol.domain.directory.EmployeeCommand.ChangeDetails;
import org.uitrol.domain.directory.EmployeeCommand.EmployeeLeaves;
import org.uitrol.domain.directory.EmployeeCommand.PutEmployee;
import org.uitrol.domain.directory.EmployeeEvent;
import org.uitrol.domain.shared.StreamId;

/** Keeps one employee's history. */
@Aggregate(type = "employee", commandTargetResolver = "commandTargets")
class EmployeeShell {

  private @Nullable String stream;
  private @Nullable Employee employee;

  @AggregateIdentifier
  @Nullable String stream() {
    return stream;
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(PutEmployee command) {
    apply(Employee.put(employee, command));
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(EmployeeLeaves command) {
    apply(Employee.leave(employee, command));
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(ChangeDetails command) {
    apply(Employee.change(employee, command));
  }

  @EventSourcingHandler
  void on(EmployeeEvent event) {
    employee = Employee.evolve(employee, event);
    stream = StreamId.of("employee", event.person()).value();
  }

  private static void apply(List<EmployeeEvent> events) {
    events.forEach(AggregateLifecycle::apply);
  }
}
