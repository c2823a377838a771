package org.uitrol.domain.rollout;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.rollout.ActivityState.Progress;
import org.uitrol.domain.rollout.RolloutCommand.AddMember;
import org.uitrol.domain.rollout.RolloutCommand.AmendRollout;
import org.uitrol.domain.rollout.RolloutCommand.AnswerReaction;
import org.uitrol.domain.rollout.RolloutCommand.ApproveGate;
import org.uitrol.domain.rollout.RolloutCommand.CancelRollout;
import org.uitrol.domain.rollout.RolloutCommand.ConsiderGate;
import org.uitrol.domain.rollout.RolloutCommand.EndActivity;
import org.uitrol.domain.rollout.RolloutCommand.FinishTask;
import org.uitrol.domain.rollout.RolloutCommand.HoldRollout;
import org.uitrol.domain.rollout.RolloutCommand.LetMemberGo;
import org.uitrol.domain.rollout.RolloutCommand.NoteAnswers;
import org.uitrol.domain.rollout.RolloutCommand.NoteConcerns;
import org.uitrol.domain.rollout.RolloutCommand.NoteConsultation;
import org.uitrol.domain.rollout.RolloutCommand.NoteExtraSession;
import org.uitrol.domain.rollout.RolloutCommand.NoteSegments;
import org.uitrol.domain.rollout.RolloutCommand.NoteSessionOver;
import org.uitrol.domain.rollout.RolloutCommand.NoteSessions;
import org.uitrol.domain.rollout.RolloutCommand.NoteUntrained;
import org.uitrol.domain.rollout.RolloutCommand.Observe;
import org.uitrol.domain.rollout.RolloutCommand.OfferHelp;
import org.uitrol.domain.rollout.RolloutCommand.PauseRollout;
import org.uitrol.domain.rollout.RolloutCommand.ReleaseRollout;
import org.uitrol.domain.rollout.RolloutCommand.RemoveMember;
import org.uitrol.domain.rollout.RolloutCommand.ResumeRollout;
import org.uitrol.domain.rollout.RolloutCommand.RollBack;
import org.uitrol.domain.rollout.RolloutCommand.SkipActivity;
import org.uitrol.domain.rollout.RolloutCommand.SkipStage;
import org.uitrol.domain.rollout.RolloutCommand.StartActivity;
import org.uitrol.domain.rollout.RolloutCommand.StartRollout;
import org.uitrol.domain.rollout.RolloutCommand.WaiveCondition;
import org.uitrol.domain.rollout.RolloutCommand.WithdrawHelp;
import org.uitrol.domain.rollout.RolloutEvent.ActivityDone;
import org.uitrol.domain.rollout.RolloutEvent.ActivityMissed;
import org.uitrol.domain.rollout.RolloutEvent.ActivityPlanned;
import org.uitrol.domain.rollout.RolloutEvent.ActivitySkipped;
import org.uitrol.domain.rollout.RolloutEvent.ActivityStarted;
import org.uitrol.domain.rollout.RolloutEvent.AnswersNoted;
import org.uitrol.domain.rollout.RolloutEvent.Arrival;
import org.uitrol.domain.rollout.RolloutEvent.ChampionOffered;
import org.uitrol.domain.rollout.RolloutEvent.ChampionWithdrew;
import org.uitrol.domain.rollout.RolloutEvent.ConcernsNoted;
import org.uitrol.domain.rollout.RolloutEvent.ConditionWaived;
import org.uitrol.domain.rollout.RolloutEvent.ConsultationNoted;
import org.uitrol.domain.rollout.RolloutEvent.EvidenceRecorded;
import org.uitrol.domain.rollout.RolloutEvent.EvidenceWithdrawn;
import org.uitrol.domain.rollout.RolloutEvent.GateApproved;
import org.uitrol.domain.rollout.RolloutEvent.GateBlocked;
import org.uitrol.domain.rollout.RolloutEvent.GateOpened;
import org.uitrol.domain.rollout.RolloutEvent.GateOverdue;
import org.uitrol.domain.rollout.RolloutEvent.MemberJoined;
import org.uitrol.domain.rollout.RolloutEvent.MemberLeaving;
import org.uitrol.domain.rollout.RolloutEvent.MemberLeft;
import org.uitrol.domain.rollout.RolloutEvent.MemberReached;
import org.uitrol.domain.rollout.RolloutEvent.MemberStayed;
import org.uitrol.domain.rollout.RolloutEvent.PersonAttended;
import org.uitrol.domain.rollout.RolloutEvent.PersonTrained;
import org.uitrol.domain.rollout.RolloutEvent.PersonUntrained;
import org.uitrol.domain.rollout.RolloutEvent.PlanChanged;
import org.uitrol.domain.rollout.RolloutEvent.ReactionAsked;
import org.uitrol.domain.rollout.RolloutEvent.ReactionFired;
import org.uitrol.domain.rollout.RolloutEvent.ReactionRefused;
import org.uitrol.domain.rollout.RolloutEvent.RefusalReason;
import org.uitrol.domain.rollout.RolloutEvent.RolloutAmended;
import org.uitrol.domain.rollout.RolloutEvent.RolloutCancelled;
import org.uitrol.domain.rollout.RolloutEvent.RolloutCompleted;
import org.uitrol.domain.rollout.RolloutEvent.RolloutHeld;
import org.uitrol.domain.rollout.RolloutEvent.RolloutPaused;
import org.uitrol.domain.rollout.RolloutEvent.RolloutReleased;
import org.uitrol.domain.rollout.RolloutEvent.RolloutResumed;
import org.uitrol.domain.rollout.RolloutEvent.RolloutStarted;
import org.uitrol.domain.rollout.RolloutEvent.SessionOver;
import org.uitrol.domain.rollout.RolloutEvent.SessionsNoted;
import org.uitrol.domain.rollout.RolloutEvent.StageEntered;
import org.uitrol.domain.rollout.RolloutEvent.StageRolledBack;
import org.uitrol.domain.rollout.RolloutEvent.StageSkipped;
import org.uitrol.domain.rollout.RolloutEvent.UseNoted;
import org.uitrol.domain.rollout.audience.Audience;
import org.uitrol.domain.rollout.audience.MemberRules;
import org.uitrol.domain.rollout.audience.MemberRules.Joiner;
import org.uitrol.domain.rollout.audience.MemberRules.Mover;
import org.uitrol.domain.rollout.audience.MemberRules.Returner;
import org.uitrol.domain.rollout.gate.Approver;
import org.uitrol.domain.rollout.gate.Blocker;
import org.uitrol.domain.rollout.gate.Disclosure;
import org.uitrol.domain.rollout.gate.EvidenceCatalog;
import org.uitrol.domain.rollout.gate.Facts;
import org.uitrol.domain.rollout.gate.Finding;
import org.uitrol.domain.rollout.gate.GateReport;
import org.uitrol.domain.rollout.gate.Waiver;
import org.uitrol.domain.rollout.reaction.ReactionTrigger;
import org.uitrol.domain.session.NoSeat;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.Copies;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Reasons;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SessionId;
import org.uitrol.domain.shared.WorkingCalendar;

/**
 * One department's rollout decides when activities start, which reactions fire and when a gate
 * opens. A gate opens when every activity of the stage is over, the stage has lasted long enough,
 * nobody holds the department and every condition holds.
 *
 * @param amended the newer plan version that it takes up with its next stage
 * @param consulted plan versions about which the works council has had its say
 * @param answered the questions that have an answer
 * @param approvals who approved that it leaves this stage
 * @param runs how often each stage was entered
 * @param activities by id, in the order in which they were planned, over all stages
 * @param evidence facts by dotted name, the latest value of each
 * @param noticed what was observed already, so that a second delivery changes nothing
 * @param setAside reactions that something asked for in a pause; they are considered on resuming
 * @param asked reactions about which the campaign was asked and that haven't fired or been refused
 * @param fired how often each reaction fired, by reaction and person
 * @param lastFired when each reaction fired last, by reaction and person
 * @param holds why the gate is kept closed, empty when it isn't
 * @param waivers conditions of this stage's gate that need not hold
 * @param blockers what kept the gate closed when last looked
 * @param blockedSince since when, by the key of the blocker
 * @param book what is remembered of members besides who they are
 * @param superseded activities of stages that are gone through once more
 * @param resting whether the campaign is paused although the department is through
 */
public record DepartmentRollout(
    RolloutId id,
    CampaignId campaign,
    DepartmentId department,
    int planVersion,
    RolloutPlan plan,
    PersonId owner,
    @Nullable Amended amended,
    Set<Integer> consulted,
    Set<Disclosure> answered,
    RolloutStatus status,
    StageName stage,
    Instant stageSince,
    Instant leastUntil,
    @Nullable Instant mostUntil,
    boolean overdueTold,
    Map<Approver, AccountId> approvals,
    Map<StageName, Integer> runs,
    Map<String, ActivityState> activities,
    Set<PersonId> members,
    MemberBook book,
    Map<String, Double> evidence,
    Set<String> noticed,
    Map<String, ReactionRefused> setAside,
    Map<String, ReactionAsked> asked,
    Map<String, Integer> fired,
    Map<String, Instant> lastFired,
    List<String> holds,
    List<Waiver> waivers,
    List<Blocker> blockers,
    Map<String, Instant> blockedSince,
    Set<String> superseded,
    boolean resting) {

  /** A plan version that isn't in force yet. */
  public record Amended(int version, RolloutPlan plan, PersonId owner) {}

  /** Begins once; a second start changes nothing. */
  public static List<RolloutEvent> start(
      @Nullable DepartmentRollout rollout, StartRollout command, Rules rules) {
    if (rollout != null) {
      return List.of();
    }
    RolloutStarted started =
        new RolloutStarted(
            command.rollout(),
            command.campaign(),
            command.department(),
            command.planVersion(),
            command.plan(),
            command.owner(),
            List.copyOf(command.members()),
            List.copyOf(command.consulted()),
            command.answered().stream().sorted().toList(),
            command.at());
    Decision decision = new Decision(rules, command.at(), evolve(null, started));
    decision.events.add(started);
    decision.noteConcerns(command.concerns());
    decision.enter(command.plan().stages().get(0).stage());
    return decision.done();
  }

  public List<RolloutEvent> startActivity(StartActivity command, Rules rules) {
    ActivityState activity = activities.get(command.activity());
    if (!isStarting()
        || activity == null
        || activity.progress() != Progress.PLANNED
        || activity.dueAt().isAfter(command.at())) {
      return List.of();
    }
    Decision decision = new Decision(rules, command.at(), this);
    int late = decision.calendar().between(activity.dueAt(), command.at());
    if (Lateness.isTooLate(activity.plan().kind(), late)) {
      decision.add(new ActivityMissed(id, command.activity(), activity.dueAt(), command.at()));
    } else {
      Instant endsAt =
          activity.plan().within() == 0
              ? command.at()
              : decision.calendar().deadline(command.at(), activity.plan().within());
      List<PersonId> meant = peopleOf(activity.plan(), command.audience());
      List<PersonId> done = meant.stream().filter(one -> isDone(activity.plan(), one)).toList();
      List<PersonId> people = meant.stream().filter(one -> !isDone(activity.plan(), one)).toList();
      decision.add(new ActivityStarted(id, activity.plan(), people, done, endsAt, command.at()));
      if (activity.plan().kind() == ActivityKind.ANNOUNCEMENT || people.isEmpty()) {
        decision.add(new ActivityDone(id, command.activity(), command.at()));
      }
    }
    decision.considerGate();
    return decision.done();
  }

  /**
   * A course ends with its time, and a wake-up before that changes nothing; the other kinds end by
   * what happens in them.
   */
  public List<RolloutEvent> endActivity(EndActivity command, Rules rules) {
    ActivityState activity = activities.get(command.activity());
    if (activity == null || !activity.plan().kind().isTraining()) {
      return List.of();
    }
    Instant endsAt = activity.endsAt();
    if (endsAt == null || endsAt.isAfter(command.at())) {
      return List.of();
    }
    return over(activity, command.at(), rules);
  }

  public List<RolloutEvent> finishTask(FinishTask command, Rules rules) {
    ActivityState activity = activities.get(command.activity());
    if (activity == null || activity.plan().kind() != ActivityKind.TASK) {
      return List.of();
    }
    return over(activity, command.at(), rules);
  }

  public List<RolloutEvent> skipActivity(SkipActivity command, Rules rules) {
    ActivityState activity = activities.get(command.activity());
    if (activity == null) {
      throw new Rejected("UNKNOWN_ACTIVITY", Map.of("activity", command.activity()));
    }
    if (activity.progress() == Progress.OVER) {
      return List.of();
    }
    Decision decision = new Decision(rules, command.at(), this);
    decision.add(
        new ActivitySkipped(id, command.activity(), command.by(), command.reason(), command.at()));
    decision.considerGate();
    return decision.done();
  }

  /** With nobody to place and no session to wait for, the activity is over. */
  public List<RolloutEvent> noteSessions(NoteSessions command, Rules rules) {
    ActivityState activity = activities.get(command.activity());
    if (activity == null || activity.openSessions() != null) {
      return List.of();
    }
    Decision decision = new Decision(rules, command.at(), this);
    decision.add(
        new SessionsNoted(
            id,
            command.activity(),
            List.copyOf(command.sessions()),
            List.copyOf(command.unplaced().keySet()),
            otherThanRooms(command.unplaced()),
            command.at()));
    if (activity.isMeeting()
        && activity.progress() == Progress.STARTED
        && command.sessions().isEmpty()
        && command.unplaced().isEmpty()) {
      decision.add(new ActivityDone(id, command.activity(), command.at()));
    }
    decision.considerGate();
    return decision.done();
  }

  /**
   * One more session, also of an activity that is over: who missed it can still come. Before the
   * sessions of the plan are known there is none to add to.
   *
   * @throws Rejected {@code UNKNOWN_ACTIVITY} or {@code SESSIONS_NOT_PLANNED}
   */
  public List<RolloutEvent> noteExtraSession(NoteExtraSession command) {
    requireNotOver();
    ActivityState activity = activities.get(command.activity());
    if (activity == null) {
      throw new Rejected("UNKNOWN_ACTIVITY", Map.of("activity", command.activity()));
    }
    Set<SessionId> open = activity.openSessions();
    if (activity.endsAt() == null || open == null) {
      throw new Rejected("SESSIONS_NOT_PLANNED", Map.of("activity", command.activity()));
    }
    if (open.contains(command.session())) {
      return List.of();
    }
    return List.of(
        new SessionsNoted(
            id,
            command.activity(),
            List.copyOf(Copies.with(open, command.session())),
            List.copyOf(command.unplaced().keySet()),
            otherThanRooms(command.unplaced()),
            command.at()));
  }

  private static @Nullable Map<PersonId, NoSeat> otherThanRooms(Map<PersonId, NoSeat> unplaced) {
    Map<PersonId, NoSeat> others = new LinkedHashMap<>(unplaced);
    others.values().removeIf(NoSeat.NO_ROOM::equals);
    return others.isEmpty() ? null : others;
  }

  public List<RolloutEvent> noteSessionOver(NoteSessionOver command, Rules rules) {
    ActivityState activity = activities.get(command.activity());
    if (activity == null
        || activity.openSessions() == null
        || !activity.openSessions().contains(command.session())) {
      return List.of();
    }
    Decision decision = new Decision(rules, command.at(), this);
    decision.add(new SessionOver(id, command.activity(), command.session(), command.at()));
    if (activity.isMeeting()
        && activity.progress() == Progress.STARTED
        && activity.openSessions().size() == 1) {
      decision.add(new ActivityDone(id, command.activity(), command.at()));
    }
    decision.considerGate();
    return decision.done();
  }

  /** Evidence first, then the reactions to it, then the gate: a hold comes before an opening. */
  public List<RolloutEvent> observe(Observe command, Rules rules) {
    Observation seen = command.observation();
    PersonId person = seen.person();
    if (status == RolloutStatus.CANCELLED || (person != null && !members.contains(person))) {
      return List.of();
    }
    Set<String> segments = person == null ? Set.of() : segmentsOf(person, command.segments());
    Decision decision = new Decision(rules, command.at(), this, segments);
    decision.recordEvidence(seen);
    decision.considerReactions(seen);
    decision.considerGate();
    return decision.done();
  }

  /** What is over stays over, but the gate counts one fewer. */
  public List<RolloutEvent> noteUntrained(NoteUntrained command, Rules rules) {
    ActivityState activity = activities.get(command.activity());
    if (isOver() || activity == null || !activity.trained().contains(command.person())) {
      return List.of();
    }
    Decision decision = new Decision(rules, command.at(), this);
    decision.add(new PersonUntrained(id, command.activity(), command.person(), command.at()));
    decision.considerGate();
    return decision.done();
  }

  /** Fires, or records why not, what the campaign was asked about. */
  public List<RolloutEvent> answerReaction(AnswerReaction command, Rules rules) {
    if (status == RolloutStatus.CANCELLED) {
      return List.of();
    }
    Decision decision = new Decision(rules, command.at(), this);
    new Reacting(decision).answered(command);
    decision.considerGate();
    return decision.done();
  }

  /** What must be answered first keeps every gate closed, whatever its conditions say. */
  public List<RolloutEvent> noteConcerns(NoteConcerns command, Rules rules) {
    if (isOver()) {
      return List.of();
    }
    Decision decision = new Decision(rules, command.at(), this);
    decision.noteConcerns(command.concerns());
    if (!decision.events.isEmpty()) {
      decision.considerGate();
    }
    return decision.done();
  }

  public List<RolloutEvent> considerGate(ConsiderGate command, Rules rules) {
    Decision decision = new Decision(rules, command.at(), this);
    decision.considerGate();
    decision.considerOverdue();
    return decision.done();
  }

  /**
   * Somebody comes, by the rules of the plan. Who was about to leave stays as if nothing had
   * happened.
   */
  public List<RolloutEvent> addMember(AddMember command, Rules rules) {
    PersonId person = command.person();
    if (isOver()) {
      return List.of();
    }
    if (members.contains(person)) {
      return book.leaving().containsKey(person)
          ? List.of(new MemberStayed(id, person, command.at()))
          : List.of();
    }
    MemberRules rule = plan.memberRules();
    int run = book.joined().getOrDefault(person, 0) + 1;
    boolean continues = run > 1 && rule.returner() == Returner.CONTINUES;
    Joiner gets = continues ? Joiner.UNDER_WAY : rule.joiner();
    boolean waits = gets == Joiner.NEXT_STAGE;
    Set<String> brought =
        rule.mover() == Mover.WITH_WHAT_IS_DONE
            ? command.done().stream()
                .filter(ActivityPlan::countsElsewhere)
                .collect(Collectors.toSet())
            : Set.of();
    List<RunningActivity> reaches =
        waits
            ? List.of()
            : underWay(command.segments()).stream()
                .filter(one -> !continues || !hadNews(one.activity(), person))
                .toList();
    List<RunningActivity> open = new ArrayList<>();
    List<String> done = new ArrayList<>();
    for (RunningActivity one : reaches) {
      if (brought.contains(one.activity().doneKey()) || book.brought(person, one.activity())) {
        done.add(one.activity().id());
      } else {
        open.add(one);
      }
    }
    Decision decision = new Decision(rules, command.at(), this, command.segments());
    Arrival arrival = new Arrival(run, waits, brought.stream().sorted().toList(), done);
    decision.add(
        new MemberJoined(
            id, person, open, arrival.equals(Arrival.FIRST) ? null : arrival, command.at()));
    if (gets == Joiner.FROM_STAGE_START) {
      decision.catchUp(person);
    }
    return decision.done();
  }

  private boolean hadNews(ActivityPlan activity, PersonId person) {
    return activity.kind() == ActivityKind.ANNOUNCEMENT && isReached(activity, person);
  }

  /**
   * Who gets into a segment gets what is under way for it, once. Who no longer is in one keeps what
   * has begun; what hasn't begun looks again when it does.
   */
  public List<RolloutEvent> noteSegments(NoteSegments command, Rules rules) {
    if (isOver()) {
      return List.of();
    }
    Decision decision = new Decision(rules, command.at(), this);
    decision.reach(command.person(), segmentsOf(command.person(), command.segments()));
    return decision.done();
  }

  /**
   * Reversible, and only where the plan asks for it. What is under way for champions reaches a new
   * one.
   *
   * @throws Rejected {@code ROLLOUT_STATUS}, {@code NOT_A_MEMBER} or {@code CHAMPIONS_NOT_ASKED}
   */
  public List<RolloutEvent> offerHelp(OfferHelp command, Rules rules) {
    requireNotOver();
    if (!members.contains(command.person())) {
      throw new Rejected("NOT_A_MEMBER");
    }
    if (!Boolean.TRUE.equals(plan.asksForChampions())) {
      throw new Rejected("CHAMPIONS_NOT_ASKED");
    }
    if (book.champions().contains(command.person())) {
      return List.of();
    }
    Decision decision = new Decision(rules, command.at(), this);
    decision.add(new ChampionOffered(id, command.person(), command.at()));
    decision.reach(command.person(), Set.of(Audience.CHAMPIONS));
    return decision.done();
  }

  /** Nothing that has begun is taken away by it. */
  public List<RolloutEvent> withdrawHelp(WithdrawHelp command) {
    return book.champions().contains(command.person())
        ? List.of(new ChampionWithdrew(id, command.person(), command.at()))
        : List.of();
  }

  /**
   * Who goes to another department goes at once, who leaves the organisation when the plan says.
   * Also a rollout that is completed lets go: sessions may still be to come.
   */
  public List<RolloutEvent> removeMember(RemoveMember command, Rules rules) {
    PersonId person = command.person();
    if (status == RolloutStatus.CANCELLED || !members.contains(person)) {
      return List.of();
    }
    int keeps = plan.memberRules().leaverAfter();
    if (!command.organisation() || keeps == 0) {
      return gone(person, command.at(), rules);
    }
    if (book.leaving().containsKey(person)) {
      return List.of();
    }
    Instant until =
        WorkingCalendar.of(plan.calendar(), rules.holidays()).deadline(command.at(), keeps);
    return List.of(new MemberLeaving(id, person, until, command.at()));
  }

  /** A wake-up that comes too early, or after they came back, changes nothing. */
  public List<RolloutEvent> letMemberGo(LetMemberGo command, Rules rules) {
    Instant until = book.leaving().get(command.person());
    return until == null || command.at().isBefore(until) || status == RolloutStatus.CANCELLED
        ? List.of()
        : gone(command.person(), command.at(), rules);
  }

  private List<RolloutEvent> gone(PersonId person, Instant at, Rules rules) {
    Decision decision = new Decision(rules, at, this);
    decision.add(new MemberLeft(id, person, at));
    decision.finishTrainings();
    decision.considerGate();
    return decision.done();
  }

  public List<RolloutEvent> hold(HoldRollout command, Rules rules) {
    requireNotOver();
    if (holds.contains(command.reason())) {
      return List.of();
    }
    Decision decision = new Decision(rules, command.at(), this);
    decision.add(new RolloutHeld(id, command.by(), command.reason(), command.at()));
    decision.considerGate();
    return decision.done();
  }

  public List<RolloutEvent> release(ReleaseRollout command, Rules rules) {
    if (holds.isEmpty()) {
      return List.of();
    }
    Decision decision = new Decision(rules, command.at(), this);
    decision.add(new RolloutReleased(id, command.by(), command.reason(), command.at()));
    decision.considerGate();
    return decision.done();
  }

  /**
   * A condition that can't hold any more, or that a person decides about otherwise, need not keep a
   * department waiting for ever; who decides so answers for it by name. A condition that holds
   * can't be waived: there is nothing to answer for yet.
   *
   * @throws Rejected {@code REASON_MISSING}, {@code STAGE_OVER}, {@code UNKNOWN_CONDITION} or
   *     {@code CONDITION_HOLDS}
   */
  public List<RolloutEvent> waive(WaiveCondition command, Rules rules) {
    requireNotOver();
    Reasons.require(command.reason());
    requireStage(command.stage());
    GateReport report = gateReport(command.at(), rules);
    if (report.waiver(command.condition()).isPresent()) {
      return List.of();
    }
    Finding finding =
        report.findings().stream()
            .filter(one -> one.condition().equals(command.condition()))
            .findFirst()
            .orElseThrow(
                () -> new Rejected("UNKNOWN_CONDITION", Map.of("condition", command.condition())));
    if (finding.holds()) {
      throw new Rejected("CONDITION_HOLDS", Map.of("condition", command.condition()));
    }
    Decision decision = new Decision(rules, command.at(), this);
    decision.add(
        new ConditionWaived(
            id, stage, command.condition(), command.by(), command.reason(), command.at()));
    decision.considerGate();
    return decision.done();
  }

  /**
   * What runs stays as it is: the department takes the new version up with its next stage. A newer
   * amendment replaces one that wasn't taken up.
   */
  public List<RolloutEvent> amend(AmendRollout command, Rules rules) {
    int newest = amended == null ? planVersion : amended.version();
    if (isOver() || command.planVersion() <= newest) {
      return List.of();
    }
    Decision decision = new Decision(rules, command.at(), this);
    decision.add(
        new RolloutAmended(
            id, command.planVersion(), command.plan(), command.owner(), command.at()));
    decision.considerGate();
    return decision.done();
  }

  public List<RolloutEvent> noteConsultation(NoteConsultation command, Rules rules) {
    if (isOver() || consulted.contains(command.planVersion()) == command.settled()) {
      return List.of();
    }
    Decision decision = new Decision(rules, command.at(), this);
    decision.add(new ConsultationNoted(id, command.planVersion(), command.settled(), command.at()));
    decision.considerGate();
    return decision.done();
  }

  public List<RolloutEvent> noteAnswers(NoteAnswers command, Rules rules) {
    List<Disclosure> fresh =
        command.answered().stream().filter(one -> !answered.contains(one)).sorted().toList();
    if (isOver() || fresh.isEmpty()) {
      return List.of();
    }
    Decision decision = new Decision(rules, command.at(), this);
    decision.add(new AnswersNoted(id, fresh, command.at()));
    decision.considerGate();
    return decision.done();
  }

  /**
   * Each role is another person's: nobody approves twice.
   *
   * @throws Rejected {@code STAGE_OVER}, {@code NOT_ASKED} when the gate doesn't need that role, or
   *     {@code OWN_APPROVAL} when the same person approved in another role
   */
  public List<RolloutEvent> approve(ApproveGate command, Rules rules) {
    requireNotOver();
    requireStage(command.stage());
    if (!plan.stage(stage).gate().approvals().contains(command.as())) {
      throw new Rejected("NOT_ASKED", Map.of("role", command.as()));
    }
    if (approvals.containsKey(command.as())) {
      return List.of();
    }
    if (approvals.containsValue(command.by())) {
      throw new Rejected("OWN_APPROVAL", Map.of("role", command.as()));
    }
    Decision decision = new Decision(rules, command.at(), this);
    decision.add(new GateApproved(id, stage, command.as(), command.by(), command.at()));
    decision.considerGate();
    return decision.done();
  }

  /**
   * Goes on to the next stage with what is open left undone. What the people and the works council
   * are owed can't be skipped.
   *
   * @throws Rejected {@code REASON_MISSING}, {@code STAGE_OVER}, {@code ROLLOUT_STATUS} unless it
   *     runs, or {@code HARD_GATE} with what is owed first
   */
  public List<RolloutEvent> skipStage(SkipStage command, Rules rules) {
    requireRunning();
    Reasons.require(command.reason());
    requireStage(command.stage());
    List<String> owed =
        gateReport(command.at(), rules).blockers().stream()
            .filter(blocker -> blocker.reason().isHard())
            .map(Blocker::key)
            .toList();
    if (!owed.isEmpty()) {
      throw new Rejected("HARD_GATE", Map.of("owed", owed));
    }
    Decision decision = new Decision(rules, command.at(), this);
    decision.leaveUndone(command.by(), command.reason());
    decision.add(new StageSkipped(id, stage, command.by(), command.reason(), command.at()));
    decision.leave();
    return decision.done();
  }

  /**
   * Goes back to an earlier stage, which begins anew with activities of its own.
   *
   * @throws Rejected {@code REASON_MISSING}, {@code STAGE_OVER}, {@code ROLLOUT_STATUS} unless it
   *     runs, or {@code UNKNOWN_STAGE} when the plan doesn't have it or it isn't earlier
   */
  public List<RolloutEvent> rollBack(RollBack command, Rules rules) {
    requireRunning();
    Reasons.require(command.reason());
    requireStage(command.from());
    if (command.to().compareTo(stage) >= 0 || !runs.containsKey(command.to())) {
      throw new Rejected("UNKNOWN_STAGE", Map.of("stage", command.to()));
    }
    Decision decision = new Decision(rules, command.at(), this);
    decision.leaveUndone(command.by(), command.reason());
    decision.add(
        new StageRolledBack(id, stage, command.to(), command.by(), command.reason(), command.at()));
    decision.enter(command.to());
    return decision.done();
  }

  public List<RolloutEvent> pause(PauseRollout command) {
    return status == RolloutStatus.RUNNING || (isStarting() && isAnythingLeft())
        ? List.of(new RolloutPaused(id, command.at()))
        : List.of();
  }

  /** What reactions planned for a department that is through starts as well. */
  private boolean isStarting() {
    return status == RolloutStatus.RUNNING || (status == RolloutStatus.COMPLETED && !resting);
  }

  private boolean isAnythingLeft() {
    return activities.values().stream().anyMatch(one -> one.progress() != Progress.OVER);
  }

  /**
   * What fell due in the pause is planned anew, for the next moment that people are at work; then
   * come the reactions that were set aside, and the gate.
   */
  public List<RolloutEvent> resume(ResumeRollout command, Rules rules) {
    if (status != RolloutStatus.PAUSED && !resting) {
      return List.of();
    }
    Decision decision = new Decision(rules, command.at(), this);
    decision.add(new RolloutResumed(id, command.at()));
    Instant next = decision.calendar().atWork(command.at());
    for (ActivityState activity : activities.values()) {
      if (activity.progress() == Progress.PLANNED && !activity.dueAt().isAfter(command.at())) {
        decision.add(new ActivityPlanned(id, activity.plan(), next, command.at()));
      }
    }
    setAside.values().forEach(new Reacting(decision)::again);
    decision.considerGate();
    decision.considerOverdue();
    return decision.done();
  }

  /** A department that is through stays so, but what it still had to come is called off. */
  public List<RolloutEvent> cancel(CancelRollout command) {
    return isOver() && !(status == RolloutStatus.COMPLETED && isAnythingLeft())
        ? List.of()
        : List.of(new RolloutCancelled(id, command.at()));
  }

  /** Why the gate of this stage is open or closed at that moment. */
  public GateReport gateReport(Instant at, Rules rules) {
    Facts facts = facts(at, WorkingCalendar.of(plan.calendar(), rules.holidays()));
    List<Finding> findings =
        plan.stage(stage).gate().needs().stream()
            .map(condition -> rules.conditions().check(condition, facts))
            .toList();
    List<Blocker> found = new ArrayList<>();
    if (at.isBefore(leastUntil)) {
      found.add(Blocker.tooEarly(leastUntil));
    }
    for (ActivityState activity : activities.values()) {
      if (activity.stage() == stage
          && activity.progress() != Progress.OVER
          && !activity.plan().isPersonal()) {
        found.add(Blocker.open(activity.plan().id()));
      }
    }
    findings.stream()
        .filter(finding -> !finding.holds() && !isWaived(finding.condition()))
        .map(Blocker::of)
        .forEach(found::add);
    ConcernCount concerns = concerns();
    if (concerns.mustAnswer() > 0) {
      found.add(Blocker.concerns(concerns.mustAnswer()));
    }
    plan.stage(stage).gate().approvals().stream()
        .filter(role -> !approvals.containsKey(role))
        .map(Blocker::unapproved)
        .forEach(found::add);
    if (stage == plan.first()) {
      for (Disclosure question : Disclosure.values()) {
        if (!answered.contains(question)) {
          found.add(Blocker.unanswered(question));
        }
      }
    }
    if (isConsultationOpen()) {
      found.add(Blocker.consultation());
    }
    holds.stream().map(Blocker::held).forEach(found::add);
    if (status == RolloutStatus.PAUSED) {
      found.add(Blocker.paused());
    }
    Map<String, Instant> since = new LinkedHashMap<>(blockedSince);
    since.keySet().retainAll(found.stream().map(Blocker::key).toList());
    return new GateReport(
        stage, leastUntil, mostUntil, findings, waivers, found, since, approvals, facts);
  }

  /** Whether the version that counts in the next stage still has to be heard about. */
  private boolean isConsultationOpen() {
    RolloutPlan next = amended == null ? plan : amended.plan();
    int version = amended == null ? planVersion : amended.version();
    return !consulted.contains(version)
        && next.after(stage).filter(next::needsConsultation).isPresent();
  }

  private boolean isWaived(String condition) {
    return waivers.stream().anyMatch(waiver -> waiver.condition().equals(condition));
  }

  /** How many concerns wait for an answer. */
  public ConcernCount concerns() {
    return new ConcernCount(
        evidence.getOrDefault(EvidenceCatalog.CONCERNS_OPEN, 0.0).intValue(),
        evidence.getOrDefault(EvidenceCatalog.CONCERNS_MUST_ANSWER, 0.0).intValue());
  }

  /** The sessions of an activity that are still to come. */
  public Set<SessionId> openSessions(String activity) {
    ActivityState state = activities.get(activity);
    Set<SessionId> open = state == null ? null : state.openSessions();
    return open == null ? Set.of() : open;
  }

  /** The activities of all stages so far, in the order in which they were planned. */
  public List<ActivityReport> activityReport() {
    return activities.values().stream().map(ActivityReport::of).toList();
  }

  public boolean isOver() {
    return status.isOver();
  }

  private List<RolloutEvent> over(ActivityState activity, Instant at, Rules rules) {
    if (activity.progress() != Progress.STARTED) {
      return List.of();
    }
    Decision decision = new Decision(rules, at, this);
    decision.add(new ActivityDone(id, activity.plan().id(), at));
    decision.considerGate();
    return decision.done();
  }

  private void requireStage(StageName looked) {
    if (looked != stage) {
      throw new Rejected("STAGE_OVER", Map.of("stage", looked));
    }
  }

  private void requireRunning() {
    if (status != RolloutStatus.RUNNING) {
      throw new Rejected("ROLLOUT_STATUS", Map.of("status", status));
    }
  }

  private void requireNotOver() {
    if (isOver()) {
      throw new Rejected("ROLLOUT_STATUS", Map.of("status", status));
    }
  }

  /** For whom an activity is: one person, if still there, those of a segment, or everybody. */
  private List<PersonId> peopleOf(ActivityPlan activity, @Nullable Set<PersonId> audience) {
    PersonId alone = activity.person();
    if (alone != null) {
      return members.contains(alone) ? List.of(alone) : List.of();
    }
    Audience only = activity.audience();
    if (only != null && audience == null) {
      throw new IllegalStateException("nobody looked whom '" + activity.id() + "' is for");
    }
    return members.stream()
        .filter(one -> !book.waiting().contains(one))
        .filter(
            one ->
                only == null
                    || (audience != null && audience.contains(one))
                    || (only.hasChampions() && book.champions().contains(one)))
        .toList();
  }

  /** Whether somebody did that in another department, so that it isn't asked again. */
  private boolean isDone(ActivityPlan activity, PersonId person) {
    return !activity.isPersonal() && book.brought(person, activity);
  }

  /**
   * What somebody finished or attended here or brought along, by {@link ActivityPlan#doneKey()}.
   */
  public Set<String> doneBy(PersonId person) {
    Set<String> done = new LinkedHashSet<>(book.brought().getOrDefault(person, Set.of()));
    for (ActivityState activity : activities.values()) {
      if (activity.isDoneBy(person)) {
        done.add(activity.plan().doneKey());
      }
    }
    return done;
  }

  /** This rollout if somebody had been in it from the beginning, and done nothing yet. */
  DepartmentRollout joinedFromTheBeginning(PersonId person, Set<String> segments, Instant at) {
    return evolve(this, new MemberJoined(id, person, underWay(segments), at));
  }

  /** What somebody would give back who goes now: seats, courses and surveys that are open. */
  public List<ActivityPlan> heldBy(PersonId person) {
    return activities.values().stream()
        .filter(activity -> activity.people().contains(person))
        .filter(
            activity ->
                switch (activity.plan().kind()) {
                  case ANNOUNCEMENT, TASK -> false;
                  case SURVEY -> activity.progress() == Progress.STARTED;
                  case TRAINING, PATH, PRESENTATION, DEMO, COACHING ->
                      (activity.progress() == Progress.STARTED && !activity.isDoneBy(person))
                          || !openSessions(activity.plan().id()).isEmpty();
                })
        .map(ActivityState::plan)
        .toList();
  }

  /** The keys with which somebody is told apart here: the given segments, and champions. */
  private Set<String> segmentsOf(PersonId person, Set<String> segments) {
    return book.champions().contains(person) ? Copies.with(segments, Audience.CHAMPIONS) : segments;
  }

  /** What is under way in this stage for those segments; its news still reaches a newcomer. */
  private List<RunningActivity> underWay(Set<String> segments) {
    List<RunningActivity> running = new ArrayList<>();
    for (ActivityState activity : activities.values()) {
      Instant endsAt = activity.endsAt();
      boolean reaches =
          activity.progress() == Progress.STARTED
              || activity.plan().kind() == ActivityKind.ANNOUNCEMENT;
      if (activity.stage() == stage
          && endsAt != null
          && reaches
          && !activity.plan().isPersonal()
          && isFor(activity.plan().audience(), segments)
          && !superseded.contains(activity.plan().id())) {
        running.add(new RunningActivity(activity.plan(), endsAt));
      }
    }
    return running;
  }

  private boolean isReached(ActivityPlan activity, PersonId person) {
    ActivityState state = activities.get(activity.id());
    return state != null && state.people().contains(person);
  }

  /** Whether that is a meeting or course of this stage that took place without this person. */
  private boolean isMissedBy(ActivityState over, PersonId person, Set<String> segments) {
    ActivityPlan activity = over.plan();
    return over.canBeDone()
        && over.stage() == stage
        && over.progress() == Progress.OVER
        && over.endsAt() != null
        && !over.skipped()
        && isCounted(activity)
        && isFor(activity.audience(), segments)
        && !doneBy(person).contains(activity.doneKey())
        && !isCaughtUpSoon(activity, person);
  }

  private boolean isCaughtUpSoon(ActivityPlan activity, PersonId person) {
    return activities.values().stream()
        .filter(one -> one.progress() == Progress.PLANNED && one.plan().isCatchUp())
        .filter(one -> person.equals(one.plan().person()))
        .anyMatch(one -> one.plan().doneKey().equals(activity.doneKey()));
  }

  static boolean isFor(@Nullable Audience audience, Set<String> segments) {
    return audience == null || audience.reaches(segments);
  }

  Facts facts(Instant at, WorkingCalendar calendar) {
    Map<String, Object> facts = new TreeMap<>(evidence);
    facts.putIfAbsent(EvidenceCatalog.CONCERNS_OPEN, 0.0);
    facts.putIfAbsent(EvidenceCatalog.CONCERNS_MUST_ANSWER, 0.0);
    facts.put("stage", stage.key());
    facts.put("stage.workingDays", (double) calendar.between(stageSince, at));
    facts.put("department.size", (double) members.size());
    List<ActivityState> trainings =
        activities.values().stream()
            .filter(activity -> activity.plan().kind().isTraining())
            .filter(activity -> isCounted(activity.plan()))
            .filter(activity -> activity.endsAt() != null)
            .toList();
    if (!trainings.isEmpty()) {
      List<PersonId> learners = reachedBy(trainings);
      long trained =
          learners.stream()
              .filter(
                  one ->
                      trainings.stream()
                          .filter(training -> training.people().contains(one))
                          .allMatch(training -> training.trained().contains(one)))
              .count();
      facts.put("trained.count", (double) trained);
      facts.put("trained.expected", (double) learners.size());
      facts.put("trained.share", share(trained, learners.size()));
    }
    List<ActivityState> meetings =
        activities.values().stream()
            .filter(activity -> activity.isMeeting() && activity.stage() == stage)
            .filter(activity -> isCounted(activity.plan()))
            .filter(activity -> activity.endsAt() != null)
            .toList();
    if (meetings.stream().anyMatch(meeting -> !meeting.attended().isEmpty())) {
      List<PersonId> invited = reachedBy(meetings);
      long present =
          invited.stream()
              .filter(
                  one ->
                      meetings.stream()
                          .filter(meeting -> meeting.people().contains(one))
                          .allMatch(meeting -> meeting.attended().getOrDefault(one, false)))
              .count();
      facts.put("attendance.count", (double) present);
      facts.put("attendance.expected", (double) invited.size());
      facts.put("attendance.share", share(present, invited.size()));
    }
    return Facts.of(facts);
  }

  private boolean isCounted(ActivityPlan activity) {
    return !activity.isPersonal() && !superseded.contains(activity.id());
  }

  /** Members for whom one of these was meant; not who joined when it was over. */
  private List<PersonId> reachedBy(List<ActivityState> some) {
    return members.stream()
        .filter(one -> some.stream().anyMatch(activity -> activity.people().contains(one)))
        .toList();
  }

  private static double share(long count, int of) {
    return of == 0 ? 1.0 : (double) count / of;
  }

  /** The events of one decision, and the state after them. */
  static final class Decision {

    private final Rules rules;
    private final Instant at;
    private final List<RolloutEvent> events = new ArrayList<>();
    private final Deque<Observation> toConsider = new ArrayDeque<>();
    private final Set<String> segments;
    private DepartmentRollout state;

    Decision(Rules rules, Instant at, DepartmentRollout state) {
      this(rules, at, state, Set.of());
    }

    /** A decision about somebody who is in those segments. */
    Decision(Rules rules, Instant at, DepartmentRollout state, Set<String> segments) {
      this.rules = rules;
      this.at = at;
      this.state = state;
      this.segments = segments;
    }

    void add(RolloutEvent event) {
      events.add(event);
      state = evolve(state, event);
      Reacting.noticed(event, at).ifPresent(toConsider::add);
    }

    /**
     * The events, after the reactions to what this decision itself brought about. Each is
     * considered once, and none fires more often than its plan allows, so that this ends.
     */
    List<RolloutEvent> done() {
      for (Observation seen = toConsider.poll(); seen != null; seen = toConsider.poll()) {
        int before = events.size();
        considerReactions(seen);
        if (events.size() > before) {
          considerGate();
        }
      }
      return events;
    }

    DepartmentRollout state() {
      return state;
    }

    Rules rules() {
      return rules;
    }

    Instant at() {
      return at;
    }

    /** The segments of the person whom it is about. */
    Set<String> segments() {
      return segments;
    }

    WorkingCalendar calendar() {
      return WorkingCalendar.of(state.plan.calendar(), rules.holidays());
    }

    /** What is under way for those segments and hasn't reached the person yet. */
    void reach(PersonId person, Set<String> in) {
      if (!state.members.contains(person) || state.book.waiting().contains(person)) {
        return;
      }
      List<RunningActivity> fresh =
          state.underWay(in).stream()
              .filter(one -> one.activity().audience() != null)
              .filter(one -> !state.isReached(one.activity(), person))
              .filter(one -> !state.isDone(one.activity(), person))
              .toList();
      if (!fresh.isEmpty()) {
        add(new MemberReached(state.id, person, fresh, at));
      }
    }

    /** The meetings and courses of this stage that are over, for one person alone. */
    void catchUp(PersonId person) {
      int number =
          (int) state.activities.values().stream().filter(one -> one.plan().isCatchUp()).count();
      for (ActivityState over : List.copyOf(state.activities.values())) {
        if (state.isMissedBy(over, person, segments)) {
          number++;
          add(
              new ActivityPlanned(
                  state.id, over.plan().caughtUpBy(person, number), calendar().atWork(at), at));
        }
      }
    }

    void enter(StageName stage) {
      StagePlan next = state.plan.stage(stage);
      Integer most = next.gate().most();
      add(
          new StageEntered(
              state.id,
              stage,
              calendar().after(at, next.gate().least()),
              most == null ? null : calendar().after(at, most),
              at));
      int run = state.runs.getOrDefault(stage, 1);
      for (ActivityPlan activity : next.activities()) {
        add(
            new ActivityPlanned(
                state.id, activity.inRun(run), calendar().after(at, activity.after()), at));
      }
      considerReactions(
          new Observation(
              ReactionTrigger.STAGE_ENTERED,
              "stage/" + stage.key() + (run == 1 ? "" : "/" + run),
              "",
              null,
              new TreeMap<>(),
              new TreeMap<>(),
              Set.of()));
      considerGate();
    }

    void noteConcerns(ConcernCount concerns) {
      if (!concerns.equals(state.concerns())) {
        add(new ConcernsNoted(state.id, concerns.open(), concerns.mustAnswer(), at));
      }
    }

    void recordEvidence(Observation seen) {
      ActivityState activity = state.activities.get(seen.activity());
      PersonId person = seen.person();
      if (seen.trigger() == ReactionTrigger.SURVEY_CLOSED) {
        if (state.noticed.contains(seen.cause())) {
          return;
        }
        withdrawEvidence(seen);
        add(new EvidenceRecorded(state.id, seen.activity(), seen.cause(), seen.evidence(), at));
        if (activity != null && activity.progress() == Progress.STARTED) {
          add(new ActivityDone(state.id, seen.activity(), at));
        }
      } else if (seen.trigger() == ReactionTrigger.USAGE_REPORTED) {
        if (!state.noticed.contains(seen.cause())) {
          add(new UseNoted(state.id, seen.cause(), seen.evidence(), at));
        }
      } else if (activity == null || person == null) {
        return;
      } else if (seen.trigger() == ReactionTrigger.ATTENDANCE_RECORDED) {
        boolean attended = Boolean.TRUE.equals(seen.facts().get("attended"));
        Boolean known = activity.attended().get(person);
        if (known == null || known != attended) {
          add(new PersonAttended(state.id, seen.activity(), person, attended, at));
        }
      } else if (isTrainedBy(activity, seen.trigger()) && !activity.trained().contains(person)) {
        add(new PersonTrained(state.id, seen.activity(), person, at));
        finishTrainings();
      }
    }

    /** One course of a path isn't the whole of it. */
    private static boolean isTrainedBy(ActivityState activity, ReactionTrigger trigger) {
      return trigger
          == (activity.plan().kind() == ActivityKind.PATH
              ? ReactionTrigger.PATH_COMPLETED
              : ReactionTrigger.COURSE_COMPLETED);
    }

    /** The newest survey counts, also when too few people answered it to tell anything. */
    void withdrawEvidence(Observation seen) {
      List<String> withdrawn =
          seen.asked().stream()
              .filter(state.evidence::containsKey)
              .filter(name -> !seen.evidence().containsKey(name))
              .sorted()
              .toList();
      if (!withdrawn.isEmpty()) {
        add(new EvidenceWithdrawn(state.id, seen.activity(), seen.cause(), withdrawn, at));
      }
    }

    /** A course is over when everybody has finished it. */
    void finishTrainings() {
      for (ActivityState activity : List.copyOf(state.activities.values())) {
        if (activity.plan().kind().isTraining()
            && activity.progress() == Progress.STARTED
            && activity.trained().containsAll(state.reachedBy(List.of(activity)))) {
          add(new ActivityDone(state.id, activity.plan().id(), at));
        }
      }
    }

    void considerReactions(Observation seen) {
      new Reacting(this).to(seen);
    }

    /** Tells once for each stage that it has taken longer than the plan allows. */
    void considerOverdue() {
      if (state.status == RolloutStatus.RUNNING
          && !state.overdueTold
          && state.mostUntil != null
          && !at.isBefore(state.mostUntil)) {
        add(new GateOverdue(state.id, state.stage, state.blockers, at));
      }
    }

    /** What the campaign allows comes before an opening, as other reactions do. */
    void considerGate() {
      if (state.isOver() || state.asked.values().stream().anyMatch(one -> one.person() == null)) {
        return;
      }
      GateReport report = state.gateReport(at, rules);
      if (!report.isOpen()) {
        if (!report.isBlockedLike(state.blockers)) {
          add(new GateBlocked(state.id, state.stage, report.blockers(), at));
        }
        return;
      }
      add(new GateOpened(state.id, state.stage, report.findings(), at));
      leave();
    }

    /** Goes on to the next stage, under the newer plan version if there is one. */
    void leave() {
      Amended amended = state.amended;
      if (amended != null) {
        add(new PlanChanged(state.id, amended.version(), amended.owner(), at));
      }
      Optional<StageName> next = state.plan.after(state.stage);
      if (next.isPresent()) {
        enter(next.get());
      } else {
        add(new RolloutCompleted(state.id, at));
      }
    }

    /** Everything that this stage still had to do need not be done. */
    void leaveUndone(AccountId by, String reason) {
      for (ActivityState activity : List.copyOf(state.activities.values())) {
        if (activity.progress() != Progress.OVER) {
          add(new ActivitySkipped(state.id, activity.plan().id(), by, reason, at));
        }
      }
    }
  }

  /** The state after one event; the first one begins it. */
  public static DepartmentRollout evolve(@Nullable DepartmentRollout rollout, RolloutEvent event) {
    if (event instanceof RolloutStarted started) {
      return new DepartmentRollout(
          started.rollout(),
          started.campaign(),
          started.department(),
          started.planVersion(),
          started.plan(),
          started.owner(),
          null,
          Copies.withAll(Set.of(), started.consulted()),
          Copies.withAll(Set.of(), started.answered()),
          RolloutStatus.RUNNING,
          started.plan().first(),
          started.at(),
          started.at(),
          null,
          false,
          Map.of(),
          Map.of(),
          Map.of(),
          Copies.withAll(Set.of(), started.members()),
          MemberBook.of(started.members()),
          Map.of(),
          Set.of(),
          Map.of(),
          Map.of(),
          Map.of(),
          Map.of(),
          List.of(),
          List.of(),
          List.of(),
          Map.of(),
          Set.of(),
          false);
    }
    if (rollout == null) {
      throw new IllegalStateException("a rollout can't begin with " + event);
    }
    return new Next(rollout).after(event);
  }

  /** A copy on which one event is written. */
  private static final class Next {

    private final DepartmentRollout was;
    private int planVersion;
    private RolloutPlan plan;
    private PersonId owner;
    private @Nullable Amended amended;
    private Set<Integer> consulted;
    private Set<Disclosure> answered;
    private RolloutStatus status;
    private StageName stage;
    private Instant stageSince;
    private Instant leastUntil;
    private @Nullable Instant mostUntil;
    private boolean overdueTold;
    private Map<Approver, AccountId> approvals;
    private Map<StageName, Integer> runs;
    private Map<String, ActivityState> activities;
    private Set<PersonId> members;
    private MemberBook book;
    private Map<String, Double> evidence;
    private Set<String> noticed;
    private Map<String, ReactionRefused> setAside;
    private Map<String, ReactionAsked> asked;
    private Map<String, Integer> fired;
    private Map<String, Instant> lastFired;
    private List<String> holds;
    private List<Waiver> waivers;
    private List<Blocker> blockers;
    private Map<String, Instant> blockedSince;
    private Set<String> superseded;
    private boolean resting;

    Next(DepartmentRollout was) {
      this.was = was;
      planVersion = was.planVersion;
      plan = was.plan;
      owner = was.owner;
      amended = was.amended;
      consulted = was.consulted;
      answered = was.answered;
      status = was.status;
      stage = was.stage;
      stageSince = was.stageSince;
      leastUntil = was.leastUntil;
      mostUntil = was.mostUntil;
      overdueTold = was.overdueTold;
      approvals = was.approvals;
      runs = was.runs;
      activities = was.activities;
      members = was.members;
      book = was.book;
      evidence = was.evidence;
      noticed = was.noticed;
      setAside = was.setAside;
      asked = was.asked;
      fired = was.fired;
      lastFired = was.lastFired;
      holds = was.holds;
      waivers = was.waivers;
      blockers = was.blockers;
      blockedSince = was.blockedSince;
      superseded = was.superseded;
      resting = was.resting;
    }

    DepartmentRollout after(RolloutEvent event) {
      write(event);
      return new DepartmentRollout(
          was.id,
          was.campaign,
          was.department,
          planVersion,
          plan,
          owner,
          amended,
          consulted,
          answered,
          status,
          stage,
          stageSince,
          leastUntil,
          mostUntil,
          overdueTold,
          approvals,
          runs,
          activities,
          members,
          book,
          evidence,
          noticed,
          setAside,
          asked,
          fired,
          lastFired,
          holds,
          waivers,
          blockers,
          blockedSince,
          superseded,
          resting);
    }

    private void write(RolloutEvent event) {
      if (event instanceof StageEntered entered) {
        stage = entered.stage();
        stageSince = entered.at();
        leastUntil = entered.leastUntil();
        mostUntil = entered.mostUntil();
        overdueTold = false;
        waivers = List.of();
        approvals = Map.of();
        runs = Copies.with(runs, stage, runs.getOrDefault(stage, 0) + 1);
        book = book.withNobodyWaiting();
        blocked(List.of(), entered.at());
      } else if (event instanceof ActivityPlanned planned) {
        put(ActivityState.planned(planned.activity(), stage, planned.dueAt()));
      } else if (event instanceof ActivityStarted started) {
        put(
            activity(started.activity().id())
                .started(started.endsAt(), Copies.withAll(Set.of(), started.people()))
                .withDone(started.done()));
      } else if (event instanceof ActivityMissed missed) {
        put(activity(missed.activity()).over());
      } else if (event instanceof ActivityDone done) {
        put(activity(done.activity()).over());
      } else if (event instanceof ActivitySkipped skipped) {
        put(activity(skipped.activity()).skip());
      } else if (event instanceof SessionsNoted sessions) {
        put(
            activity(sessions.activity())
                .withOpenSessions(Copies.withAll(Set.of(), sessions.sessions())));
      } else if (event instanceof SessionOver over) {
        ActivityState activity = activity(over.activity());
        Set<SessionId> open = new LinkedHashSet<>();
        if (activity.openSessions() != null) {
          open.addAll(activity.openSessions());
        }
        open.remove(over.session());
        put(activity.withOpenSessions(open));
      } else if (event instanceof MemberJoined joined) {
        members = Copies.with(members, joined.person());
        book =
            book.joined(
                joined.person(),
                joined.how().waits(),
                Copies.withAll(Set.of(), joined.how().brought()));
        reach(joined.person(), joined.underWay());
        for (String done : joined.how().done()) {
          put(activity(done).withDone(List.of(joined.person())));
        }
      } else if (event instanceof MemberReached reached) {
        reach(reached.person(), reached.underWay());
      } else if (event instanceof MemberLeft left) {
        members = Copies.without(members, left.person());
        book = book.left(left.person());
        for (Map.Entry<String, ReactionRefused> one : setAside.entrySet()) {
          if (left.person().equals(one.getValue().person())) {
            setAside = Copies.without(setAside, one.getKey());
            asked = Copies.without(asked, one.getKey());
          }
        }
      } else if (event instanceof EvidenceRecorded recorded) {
        Map<String, Double> all = new LinkedHashMap<>(evidence);
        all.putAll(recorded.facts());
        evidence = all;
        noticed = Copies.with(noticed, recorded.cause());
      } else if (event instanceof ConcernsNoted noted) {
        Map<String, Double> all = new LinkedHashMap<>(evidence);
        all.put(EvidenceCatalog.CONCERNS_OPEN, (double) noted.open());
        all.put(EvidenceCatalog.CONCERNS_MUST_ANSWER, (double) noted.mustAnswer());
        evidence = all;
      } else if (event instanceof UseNoted noted) {
        Map<String, Double> all = new LinkedHashMap<>(evidence);
        all.keySet().removeIf(EvidenceCatalog::isAboutUse);
        all.putAll(noted.facts());
        evidence = all;
        noticed = Copies.with(noticed, noted.cause());
      } else if (event instanceof EvidenceWithdrawn withdrawn) {
        Map<String, Double> rest = new LinkedHashMap<>(evidence);
        rest.keySet().removeAll(withdrawn.facts());
        evidence = rest;
      } else if (event instanceof PersonTrained trained) {
        ActivityState activity = activity(trained.activity());
        put(activity.withTrained(Copies.with(activity.trained(), trained.person())));
      } else if (event instanceof PersonUntrained untrained) {
        ActivityState activity = activity(untrained.activity());
        put(activity.withTrained(Copies.without(activity.trained(), untrained.person())));
      } else if (event instanceof PersonAttended attended) {
        ActivityState activity = activity(attended.activity());
        put(
            activity.withAttended(
                Copies.with(activity.attended(), attended.person(), attended.attended())));
      } else if (event instanceof ReactionFired reaction) {
        String key = Reacting.noticeKey(reaction.reaction(), reaction.cause());
        noticed = Copies.with(noticed, key);
        setAside = Copies.without(setAside, key);
        asked = Copies.without(asked, key);
        count(Reacting.firingKey(reaction.reaction(), null), reaction.at());
        if (reaction.person() != null) {
          count(Reacting.firingKey(reaction.reaction(), reaction.person()), reaction.at());
        }
      } else if (event instanceof ReactionRefused refused) {
        String key = Reacting.noticeKey(refused.reaction(), refused.cause());
        noticed = Copies.with(noticed, key);
        if (status == RolloutStatus.PAUSED && refused.reason() == RefusalReason.NOT_RUNNING) {
          setAside = Copies.with(setAside, key, refused);
        } else {
          setAside = Copies.without(setAside, key);
          asked = Copies.without(asked, key);
        }
      } else if (event instanceof ReactionAsked reaction) {
        String key = Reacting.noticeKey(reaction.reaction(), reaction.cause());
        noticed = Copies.with(noticed, key);
        setAside = Copies.without(setAside, key);
        asked = Copies.with(asked, key, reaction);
      } else {
        writeProgress(event);
      }
    }

    private void writeProgress(RolloutEvent event) {
      if (event instanceof GateBlocked blocked) {
        blocked(blocked.blockers(), blocked.at());
      } else if (event instanceof GateOpened opened) {
        blocked(List.of(), opened.at());
      } else if (event instanceof GateApproved approved) {
        approvals = Copies.with(approvals, approved.as(), approved.by());
      } else if (event instanceof GateOverdue) {
        overdueTold = true;
      } else if (event instanceof ConditionWaived waived) {
        waivers =
            Copies.with(
                waivers, new Waiver(waived.condition(), waived.by(), waived.reason(), waived.at()));
      } else if (event instanceof RolloutHeld held) {
        holds = Copies.with(holds, held.reason());
      } else if (event instanceof RolloutReleased) {
        holds = List.of();
      } else if (event instanceof RolloutPaused) {
        resting = status == RolloutStatus.COMPLETED;
        status = resting ? status : RolloutStatus.PAUSED;
      } else if (event instanceof RolloutResumed) {
        status = resting ? status : RolloutStatus.RUNNING;
        resting = false;
      } else if (event instanceof RolloutCompleted) {
        status = RolloutStatus.COMPLETED;
      } else if (event instanceof RolloutCancelled && status == RolloutStatus.COMPLETED) {
        List.copyOf(activities.values()).forEach(one -> put(one.over()));
      } else if (event instanceof RolloutCancelled) {
        status = RolloutStatus.CANCELLED;
      } else {
        writePlan(event);
      }
    }

    private void writePlan(RolloutEvent event) {
      if (event instanceof MemberLeaving leaving) {
        book = book.leaving(leaving.person(), leaving.until());
      } else if (event instanceof MemberStayed stayed) {
        book = book.staying(stayed.person());
      } else if (event instanceof ChampionOffered offered) {
        book = book.withChampions(Copies.with(book.champions(), offered.person()));
      } else if (event instanceof ChampionWithdrew withdrew) {
        book = book.withChampions(Copies.without(book.champions(), withdrew.person()));
      } else if (event instanceof RolloutAmended next) {
        amended = new Amended(next.planVersion(), next.plan(), next.owner());
      } else if (event instanceof PlanChanged changed) {
        plan = amended == null ? plan : amended.plan();
        planVersion = changed.planVersion();
        owner = changed.owner();
        amended = null;
      } else if (event instanceof ConsultationNoted noted) {
        consulted =
            noted.settled()
                ? Copies.with(consulted, noted.planVersion())
                : Copies.without(consulted, noted.planVersion());
      } else if (event instanceof AnswersNoted noted) {
        answered = Copies.withAll(answered, noted.answered());
      } else if (event instanceof StageRolledBack back) {
        superseded =
            Copies.withAll(
                superseded,
                activities.values().stream()
                    .filter(activity -> activity.stage().compareTo(back.to()) >= 0)
                    .map(activity -> activity.plan().id())
                    .toList());
      } else if (!(event instanceof StageSkipped)) {
        throw new IllegalStateException("a rollout doesn't know " + event);
      }
    }

    private void reach(PersonId person, List<RunningActivity> underWay) {
      for (RunningActivity running : underWay) {
        ActivityState activity = activity(running.activity().id());
        put(activity.withPeople(Copies.with(activity.people(), person)));
      }
    }

    private void blocked(List<Blocker> now, Instant at) {
      Map<String, Instant> since = new LinkedHashMap<>();
      now.forEach(one -> since.put(one.key(), blockedSince.getOrDefault(one.key(), at)));
      blockers = now;
      blockedSince = since;
    }

    private ActivityState activity(String id) {
      ActivityState activity = activities.get(id);
      if (activity == null) {
        throw new IllegalStateException("no activity '" + id + "' was planned");
      }
      return activity;
    }

    private void put(ActivityState activity) {
      activities = Copies.with(activities, activity.plan().id(), activity);
    }

    private void count(String key, Instant at) {
      fired = Copies.with(fired, key, fired.getOrDefault(key, 0) + 1);
      lastFired = Copies.with(lastFired, key, at);
    }
  }
}
