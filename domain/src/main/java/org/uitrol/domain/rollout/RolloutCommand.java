package org.uitrol.domain.rollout;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.rollout.RolloutEvent.RefusalReason;
import org.uitrol.domain.rollout.gate.Approver;
import org.uitrol.domain.rollout.gate.Disclosure;
import org.uitrol.domain.session.NoSeat;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.Command;
import org.uitrol.domain.shared.Copies;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SessionId;

/** What can be asked of a department's rollout. */
public sealed interface RolloutCommand extends Command {

  RolloutId rollout();

  @Override
  default RolloutId target() {
    return rollout();
  }

  /**
   * Begins with the first stage of the plan.
   *
   * @param consulted plan versions about which the works council has had its say
   * @param answered the questions that have an answer
   * @param concerns what was asked before and waits for an answer
   */
  record StartRollout(
      RolloutId rollout,
      CampaignId campaign,
      DepartmentId department,
      int planVersion,
      RolloutPlan plan,
      PersonId owner,
      Set<PersonId> members,
      Set<Integer> consulted,
      Set<Disclosure> answered,
      ConcernCount concerns,
      Instant at)
      implements RolloutCommand {

    public StartRollout {
      members = Copies.withAll(Set.of(), members);
      consulted = Copies.withAll(Set.of(), consulted);
      answered = Copies.withAll(Set.of(), answered);
    }

    /** Nobody has asked anything yet. */
    public StartRollout(
        RolloutId rollout,
        CampaignId campaign,
        DepartmentId department,
        int planVersion,
        RolloutPlan plan,
        PersonId owner,
        Set<PersonId> members,
        Set<Integer> consulted,
        Set<Disclosure> answered,
        Instant at) {
      this(
          rollout,
          campaign,
          department,
          planVersion,
          plan,
          owner,
          members,
          consulted,
          answered,
          ConcernCount.NONE,
          at);
    }
  }

  /** An amendment is in force: the department takes it up when it enters its next stage. */
  record AmendRollout(
      RolloutId rollout, int planVersion, RolloutPlan plan, PersonId owner, Instant at)
      implements RolloutCommand {}

  /** The works council has had its say about a plan version, or thinks otherwise by now. */
  record NoteConsultation(RolloutId rollout, int planVersion, boolean settled, Instant at)
      implements RolloutCommand {}

  /** These questions have an answer by now. */
  record NoteAnswers(RolloutId rollout, Set<Disclosure> answered, Instant at)
      implements RolloutCommand {

    public NoteAnswers {
      answered = Copies.withAll(Set.of(), answered);
    }
  }

  /**
   * Somebody approves that the department leaves its stage.
   *
   * @param stage whose gate was looked at: nothing is approved when it is over meanwhile
   * @param as in which of the roles that the plan asks for
   */
  record ApproveGate(RolloutId rollout, StageName stage, Approver as, AccountId by, Instant at)
      implements RolloutCommand {}

  /** Lets the department go on to the next stage with what is open in this one left undone. */
  record SkipStage(RolloutId rollout, StageName stage, AccountId by, String reason, Instant at)
      implements RolloutCommand {}

  /**
   * Sends the department back to an earlier stage, which begins anew.
   *
   * @param from the stage that was looked at: nothing is done when it is over meanwhile
   */
  record RollBack(
      RolloutId rollout, StageName from, StageName to, AccountId by, String reason, Instant at)
      implements RolloutCommand {}

  /**
   * An activity is due.
   *
   * @param audience who is in the segments that it is for; null when it is for everybody
   */
  record StartActivity(
      RolloutId rollout, String activity, @Nullable Set<PersonId> audience, Instant at)
      implements RolloutCommand {

    public StartActivity {
      audience = audience == null ? null : Copies.withAll(Set.of(), audience);
    }

    /** Of an activity for everybody. */
    public StartActivity(RolloutId rollout, String activity, Instant at) {
      this(rollout, activity, null, at);
    }
  }

  /** The time of an activity is over. */
  record EndActivity(RolloutId rollout, String activity, Instant at) implements RolloutCommand {}

  /** Somebody did the task. */
  record FinishTask(RolloutId rollout, String activity, Instant at) implements RolloutCommand {}

  /** A manager decides that an activity need not be done. */
  record SkipActivity(RolloutId rollout, String activity, AccountId by, String reason, Instant at)
      implements RolloutCommand {}

  /**
   * The sessions of an activity have been planned.
   *
   * @param unplaced people for whom no session could be found, and why
   */
  record NoteSessions(
      RolloutId rollout,
      String activity,
      Set<SessionId> sessions,
      Map<PersonId, NoSeat> unplaced,
      Instant at)
      implements RolloutCommand {

    public NoteSessions {
      sessions = Copies.withAll(Set.of(), sessions);
      unplaced = Collections.unmodifiableMap(new LinkedHashMap<>(unplaced));
    }

    /** There was no room for those who are left. */
    public NoteSessions(
        RolloutId rollout,
        String activity,
        Set<SessionId> sessions,
        Set<PersonId> unplaced,
        Instant at) {
      this(rollout, activity, sessions, forLackOfRooms(unplaced), at);
    }
  }

  /**
   * One more session of an activity has been planned.
   *
   * @param unplaced people who have no seat in any session, this one included, and why
   */
  record NoteExtraSession(
      RolloutId rollout,
      String activity,
      SessionId session,
      Map<PersonId, NoSeat> unplaced,
      Instant at)
      implements RolloutCommand {

    public NoteExtraSession {
      unplaced = Collections.unmodifiableMap(new LinkedHashMap<>(unplaced));
    }

    /** There was no room for those who are left. */
    public NoteExtraSession(
        RolloutId rollout, String activity, SessionId session, Set<PersonId> unplaced, Instant at) {
      this(rollout, activity, session, forLackOfRooms(unplaced), at);
    }
  }

  private static Map<PersonId, NoSeat> forLackOfRooms(Set<PersonId> unplaced) {
    Map<PersonId, NoSeat> all = new LinkedHashMap<>();
    unplaced.forEach(person -> all.put(person, NoSeat.NO_ROOM));
    return all;
  }

  /** A session of an activity has ended or was cancelled. */
  record NoteSessionOver(RolloutId rollout, String activity, SessionId session, Instant at)
      implements RolloutCommand {}

  /**
   * Takes notice of something, considers the reactions to it and then the gate.
   *
   * @param segments keys of the segments of the person whom it is about, if it is about one
   */
  record Observe(RolloutId rollout, Observation observation, Set<String> segments, Instant at)
      implements RolloutCommand {

    public Observe {
      segments = Copies.withAll(Set.of(), segments);
    }

    /** About a department, or about somebody in no segment. */
    public Observe(RolloutId rollout, Observation observation, Instant at) {
      this(rollout, observation, Set.of(), at);
    }
  }

  /**
   * The campaign says whether a reaction may fire that is counted over all its departments.
   *
   * @param cause for which it was asked
   * @param refused why it may not; null when it may
   */
  record AnswerReaction(
      RolloutId rollout, String reaction, String cause, @Nullable RefusalReason refused, Instant at)
      implements RolloutCommand {}

  /** Somebody hasn't finished a course, or a path, after all. */
  record NoteUntrained(RolloutId rollout, String activity, PersonId person, Instant at)
      implements RolloutCommand {}

  /** How many concerns are open for the department has changed. */
  record NoteConcerns(RolloutId rollout, ConcernCount concerns, Instant at)
      implements RolloutCommand {}

  /** Looks whether the gate can open, or is overdue. */
  record ConsiderGate(RolloutId rollout, Instant at) implements RolloutCommand {}

  /**
   * Somebody joins the department.
   *
   * @param segments keys of the segments that the newcomer is in
   * @param done what the newcomer did in another department of the campaign, by {@link
   *     ActivityPlan#doneKey()}
   */
  record AddMember(
      RolloutId rollout, PersonId person, Set<String> segments, Set<String> done, Instant at)
      implements RolloutCommand {

    public AddMember {
      segments = Copies.withAll(Set.of(), segments);
      done = Copies.withAll(Set.of(), done);
    }

    /** Somebody in no segment, who did nothing yet. */
    public AddMember(RolloutId rollout, PersonId person, Instant at) {
      this(rollout, person, Set.of(), Set.of(), at);
    }
  }

  /**
   * What somebody is has changed within the department.
   *
   * @param segments keys of the segments that the person is in now
   */
  record NoteSegments(RolloutId rollout, PersonId person, Set<String> segments, Instant at)
      implements RolloutCommand {

    public NoteSegments {
      segments = Copies.withAll(Set.of(), segments);
    }
  }

  /** Somebody offers to help others. */
  record OfferHelp(RolloutId rollout, PersonId person, Instant at) implements RolloutCommand {}

  /** Somebody who offered to help doesn't any more. */
  record WithdrawHelp(RolloutId rollout, PersonId person, Instant at) implements RolloutCommand {}

  /**
   * Somebody leaves the department.
   *
   * @param organisation whether they leave the organisation, not only the department
   */
  record RemoveMember(RolloutId rollout, PersonId person, boolean organisation, Instant at)
      implements RolloutCommand {

    /** Somebody goes to another department. */
    public RemoveMember(RolloutId rollout, PersonId person, Instant at) {
      this(rollout, person, false, at);
    }
  }

  /** The time is over that somebody who leaves keeps what they have. */
  record LetMemberGo(RolloutId rollout, PersonId person, Instant at) implements RolloutCommand {}

  /** Keeps the gate closed. */
  record HoldRollout(RolloutId rollout, AccountId by, String reason, Instant at)
      implements RolloutCommand {}

  /** Lifts every hold. */
  record ReleaseRollout(RolloutId rollout, AccountId by, String reason, Instant at)
      implements RolloutCommand {}

  /**
   * Lets a condition of the gate count as met for as long as the stage lasts.
   *
   * @param stage whose gate was looked at: nothing is waived when it is over meanwhile
   * @param condition the expression, as the plan has it
   */
  record WaiveCondition(
      RolloutId rollout, StageName stage, String condition, AccountId by, String reason, Instant at)
      implements RolloutCommand {}

  /** The campaign pauses. */
  record PauseRollout(RolloutId rollout, Instant at) implements RolloutCommand {}

  /** The campaign goes on. */
  record ResumeRollout(RolloutId rollout, Instant at) implements RolloutCommand {}

  /** The campaign is cancelled. */
  record CancelRollout(RolloutId rollout, Instant at) implements RolloutCommand {}
}
