package org.uitrol.domain.rollout;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.rollout.audience.Audience;
import org.uitrol.domain.rollout.gate.Approver;
import org.uitrol.domain.rollout.gate.Blocker;
import org.uitrol.domain.rollout.gate.Disclosure;
import org.uitrol.domain.rollout.gate.Finding;
import org.uitrol.domain.rollout.reaction.ActionPlan;
import org.uitrol.domain.session.NoSeat;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.DomainEvent;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SessionId;

/** What happened to a department's rollout. */
public sealed interface RolloutEvent extends DomainEvent {

  RolloutId rollout();

  /**
   * {@code rollout.started}: pinned to a plan version, with the people of the department.
   *
   * @param consulted plan versions about which the works council has had its say
   * @param answered the questions that have an answer; all, where nobody asked for answers yet
   */
  record RolloutStarted(
      RolloutId rollout,
      CampaignId campaign,
      DepartmentId department,
      int planVersion,
      RolloutPlan plan,
      PersonId owner,
      List<PersonId> members,
      List<Integer> consulted,
      List<Disclosure> answered,
      Instant at)
      implements RolloutEvent {

    @SuppressWarnings("ConstantValue") // Rollouts from before there were consultations and answers.
    public RolloutStarted {
      members = List.copyOf(members);
      consulted = consulted == null ? List.of() : List.copyOf(consulted);
      answered = answered == null ? List.of(Disclosure.values()) : List.copyOf(answered);
    }
  }

  /** {@code rollout.amended}: a newer plan version is taken up when the next stage begins. */
  record RolloutAmended(
      RolloutId rollout, int planVersion, RolloutPlan plan, PersonId owner, Instant at)
      implements RolloutEvent {}

  /** {@code rollout.plan-changed}: the amended plan counts from now on. */
  record PlanChanged(RolloutId rollout, int planVersion, PersonId owner, Instant at)
      implements RolloutEvent {}

  /** {@code rollout.consultation-noted}. */
  record ConsultationNoted(RolloutId rollout, int planVersion, boolean settled, Instant at)
      implements RolloutEvent {}

  /** {@code rollout.answers-noted}: these questions have an answer, besides those that had. */
  record AnswersNoted(RolloutId rollout, List<Disclosure> answered, Instant at)
      implements RolloutEvent {

    public AnswersNoted {
      answered = List.copyOf(answered);
    }
  }

  /** {@code gate.approved}. */
  record GateApproved(RolloutId rollout, StageName stage, Approver as, AccountId by, Instant at)
      implements RolloutEvent {}

  /** {@code stage.skipped}: a manager decided that it need not be completed. */
  record StageSkipped(RolloutId rollout, StageName stage, AccountId by, String reason, Instant at)
      implements RolloutEvent {}

  /** {@code stage.rolled-back}: a manager sent the department back to an earlier stage. */
  record StageRolledBack(
      RolloutId rollout, StageName from, StageName to, AccountId by, String reason, Instant at)
      implements RolloutEvent {}

  /**
   * {@code stage.entered}.
   *
   * @param leastUntil before this moment the gate stays closed
   * @param mostUntil at this moment the owner is told if the gate is still closed
   */
  record StageEntered(
      RolloutId rollout,
      StageName stage,
      Instant leastUntil,
      @Nullable Instant mostUntil,
      Instant at)
      implements RolloutEvent {}

  /** {@code activity.planned}: it starts at {@code dueAt}; a later one replaces the earlier. */
  record ActivityPlanned(RolloutId rollout, ActivityPlan activity, Instant dueAt, Instant at)
      implements RolloutEvent {}

  /**
   * {@code activity.started}: for these people, until {@code endsAt}.
   *
   * @param done who need not do it again: they did it in another department, and count
   */
  record ActivityStarted(
      RolloutId rollout,
      ActivityPlan activity,
      List<PersonId> people,
      List<PersonId> done,
      Instant endsAt,
      Instant at)
      implements RolloutEvent {

    @SuppressWarnings("ConstantValue") // From before anything counted that was done elsewhere.
    public ActivityStarted {
      people = List.copyOf(people);
      done = done == null ? List.of() : List.copyOf(done);
    }

    /** Nobody did it before. */
    public ActivityStarted(
        RolloutId rollout,
        ActivityPlan activity,
        List<PersonId> people,
        Instant endsAt,
        Instant at) {
      this(rollout, activity, people, List.of(), endsAt, at);
    }
  }

  /** {@code activity.missed}: it was so late that it makes no sense any more. */
  record ActivityMissed(RolloutId rollout, String activity, Instant dueAt, Instant at)
      implements RolloutEvent {}

  /**
   * {@code activity.sessions-planned}: a later one replaces the earlier.
   *
   * @param sessions those that are still to come
   * @param unplaced who has no seat in any
   * @param why what keeps some of them from a seat; null when nothing but a lack of rooms does
   */
  record SessionsNoted(
      RolloutId rollout,
      String activity,
      List<SessionId> sessions,
      List<PersonId> unplaced,
      @Nullable Map<PersonId, NoSeat> why,
      Instant at)
      implements RolloutEvent {

    public SessionsNoted {
      sessions = List.copyOf(sessions);
      unplaced = List.copyOf(unplaced);
      why = why == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(why));
    }

    /** Nothing but a lack of rooms keeps people from a seat. */
    public SessionsNoted(
        RolloutId rollout,
        String activity,
        List<SessionId> sessions,
        List<PersonId> unplaced,
        Instant at) {
      this(rollout, activity, sessions, unplaced, null, at);
    }

    /** Why each person has no seat. */
    public Map<PersonId, NoSeat> reasons() {
      Map<PersonId, NoSeat> reasons = new LinkedHashMap<>();
      unplaced.forEach(person -> reasons.put(person, NoSeat.NO_ROOM));
      if (why != null) {
        reasons.putAll(why);
      }
      return reasons;
    }
  }

  /** {@code activity.session-over}. */
  record SessionOver(RolloutId rollout, String activity, SessionId session, Instant at)
      implements RolloutEvent {}

  /** {@code activity.done}. */
  record ActivityDone(RolloutId rollout, String activity, Instant at) implements RolloutEvent {}

  /** {@code activity.skipped}: a manager decided that it need not be done. */
  record ActivitySkipped(
      RolloutId rollout, String activity, AccountId by, String reason, Instant at)
      implements RolloutEvent {}

  /**
   * {@code rollout.member-joined}: with what is under way and reaches the newcomer too.
   *
   * @param arrival how they come; null for the first time, with nothing done elsewhere
   */
  record MemberJoined(
      RolloutId rollout,
      PersonId person,
      List<RunningActivity> underWay,
      @Nullable Arrival arrival,
      Instant at)
      implements RolloutEvent {

    public MemberJoined {
      underWay = List.copyOf(underWay);
    }

    /** For the first time, with nothing done elsewhere. */
    public MemberJoined(
        RolloutId rollout, PersonId person, List<RunningActivity> underWay, Instant at) {
      this(rollout, person, underWay, null, at);
    }

    /** How they come, also where the event doesn't say. */
    public Arrival how() {
      return arrival == null ? Arrival.FIRST : arrival;
    }
  }

  /**
   * How somebody comes into a rollout.
   *
   * @param run how often they have become a member, 1 for the first
   * @param waits whether nothing else reaches them before the next stage
   * @param brought what they did in another department that counts here
   * @param done activities under way that they did there and need not do again
   */
  record Arrival(int run, boolean waits, List<String> brought, List<String> done) {

    /** For the first time, with nothing done elsewhere. */
    public static final Arrival FIRST = new Arrival(1, false, List.of(), List.of());

    public Arrival {
      brought = List.copyOf(brought);
      done = List.copyOf(done);
    }
  }

  /**
   * {@code rollout.member-reached}: somebody has come to be among those whom these activities are
   * for.
   */
  record MemberReached(
      RolloutId rollout, PersonId person, List<RunningActivity> underWay, Instant at)
      implements RolloutEvent {

    public MemberReached {
      underWay = List.copyOf(underWay);
    }
  }

  /** {@code rollout.member-leaving}: keeps what they have until then. */
  record MemberLeaving(RolloutId rollout, PersonId person, Instant until, Instant at)
      implements RolloutEvent {}

  /** {@code rollout.member-stayed}: was leaving, and came back in time. */
  record MemberStayed(RolloutId rollout, PersonId person, Instant at) implements RolloutEvent {}

  /** {@code rollout.champion-offered}: of their own accord. */
  record ChampionOffered(RolloutId rollout, PersonId person, Instant at) implements RolloutEvent {}

  /** {@code rollout.champion-withdrew}: of their own accord. */
  record ChampionWithdrew(RolloutId rollout, PersonId person, Instant at) implements RolloutEvent {}

  /** {@code rollout.member-left}. */
  record MemberLeft(RolloutId rollout, PersonId person, Instant at) implements RolloutEvent {}

  /** {@code evidence.recorded}: the rollout knows these facts from now on. */
  record EvidenceRecorded(
      RolloutId rollout, String activity, String cause, SortedMap<String, Double> facts, Instant at)
      implements RolloutEvent {

    public EvidenceRecorded {
      facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }
  }

  /** {@code evidence.withdrawn}: a newer survey asked for these facts and can't tell them. */
  record EvidenceWithdrawn(
      RolloutId rollout, String activity, String cause, List<String> facts, Instant at)
      implements RolloutEvent {

    public EvidenceWithdrawn {
      facts = List.copyOf(facts);
    }
  }

  /**
   * {@code evidence.usage}: by a report of use the rollout knows these facts from now on, and none
   * of those that aren't here: they would tell of too few people.
   */
  record UseNoted(RolloutId rollout, String cause, SortedMap<String, Double> facts, Instant at)
      implements RolloutEvent {

    public UseNoted {
      facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }
  }

  /** {@code evidence.concerns}: how many concerns are open for the department from now on. */
  record ConcernsNoted(RolloutId rollout, int open, int mustAnswer, Instant at)
      implements RolloutEvent {}

  /** {@code evidence.trained}: a person finished a course. */
  record PersonTrained(RolloutId rollout, String activity, PersonId person, Instant at)
      implements RolloutEvent {}

  /** {@code evidence.untrained}: a person hasn't finished a course after all. */
  record PersonUntrained(RolloutId rollout, String activity, PersonId person, Instant at)
      implements RolloutEvent {}

  /** {@code evidence.attended}: a person was, or wasn't, at a session. */
  record PersonAttended(
      RolloutId rollout, String activity, PersonId person, boolean attended, Instant at)
      implements RolloutEvent {}

  /**
   * {@code reaction.fired}: with the facts that it saw.
   *
   * @param on the name of the event that it reacts to; empty where that wasn't recorded yet
   */
  record ReactionFired(
      RolloutId rollout,
      String reaction,
      String cause,
      String activity,
      @Nullable PersonId person,
      SortedMap<String, Object> seen,
      List<ActionPlan> actions,
      String on,
      Instant at)
      implements RolloutEvent {

    @SuppressWarnings("ConstantValue") // Reactions from before this was recorded.
    public ReactionFired {
      on = on == null ? "" : on;
      seen = Collections.unmodifiableSortedMap(new TreeMap<>(seen));
      actions = List.copyOf(actions);
    }
  }

  /** {@code reaction.refused}: why it didn't fire, with the facts that it saw. */
  record ReactionRefused(
      RolloutId rollout,
      String reaction,
      String cause,
      String activity,
      @Nullable PersonId person,
      RefusalReason reason,
      SortedMap<String, Object> seen,
      Instant at)
      implements RolloutEvent {

    public ReactionRefused {
      seen = Collections.unmodifiableSortedMap(new TreeMap<>(seen));
    }
  }

  /**
   * {@code reaction.asked}: it would fire, and how often it may is counted over the whole campaign.
   *
   * @param on the name of the event that it reacts to
   * @param audience which segments its actions are for; null for everybody
   * @param most how often it fires at most, over all departments
   * @param coolDown working days after it fired in which it doesn't fire again in any department;
   *     none when absent
   */
  record ReactionAsked(
      RolloutId rollout,
      String reaction,
      String on,
      String cause,
      String activity,
      @Nullable PersonId person,
      SortedMap<String, Object> seen,
      List<ActionPlan> actions,
      @Nullable Audience audience,
      int most,
      @Nullable Integer coolDown,
      Instant at)
      implements RolloutEvent {

    public ReactionAsked {
      seen = Collections.unmodifiableSortedMap(new TreeMap<>(seen));
      actions = List.copyOf(actions);
    }
  }

  /** {@code gate.blocked}: what keeps the gate closed has changed. */
  record GateBlocked(RolloutId rollout, StageName stage, List<Blocker> blockers, Instant at)
      implements RolloutEvent {

    public GateBlocked {
      blockers = List.copyOf(blockers);
    }
  }

  /** {@code gate.opened}: with what its conditions saw. */
  record GateOpened(RolloutId rollout, StageName stage, List<Finding> findings, Instant at)
      implements RolloutEvent {

    public GateOpened {
      findings = List.copyOf(findings);
    }
  }

  /** {@code gate.overdue}: the stage has taken longer than the plan allows. */
  record GateOverdue(RolloutId rollout, StageName stage, List<Blocker> blockers, Instant at)
      implements RolloutEvent {

    public GateOverdue {
      blockers = List.copyOf(blockers);
    }
  }

  /** {@code gate.condition-waived}: it need not hold any more in this stage. */
  record ConditionWaived(
      RolloutId rollout, StageName stage, String condition, AccountId by, String reason, Instant at)
      implements RolloutEvent {}

  /** {@code rollout.held}: by a person, or by a reaction when {@code by} is absent. */
  record RolloutHeld(RolloutId rollout, @Nullable AccountId by, String reason, Instant at)
      implements RolloutEvent {}

  /** {@code rollout.released}. */
  record RolloutReleased(RolloutId rollout, AccountId by, String reason, Instant at)
      implements RolloutEvent {}

  /** {@code rollout.paused}. */
  record RolloutPaused(RolloutId rollout, Instant at) implements RolloutEvent {}

  /** {@code rollout.resumed}. */
  record RolloutResumed(RolloutId rollout, Instant at) implements RolloutEvent {}

  /** {@code rollout.completed}: the last gate has opened. */
  record RolloutCompleted(RolloutId rollout, Instant at) implements RolloutEvent {}

  /** {@code rollout.cancelled}. */
  record RolloutCancelled(RolloutId rollout, Instant at) implements RolloutEvent {}

  /** Why a reaction didn't fire. */
  enum RefusalReason {
    /** Its condition doesn't hold. */
    CONDITION_FAILS,
    /** Its condition asks for something that isn't known. */
    CONDITION_UNKNOWN,
    /** It has fired as often as it may. */
    OFTEN_ENOUGH,
    /** It has fired so short a time ago that it doesn't again. */
    COOLING_DOWN,
    /** Something else holds people back more than what it is meant for, or that isn't known. */
    NOT_THE_CAUSE,
    /** The campaign is paused, or the department is through. */
    NOT_RUNNING,
    /** Whom it is about has left the department meanwhile. */
    PERSON_LEFT,
    /** It is for segments that the person isn't in. */
    NOT_IN_AUDIENCE
  }
}
