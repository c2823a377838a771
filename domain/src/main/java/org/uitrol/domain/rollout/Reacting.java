package org.uitrol.domain.rollout;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.rollout.RolloutCommand.AnswerReaction;
import org.uitrol.domain.rollout.RolloutEvent.ActivityDone;
import org.uitrol.domain.rollout.RolloutEvent.ActivityMissed;
import org.uitrol.domain.rollout.RolloutEvent.ActivityPlanned;
import org.uitrol.domain.rollout.RolloutEvent.ActivityStarted;
import org.uitrol.domain.rollout.RolloutEvent.GateBlocked;
import org.uitrol.domain.rollout.RolloutEvent.GateOpened;
import org.uitrol.domain.rollout.RolloutEvent.GateOverdue;
import org.uitrol.domain.rollout.RolloutEvent.MemberJoined;
import org.uitrol.domain.rollout.RolloutEvent.MemberLeft;
import org.uitrol.domain.rollout.RolloutEvent.PlanChanged;
import org.uitrol.domain.rollout.RolloutEvent.ReactionAsked;
import org.uitrol.domain.rollout.RolloutEvent.ReactionFired;
import org.uitrol.domain.rollout.RolloutEvent.ReactionRefused;
import org.uitrol.domain.rollout.RolloutEvent.RefusalReason;
import org.uitrol.domain.rollout.RolloutEvent.RolloutCompleted;
import org.uitrol.domain.rollout.RolloutEvent.RolloutHeld;
import org.uitrol.domain.rollout.RolloutEvent.RolloutReleased;
import org.uitrol.domain.rollout.RolloutEvent.RolloutResumed;
import org.uitrol.domain.rollout.gate.Facts;
import org.uitrol.domain.rollout.gate.Finding;
import org.uitrol.domain.rollout.reaction.ActionPlan;
import org.uitrol.domain.rollout.reaction.ReactionPlan;
import org.uitrol.domain.rollout.reaction.ReactionPlan.Per;
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
    } else if (event instanceof ActivityStarted started) {
      String activity = started.activity().id();
      return department(ReactionTrigger.ACTIVITY_STARTED, activity, activity, at);
    } else if (event instanceof ActivityMissed missed) {
      return department(ReactionTrigger.ACTIVITY_MISSED, missed.activity(), missed.activity(), at);
    } else if (event instanceof MemberLeft left) {
      return department(ReactionTrigger.MEMBER_LEFT, "", left.person().value(), at);
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
    } else if (event instanceof RolloutResumed) {
      return department(ReactionTrigger.ROLLOUT_RESUMED, "", "", at);
    } else if (event instanceof PlanChanged changed) {
      return department(ReactionTrigger.PLAN_CHANGED, "", "" + changed.planVersion(), at);
    } else if (event instanceof RolloutCompleted) {
      return department(ReactionTrigger.ROLLOUT_COMPLETED, "", "", at);
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
    ReactionAsked asked = state().asked().get(noticeKey(refused.reaction(), refused.cause()));
    if (asked != null) {
      fire(asked);
      return;
    }
    for (ReactionPlan reaction : state().plan().reactions()) {
      if (reaction.id().equals(refused.reaction())) {
        ReactionTrigger trigger = ReactionTrigger.of(reaction.on()).orElseThrow();
        weigh(
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

  /** What the campaign allows in a pause is set aside, and fires without being asked again. */
  void answered(AnswerReaction answer) {
    String key = noticeKey(answer.reaction(), answer.cause());
    ReactionAsked asked = state().asked().get(key);
    if (asked == null || state().setAside().containsKey(key)) {
      return;
    }
    PersonId person = asked.person();
    RefusalReason refused = answer.refused();
    if (refused == null && person != null && !state().members().contains(person)) {
      refused = RefusalReason.PERSON_LEFT;
    } else if (refused == null && !isDoing(asked.on())) {
      refused = RefusalReason.NOT_RUNNING;
    }
    if (refused == null) {
      fire(asked);
    } else {
      decision.add(
          new ReactionRefused(
              state().id(),
              asked.reaction(),
              asked.cause(),
              asked.activity(),
              person,
              refused,
              asked.seen(),
              decision.at()));
    }
  }

  private void consider(ReactionPlan reaction, Observation seen) {
    if (seen.person() == null
        || DepartmentRollout.isFor(reaction.audience(), decision.segments())) {
      weigh(reaction, seen);
    } else {
      refuse(reaction, seen, RefusalReason.NOT_IN_AUDIENCE, new TreeMap<>());
    }
  }

  private void weigh(ReactionPlan reaction, Observation seen) {
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
            reason -> refuse(reaction, seen, reason, saw), () -> go(reaction, seen, saw));
  }

  private void refuse(
      ReactionPlan reaction,
      Observation seen,
      RefusalReason reason,
      SortedMap<String, Object> saw) {
    decision.add(
        new ReactionRefused(
            state().id(),
            reaction.id(),
            seen.cause(),
            seen.activity(),
            seen.person(),
            reason,
            saw,
            decision.at()));
  }

  private Optional<RefusalReason> refusal(
      ReactionPlan reaction, Observation seen, Finding finding) {
    if (!isDoing(reaction.on())) {
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
    return reaction.per() == Per.CAMPAIGN ? Optional.empty() : countedOut(reaction, seen);
  }

  /** Whether the rollout does anything about an event of that name now. */
  private boolean isDoing(String on) {
    boolean afterwards = ReactionTrigger.of(on).map(ReactionTrigger::isAfterwards).orElse(false);
    return state().status() == RolloutStatus.RUNNING
        || (afterwards && state().status() == RolloutStatus.COMPLETED);
  }

  private Optional<RefusalReason> countedOut(ReactionPlan reaction, Observation seen) {
    PersonId counted = reaction.per() == Per.DEPARTMENT ? null : seen.person();
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

  private void go(ReactionPlan reaction, Observation seen, SortedMap<String, Object> saw) {
    ReactionAsked asked =
        new ReactionAsked(
            state().id(),
            reaction.id(),
            reaction.on(),
            seen.cause(),
            seen.activity(),
            seen.person(),
            saw,
            reaction.then(),
            reaction.audience(),
            reaction.most(),
            reaction.coolDown(),
            decision.at());
    if (reaction.per() == Per.CAMPAIGN) {
      decision.add(asked);
    } else {
      fire(asked);
    }
  }

  private void fire(ReactionAsked asked) {
    int firing = firings(asked.reaction(), null) + 1;
    decision.add(
        new ReactionFired(
            state().id(),
            asked.reaction(),
            asked.cause(),
            asked.activity(),
            asked.person(),
            asked.seen(),
            asked.actions(),
            asked.on(),
            decision.at()));
    int number = 0;
    for (ActionPlan action : asked.actions()) {
      number++;
      if (action.kind() == ActionPlan.Kind.HOLD) {
        if (!state().holds().contains(asked.reaction())) {
          decision.add(new RolloutHeld(state().id(), null, asked.reaction(), decision.at()));
        }
      } else if (action.isActivity() && !isInChain(action, asked.person())) {
        String activity = asked.reaction() + "." + firing + "." + number;
        decision.add(
            new ActivityPlanned(
                state().id(),
                action.activity(activity, asked.person(), asked.audience()),
                decision.calendar().after(decision.at(), action.after()),
                decision.at()));
      }
    }
  }

  /** A mail to one person belongs to the follow-up of that person, which ends when it's done. */
  private static boolean isInChain(ActionPlan action, @Nullable PersonId person) {
    return action.kind() == ActionPlan.Kind.MAIL && person != null;
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
