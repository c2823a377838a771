package org.uitrol.application.campaign;

import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.campaign.consultation.Consultation;
import org.uitrol.domain.campaign.consultation.ConsultationCommand.AcceptCondition;
import org.uitrol.domain.campaign.consultation.ConsultationCommand.AskCouncil;
import org.uitrol.domain.campaign.consultation.ConsultationCommand.EndSuspension;
import org.uitrol.domain.campaign.consultation.ConsultationCommand.ForgoSuspension;
import org.uitrol.domain.campaign.consultation.ConsultationCommand.GiveOpinion;
import org.uitrol.domain.campaign.consultation.ConsultationCommand.SetAdviceAside;
import org.uitrol.domain.campaign.consultation.ConsultationEvent;
import org.uitrol.domain.shared.StreamId;

/** Routes commands to {@link Consultation} and keeps its state. */
@Aggregate(type = "consultation", commandTargetResolver = "commandTargets")
class ConsultationShell {

  @SuppressWarnings("UnusedVariable") // Axon reads it.
  @AggregateIdentifier
  private @Nullable String id;

  private @Nullable Consultation state;

  ConsultationShell() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(AskCouncil command) {
    Consultation.ask(state, command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(GiveOpinion command) {
    state().give(command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(AcceptCondition command) {
    state().accept(command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(SetAdviceAside command) {
    state().setAside(command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(EndSuspension command) {
    state().endSuspension(command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(ForgoSuspension command) {
    state().forgoSuspension(command).forEach(AggregateLifecycle::apply);
  }

  @EventSourcingHandler
  void on(ConsultationEvent event) {
    id = StreamId.of("consultation", event.campaign()).value();
    state = Consultation.evolve(state, event);
  }

  private Consultation state() {
    return Objects.requireNonNull(state);
  }
}
