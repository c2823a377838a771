package org.uitrol.application.campaign.process;

import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.uitrol.application.rollout.port.RolloutIndex;
import org.uitrol.application.rollout.port.RolloutIndex.Entry;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.Processing;
import org.uitrol.domain.campaign.CampaignCommand.GrantReaction;
import org.uitrol.domain.campaign.CampaignEvent.ReactionDenied;
import org.uitrol.domain.campaign.CampaignEvent.ReactionGranted;
import org.uitrol.domain.rollout.RolloutCommand.AnswerReaction;
import org.uitrol.domain.rollout.RolloutEvent.ReactionAsked;
import org.uitrol.domain.rollout.RolloutEvent.RefusalReason;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.DepartmentId;

/**
 * Asks the campaign about reactions that are counted over all its departments, and brings the
 * answer back.
 */
@Component
@ProcessingGroup(Processing.PROCESS)
@DisallowReplay
public class CountReactions {

  private static final Actor ACTOR = Actor.process(CountReactions.class);

  private final CommandDesk desk;
  private final RolloutIndex rollouts;

  public CountReactions(CommandDesk desk, RolloutIndex rollouts) {
    this.desk = desk;
    this.rollouts = rollouts;
  }

  @EventHandler
  void on(ReactionAsked event) {
    Entry rollout =
        rollouts
            .find(event.rollout())
            .orElseThrow(() -> new IllegalStateException("no rollout " + event.rollout()));
    desk.send(
        new GrantReaction(
            rollout.campaign(),
            rollout.department(),
            event.reaction(),
            event.cause(),
            event.most(),
            event.coolDown(),
            event.at()),
        ACTOR);
  }

  @EventHandler
  void on(ReactionGranted event) {
    answer(event.campaign(), event.department(), event.reaction(), event.cause(), null, event.at());
  }

  @EventHandler
  void on(ReactionDenied event) {
    answer(
        event.campaign(),
        event.department(),
        event.reaction(),
        event.cause(),
        event.refused(),
        event.at());
  }

  private void answer(
      CampaignId campaign,
      DepartmentId department,
      String reaction,
      String cause,
      @Nullable RefusalReason refused,
      Instant at) {
    rollouts.ofCampaign(campaign).stream()
        .filter(entry -> entry.department().equals(department))
        .forEach(
            entry ->
                desk.send(
                    new AnswerReaction(entry.rollout(), reaction, cause, refused, at), ACTOR));
  }
}
