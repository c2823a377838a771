package org.uitrol.application.campaign.process;

import java.util.Set;
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
import org.uitrol.domain.campaign.CampaignEvent.CampaignAmended;
import org.uitrol.domain.campaign.CampaignEvent.QuestionAnswered;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.rollout.RolloutCommand.AmendRollout;
import org.uitrol.domain.rollout.RolloutCommand.NoteAnswers;

/** Gives the departments that run what changes about their plan while they do. */
@Component
@ProcessingGroup(Processing.PROCESS)
@DisallowReplay
public class PassOnAmendments {

  private static final Actor ACTOR = Actor.process(PassOnAmendments.class);

  private final CommandDesk desk;
  private final Plans plans;
  private final RolloutIndex rollouts;

  public PassOnAmendments(CommandDesk desk, Plans plans, RolloutIndex rollouts) {
    this.desk = desk;
    this.plans = plans;
    this.rollouts = rollouts;
  }

  @EventHandler
  void on(CampaignAmended event) {
    Plan plan = plans.plan(event.campaign(), event.version());
    for (Entry entry : rollouts.ofCampaign(event.campaign())) {
      desk.send(
          new NoteAnswers(entry.rollout(), plan.governance().answers().keySet(), event.at()),
          ACTOR);
      desk.send(
          new AmendRollout(
              entry.rollout(), event.version(), plan.rolloutPlan(), plan.owner(), event.at()),
          ACTOR);
    }
  }

  @EventHandler
  void on(QuestionAnswered event) {
    for (Entry entry : rollouts.ofCampaign(event.campaign())) {
      desk.send(new NoteAnswers(entry.rollout(), Set.of(event.question()), event.at()), ACTOR);
    }
  }
}
