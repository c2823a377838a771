package org.uitrol.application.campaign.process;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
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
import org.uitrol.domain.campaign.CampaignEvent.DepartmentAdmitted;
import org.uitrol.domain.campaign.CampaignEvent.WaveStarted;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.rollout.RolloutCommand.StartRollout;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.DepartmentId;
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
    start(event.campaign(), event.version(), event.departments(), event.at());
  }

  @EventHandler
  void on(DepartmentAdmitted event) {
    start(event.campaign(), event.version(), List.of(event.department()), event.at());
  }

  private void start(CampaignId id, int version, List<DepartmentId> departments, Instant at) {
    Plan plan = plans.plan(id, version);
    Campaign campaign =
        streams
            .state(StreamId.of("campaign", id), CampaignEvent.class, Campaign::evolve)
            .orElseThrow();
    for (DepartmentId department : departments) {
      RolloutId rollout = RolloutId.of(id, department);
      rollouts.put(new Entry(rollout, id, department, version, plan.owner()));
      desk.send(
          new StartRollout(
              rollout,
              id,
              department,
              version,
              plan.rolloutPlan(),
              plan.owner(),
              new LinkedHashSet<>(memberships.members(department)),
              campaign.consulted(),
              campaign.answered(),
              concerns.count(id, department),
              at),
          ACTOR);
    }
  }
}
