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
import org.uitrol.domain.campaign.Campaign;
import org.uitrol.domain.campaign.CampaignCommand.AmendCampaign;
import org.uitrol.domain.campaign.CampaignCommand.AnswerQuestion;
import org.uitrol.domain.campaign.CampaignCommand.ApprovePlan;
import org.uitrol.domain.campaign.CampaignCommand.CancelCampaign;
import org.uitrol.domain.campaign.CampaignCommand.DraftPlan;
import org.uitrol.domain.campaign.CampaignCommand.DropAmendment;
import org.uitrol.domain.campaign.CampaignCommand.GrantReaction;
import org.uitrol.domain.campaign.CampaignCommand.LaunchCampaign;
import org.uitrol.domain.campaign.CampaignCommand.NoteCompletion;
import org.uitrol.domain.campaign.CampaignCommand.NoteConsultation;
import org.uitrol.domain.campaign.CampaignCommand.NoteStage;
import org.uitrol.domain.campaign.CampaignCommand.PauseCampaign;
import org.uitrol.domain.campaign.CampaignCommand.ResumeCampaign;
import org.uitrol.domain.campaign.CampaignCommand.ReturnPlan;
import org.uitrol.domain.campaign.CampaignCommand.StartWave;
import org.uitrol.domain.campaign.CampaignCommand.SubmitPlan;
import org.uitrol.domain.campaign.CampaignCommand.TakeDossier;
import org.uitrol.domain.campaign.CampaignEvent;
import org.uitrol.domain.shared.Holidays;
import org.uitrol.domain.shared.StreamId;

/** Routes commands to {@link Campaign} and keeps its state. */
@Aggregate(type = "campaign", commandTargetResolver = "commandTargets")
class CampaignShell {

  @SuppressWarnings("UnusedVariable") // Axon reads it.
  @AggregateIdentifier
  private @Nullable String id;

  private @Nullable Campaign state;

  CampaignShell() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(DraftPlan command) {
    Campaign.draft(state, command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(SubmitPlan command) {
    state().submit(command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(ReturnPlan command) {
    state().returnPlan(command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(ApprovePlan command) {
    state().approve(command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(LaunchCampaign command, Holidays holidays) {
    state().launch(command, holidays).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(AmendCampaign command, Holidays holidays) {
    state().amend(command, holidays).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(DropAmendment command) {
    state().drop(command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(NoteConsultation command, Holidays holidays) {
    state().noteConsultation(command, holidays).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(AnswerQuestion command) {
    state().answer(command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(StartWave command) {
    state().startWave(command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(NoteStage command, Holidays holidays) {
    state().noteStage(command, holidays).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(NoteCompletion command) {
    state().noteCompletion(command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(GrantReaction command, Holidays holidays) {
    state().grantReaction(command, holidays).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(PauseCampaign command) {
    state().pause(command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(ResumeCampaign command) {
    state().resume(command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(CancelCampaign command) {
    state().cancel(command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(TakeDossier command) {
    state().takeDossier(command).forEach(AggregateLifecycle::apply);
  }

  @EventSourcingHandler
  void on(CampaignEvent event) {
    id = StreamId.of("campaign", event.campaign()).value();
    state = Campaign.evolve(state, event);
  }

  private Campaign state() {
    return Objects.requireNonNull(state);
  }
}
