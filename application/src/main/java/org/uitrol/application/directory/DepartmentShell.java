package org.uitrol.application.directory;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.directory.Department;
import org.uitrol.domain.directory.DepartmentCommand.NameDepartment;
import org.uitrol.domain.directory.DepartmentEvent;
import org.uitrol.domain.shared.StreamId;

/** Keeps one department's history. */
@Aggregate(type = "department", commandTargetResolver = "commandTargets")
class DepartmentShell {

  private @Nullable String stream;
  private @Nullable Department department;

  @AggregateIdentifier
  @Nullable String stream() {
    return stream;
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(NameDepartment command) {
    Department.name(department, command).forEach(AggregateLifecycle::apply);
  }

  @EventSourcingHandler
  void on(DepartmentEvent event) {
    department = Department.evolve(department, event);
    stream = StreamId.of("department", event.department()).value();
  }
}
