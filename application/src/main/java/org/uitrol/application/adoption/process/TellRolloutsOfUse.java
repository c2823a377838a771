package org.uitrol.application.adoption.process;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import org.uitrol.application.adoption.DepartmentUse;
import org.uitrol.application.campaign.Plans;
import org.uitrol.application.rollout.Observations;
import org.uitrol.application.rollout.port.RolloutIndex;
import org.uitrol.application.rollout.port.RolloutIndex.Entry;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.AsOf;
import org.uitrol.application.shared.Processing;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.adoption.Headcount;
import org.uitrol.domain.adoption.SmallestGroup;
import org.uitrol.domain.adoption.UsageEvent.UsageImported;
import org.uitrol.domain.adoption.UsageHistory;
import org.uitrol.domain.adoption.UsageRule;
import org.uitrol.domain.adoption.UsageWindow;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.rollout.DepartmentRollout;
import org.uitrol.domain.rollout.Observation;
import org.uitrol.domain.rollout.RolloutEvent;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.rollout.gate.EvidenceCatalog;
import org.uitrol.domain.rollout.reaction.ReactionTrigger;
import org.uitrol.domain.shared.PersonId;

/**
 * Tells departments that are under way which share of them uses what they got, and goes on using
 * it, by all reports that were read in so far. A share about too few people isn't told, and what is
 * told isn't more than there is.
 */
@Component
@ProcessingGroup(Processing.PROCESS)
@DisallowReplay
public class TellRolloutsOfUse {

  private static final Actor ACTOR = Actor.process(TellRolloutsOfUse.class);

  private final RolloutIndex rollouts;
  private final Plans plans;
  private final Streams streams;
  private final DepartmentUse use;
  private final Observations observations;

  public TellRolloutsOfUse(
      RolloutIndex rollouts,
      Plans plans,
      Streams streams,
      DepartmentUse use,
      Observations observations) {
    this.rollouts = rollouts;
    this.plans = plans;
    this.streams = streams;
    this.use = use;
    this.observations = observations;
  }

  @EventHandler
  void on(UsageImported event) {
    use.window(event.layout().product(), AsOf.known(event.at()))
        .ifPresent(window -> rollouts.open().forEach(entry -> tell(entry, window, event)));
  }

  private void tell(Entry entry, UsageWindow window, UsageImported event) {
    Plan plan = plans.inForce(entry.campaign(), entry.planVersion());
    UsageRule rule = plan.privacy().usage();
    if (rule == null || rule.of() != event.layout().product()) {
      return;
    }
    streams
        .state(entry.rollout(), RolloutEvent.class, DepartmentRollout::evolve)
        .filter(rollout -> plan.governance().isConsulted(entry.planVersion(), rollout.consulted()))
        .ifPresent(
            rollout -> {
              observations.tell(
                  entry.rollout(),
                  Observation.ofDepartment(
                      ReactionTrigger.USAGE_REPORTED,
                      cause(event),
                      "",
                      facts(rollout, plan, rule, window, event.at())),
                  event.at(),
                  ACTOR);
              if (rule.isIndividual() && rollout.stage() == StageName.GO_LIVE) {
                tellOfEach(rollout, rule, window, event);
              }
            });
  }

  private static String cause(UsageImported event) {
    return "usage/" + event.usageImport() + "/" + event.at();
  }

  /** Of everybody who has the tool: who doesn't use it at all, and whose use lasts. */
  private void tellOfEach(
      DepartmentRollout rollout, UsageRule rule, UsageWindow window, UsageImported event) {
    Map<PersonId, UsageHistory> known = use.histories(rule, rollout.members(), window, event.at());
    for (PersonId person : rollout.members()) {
      UsageHistory history = known.getOrDefault(person, new UsageHistory(List.of()));
      boolean idle = !history.isActive(window);
      if (idle || history.isSustained(window, rule.activeWeeks())) {
        observations.tellIfAsked(
            rollout.id(),
            Observation.ofPerson(
                idle ? ReactionTrigger.USE_IDLE : ReactionTrigger.USE_LASTING,
                cause(event) + "/" + person,
                "",
                person,
                Map.of()),
            event.at(),
            ACTOR);
      }
    }
  }

  private Map<String, Double> facts(
      DepartmentRollout rollout, Plan plan, UsageRule rule, UsageWindow window, Instant knownAt) {
    SmallestGroup smallest = new SmallestGroup(plan.privacy().smallestGroup());
    DepartmentUse.Counts counts = use.count(rule, rollout.members(), window, knownAt);
    Headcount active = smallest.tell(counts.active(), rollout.members().size());
    Headcount sustained = smallest.tellPart(counts.sustained(), active);
    Map<String, Double> facts = new HashMap<>();
    active.share().ifPresent(share -> facts.put(EvidenceCatalog.USE_ACTIVE, share));
    sustained.share().ifPresent(share -> facts.put(EvidenceCatalog.USE_SUSTAINED, share));
    return facts;
  }
}
