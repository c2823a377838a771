package org.uitrol.application.campaign.process;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import org.uitrol.application.rollout.port.RolloutIndex;
import org.uitrol.application.rollout.port.RolloutIndex.Entry;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.Processing;
import org.uitrol.domain.campaign.CampaignEvent.CampaignCancelled;
import org.uitrol.domain.campaign.CampaignEvent.CampaignPaused;
import org.uitrol.domain.campaign.CampaignEvent.CampaignResumed;
import org.uitrol.domain.rollout.RolloutCommand.CancelRollout;
import org.uitrol.domain.rollout.RolloutCommand.PauseRollout;
import org.uitrol.domain.rollout.RolloutCommand.ResumeRollout;

/** What happens to a campaign happens to its departments. */
@Component
@ProcessingGroup(Processing.PROCESS)
@DisallowReplay
public class PassOnLifecycle {

  private static final Actor ACTOR = Actor.process(PassOnLifecycle.class);

  private final CommandDesk desk;
  private final RolloutIndex rollouts;

  public PassOnLifecycle(CommandDesk desk, RolloutIndex rollouts) {
    this.desk = desk;
    this.rollouts = rollouts;
  }

  @EventHandler
  void on(CampaignPaused event) {
    for (Entry entry : rollouts.ofCampaign(event.campaign())) {
      desk.send(new PauseRollout(entry.rollout(), event.at()), ACTOR);
    }
  }

  @EventHandler
  void on(CampaignResumed event) {
    for (Entry entry : rollouts.ofCampaign(event.campaign())) {
      desk.send(new ResumeRollout(entry.rollout(), event.at()), ACTOR);
    }
  }

  @EventHandler
  void on(CampaignCancelled event) {
    for (Entry entry : rollouts.ofCampaign(event.campaign())) {
      desk.send(new CancelRollout(entry.rollout(), event.at()), ACTOR);
    }
  }
}
