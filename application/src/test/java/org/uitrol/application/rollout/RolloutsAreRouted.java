package org.uitrol.application.rollout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.uitrol.application.testing.SamplePlan;
import org.uitrol.application.testing.ShellTests;
import org.uitrol.application.testing.SimpleConditions;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.domain.rollout.ActivityPlan;
import org.uitrol.domain.rollout.ConcernCount;
import org.uitrol.domain.rollout.DepartmentRollout;
import org.uitrol.domain.rollout.Observation;
import org.uitrol.domain.rollout.RolloutCommand;
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
import org.uitrol.domain.rollout.RolloutEvent;
import org.uitrol.domain.rollout.RolloutEvent.ActivityPlanned;
import org.uitrol.domain.rollout.RolloutEvent.ActivityStarted;
import org.uitrol.domain.rollout.RolloutEvent.ChampionOffered;
import org.uitrol.domain.rollout.RolloutEvent.MemberLeaving;
import org.uitrol.domain.rollout.RolloutEvent.PersonTrained;
import org.uitrol.domain.rollout.RolloutEvent.ReactionAsked;
import org.uitrol.domain.rollout.RolloutEvent.RolloutHeld;
import org.uitrol.domain.rollout.RolloutEvent.RolloutPaused;
import org.uitrol.domain.rollout.RolloutEvent.RolloutStarted;
import org.uitrol.domain.rollout.RolloutEvent.SessionsNoted;
import org.uitrol.domain.rollout.RolloutEvent.StageEntered;
import org.uitrol.domain.rollout.RolloutPlan;
import org.uitrol.domain.rollout.Rules;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.rollout.StagePlan;
import org.uitrol.domain.rollout.audience.Audience;
import org.uitrol.domain.rollout.gate.Approver;
import org.uitrol.domain.rollout.gate.Disclosure;
import org.uitrol.domain.rollout.gate.GatePlan;
import org.uitrol.domain.rollout.reaction.ReactionTrigger;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SessionId;

class RolloutsAreRouted {

  private static final Instant AT = Instant.parse("2027-01-11T08:00:00Z");
  private static final Instant LATER = Instant.parse("2027-02-26T08:00:00Z");
  private static final RolloutId ID = new RolloutId("rollout-1");
  private static final PersonId SANNE = new PersonId("person-1");
  private static final PersonId JOOST = new PersonId("person-2");
  private static final SessionId SESSION = new SessionId("session-1");
  private static final Rules RULES = new Rules(new SimpleConditions(), (country, date) -> false);

  private static final StartRollout START =
      new StartRollout(
          ID,
          SamplePlan.COPILOT,
          SamplePlan.FINANCE,
          1,
          SamplePlan.plan().rolloutPlan(),
          SamplePlan.OWNER,
          Set.of(SANNE),
          Set.of(),
          Set.of(Disclosure.values()),
          AT);
  private static final List<RolloutEvent> STARTED = DepartmentRollout.start(null, START, RULES);

  @TestFactory
  Stream<DynamicTest> to_their_rules() {
    StartActivity startActivity = new StartActivity(ID, "news", AT);
    EndActivity endActivity = new EndActivity(ID, "basics", LATER);
    FinishTask finishTask = new FinishTask(ID, "licences", AT);
    SkipActivity skip = new SkipActivity(ID, "plans", SamplePlan.WRITER, "Seen", AT);
    NoteSessions sessions = new NoteSessions(ID, "plans", Set.of(SESSION), Set.of(), AT);
    NoteExtraSession extra = new NoteExtraSession(ID, "plans", SESSION, Set.of(), AT);
    NoteSessionOver over = new NoteSessionOver(ID, "plans", SESSION, AT);
    Observe observe =
        new Observe(
            ID,
            Observation.ofDepartment(
                ReactionTrigger.SURVEY_CLOSED,
                "survey/1",
                "readiness",
                Map.of("responses.rate", 0.9, "answers.jobWorry", 4.0)),
            AT);
    ConsiderGate consider = new ConsiderGate(ID, LATER);
    AddMember add = new AddMember(ID, JOOST, AT);
    RemoveMember remove = new RemoveMember(ID, SANNE, AT);
    HoldRollout hold = new HoldRollout(ID, SamplePlan.WRITER, "Talk first", AT);
    ReleaseRollout release = new ReleaseRollout(ID, SamplePlan.WRITER, "Talked", AT);
    WaiveCondition waive =
        new WaiveCondition(
            ID,
            StageName.ANNOUNCE,
            START.plan().stages().get(0).gate().needs().get(0),
            SamplePlan.WRITER,
            "Too few people",
            AT);
    AnswerReaction answer = new AnswerReaction(ID, "job-fear", "survey/1", null, AT);
    NoteUntrained untrained = new NoteUntrained(ID, "plans", SANNE, AT);
    NoteConcerns concerns = new NoteConcerns(ID, new ConcernCount(2, 1), AT);
    PauseRollout pause = new PauseRollout(ID, AT);
    ResumeRollout resume = new ResumeRollout(ID, AT);
    CancelRollout cancel = new CancelRollout(ID, AT);
    LetMemberGo go = new LetMemberGo(ID, SANNE, LATER);
    NoteSegments segments = new NoteSegments(ID, SANNE, Set.of("some"), AT);
    OfferHelp offer = new OfferHelp(ID, SANNE, AT);
    WithdrawHelp withdraw = new WithdrawHelp(ID, SANNE, AT);
    ActivityPlan forSome =
        new ActivityPlan(
            "some",
            ActivityKind.TRAINING,
            "basics",
            0,
            5,
            null,
            null,
            null,
            new Audience(List.of("some")));
    List<RolloutEvent> asking =
        List.of(
            new RolloutStarted(
                ID,
                SamplePlan.COPILOT,
                SamplePlan.FINANCE,
                1,
                new RolloutPlan(
                    START.plan().calendar(), START.plan().stages(), List.of(), null, null, true),
                SamplePlan.OWNER,
                List.of(SANNE),
                List.of(),
                List.of(),
                AT),
            new StageEntered(ID, StageName.ANNOUNCE, AT, null, AT));
    RolloutPlan asked =
        new RolloutPlan(
            START.plan().calendar(),
            List.of(
                new StagePlan(
                    StageName.ANNOUNCE,
                    List.of(),
                    new GatePlan(List.of(), 5, null, List.of(Approver.WORKS_COUNCIL)))),
            List.of());
    List<RolloutEvent> owing =
        List.of(
            new RolloutStarted(
                ID,
                SamplePlan.COPILOT,
                SamplePlan.FINANCE,
                1,
                asked,
                SamplePlan.OWNER,
                List.of(SANNE),
                List.of(),
                List.of(),
                AT),
            new StageEntered(ID, StageName.ANNOUNCE, AT, null, AT));
    AmendRollout amend = new AmendRollout(ID, 2, asked, SamplePlan.OWNER, AT);
    NoteConsultation consulted = new NoteConsultation(ID, 1, true, AT);
    NoteAnswers answers = new NoteAnswers(ID, Set.of(Disclosure.DATA_USED), AT);
    ApproveGate approve =
        new ApproveGate(ID, StageName.ANNOUNCE, Approver.WORKS_COUNCIL, SamplePlan.READER, AT);
    SkipStage skipStage =
        new SkipStage(ID, StageName.ANNOUNCE, SamplePlan.WRITER, "They know it", AT);
    RollBack back =
        new RollBack(ID, StageName.DEMO, StageName.ANNOUNCE, SamplePlan.WRITER, "Again", AT);
    return new ShellTests<>(
            DepartmentRolloutShell.class,
            RolloutCommand.class,
            RolloutEvent.class,
            DepartmentRollout::evolve)
        .with(RULES)
        .begins(START, STARTED)
        .after(STARTED, startActivity, rollout -> rollout.startActivity(startActivity, RULES))
        .after(running("basics"), endActivity, rollout -> rollout.endActivity(endActivity, RULES))
        .after(running("licences"), finishTask, rollout -> rollout.finishTask(finishTask, RULES))
        .after(STARTED, skip, rollout -> rollout.skipActivity(skip, RULES))
        .after(running("plans"), sessions, rollout -> rollout.noteSessions(sessions, RULES))
        .after(
            and(running("plans"), new SessionsNoted(ID, "plans", List.of(), List.of(SANNE), AT)),
            extra,
            rollout -> rollout.noteExtraSession(extra))
        .after(
            and(running("plans"), new SessionsNoted(ID, "plans", List.of(SESSION), List.of(), AT)),
            over,
            rollout -> rollout.noteSessionOver(over, RULES))
        .after(running("readiness"), observe, rollout -> rollout.observe(observe, RULES))
        .after(
            and(
                STARTED,
                new ReactionAsked(
                    ID,
                    "job-fear",
                    "survey.closed",
                    "survey/1",
                    "readiness",
                    null,
                    new TreeMap<>(),
                    START.plan().reactions().get(0).then(),
                    null,
                    1,
                    null,
                    AT)),
            answer,
            rollout -> rollout.answerReaction(answer, RULES))
        .after(
            and(STARTED, new PersonTrained(ID, "plans", SANNE, AT)),
            untrained,
            rollout -> rollout.noteUntrained(untrained, RULES))
        .after(STARTED, concerns, rollout -> rollout.noteConcerns(concerns, RULES))
        .after(STARTED, consider, rollout -> rollout.considerGate(consider, RULES))
        .after(STARTED, add, rollout -> rollout.addMember(add, RULES))
        .after(STARTED, remove, rollout -> rollout.removeMember(remove, RULES))
        .after(
            and(STARTED, new MemberLeaving(ID, SANNE, AT, AT)),
            go,
            rollout -> rollout.letMemberGo(go, RULES))
        .after(
            and(
                STARTED,
                new ActivityPlanned(ID, forSome, AT, AT),
                new ActivityStarted(ID, forSome, List.of(), LATER, AT)),
            segments,
            rollout -> rollout.noteSegments(segments, RULES))
        .after(asking, offer, rollout -> rollout.offerHelp(offer, RULES))
        .after(
            and(asking, new ChampionOffered(ID, SANNE, AT)),
            withdraw,
            rollout -> rollout.withdrawHelp(withdraw))
        .after(STARTED, hold, rollout -> rollout.hold(hold, RULES))
        .after(
            and(STARTED, new RolloutHeld(ID, SamplePlan.WRITER, "Talk first", AT)),
            release,
            rollout -> rollout.release(release, RULES))
        .after(STARTED, waive, rollout -> rollout.waive(waive, RULES))
        .after(STARTED, amend, rollout -> rollout.amend(amend, RULES))
        .after(STARTED, consulted, rollout -> rollout.noteConsultation(consulted, RULES))
        .after(owing, answers, rollout -> rollout.noteAnswers(answers, RULES))
        .after(owing, approve, rollout -> rollout.approve(approve, RULES))
        .after(STARTED, skipStage, rollout -> rollout.skipStage(skipStage, RULES))
        .after(
            and(STARTED, new StageEntered(ID, StageName.DEMO, AT, null, AT)),
            back,
            rollout -> rollout.rollBack(back, RULES))
        .after(STARTED, pause, rollout -> rollout.pause(pause))
        .after(
            and(STARTED, new RolloutPaused(ID, AT)),
            resume,
            rollout -> rollout.resume(resume, RULES))
        .after(STARTED, cancel, rollout -> rollout.cancel(cancel))
        .all();
  }

  /** An activity of any stage that has started now. */
  private static List<RolloutEvent> running(String activity) {
    return START.plan().stages().stream()
        .flatMap(stage -> stage.activities().stream())
        .filter(one -> one.id().equals(activity))
        .findFirst()
        .map(
            one ->
                and(
                    STARTED,
                    new ActivityPlanned(ID, one, AT, AT),
                    new ActivityStarted(
                        ID, one, List.of(SANNE), Instant.parse("2027-01-25T16:00:00Z"), AT)))
        .orElseThrow();
  }

  private static List<RolloutEvent> and(List<RolloutEvent> some, RolloutEvent... more) {
    List<RolloutEvent> all = new ArrayList<>(some);
    all.addAll(List.of(more));
    return all;
  }
}
