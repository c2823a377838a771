package org.uitrol.application.audit.explanation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.audit.explanation.Explanation.Chapter;
import org.uitrol.application.audit.explanation.Line.Rule;
import org.uitrol.application.audit.explanation.Line.RuleKind;
import org.uitrol.application.audit.explanation.RolloutPast.Moment;
import org.uitrol.domain.campaign.Plan.LoadRule;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.domain.rollout.ActivityPlan;
import org.uitrol.domain.rollout.ActivityState;
import org.uitrol.domain.rollout.DepartmentRollout;
import org.uitrol.domain.rollout.RolloutEvent;
import org.uitrol.domain.rollout.RolloutEvent.ActivityDone;
import org.uitrol.domain.rollout.RolloutEvent.ActivityMissed;
import org.uitrol.domain.rollout.RolloutEvent.ActivityPlanned;
import org.uitrol.domain.rollout.RolloutEvent.ActivitySkipped;
import org.uitrol.domain.rollout.RolloutEvent.ActivityStarted;
import org.uitrol.domain.rollout.RolloutEvent.MemberJoined;
import org.uitrol.domain.rollout.RolloutEvent.MemberLeaving;
import org.uitrol.domain.rollout.RolloutEvent.MemberLeft;
import org.uitrol.domain.rollout.RolloutEvent.MemberReached;
import org.uitrol.domain.rollout.RolloutEvent.MemberStayed;
import org.uitrol.domain.rollout.RolloutEvent.PersonAttended;
import org.uitrol.domain.rollout.RolloutEvent.PersonTrained;
import org.uitrol.domain.rollout.RolloutEvent.PersonUntrained;
import org.uitrol.domain.rollout.RolloutEvent.RolloutCancelled;
import org.uitrol.domain.rollout.RolloutEvent.RolloutPaused;
import org.uitrol.domain.rollout.RolloutEvent.RolloutResumed;
import org.uitrol.domain.rollout.RolloutEvent.RolloutStarted;
import org.uitrol.domain.rollout.RolloutEvent.SessionsNoted;
import org.uitrol.domain.rollout.RunningActivity;
import org.uitrol.domain.rollout.StagePlan;
import org.uitrol.domain.rollout.audience.Audience;
import org.uitrol.domain.rollout.reaction.ReactionPlan;
import org.uitrol.domain.session.NoSeat;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.SessionId;

/** One activity of a rollout for one person: membership and what became of the activity. */
final class PersonCase {

  private final PersonId person;
  private final String activity;
  private final RolloutPast past;
  private final Function<String, List<Told>> streams;
  private final IntFunction<Optional<LoadRule>> loads;
  private final Chapters chapters;
  private final Set<String> runs = new LinkedHashSet<>();
  private final Set<SessionId> sessions = new LinkedHashSet<>();
  private boolean member;
  private @Nullable Instant paused;
  private @Nullable Instant cancelled;

  PersonCase(
      PersonId person,
      String activity,
      RolloutPast past,
      Function<String, List<Told>> streams,
      IntFunction<Optional<LoadRule>> loads) {
    this.person = person;
    this.activity = activity;
    this.past = past;
    this.streams = streams;
    this.loads = loads;
    this.chapters = new Chapters(past);
  }

  /**
   * The explanation.
   *
   * @param own every event that concerns the person
   */
  List<Chapter> chapters(List<Told> own) {
    for (Moment moment : past.moments()) {
      membership(moment);
      activity(moment);
    }
    endOfMembership();
    endOfActivity();
    ActivityPlan planned = planned();
    Involved involved =
        new Involved(
            person,
            activity,
            past,
            chapters,
            own,
            streams,
            Set.copyOf(runs),
            Set.copyOf(sessions),
            loads,
            planned);
    involved.tell();
    return chapters.done();
  }

  private void membership(Moment moment) {
    RolloutEvent event = moment.event();
    Told told = moment.told();
    Rule rule = new Rule(RuleKind.MEMBERS, "");
    if (event instanceof RolloutStarted started && started.members().contains(person)) {
      member = true;
      chapters.tell(Question.MEMBERSHIP, told, new Reason.AmongFirst(person), null);
    } else if (event instanceof MemberJoined joined && joined.person().equals(person)) {
      member = true;
      joined(moment, joined);
    } else if (event instanceof MemberReached reached && reached.person().equals(person)) {
      if (isAmong(reached.underWay())) {
        chapters.tell(Question.MEMBERSHIP, told, new Reason.ReachedOnComing(person), rule);
      }
    } else if (event instanceof MemberLeaving leaving && leaving.person().equals(person)) {
      chapters.tell(Question.MEMBERSHIP, told, null, rule);
    } else if (event instanceof MemberStayed stayed && stayed.person().equals(person)) {
      chapters.tell(Question.MEMBERSHIP, told);
    } else if (event instanceof MemberLeft left && left.person().equals(person)) {
      member = false;
      chapters.tell(Question.MEMBERSHIP, told);
    }
  }

  private void joined(Moment moment, MemberJoined joined) {
    Rule rule = new Rule(RuleKind.MEMBERS, "");
    DepartmentRollout then = moment.then();
    Reason reason = null;
    if (joined.how().done().stream().anyMatch(this::isMeant)) {
      reason = new Reason.DoneElsewhere(person);
    } else if (isAmong(joined.underWay())) {
      reason = new Reason.ReachedOnComing(person);
    } else if (joined.how().waits()) {
      reason = new Reason.WaitsForStage(person, then.plan().memberRules().joiner());
    } else if (then.activities().values().stream()
        .anyMatch(
            state ->
                isMeant(state.plan().id())
                    && state.progress() != ActivityState.Progress.PLANNED
                    && !isAnothers(state.plan()))) {
      reason = new Reason.CameTooLate(person, then.plan().memberRules().joiner());
    }
    chapters.tell(Question.MEMBERSHIP, moment.told(), reason, reason == null ? null : rule);
  }

  private boolean isAmong(List<RunningActivity> underWay) {
    return underWay.stream().anyMatch(running -> isMeant(running.activity().id()));
  }

  private void endOfMembership() {
    if (!chapters.has(Question.MEMBERSHIP)) {
      chapters.missing(
          Question.MEMBERSHIP, new Reason.NeverMember(person, past.now().department()), null);
    } else if (member) {
      chapters.missing(Question.MEMBERSHIP, new Reason.StillMember(person), null);
    }
  }

  private void activity(Moment moment) {
    RolloutEvent event = moment.event();
    Told told = moment.told();
    if (event instanceof ActivityPlanned planned && isMeant(planned.activity())) {
      runs.add(planned.activity().id());
      chapters.tell(
          Question.ACTIVITY, told, origin(moment, planned.activity()), rule(planned.activity()));
    } else if (event instanceof ActivityStarted started && isMeant(started.activity())) {
      chapters.tell(Question.ACTIVITY, told, whoFor(moment, started), rule(started.activity()));
    } else if (event instanceof SessionsNoted noted && isPlannedRun(noted.activity())) {
      sessions.addAll(noted.sessions());
      NoSeat why = noted.reasons().get(person);
      if (why != null) {
        chapters.tell(Question.MEETING, told, new Reason.WithoutSeat(person, why), null);
      }
    } else if (event instanceof ActivityMissed missed && isPlannedRun(missed.activity())) {
      chapters.tell(Question.ACTIVITY, told);
    } else if (event instanceof ActivitySkipped skipped && isPlannedRun(skipped.activity())) {
      chapters.tell(Question.ACTIVITY, told);
    } else if (event instanceof ActivityDone done && isPlannedRun(done.activity())) {
      chapters.tell(Question.ACTIVITY, told);
    } else if (event instanceof PersonTrained trained
        && trained.person().equals(person)
        && isPlannedRun(trained.activity())) {
      chapters.tell(Question.COURSE, told);
    } else if (event instanceof PersonUntrained untrained
        && untrained.person().equals(person)
        && isPlannedRun(untrained.activity())) {
      chapters.tell(Question.COURSE, told);
    } else if (event instanceof PersonAttended attended
        && attended.person().equals(person)
        && isPlannedRun(attended.activity())) {
      chapters.tell(Question.MEETING, told);
    } else if (event instanceof RolloutPaused) {
      paused = event.at();
    } else if (event instanceof RolloutResumed) {
      paused = null;
    } else if (event instanceof RolloutCancelled) {
      cancelled = event.at();
    }
  }

  /** By which rule an activity was planned. */
  private Reason origin(Moment moment, ActivityPlan planned) {
    DepartmentRollout then = moment.then();
    String id = ActivityPlan.idInPlan(planned.id());
    return reactionOf(then, planned)
        .<Reason>map(Reason.ByReaction::new)
        .orElseGet(
            () ->
                then.plan().stages().stream()
                    .flatMap(
                        stage ->
                            stage.activities().stream()
                                .filter(one -> one.id().equals(id))
                                .map(one -> new Reason.ByStage(stage.stage(), one.after())))
                    .<Reason>map(one -> one)
                    .findFirst()
                    .orElseGet(Reason.NotRecorded::new));
  }

  /** The activities of a reaction are named after it: its id, how often it fired, and a number. */
  private static Optional<String> reactionOf(DepartmentRollout then, ActivityPlan planned) {
    return then.plan().reactions().stream()
        .map(ReactionPlan::id)
        .filter(id -> planned.id().matches(Pattern.quote(id) + "\\.\\d+\\.\\d+.*"))
        .findFirst();
  }

  private Rule rule(ActivityPlan planned) {
    return reactionOf(past.now(), planned)
        .map(reaction -> new Rule(RuleKind.REACTION, reaction))
        .orElseGet(() -> new Rule(RuleKind.ACTIVITY, ActivityPlan.idInPlan(planned.id())));
  }

  /** Why it began for this person, or without. */
  private Reason whoFor(Moment moment, ActivityStarted started) {
    DepartmentRollout then = moment.then();
    Audience audience = started.activity().audience();
    if (started.people().contains(person)) {
      return new Reason.AmongPeople(person);
    } else if (started.done().contains(person)) {
      return new Reason.DoneElsewhere(person);
    } else if (!then.members().contains(person)) {
      return new Reason.NotMemberThen(person);
    } else if (then.book().waiting().contains(person)) {
      return new Reason.WaitsForStage(person, then.plan().memberRules().joiner());
    } else if (audience != null) {
      return new Reason.NotInAudience(person, audience.segments());
    }
    return new Reason.NotRecorded();
  }

  private void endOfActivity() {
    List<ActivityState> waiting = new ArrayList<>();
    for (ActivityState state : past.now().activities().values()) {
      if (isMeant(state.plan()) && state.progress() == ActivityState.Progress.PLANNED) {
        waiting.add(state);
      }
    }
    if (runs.isEmpty()) {
      neverPlanned();
    }
    for (ActivityState state : waiting) {
      if (cancelled != null) {
        chapters.missing(Question.ACTIVITY, new Reason.CancelledSince(cancelled), null);
      } else if (paused != null) {
        chapters.missing(Question.ACTIVITY, new Reason.PausedSince(paused), null);
      } else {
        chapters.missing(Question.ACTIVITY, new Reason.StartsAt(state.dueAt()), rule(state.plan()));
      }
    }
  }

  private void neverPlanned() {
    DepartmentRollout now = past.now();
    if (now.activities().values().stream()
        .anyMatch(state -> isMeant(state.plan().id()) && isAnothers(state.plan()))) {
      chapters.missing(Question.ACTIVITY, new Reason.ForSomebodyElse(person), null);
      return;
    }
    Rule rule = new Rule(RuleKind.ACTIVITY, activity);
    for (StagePlan stage : now.plan().stages()) {
      if (stage.activities().stream().anyMatch(one -> one.id().equals(activity))) {
        chapters.missing(
            Question.ACTIVITY,
            now.isOver()
                ? new Reason.StageNeverBegan(stage.stage())
                : new Reason.StageToCome(stage.stage(), now.stage()),
            rule);
        return;
      }
    }
    chapters.missing(Question.ACTIVITY, new Reason.NotInPlan(now.planVersion()), null);
  }

  /** The activity as it is meant, of the latest run; null when there is none. */
  private @Nullable ActivityPlan planned() {
    ActivityPlan latest = null;
    for (ActivityState state : past.now().activities().values()) {
      if (isMeant(state.plan())) {
        latest = state.plan();
      }
    }
    if (latest != null) {
      return latest;
    }
    return past.now().plan().stages().stream()
        .flatMap(stage -> stage.activities().stream())
        .filter(one -> one.id().equals(activity))
        .findFirst()
        .orElse(null);
  }

  private boolean isMeant(ActivityPlan some) {
    return isMeant(some.id()) && !isAnothers(some);
  }

  private boolean isAnothers(ActivityPlan some) {
    return some.person() != null && !person.equals(some.person());
  }

  /** Whether an id is that of the activity, in whichever run. */
  private boolean isMeant(String id) {
    return isMeant(activity, id);
  }

  static boolean isMeant(String activity, String id) {
    return id.equals(activity) || ActivityPlan.idInPlan(id).equals(activity);
  }

  private boolean isPlannedRun(String id) {
    return runs.contains(id);
  }

  /** Whether people of that kind of activity meet. */
  static boolean isMeeting(ActivityKind kind) {
    return kind == ActivityKind.PRESENTATION
        || kind == ActivityKind.DEMO
        || kind == ActivityKind.COACHING;
  }
}
