package org.uitrol.application.campaign.process;

import java.util.LinkedHashSet;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import org.uitrol.application.campaign.Plans;
import org.uitrol.application.concern.port.ConcernIndex;
import org.uitrol.application.directory.port.Memberships;
import org.uitrol.application.rollout.port.RolloutIndex;
import org.uitrol.application.rollout.port.RolloutIndex.Entry;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.Processing;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.campaign.Campaign;
import org.uitrol.domain.campaign.CampaignEvent;
import org.uitrol.domain.campaign.CampaignEvent.WaveStarted;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.rollout.RolloutCommand.StartRollout;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.Ids;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.StreamId;

/**
 * Starts the rollout of each department when its wave starts. The index knows it at once, so that
 * whoever moves, and a campaign that is paused, at that very moment reach it too.
 */
@Component
@ProcessingGroup(Processing.PROCESS)
@DisallowReplay
public class StartWaves {

  private static final Actor ACTOR = Actor.process(StartWaves.class);

  private final CommandDesk desk;
  private final Plans plans;
  private final Memberships memberships;
  private final RolloutIndex rollouts;
  private final ConcernIndex concerns;
  private final Streams streams;

  public StartWaves(
      CommandDesk desk,
      Plans plans,
      Memberships memberships,
      RolloutIndex rollouts,
      Streams streams,
      ConcernIndex concerns) {
    this.desk = desk;
    this.plans = plans;
    this.memberships = memberships;
    this.rollouts = rollouts;
    this.concerns = concerns;
    this.streams = streams;
  }

  @EventHandler
  void on(WaveStarted event) {
    Plan plan = plans.plan(event.campaign(), event.version());
    Campaign campaign =
        streams
            .state(StreamId.of("campaign", event.campaign()), CampaignEvent.class, Campaign::evolve)
            .orElseThrow();
    for (DepartmentId department : event.departments()) {
      RolloutId rollout = new RolloutId(Ids.derived("rollout", event.campaign(), department));
      rollouts.put(new Entry(rollout, event.campaign(), department, event.version(), plan.owner()));
      desk.send(
          new StartRollout(
              rollout,
              event.campaign(),
              department,
              event.version(),
              plan.rolloutPlan(),
              plan.owner(),
              new LinkedHashSet<>(memberships.members(department)),
              campaign.consulted(),
              campaign.answered(),
              concerns.count(event.campaign(), department),
              event.at()),
          ACTOR);
    }
  }
}
