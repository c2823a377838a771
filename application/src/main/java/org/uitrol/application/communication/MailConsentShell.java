package org.uitrol.application.communication;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.communication.MailConsent;
import org.uitrol.domain.communication.MailConsentCommand.OptIn;
import org.uitrol.domain.communication.MailConsentCommand.OptOut;
import org.uitrol.domain.communication.MailConsentEvent;
import org.uitrol.domain.shared.StreamId;

/** Routes commands to {@link MailConsent} and keeps its state. */
@Aggregate(type = "mail-consent", commandTargetResolver = "commandTargets")
class MailConsentShell {

  @SuppressWarnings("UnusedVariable") // Axon reads it.
  @AggregateIdentifier
  private @Nullable String id;

  private @Nullable MailConsent state;

  MailConsentShell() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(OptOut command) {
    MailConsent.optOut(state, command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(OptIn command) {
    MailConsent.optIn(state, command).forEach(AggregateLifecycle::apply);
  }

  @EventSourcingHandler
  void on(MailConsentEvent event) {
    id = StreamId.of("consent", event.person()).value();
    state = MailConsent.evolve(state, event);
  }
}
