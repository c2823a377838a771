package org.uitrol.domain.rollout;

import static org.uitrol.domain.testing.Plans.COPILOT;
import static org.uitrol.domain.testing.Plans.FINANCE;
import static org.uitrol.domain.testing.Plans.NO_HOLIDAYS;
import static org.uitrol.domain.testing.Plans.OWNER;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
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
import org.uitrol.domain.rollout.gate.Blocker;
import org.uitrol.domain.rollout.gate.Disclosure;
import org.uitrol.domain.rollout.reaction.ReactionTrigger;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.testing.FakeConditions;
import org.uitrol.domain.testing.Meetings;

/**
 * A department that goes through a plan, started on Monday 11 January 2027 at 09:00 in Amsterdam.
 */
final class OneDepartment {

  static final RolloutId ID = new RolloutId("r-1");
  static final Instant MONDAY = Instant.parse("2027-01-11T08:00:00Z");
  static final Instant TUESDAY = Instant.parse("2027-01-12T08:00:00Z");

  static final Rules RULES =
      new Rules(
          new FakeConditions()
              .atLeast("responses.rate", 0.4)
              .atLeast("readiness.score", 3.0)
              .atLeast("answers.jobWorry", 3.5)
              .atLeast("trained.share", 0.8)
              .atLeast("attendance.share", 0.5)
              .with(
                  "concerns.mustAnswerOpen == 0",
                  "concerns.mustAnswerOpen",
                  Double.valueOf(0)::equals)
              .with("!attended", "attended", Boolean.FALSE::equals),
          NO_HOLIDAYS);

  private final List<RolloutEvent> events = new ArrayList<>();
  private @Nullable DepartmentRollout state;

  private OneDepartment() {}

  static OneDepartment with(int people, RolloutPlan plan) {
    OneDepartment department = new OneDepartment();
    department.when(start(people, plan));
    return department;
  }

  /** Ten people who had their news and answered the survey {@code readiness}. */
  static OneDepartment thatAnswered(RolloutPlan plan, Map<String, Double> evidence) {
    OneDepartment department = with(10, plan);
    department.startActivity("news", MONDAY);
    department.startActivity("readiness", MONDAY);
    department.observe(surveyClosed("readiness", evidence), TUESDAY);
    return department;
  }

  static StartRollout start(int people, RolloutPlan plan) {
    return new StartRollout(
        ID,
        COPILOT,
        FINANCE,
        1,
        plan,
        OWNER,
        new LinkedHashSet<>(Meetings.people(people)),
        Set.of(),
        Set.of(Disclosure.values()),
        MONDAY);
  }

  /** A department that started with nothing settled or answered. */
  static OneDepartment owedAnswers(int people, RolloutPlan plan) {
    OneDepartment department = new OneDepartment();
    department.when(
        new StartRollout(
            ID,
            COPILOT,
            FINANCE,
            1,
            plan,
            OWNER,
            new LinkedHashSet<>(Meetings.people(people)),
            Set.of(),
            Set.of(),
            MONDAY));
    return department;
  }

  List<String> blockers() {
    return now().gateReport(MONDAY, RULES).blockers().stream().map(Blocker::key).toList();
  }

  /** The events of that command. */
  List<RolloutEvent> when(RolloutCommand command) {
    List<RolloutEvent> decided = List.copyOf(decide(state, command));
    for (RolloutEvent event : decided) {
      state = DepartmentRollout.evolve(state, event);
    }
    events.addAll(decided);
    return decided;
  }

  List<RolloutEvent> startActivity(String activity, Instant at) {
    return when(new StartActivity(ID, activity, at));
  }

  List<RolloutEvent> observe(Observation observation, Instant at) {
    return when(new Observe(ID, observation, at));
  }

  DepartmentRollout now() {
    if (state == null) {
      throw new IllegalStateException("not started");
    }
    return state;
  }

  List<RolloutEvent> events() {
    return List.copyOf(events);
  }

  static Observation surveyClosed(String activity, Map<String, Double> evidence) {
    return surveyClosed(activity, "survey/" + activity, evidence);
  }

  static Observation surveyClosed(String activity, String cause, Map<String, Double> evidence) {
    return Observation.ofDepartment(ReactionTrigger.SURVEY_CLOSED, cause, activity, evidence);
  }

  static Observation attendance(String activity, PersonId person, boolean attended) {
    return Observation.ofPerson(
        ReactionTrigger.ATTENDANCE_RECORDED,
        "session/s-1/" + person + "/" + attended,
        activity,
        person,
        Map.of("attended", attended));
  }

  static Observation completed(String activity, PersonId person) {
    return Observation.ofPerson(
        ReactionTrigger.COURSE_COMPLETED,
        "course/" + activity + "/" + person,
        activity,
        person,
        new TreeMap<>(Map.of("course", activity)));
  }

  static List<RolloutEvent> decide(@Nullable DepartmentRollout rollout, RolloutCommand command) {
    if (command instanceof StartRollout start) {
      return DepartmentRollout.start(rollout, start, RULES);
    } else if (rollout == null) {
      return List.of();
    } else if (command instanceof StartActivity start) {
      return rollout.startActivity(start, RULES);
    } else if (command instanceof EndActivity end) {
      return rollout.endActivity(end, RULES);
    } else if (command instanceof FinishTask finish) {
      return rollout.finishTask(finish, RULES);
    } else if (command instanceof SkipActivity skip) {
      return rollout.skipActivity(skip, RULES);
    } else if (command instanceof NoteSessions sessions) {
      return rollout.noteSessions(sessions, RULES);
    } else if (command instanceof NoteExtraSession extra) {
      return rollout.noteExtraSession(extra);
    } else if (command instanceof NoteSessionOver over) {
      return rollout.noteSessionOver(over, RULES);
    } else if (command instanceof Observe observe) {
      return rollout.observe(observe, RULES);
    } else if (command instanceof AnswerReaction answer) {
      return rollout.answerReaction(answer, RULES);
    } else if (command instanceof NoteUntrained untrained) {
      return rollout.noteUntrained(untrained, RULES);
    } else if (command instanceof NoteConcerns concerns) {
      return rollout.noteConcerns(concerns, RULES);
    } else if (command instanceof ConsiderGate gate) {
      return rollout.considerGate(gate, RULES);
    } else if (command instanceof AddMember add) {
      return rollout.addMember(add, RULES);
    } else if (command instanceof RemoveMember remove) {
      return rollout.removeMember(remove, RULES);
    } else if (command instanceof LetMemberGo go) {
      return rollout.letMemberGo(go, RULES);
    } else if (command instanceof NoteSegments segments) {
      return rollout.noteSegments(segments, RULES);
    } else if (command instanceof OfferHelp offer) {
      return rollout.offerHelp(offer, RULES);
    } else if (command instanceof WithdrawHelp withdraw) {
      return rollout.withdrawHelp(withdraw);
    } else if (command instanceof WaiveCondition waive) {
      return rollout.waive(waive, RULES);
    } else if (command instanceof HoldRollout hold) {
      return rollout.hold(hold, RULES);
    } else if (command instanceof ReleaseRollout release) {
      return rollout.release(release, RULES);
    } else if (command instanceof PauseRollout pause) {
      return rollout.pause(pause);
    } else if (command instanceof ResumeRollout resume) {
      return rollout.resume(resume, RULES);
    } else if (command instanceof AmendRollout amend) {
      return rollout.amend(amend, RULES);
    } else if (command instanceof NoteConsultation note) {
      return rollout.noteConsultation(note, RULES);
    } else if (command instanceof NoteAnswers answers) {
      return rollout.noteAnswers(answers, RULES);
    } else if (command instanceof ApproveGate approve) {
      return rollout.approve(approve, RULES);
    } else if (command instanceof SkipStage skip) {
      return rollout.skipStage(skip, RULES);
    } else if (command instanceof RollBack back) {
      return rollout.rollBack(back, RULES);
    } else if (command instanceof CancelRollout cancel) {
      return rollout.cancel(cancel);
    }
    throw new IllegalStateException("no test plays " + command);
  }
}
