package org.uitrol.domain.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.domain.rollout.OneDepartment.ID;
import static org.uitrol.domain.rollout.OneDepartment.MONDAY;
import static org.uitrol.domain.rollout.OneDepartment.attendance;
import static org.uitrol.domain.rollout.OneDepartment.completed;
import static org.uitrol.domain.rollout.OneDepartment.surveyClosed;
import static org.uitrol.domain.testing.Meetings.OTHER_SESSION;
import static org.uitrol.domain.testing.Meetings.SESSION;
import static org.uitrol.domain.testing.Plans.CALENDAR;
import static org.uitrol.domain.testing.Plans.OWNER;
import static org.uitrol.domain.testing.Plans.READER;
import static org.uitrol.domain.testing.Plans.WRITER;
import static org.uitrol.domain.testing.Plans.action;
import static org.uitrol.domain.testing.Plans.activity;
import static org.uitrol.domain.testing.Plans.announcement;
import static org.uitrol.domain.testing.Plans.gate;
import static org.uitrol.domain.testing.Plans.person;
import static org.uitrol.domain.testing.Plans.presentation;
import static org.uitrol.domain.testing.Plans.reacting;
import static org.uitrol.domain.testing.Plans.stage;
import static org.uitrol.domain.testing.Plans.stages;
import static org.uitrol.domain.testing.Plans.survey;
import static org.uitrol.domain.testing.Plans.task;
import static org.uitrol.domain.testing.Plans.training;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.uitrol.domain.rollout.RolloutCommand.AddMember;
import org.uitrol.domain.rollout.RolloutCommand.AmendRollout;
import org.uitrol.domain.rollout.RolloutCommand.ApproveGate;
import org.uitrol.domain.rollout.RolloutCommand.CancelRollout;
import org.uitrol.domain.rollout.RolloutCommand.ConsiderGate;
import org.uitrol.domain.rollout.RolloutCommand.EndActivity;
import org.uitrol.domain.rollout.RolloutCommand.FinishTask;
import org.uitrol.domain.rollout.RolloutCommand.HoldRollout;
import org.uitrol.domain.rollout.RolloutCommand.LetMemberGo;
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
import org.uitrol.domain.rollout.RolloutCommand.WaiveCondition;
import org.uitrol.domain.rollout.RolloutCommand.WithdrawHelp;
import org.uitrol.domain.rollout.RolloutEvent.ActivityDone;
import org.uitrol.domain.rollout.RolloutEvent.GateOpened;
import org.uitrol.domain.rollout.RolloutEvent.ReactionFired;
import org.uitrol.domain.rollout.RolloutEvent.StageRolledBack;
import org.uitrol.domain.rollout.audience.MemberRules;
import org.uitrol.domain.rollout.audience.MemberRules.Joiner;
import org.uitrol.domain.rollout.audience.MemberRules.Mover;
import org.uitrol.domain.rollout.audience.MemberRules.Returner;
import org.uitrol.domain.rollout.gate.Approver;
import org.uitrol.domain.rollout.gate.GatePlan;
import org.uitrol.domain.rollout.reaction.ActionPlan.Kind;
import org.uitrol.domain.rollout.reaction.ReactionPlan;
import org.uitrol.domain.shared.SessionId;
import org.uitrol.domain.testing.Story;

class AnyRollout {

  private static final RolloutPlan PLAN =
      asking(
          reacting(
              stages(
                  stage(
                      StageName.ANNOUNCE,
                      gate(1, 5, "responses.rate >= 0.4"),
                      announcement("news"),
                      survey("readiness")),
                  stage(
                      StageName.DEMO,
                      new GatePlan(List.of(), 0, null, List.of(Approver.CHANGE_MANAGER)),
                      presentation("look")),
                  stage(
                      StageName.TRAIN,
                      gate(0, 3, "trained.share >= 0.8"),
                      training("basics"),
                      task("licences")),
                  stage(StageName.GO_LIVE, announcement("live"))),
              new ReactionPlan(
                  "job-fear",
                  "survey.closed",
                  "answers.jobWorry >= 3.5",
                  2,
                  List.of(action(Kind.HOLD, "", 0, 0), action(Kind.PRESENTATION, "talk", 1, 5))),
              new ReactionPlan(
                  "missed",
                  "attendance.recorded",
                  "!attended",
                  1,
                  List.of(action(Kind.MAIL, "another-date", 1, 0))),
              new ReactionPlan(
                  "begin", "stage.entered", null, 1, List.of(action(Kind.MAIL, "welcome", 0, 0)))));
  private static final RolloutPlan SHORTER =
      new RolloutPlan(
          CALENDAR,
          List.of(
              stage(StageName.ANNOUNCE, announcement("news")),
              stage(StageName.TRAIN, training("basics"))),
          List.of(),
          StageName.TRAIN);
  private static final List<String> ACTIVITIES =
      List.of(
          "news",
          "readiness",
          "look",
          "basics",
          "licences",
          "live",
          "job-fear.1.2",
          "job-fear.2.2",
          "begin.1.1",
          "news.again-2",
          "readiness.again-2",
          "look.again-2");
  private static final List<StageName> STAGES = List.of(StageName.values());

  /** With rules of every kind about who comes and goes. */
  private static RolloutPlan asking(RolloutPlan plan) {
    return new RolloutPlan(
        plan.calendar(),
        plan.stages(),
        plan.reactions(),
        null,
        new MemberRules(Joiner.NEXT_STAGE, Mover.WITH_WHAT_IS_DONE, 2, Returner.CONTINUES),
        true);
  }

  private record Step(int kind, int activity, int person, boolean option, int hours) {}

  @Property(tries = 1000)
  void goes_through_its_stages_in_order_with_nothing_left_open(@ForAll("steps") List<Step> steps) {
    Story<DepartmentRollout, RolloutCommand, RolloutEvent> story =
        new Story<>(OneDepartment::decide, DepartmentRollout::evolve);
    story.play(OneDepartment.start(3, PLAN));
    Instant at = MONDAY;
    for (Step step : steps) {
      at = at.plusSeconds(3600L * step.hours());
      DepartmentRollout before = story.state().orElseThrow();

      List<RolloutEvent> events = story.play(command(step, at));

      DepartmentRollout now = story.state().orElseThrow();
      if (events.stream().noneMatch(StageRolledBack.class::isInstance)) {
        assertThat(STAGES.indexOf(now.stage()))
            .isGreaterThanOrEqualTo(STAGES.indexOf(before.stage()));
      }
      assertThat(now.activities().values())
          .filteredOn(activity -> activity.stage() != now.stage())
          .allSatisfy(
              activity -> assertThat(activity.progress()).isEqualTo(ActivityState.Progress.OVER));
      assertThat(now.holds()).doesNotHaveDuplicates();
      assertThat(now.members())
          .containsAll(now.book().champions())
          .containsAll(now.book().waiting())
          .containsAll(now.book().leaving().keySet());
      if (now.status() == RolloutStatus.RUNNING) {
        assertThat(now.setAside()).isEmpty();
      }
      if (events.stream().anyMatch(GateOpened.class::isInstance)) {
        assertThat(now.holds()).isEmpty();
        assertThat(now.concerns().mustAnswer()).isZero();
        assertThat(now.status()).isNotEqualTo(RolloutStatus.PAUSED);
      }
      if (before.isOver()) {
        assertThat(now.status()).isEqualTo(before.status());
        assertThat(now.stage()).isEqualTo(before.stage());
      }
    }
    List<String> ended =
        story.events().stream()
            .filter(ActivityDone.class::isInstance)
            .map(event -> ((ActivityDone) event).activity())
            .toList();
    assertThat(ended).doesNotHaveDuplicates();
    assertThat(story.events().stream().filter(ReactionFired.class::isInstance).toList())
        .extracting(event -> ((ReactionFired) event).reaction() + ((ReactionFired) event).cause())
        .doesNotHaveDuplicates();
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 56),
            Arbitraries.integers().between(0, ACTIVITIES.size() - 1),
            Arbitraries.integers().between(1, 4),
            Arbitraries.of(true, false),
            Arbitraries.frequency(Tuple.of(6, 0), Tuple.of(3, 5), Tuple.of(2, 24), Tuple.of(1, 96)))
        .as(Step::new)
        .list()
        .ofMaxSize(60);
  }

  private static RolloutCommand command(Step step, Instant at) {
    String activity = ACTIVITIES.get(step.activity());
    SessionId session = step.option() ? SESSION : OTHER_SESSION;
    return switch (step.kind()) {
      case 0 -> step.activity() == 0 ? new CancelRollout(ID, at) : new PauseRollout(ID, at);
      case 1, 2, 3 -> new ResumeRollout(ID, at);
      case 4 -> new HoldRollout(ID, WRITER, step.option() ? "one" : "two", at);
      case 5, 6 -> new ReleaseRollout(ID, WRITER, "done", at);
      case 7, 8 -> new EndActivity(ID, activity, at);
      case 9, 10 -> new FinishTask(ID, activity, at);
      case 11 -> new SkipActivity(ID, activity, WRITER, "old", at);
      case 12, 13, 14 ->
          new NoteSessions(
              ID,
              activity,
              step.option() ? Set.of(SESSION, OTHER_SESSION) : Set.of(),
              Set.of(),
              at);
      case 15, 16, 17, 18 -> new NoteSessionOver(ID, activity, session, at);
      case 19, 20, 21 -> new ConsiderGate(ID, at);
      case 22, 23 -> new AddMember(ID, person(step.person()), at);
      case 24 -> new RemoveMember(ID, person(step.person()), at);
      case 25, 26, 27 ->
          new Observe(ID, attendance(activity, person(step.person()), step.option()), at);
      case 28, 29, 30 -> new Observe(ID, completed(activity, person(step.person())), at);
      case 31, 32, 33 ->
          new Observe(
              ID,
              surveyClosed(
                  activity,
                  "survey/" + activity + step.person(),
                  Map.of(
                      "responses.rate",
                      step.option() ? 0.8 : 0.2,
                      "answers.jobWorry",
                      step.person() * 1.0)),
              at);
      case 34, 35 ->
          new WaiveCondition(
              ID,
              StageName.ANNOUNCE,
              step.option() ? "responses.rate >= 0.4" : "none",
              WRITER,
              "few",
              at);
      case 48 -> new NoteConcerns(ID, new ConcernCount(step.person(), step.option() ? 1 : 0), at);
      case 51, 52 ->
          step.option()
              ? new OfferHelp(ID, person(1), at)
              : new WithdrawHelp(ID, person(step.person()), at);
      case 53 -> new NoteSegments(ID, person(step.person()), Set.of("nurses"), at);
      case 54 -> new LetMemberGo(ID, person(step.person()), at);
      case 55 -> new RemoveMember(ID, person(step.person()), true, at);
      case 56 -> new NoteUntrained(ID, activity, person(step.person()), at);
      case 49, 50 -> new NoteConcerns(ID, ConcernCount.NONE, at);
      case 41, 42 ->
          new AmendRollout(ID, 2 + step.hours() % 3, step.option() ? PLAN : SHORTER, OWNER, at);
      case 43 -> new NoteConsultation(ID, step.person(), step.option(), at);
      case 44, 45 ->
          new ApproveGate(
              ID, StageName.DEMO, Approver.CHANGE_MANAGER, step.option() ? WRITER : READER, at);
      case 46 -> new SkipStage(ID, STAGES.get(step.person() - 1), WRITER, "why", at);
      case 47 ->
          new RollBack(
              ID,
              STAGES.get(step.person() - 1),
              step.option() ? StageName.ANNOUNCE : StageName.DEMO,
              WRITER,
              "why",
              at);
      case 36 -> new NoteExtraSession(ID, activity, session, Set.of(), at);
      default -> new StartActivity(ID, activity, at);
    };
  }
}
