package org.uitrol.application.audit.explanation;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.uitrol.domain.communication.AddressEvent.Why;
import org.uitrol.domain.communication.SuppressReason;
import org.uitrol.domain.communication.Topic;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.domain.rollout.RolloutEvent.RefusalReason;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.rollout.audience.MemberRules.Joiner;
import org.uitrol.domain.rollout.gate.Approver;
import org.uitrol.domain.rollout.gate.Blocker;
import org.uitrol.domain.rollout.gate.Finding;
import org.uitrol.domain.session.NoSeat;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;

/**
 * Why something was so, where the event itself doesn't say it, or why nothing happened. Its words
 * stand in the texts of the history under {@code why.} and the name of the record; those for what
 * would have to happen under {@code why.then.} and {@link #then()}.
 */
public sealed interface Reason {

  /** Under which key it is told what would have to happen. */
  default String then() {
    return getClass().getSimpleName();
  }

  /** Was in the department when its rollout began. */
  record AmongFirst(PersonId person) implements Reason {}

  /** Never took part. */
  record NeverMember(PersonId person, DepartmentId department) implements Reason {}

  /** Takes part up to the latest event. */
  record StillMember(PersonId person) implements Reason {}

  /** Got nothing else before the next stage. */
  record WaitsForStage(PersonId person, Joiner rule) implements Reason {}

  /** Got this on coming. */
  record ReachedOnComing(PersonId person) implements Reason {}

  /** Did it in another department, which counts. */
  record DoneElsewhere(PersonId person) implements Reason {}

  /** Was among those for whom it began. */
  record AmongPeople(PersonId person) implements Reason {}

  /** Wasn't in a segment that it is for. */
  record NotInAudience(PersonId person, List<String> segments) implements Reason {

    public NotInAudience {
      segments = List.copyOf(segments);
    }
  }

  /** It is for one other person only. */
  record ForSomebodyElse(PersonId person) implements Reason {}

  /** Didn't take part when it began. */
  record NotMemberThen(PersonId person) implements Reason {}

  /** Came when it wasn't under way any more. */
  record CameTooLate(PersonId person, Joiner rule) implements Reason {}

  /** Neither the plan nor a reaction has such an activity. */
  record NotInPlan(int planVersion) implements Reason {}

  /** Its stage hasn't begun. */
  record StageToCome(StageName stage, StageName present) implements Reason {}

  /** The rollout was over before its stage began. */
  record StageNeverBegan(StageName stage) implements Reason {}

  /** By the plan it begins so many working days after its stage. */
  record ByStage(StageName stage, int days) implements Reason {}

  /** A reaction planned it. */
  record ByReaction(String reaction) implements Reason {}

  /** Is to begin. */
  record StartsAt(Instant dueAt) implements Reason {}

  /** Nothing begins in a pause. */
  record PausedSince(Instant since) implements Reason {}

  /** The rollout was cancelled. */
  record CancelledSince(Instant since) implements Reason {}

  /** Has no seat. */
  record WithoutSeat(PersonId person, NoSeat why) implements Reason {}

  /** No session with this person in it is known. */
  record NoSession(PersonId person) implements Reason {}

  /** A session is over without anybody saying whether the person was there. */
  record AttendanceUnknown(PersonId person) implements Reason {}

  /** Is to be finished by then, and isn't as far as is known. */
  record CourseOpen(PersonId person, Instant dueAt) implements Reason {}

  /** No record of this person in this course is known. */
  record NotEnrolled(PersonId person) implements Reason {}

  /** Wasn't asked to take part in the survey. */
  record NotAsked(PersonId person) implements Reason {}

  /** The survey is open, and that the person took part isn't recorded. */
  record SurveyOpen(PersonId person, Instant closesAt) implements Reason {}

  /** The survey closed, and that the person took part isn't recorded. */
  record TookNoPart(PersonId person) implements Reason {}

  /** Also reaches people who have opted out. */
  record MandatoryMail() implements Reason {}

  /** Is one of those that people may opt out of. */
  record OptionalMail() implements Reason {}

  /** No mail about this was asked for. */
  record NoMail(PersonId person) implements Reason {}

  /** Was asked for, and nothing more is known of it. */
  record MailWaits(Instant notBefore) implements Reason {}

  /** Had said not to want optional mail. */
  record OptedOut(PersonId person, Instant since) implements Reason {}

  /** No mail went to the address. */
  record AddressSuppressed(PersonId person, Why why, Instant since) implements Reason {}

  /** Had taken part already. */
  record HadAnswered(PersonId person, Instant at) implements Reason {}

  /** Had finished already. */
  record HadFinished(PersonId person, Instant at) implements Reason {}

  /** What the mail was about had come to an end. */
  record Ended(Topic.Kind topic, Instant at) implements Reason {}

  /** A mail isn't sent, for a reason of which nothing more is recorded. */
  record Suppressed(SuppressReason reason) implements Reason {

    @Override
    public String then() {
      return "Suppressed." + reason.name();
    }
  }

  /** The plan allows so many optional mails in seven days. */
  record LoadReached(int most, int planVersion) implements Reason {}

  /** The plan has so many working days between two surveys. */
  record Resting(int days, int planVersion) implements Reason {}

  /** The plan has nobody reminded of this activity. */
  record NoReminders(int planVersion) implements Reason {}

  /** The plan can't have anybody reminded of this kind of activity. */
  record NoRemindersOf(ActivityKind kind) implements Reason {}

  /** A reminder is due then. */
  record ReminderDue(int number, Instant dueAt) implements Reason {}

  /** It ended before the reminder was due. */
  record EndedBefore(int number, Instant dueAt) implements Reason {}

  /** Who still waits for the invitation isn't reminded. */
  record InvitationWaited(PersonId person) implements Reason {}

  /** Was among those who were to be reminded. */
  record Reminded(PersonId person) implements Reason {}

  /** A reaction saw this and didn't fire. */
  record Refused(RefusalReason reason, String condition) implements Reason {

    @Override
    public String then() {
      return "Refused." + reason.name();
    }
  }

  /** A reaction fired, since its condition held. */
  record Fired(String condition) implements Reason {}

  /** A reaction waits for something that hasn't happened to this person. */
  record NotTriggered(PersonId person, String reaction, String on) implements Reason {}

  /** No follow-up of this was opened. */
  record NoFollowUp(PersonId person) implements Reason {}

  /** The next step of a follow-up that is open. */
  record StepDue(int number, Instant dueAt) implements Reason {}

  /** The department went on under that version. */
  record Pinned(int planVersion) implements Reason {}

  /** The department hasn't come to that stage. */
  record StageAhead(StageName stage, StageName present) implements Reason {}

  /** The department never comes to that stage. */
  record NotAStage(StageName stage, int planVersion) implements Reason {}

  /** The gate stays closed so many working days. */
  record AtLeast(int days, Instant until) implements Reason {}

  /** The stage is overdue after so many working days. */
  record AtMost(int days, Instant until) implements Reason {}

  /** The plan sets no most. */
  record NoMost() implements Reason {}

  /** What a condition came to, and with what it saw. */
  record Turned(String condition, Finding.Result result, SortedMap<String, Object> seen)
      implements Reason {

    public Turned {
      seen = Collections.unmodifiableSortedMap(new TreeMap<>(seen));
    }

    @Override
    public String then() {
      return "Turned." + result.name();
    }
  }

  /** Some of what a condition asks for became known or changed. */
  record FactsKnown(SortedMap<String, Object> seen) implements Reason {

    public FactsKnown {
      seen = Collections.unmodifiableSortedMap(new TreeMap<>(seen));
    }
  }

  /** Whether a condition holds was never recorded. */
  record NeverChecked(String condition) implements Reason {}

  /** Nobody has approved in that role. */
  record Unapproved(Approver role) implements Reason {}

  /** No approval was asked. */
  record NoApprovals() implements Reason {}

  /** Nothing held the department in this stage. */
  record NoHolds() implements Reason {}

  /** What kept the gate closed when it was last looked at. */
  record Blocked(Blocker blocker) implements Reason {

    @Override
    public String then() {
      return "Blocked." + blocker.reason().name();
    }
  }

  /** Everything that the gate asks for was so. */
  record AllMet() implements Reason {}

  /** The history doesn't say why. */
  record NotRecorded() implements Reason {}
}
