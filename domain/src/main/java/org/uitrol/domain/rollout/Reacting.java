package org.uitrol.domain.rollout;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.rollout.RolloutEvent.ActivityDone;
import org.uitrol.domain.rollout.RolloutEvent.ActivityPlanned;
import org.uitrol.domain.rollout.RolloutEvent.GateBlocked;
import org.uitrol.domain.rollout.RolloutEvent.GateOpened;
import org.uitrol.domain.rollout.RolloutEvent.GateOverdue;
import org.uitrol.domain.rollout.RolloutEvent.MemberJoined;
import org.uitrol.domain.rollout.RolloutEvent.ReactionFired;
import org.uitrol.domain.rollout.RolloutEvent.ReactionRefused;
import org.uitrol.domain.rollout.RolloutEvent.RefusalReason;
import org.uitrol.domain.rollout.RolloutEvent.RolloutHeld;
import org.uitrol.domain.rollout.RolloutEvent.RolloutReleased;
import org.uitrol.domain.rollout.gate.Facts;
import org.uitrol.domain.rollout.gate.Finding;
import org.uitrol.domain.rollout.reaction.ActionPlan;
import org.uitrol.domain.rollout.reaction.ReactionPlan;
import org.uitrol.domain.rollout.reaction.ReactionTrigger;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.survey.Cause;

/**
 * How a department's rollout reacts to what it observes: which reactions of its plan fire, which
 * are refused, and with which facts.
 */
final class Reacting {

  private final DepartmentRollout.Decision decision;

  /**
   * @param decision to which the events are added
   */
  Reacting(DepartmentRollout.Decision decision) {
    this.decision = decision;
  }

  /** What a plan may react to, of what a rollout brings about itself. */
  static Optional<Observation> noticed(RolloutEvent event, Instant at) {
    if (event instanceof ActivityDone over) {
      return department(ReactionTrigger.ACTIVITY_DONE, over.activity(), over.activity(), at);
    } else if (event instanceof MemberJoined joined) {
      return Optional.of(
          Observation.ofPerson(
              ReactionTrigger.MEMBER_JOINED,
              "joined/" + joined.person() + "/" + joined.at(),
              "",
              joined.person(),
              Map.of()));
    } else if (event instanceof GateBlocked blocked) {
      return stage(ReactionTrigger.GATE_BLOCKED, blocked.stage(), at);
    } else if (event instanceof GateOverdue overdue) {
      return stage(ReactionTrigger.GATE_OVERDUE, overdue.stage(), at);
    } else if (event instanceof GateOpened opened) {
      return stage(ReactionTrigger.GATE_OPENED, opened.stage(), at);
    } else if (event instanceof RolloutHeld held) {
      return department(ReactionTrigger.ROLLOUT_HELD, "", held.reason(), at);
    } else if (event instanceof RolloutReleased) {
      return department(ReactionTrigger.ROLLOUT_RELEASED, "", "", at);
    }
    return Optional.empty();
  }

  private static Optional<Observation> department(
      ReactionTrigger trigger, String activity, String what, Instant at) {
    return Optional.of(
        Observation.ofDepartment(
            trigger, trigger.key() + "/" + what + "/" + at, activity, Map.of()));
  }

  private static Optional<Observation> stage(ReactionTrigger trigger, StageName stage, Instant at) {
    return Optional.of(
        new Observation(
            trigger,
            trigger.key() + "/" + stage.key() + "/" + at,
            "",
            null,
            new TreeMap<>(Map.of("stage", stage.key())),
            new TreeMap<>(),
            Set.of()));
  }

  /**
   * Every reaction that the plan has to this fires or is refused, once. What becomes of one
   * person's own activity tells nothing about the department.
   */
  void to(Observation seen) {
    ActivityState activity = state().activities().get(seen.activity());
    if (!seen.trigger().isAboutPerson() && activity != null && activity.plan().isPersonal()) {
      return;
    }
    for (ReactionPlan reaction : state().plan().reactions()) {
      if (reaction.on().equals(seen.trigger().key())
          && !state().noticed().contains(noticeKey(reaction.id(), seen.cause()))) {
        consider(reaction, seen);
      }
    }
  }

  /** Looks again at a reaction that was set aside in a pause, with what it saw then. */
  void again(ReactionRefused refused) {
    for (ReactionPlan reaction : state().plan().reactions()) {
      if (reaction.id().equals(refused.reaction())) {
        ReactionTrigger trigger = ReactionTrigger.of(reaction.on()).orElseThrow();
        consider(
            reaction,
            new Observation(
                trigger,
                refused.cause(),
                refused.activity(),
                refused.person(),
                refused.seen(),
                new TreeMap<>(),
                Set.of()));
      }
    }
  }

  private void consider(ReactionPlan reaction, Observation seen) {
    Map<String, Object> extra = new TreeMap<>(seen.facts());
    ActivityState activity = state().activities().get(seen.activity());
    if (activity != null) {
      extra.put("activity.id", ActivityPlan.idInPlan(activity.plan().id()));
      extra.put("activity.kind", activity.plan().kind().key());
    }
    Facts facts = state().facts(decision.at(), decision.calendar()).with(extra);
    String condition = reaction.when();
    Finding finding =
        condition == null
            ? new Finding("", Finding.Result.HOLDS, new TreeMap<>())
            : decision.rules().conditions().check(condition, facts);
    SortedMap<String, Object> saw = new TreeMap<>(finding.seen());
    if (reaction.cause() != null) {
      saw.putAll(causes());
    }
    refusal(reaction, seen, finding)
        .ifPresentOrElse(
            reason ->
                decision.add(
                    new ReactionRefused(
                        state().id(),
                        reaction.id(),
                        seen.cause(),
                        seen.activity(),
                        seen.person(),
                        reason,
                        saw,
                        decision.at())),
            () -> fire(reaction, seen, saw));
  }

  private Optional<RefusalReason> refusal(
      ReactionPlan reaction, Observation seen, Finding finding) {
    if (state().status() != RolloutStatus.RUNNING) {
      return Optional.of(RefusalReason.NOT_RUNNING);
    }
    if (finding.result() == Finding.Result.UNKNOWN) {
      return Optional.of(RefusalReason.CONDITION_UNKNOWN);
    }
    if (!finding.holds()) {
      return Optional.of(RefusalReason.CONDITION_FAILS);
    }
    if (reaction.cause() != null && !isStrongest(reaction.cause())) {
      return Optional.of(RefusalReason.NOT_THE_CAUSE);
    }
    PersonId counted = reaction.per() == ReactionPlan.Per.DEPARTMENT ? null : seen.person();
    if (firings(reaction.id(), counted) >= reaction.most()) {
      return Optional.of(RefusalReason.OFTEN_ENOUGH);
    }
    Instant last = state().lastFired().get(firingKey(reaction.id(), counted));
    Integer coolDown = reaction.coolDown();
    return last != null
            && coolDown != null
            && decision.at().isBefore(decision.calendar().after(last, coolDown))
        ? Optional.of(RefusalReason.COOLING_DOWN)
        : Optional.empty();
  }

  private void fire(ReactionPlan reaction, Observation seen, SortedMap<String, Object> saw) {
    int firing = firings(reaction.id(), null) + 1;
    decision.add(
        new ReactionFired(
            state().id(),
            reaction.id(),
            seen.cause(),
            seen.activity(),
            seen.person(),
            saw,
            reaction.then(),
            decision.at()));
    int number = 0;
    for (ActionPlan action : reaction.then()) {
      number++;
      if (action.kind() == ActionPlan.Kind.HOLD) {
        if (!state().holds().contains(reaction.id())) {
          decision.add(new RolloutHeld(state().id(), null, reaction.id(), decision.at()));
        }
      } else if (action.isActivity() && !isInChain(action, seen)) {
        String activity = reaction.id() + "." + firing + "." + number;
        decision.add(
            new ActivityPlanned(
                state().id(),
                action.activity(activity, seen.person()),
                decision.calendar().after(decision.at(), action.after()),
                decision.at()));
      }
    }
  }

  /** A mail to one person belongs to the follow-up of that person, which ends when it's done. */
  private static boolean isInChain(ActionPlan action, Observation seen) {
    return action.kind() == ActionPlan.Kind.MAIL && seen.person() != null;
  }

  /** How strong each cause is of which a survey told. */
  private Map<String, Double> causes() {
    Map<String, Double> causes = new TreeMap<>();
    for (Cause cause : Cause.values()) {
      Double strength = state().evidence().get(cause.fact());
      if (strength != null) {
        causes.put(cause.fact(), strength);
      }
    }
    return causes;
  }

  /** Whether nothing that a survey told of holds people back more than this. */
  private boolean isStrongest(Cause cause) {
    Double own = state().evidence().get(cause.fact());
    return own != null && causes().values().stream().allMatch(other -> own >= other);
  }

  private int firings(String reaction, @Nullable PersonId person) {
    return state().fired().getOrDefault(firingKey(reaction, person), 0);
  }

  private DepartmentRollout state() {
    return decision.state();
  }

  static String firingKey(String reaction, @Nullable PersonId person) {
    return person == null ? reaction : reaction + "/" + person;
  }

  static String noticeKey(String reaction, String cause) {
    return reaction + "@" + cause;
  }
}
