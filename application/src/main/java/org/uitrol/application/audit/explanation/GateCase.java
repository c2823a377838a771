package org.uitrol.application.audit.explanation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.audit.explanation.Explanation.Chapter;
import org.uitrol.application.audit.explanation.Line.Rule;
import org.uitrol.application.audit.explanation.Line.RuleKind;
import org.uitrol.application.audit.explanation.RolloutPast.Moment;
import org.uitrol.domain.rollout.ActivityPlan;
import org.uitrol.domain.rollout.DepartmentRollout;
import org.uitrol.domain.rollout.RolloutEvent;
import org.uitrol.domain.rollout.RolloutEvent.ActivityDone;
import org.uitrol.domain.rollout.RolloutEvent.ActivityMissed;
import org.uitrol.domain.rollout.RolloutEvent.ActivitySkipped;
import org.uitrol.domain.rollout.RolloutEvent.ActivityStarted;
import org.uitrol.domain.rollout.RolloutEvent.AnswersNoted;
import org.uitrol.domain.rollout.RolloutEvent.ConcernsNoted;
import org.uitrol.domain.rollout.RolloutEvent.ConditionWaived;
import org.uitrol.domain.rollout.RolloutEvent.ConsultationNoted;
import org.uitrol.domain.rollout.RolloutEvent.EvidenceRecorded;
import org.uitrol.domain.rollout.RolloutEvent.EvidenceWithdrawn;
import org.uitrol.domain.rollout.RolloutEvent.GateApproved;
import org.uitrol.domain.rollout.RolloutEvent.GateBlocked;
import org.uitrol.domain.rollout.RolloutEvent.GateOpened;
import org.uitrol.domain.rollout.RolloutEvent.GateOverdue;
import org.uitrol.domain.rollout.RolloutEvent.PlanChanged;
import org.uitrol.domain.rollout.RolloutEvent.RolloutAmended;
import org.uitrol.domain.rollout.RolloutEvent.RolloutCancelled;
import org.uitrol.domain.rollout.RolloutEvent.RolloutCompleted;
import org.uitrol.domain.rollout.RolloutEvent.RolloutHeld;
import org.uitrol.domain.rollout.RolloutEvent.RolloutPaused;
import org.uitrol.domain.rollout.RolloutEvent.RolloutReleased;
import org.uitrol.domain.rollout.RolloutEvent.RolloutResumed;
import org.uitrol.domain.rollout.RolloutEvent.StageEntered;
import org.uitrol.domain.rollout.RolloutEvent.StageRolledBack;
import org.uitrol.domain.rollout.RolloutEvent.StageSkipped;
import org.uitrol.domain.rollout.RolloutEvent.UseNoted;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.rollout.gate.Approver;
import org.uitrol.domain.rollout.gate.Blocker;
import org.uitrol.domain.rollout.gate.EvidenceCatalog;
import org.uitrol.domain.rollout.gate.Finding;
import org.uitrol.domain.rollout.gate.GatePlan;

/**
 * The gate of one stage. What a condition came to is told by the events that recorded what kept the
 * gate closed, and by the one that opened it: each says everything that didn't hold at that moment,
 * so that what it doesn't name held, unless it was waived.
 */
final class GateCase {

  private static final Pattern NAME =
      Pattern.compile("[A-Za-z][A-Za-z0-9]*(\\.[A-Za-z][A-Za-z0-9]*)*");

  private final StageName stage;
  private final RolloutPast past;
  private final Chapters chapters;
  private final Map<String, Finding.Result> latest = new TreeMap<>();
  private List<Blocker> blockers = List.of();
  private boolean begun;
  private boolean opened;

  GateCase(StageName stage, RolloutPast past) {
    this.stage = stage;
    this.past = past;
    this.chapters = new Chapters(past);
  }

  List<Chapter> chapters() {
    boolean inStage = false;
    for (Moment moment : past.moments()) {
      RolloutEvent event = moment.event();
      if (event instanceof StageEntered entered) {
        inStage = entered.stage() == stage;
        if (inStage) {
          enter(moment, entered);
        }
      } else if (event instanceof StageRolledBack back && back.from() == stage) {
        chapters.tell(Question.GATE, moment.told());
        inStage = false;
      } else if (inStage) {
        within(moment);
      } else if (!begun) {
        before(moment);
      }
    }
    DepartmentRollout now = past.now();
    if (!begun) {
      notBegun(now);
    } else if (now.stage() == stage && !now.isOver() && !opened) {
      open(now);
    }
    return chapters.done();
  }

  /** What is known before the stage and counts in it. */
  private void before(Moment moment) {
    RolloutEvent event = moment.event();
    if (event instanceof RolloutAmended || event instanceof PlanChanged) {
      chapters.tell(Question.PLAN, moment.told());
    } else if (event instanceof ConsultationNoted || event instanceof AnswersNoted) {
      chapters.tell(Question.OWED, moment.told());
    }
  }

  private void enter(Moment moment, StageEntered entered) {
    Told told = moment.told();
    begun = true;
    opened = false;
    latest.clear();
    blockers = List.of();
    GatePlan gate = moment.after().plan().stage(stage).gate();
    chapters.tell(Question.PLAN, told, new Reason.Pinned(moment.after().planVersion()), null);
    chapters.tell(
        Question.TIME,
        told,
        new Reason.AtLeast(gate.least(), entered.leastUntil()),
        new Rule(RuleKind.DAYS, "least: " + gate.least()));
    Integer most = gate.most();
    chapters.tell(
        Question.TIME,
        told,
        most == null || entered.mostUntil() == null
            ? new Reason.NoMost()
            : new Reason.AtMost(most, entered.mostUntil()),
        most == null ? null : new Rule(RuleKind.DAYS, "most: " + most));
  }

  private void within(Moment moment) {
    RolloutEvent event = moment.event();
    Told told = moment.told();
    if (event instanceof GateBlocked blocked) {
      blockers = blocked.blockers();
      chapters.tell(Question.GATE, told);
      look(moment, findings(blocked.blockers()));
    } else if (event instanceof GateOpened open) {
      opened = true;
      blockers = List.of();
      chapters.tell(Question.GATE, told, new Reason.AllMet(), null);
      look(moment, open.findings());
    } else if (event instanceof GateOverdue overdue) {
      chapters.tell(Question.TIME, told);
      look(moment, findings(overdue.blockers()));
    } else if (event instanceof StageSkipped) {
      opened = true;
      chapters.tell(Question.GATE, told);
    } else if (event instanceof ConditionWaived waived) {
      chapters.tell(
          Question.CONDITION,
          waived.condition(),
          told,
          null,
          condition(waived.condition()),
          new TreeMap<>());
    } else if (event instanceof GateApproved approved) {
      chapters.tell(
          Question.APPROVAL, told, null, new Rule(RuleKind.APPROVAL, approved.as().key()));
    } else if (event instanceof RolloutHeld held) {
      chapters.tell(
          Question.HOLD,
          told,
          null,
          held.by() == null ? new Rule(RuleKind.REACTION, held.reason()) : null);
    } else if (event instanceof RolloutReleased
        || event instanceof RolloutPaused
        || event instanceof RolloutResumed) {
      chapters.tell(Question.HOLD, told);
    } else if (event instanceof RolloutCancelled || event instanceof RolloutCompleted) {
      chapters.tell(Question.GATE, told);
    } else if (event instanceof RolloutAmended || event instanceof PlanChanged) {
      chapters.tell(Question.PLAN, told);
    } else if (event instanceof ConsultationNoted) {
      chapters.tell(Question.OWED, told, null, new Rule(RuleKind.CONSULTATION, ""));
    } else if (event instanceof AnswersNoted) {
      chapters.tell(Question.OWED, told);
    } else {
      evidence(moment);
    }
  }

  private void evidence(Moment moment) {
    RolloutEvent event = moment.event();
    if (event instanceof ConcernsNoted noted) {
      chapters.tell(Question.OWED, moment.told());
      facts(
          moment,
          Map.of(
              EvidenceCatalog.CONCERNS_OPEN, (double) noted.open(),
              EvidenceCatalog.CONCERNS_MUST_ANSWER, (double) noted.mustAnswer()));
    } else if (event instanceof EvidenceRecorded recorded) {
      facts(moment, recorded.facts());
    } else if (event instanceof UseNoted noted) {
      facts(moment, noted.facts());
    } else if (event instanceof EvidenceWithdrawn withdrawn) {
      for (String condition : needs(moment)) {
        if (names(condition).stream().anyMatch(withdrawn.facts()::contains)) {
          chapters.tell(
              Question.CONDITION,
              condition,
              moment.told(),
              null,
              condition(condition),
              new TreeMap<>());
        }
      }
    } else if (event instanceof ActivityStarted started && ofStage(moment, started.activity())) {
      chapters.tell(Question.ACTIVITIES, moment.told(), null, activity(started.activity().id()));
    } else if (event instanceof ActivityDone done) {
      activity(moment, done.activity());
    } else if (event instanceof ActivityMissed missed) {
      activity(moment, missed.activity());
    } else if (event instanceof ActivitySkipped skipped) {
      activity(moment, skipped.activity());
    }
  }

  private void activity(Moment moment, String id) {
    var state = moment.then().activities().get(id);
    if (state != null && state.stage() == stage && !state.plan().isPersonal()) {
      chapters.tell(Question.ACTIVITIES, moment.told(), null, activity(id));
    }
  }

  private boolean ofStage(Moment moment, ActivityPlan activity) {
    var state = moment.then().activities().get(activity.id());
    return state != null && state.stage() == stage && !activity.isPersonal();
  }

  /** What a condition asks for became known. */
  private void facts(Moment moment, Map<String, Double> known) {
    for (String condition : needs(moment)) {
      SortedMap<String, Object> seen = new TreeMap<>();
      for (String name : names(condition)) {
        if (known.containsKey(name)) {
          seen.put(name, known.get(name));
        }
      }
      if (!seen.isEmpty()) {
        chapters.tell(
            Question.CONDITION,
            condition,
            moment.told(),
            new Reason.FactsKnown(seen),
            condition(condition),
            seen);
      }
    }
  }

  /** What every condition came to; only a change is told. */
  private void look(Moment moment, List<Finding> findings) {
    for (String condition : needs(moment)) {
      boolean waived =
          moment.then().waivers().stream().anyMatch(one -> one.condition().equals(condition));
      Finding finding =
          findings.stream()
              .filter(one -> one.condition().equals(condition))
              .findFirst()
              .orElse(null);
      if (finding == null && waived) {
        continue;
      }
      Finding.Result result = finding == null ? Finding.Result.HOLDS : finding.result();
      SortedMap<String, Object> seen = finding == null ? new TreeMap<>() : finding.seen();
      boolean turned = latest.put(condition, result) != result;
      if (turned || (finding != null && isOpening(moment))) {
        chapters.tell(
            Question.CONDITION,
            condition,
            moment.told(),
            new Reason.Turned(condition, result, seen),
            condition(condition),
            seen);
      }
    }
  }

  private static boolean isOpening(Moment moment) {
    return moment.event() instanceof GateOpened;
  }

  private static List<Finding> findings(List<Blocker> blockers) {
    List<Finding> findings = new ArrayList<>();
    for (Blocker blocker : blockers) {
      if (blocker.finding() != null) {
        findings.add(blocker.finding());
      }
    }
    return findings;
  }

  private List<String> needs(Moment moment) {
    return moment.then().plan().has(stage)
        ? moment.then().plan().stage(stage).gate().needs()
        : List.of();
  }

  private static Set<String> names(String condition) {
    Set<String> names = new LinkedHashSet<>();
    var found = NAME.matcher(condition);
    while (found.find()) {
      names.add(found.group());
    }
    return names;
  }

  private void notBegun(DepartmentRollout now) {
    if (!now.plan().has(stage)) {
      chapters.missing(Question.GATE, new Reason.NotAStage(stage, now.planVersion()), null);
    } else if (now.isOver()) {
      chapters.missing(Question.GATE, new Reason.StageNeverBegan(stage), null);
    } else {
      chapters.missing(Question.GATE, new Reason.StageAhead(stage, now.stage()), null);
    }
  }

  /** What kept it closed when it was last looked at, and what isn't there yet. */
  private void open(DepartmentRollout now) {
    GatePlan gate = now.plan().stage(stage).gate();
    for (Blocker blocker : blockers) {
      chapters.missing(Question.GATE, new Reason.Blocked(blocker), rule(blocker));
    }
    for (String condition : gate.needs()) {
      if (!latest.containsKey(condition)
          && now.waivers().stream().noneMatch(one -> one.condition().equals(condition))) {
        chapters.missing(
            Question.CONDITION,
            condition,
            new Reason.NeverChecked(condition),
            condition(condition));
      }
    }
    for (Approver role : gate.approvals()) {
      if (!now.approvals().containsKey(role)) {
        chapters.missing(
            Question.APPROVAL,
            new Reason.Unapproved(role),
            new Rule(RuleKind.APPROVAL, role.key()));
      }
    }
    if (gate.approvals().isEmpty()) {
      chapters.missing(Question.APPROVAL, new Reason.NoApprovals(), null);
    }
    if (!chapters.has(Question.HOLD)) {
      chapters.missing(Question.HOLD, new Reason.NoHolds(), null);
    }
  }

  private static @Nullable Rule rule(Blocker blocker) {
    return switch (blocker.reason()) {
      case CONDITION_FAILS, CONDITION_UNKNOWN -> condition(blocker.about());
      case ACTIVITY_OPEN -> activity(blocker.about());
      case APPROVAL_MISSING -> new Rule(RuleKind.APPROVAL, blocker.about());
      case CONSULTATION_OPEN -> new Rule(RuleKind.CONSULTATION, "");
      case TOO_EARLY, HELD, PAUSED, ANSWER_MISSING, CONCERN_OPEN -> null;
    };
  }

  private static Rule condition(String condition) {
    return new Rule(RuleKind.CONDITION, condition);
  }

  private static Rule activity(String id) {
    return new Rule(RuleKind.ACTIVITY, ActivityPlan.idInPlan(id));
  }
}
