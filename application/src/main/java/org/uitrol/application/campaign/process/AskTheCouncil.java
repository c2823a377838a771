package org.uitrol.application.campaign.process;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import org.uitrol.application.campaign.Plans;
import org.uitrol.application.rollout.port.RolloutIndex;
import org.uitrol.application.rollout.port.RolloutIndex.Entry;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.Processing;
import org.uitrol.domain.campaign.CampaignCommand;
import org.uitrol.domain.campaign.CampaignEvent.PlanSubmitted;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.campaign.consultation.ConsultationCommand.AskCouncil;
import org.uitrol.domain.campaign.consultation.ConsultationEvent;
import org.uitrol.domain.campaign.consultation.ConsultationEvent.ConsultationReopened;
import org.uitrol.domain.campaign.consultation.ConsultationEvent.ConsultationSettled;
import org.uitrol.domain.campaign.consultation.ConsultationRule;
import org.uitrol.domain.campaign.consultation.Register;
import org.uitrol.domain.campaign.consultation.Suspension;
import org.uitrol.domain.rollout.RolloutCommand;

/**
 * Puts a plan before the works council when it goes into review, and tells the campaign and its
 * departments what came of it.
 */
@Component
@ProcessingGroup(Processing.PROCESS)
@DisallowReplay
public class AskTheCouncil {

  private static final Actor ACTOR = Actor.process(AskTheCouncil.class);

  private final CommandDesk desk;
  private final Plans plans;
  private final RolloutIndex rollouts;

  public AskTheCouncil(CommandDesk desk, Plans plans, RolloutIndex rollouts) {
    this.desk = desk;
    this.plans = plans;
    this.rollouts = rollouts;
  }

  @EventHandler
  void on(PlanSubmitted event) {
    Plan plan = plans.plan(event.campaign(), event.version());
    ConsultationRule rule = plan.governance().consultation();
    if (rule != null) {
      desk.send(
          new AskCouncil(
              event.campaign(),
              event.version(),
              rule,
              Register.of(plan).measures(),
              Suspension.of(plan.calendar()).orElse(null),
              plans.author(event.campaign(), event.version()),
              event.at()),
          ACTOR);
    }
  }

  @EventHandler
  void on(ConsultationSettled event) {
    tell(event, true);
  }

  @EventHandler
  void on(ConsultationReopened event) {
    tell(event, false);
  }

  private void tell(ConsultationEvent event, boolean settled) {
    desk.send(
        new CampaignCommand.NoteConsultation(
            event.campaign(), event.version(), settled, event.at()),
        ACTOR);
    for (Entry entry : rollouts.ofCampaign(event.campaign())) {
      desk.send(
          new RolloutCommand.NoteConsultation(
              entry.rollout(), event.version(), settled, event.at()),
          ACTOR);
    }
  }
}
