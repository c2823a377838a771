package org.uitrol.application.campaign.process;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import org.uitrol.application.rollout.port.RolloutIndex;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.Processing;
import org.uitrol.domain.campaign.CampaignCommand.NoteCompletion;
import org.uitrol.domain.campaign.CampaignCommand.NoteStage;
import org.uitrol.domain.rollout.RolloutEvent.RolloutCompleted;
import org.uitrol.domain.rollout.RolloutEvent.StageEntered;

/** Tells the campaign how far its departments are. */
@Component
@ProcessingGroup(Processing.PROCESS)
@DisallowReplay
public class TrackRollouts {

  private static final Actor ACTOR = Actor.process(TrackRollouts.class);

  private final CommandDesk desk;
  private final RolloutIndex rollouts;

  public TrackRollouts(CommandDesk desk, RolloutIndex rollouts) {
    this.desk = desk;
    this.rollouts = rollouts;
  }

  @EventHandler
  void on(StageEntered event) {
    rollouts
        .find(event.rollout())
        .ifPresent(
            entry ->
                desk.send(
                    new NoteStage(entry.campaign(), entry.department(), event.stage(), event.at()),
                    ACTOR));
  }

  @EventHandler
  void on(RolloutCompleted event) {
    rollouts
        .find(event.rollout())
        .ifPresent(
            entry ->
                desk.send(
                    new NoteCompletion(entry.campaign(), entry.department(), event.at()), ACTOR));
  }
}
