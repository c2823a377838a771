package org.uitrol.adapters.web.me;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.uitrol.adapters.security.SignedLinks;
import org.uitrol.application.campaign.Plans;
import org.uitrol.application.campaign.view.CampaignRow;
import org.uitrol.application.campaign.view.CampaignStore;
import org.uitrol.application.directory.view.DepartmentRow;
import org.uitrol.application.directory.view.DirectoryStore;
import org.uitrol.application.followup.view.FollowUpRow;
import org.uitrol.application.followup.view.FollowUpStore;
import org.uitrol.application.rollout.MemberForecasts;
import org.uitrol.application.rollout.view.ActivityRow;
import org.uitrol.application.rollout.view.RolloutRow;
import org.uitrol.application.rollout.view.RolloutStore;
import org.uitrol.application.session.view.InvitationRow;
import org.uitrol.application.session.view.SeatRow;
import org.uitrol.application.session.view.SessionRow;
import org.uitrol.application.session.view.SessionStore;
import org.uitrol.application.survey.view.SurveyStore;
import org.uitrol.application.training.view.LearnerRow;
import org.uitrol.application.training.view.LearnerStore;
import org.uitrol.domain.followup.FollowUpKind;
import org.uitrol.domain.rollout.RolloutStatus;
import org.uitrol.domain.rollout.audience.ChampionsPlan;
import org.uitrol.domain.rollout.gate.Disclosure;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SessionId;
import org.uitrol.domain.shared.Text;
import org.uitrol.domain.training.CoursePlan;
import org.uitrol.domain.training.LearnerRecord;

/** Gathers what is planned for one person. */
@Component
class OwnPlans {

  private final SessionStore sessions;
  private final SurveyStore surveys;
  private final LearnerStore learners;
  private final OwnPaths paths;
  private final FollowUpStore followUps;
  private final RolloutStore rollouts;
  private final CampaignStore campaigns;
  private final DirectoryStore directory;
  private final Plans plans;
  private final MemberForecasts forecasts;
  private final SignedLinks links;

  OwnPlans(
      SessionStore sessions,
      SurveyStore surveys,
      LearnerStore learners,
      OwnPaths paths,
      FollowUpStore followUps,
      RolloutStore rollouts,
      CampaignStore campaigns,
      DirectoryStore directory,
      Plans plans,
      MemberForecasts forecasts,
      SignedLinks links) {
    this.sessions = sessions;
    this.surveys = surveys;
    this.learners = learners;
    this.paths = paths;
    this.followUps = followUps;
    this.rollouts = rollouts;
    this.campaigns = campaigns;
    this.directory = directory;
    this.plans = plans;
    this.forecasts = forecasts;
    this.links = links;
  }

  OwnPlan of(PersonId person, Instant now) {
    List<OwnSession> all = sessions(person, now);
    List<OwnSession> past = new ArrayList<>(all.stream().filter(one -> !one.toCome()).toList());
    Collections.reverse(past);
    List<OwnSession> toCome = all.stream().filter(OwnSession::toCome).toList();
    List<OwnSurvey> open = surveys(person, now);
    List<OwnCourse> courses = courses(person);
    List<OwnPath> ways = paths.of(person, courses);
    List<OwnCourse> others =
        courses.stream().filter(one -> paths.path(one.learner()).isEmpty()).toList();
    List<OwnCourse> inOrder =
        Stream.concat(ways.stream().flatMap(OwnPath::toFollow), others.stream()).toList();
    List<OwnTask> tasks = tasks(person);
    return new OwnPlan(
        next(toCome, open, inOrder, tasks),
        toCome,
        past,
        open,
        others,
        ways,
        tasks,
        rollouts(person));
  }

  private List<OwnSession> sessions(PersonId person, Instant now) {
    List<InvitationRow> invitations = sessions.ofPerson(person);
    return invitations.stream().map(one -> session(one, invitations, person, now)).toList();
  }

  /** Who missed a session, or it was called off, may go another time, unless they do already. */
  private OwnSession session(
      InvitationRow invitation, List<InvitationRow> all, PersonId person, Instant now) {
    OwnSession.State state = OwnSession.state(invitation, now);
    boolean mayGoElsewhere =
        switch (state) {
          case UNANSWERED, ACCEPTED, TENTATIVE, DECLINED, WAITING -> true;
          case MISSED, CANCELLED ->
              all.stream().noneMatch(other -> isSeatInSame(invitation, other, now));
          case ATTENDED, OVER -> false;
        };
    SessionId session = invitation.session().session();
    List<SessionRow> others =
        mayGoElsewhere ? sessions.alternatives(session, person, now) : List.of();
    boolean mayWait = mayGoElsewhere && mayWait(invitation, all, now);
    return new OwnSession(
        invitation,
        state,
        others,
        mayWait ? sessions.full(session, person, now) : List.of(),
        invitation.seat().waiting() ? turn(session, person) : 0,
        OwnSession.canCheckIn(invitation, now));
  }

  /** Nobody waits for a seat who has one, or waits already: one and the same person needs one. */
  private static boolean mayWait(InvitationRow one, List<InvitationRow> all, Instant now) {
    return all.stream()
        .noneMatch(
            other ->
                isSeatInSame(one, other, now)
                    || (isSame(one, other)
                        && OwnSession.state(other, now) == OwnSession.State.WAITING));
  }

  /** Whether somebody without a seat may wait for one at that date of what they are invited to. */
  boolean mayWaitFor(SessionId session, PersonId person, Instant now) {
    return sessions(person, now).stream()
        .flatMap(one -> one.full().stream())
        .anyMatch(row -> row.session().equals(session));
  }

  private static boolean isSame(InvitationRow one, InvitationRow other) {
    return other.session().rollout().equals(one.session().rollout())
        && other.session().activity().equals(one.session().activity());
  }

  private static boolean isSeatInSame(InvitationRow one, InvitationRow other, Instant now) {
    OwnSession.State state = OwnSession.state(other, now);
    return isSame(one, other)
        && (state == OwnSession.State.ATTENDED
            || (other.seat().holdsSeat()
                && !OwnSession.isBegun(other.session(), now)
                && state != OwnSession.State.CANCELLED));
  }

  private int turn(SessionId session, PersonId person) {
    List<PersonId> waiting =
        sessions.seats(session).stream().filter(SeatRow::waiting).map(SeatRow::person).toList();
    return waiting.indexOf(person) + 1;
  }

  private List<OwnSurvey> surveys(PersonId person, Instant now) {
    return surveys.openOf(person, now).stream()
        .map(
            survey ->
                new OwnSurvey(
                    survey, links.survey(person, survey.survey(), survey.closesAt()).getRawPath()))
        .toList();
  }

  private List<OwnCourse> courses(PersonId person) {
    return learners.ofPerson(person).stream()
        .filter(learner -> learner.state() != LearnerRecord.State.WITHDRAWN)
        .map(this::course)
        .toList();
  }

  OwnCourse course(LearnerRow learner) {
    Optional<CoursePlan> course =
        rollouts
            .find(learner.rollout())
            .map(row -> plans.inForce(row.campaign(), row.planVersion()).courses())
            .map(courses -> courses.get(learner.course()));
    return new OwnCourse(
        learner,
        course.map(CoursePlan::title).orElse(Text.of("en", learner.course())),
        course.map(one -> one.classroom() == null).orElse(false),
        paths.isTest(learner),
        Links.web(course.map(CoursePlan::link).orElse(null)));
  }

  private List<OwnTask> tasks(PersonId person) {
    return followUps.ofPerson(person).stream()
        .filter(followUp -> followUp.open() && followUp.kind() == FollowUpKind.TASK)
        .map(this::task)
        .toList();
  }

  private OwnTask task(FollowUpRow followUp) {
    Optional<ActivityRow> activity = rollouts.activity(followUp.rollout(), followUp.activity());
    @Nullable Text task = activity.map(ActivityRow::task).orElse(null);
    return new OwnTask(
        followUp,
        task == null ? Text.of("en", followUp.activity()) : task,
        department(followUp.rollout()),
        activity.map(ActivityRow::endsAt).orElse(null));
  }

  private String department(RolloutId rollout) {
    return rollouts
        .find(rollout)
        .map(
            row ->
                directory
                    .department(row.department())
                    .map(DepartmentRow::name)
                    .orElse(row.department().value()))
        .orElse("");
  }

  private List<OwnRollout> rollouts(PersonId person) {
    return rollouts.ofPerson(person).stream()
        .filter(row -> row.status() != RolloutStatus.CANCELLED)
        .flatMap(row -> rollout(row, person).stream())
        .toList();
  }

  private Optional<OwnRollout> rollout(RolloutRow row, PersonId person) {
    return campaigns
        .find(row.campaign())
        .map(
            campaign ->
                new OwnRollout(
                    row.rollout(),
                    campaign.title(),
                    campaign.tool(),
                    row.stage(),
                    row.completedAt() != null,
                    answers(row, campaign),
                    help(row, person)));
  }

  private OwnRollout.@Nullable Help help(RolloutRow row, PersonId person) {
    ChampionsPlan champions =
        plans.inForce(row.campaign(), row.planVersion()).audienceRules().champions();
    if (champions == null || !forecasts.asksForChampions(row.rollout())) {
      return null;
    }
    return new OwnRollout.Help(
        champions.title(), champions.about(), forecasts.champions(row.rollout()).contains(person));
  }

  /** Whether somebody takes part in a rollout. */
  boolean takesPart(PersonId person, RolloutId rollout) {
    return rollouts.ofPerson(person).stream().anyMatch(row -> row.rollout().equals(rollout));
  }

  private Map<Disclosure, Text> answers(RolloutRow row, CampaignRow campaign) {
    return plans
        .plan(row.campaign(), row.planVersion())
        .governance()
        .answersWith(campaign.answers());
  }

  private static @Nullable NextStep next(
      List<OwnSession> toCome,
      List<OwnSurvey> surveys,
      List<OwnCourse> courses,
      List<OwnTask> tasks) {
    Stream<NextStep> answers =
        toCome.stream()
            .filter(one -> one.state() == OwnSession.State.UNANSWERED)
            .map(
                one ->
                    new NextStep(
                        NextStep.Kind.ANSWER,
                        one.session().title(),
                        "#session-" + one.session().session(),
                        one.place().startsAt().toInstant()));
    Stream<NextStep> questions =
        surveys.stream()
            .map(
                one ->
                    new NextStep(
                        NextStep.Kind.SURVEY,
                        one.survey().title(),
                        one.path(),
                        one.survey().closesAt()));
    Stream<NextStep> lessons =
        courses.stream()
            .filter(one -> one.open() && one.online())
            .map(
                one ->
                    new NextStep(
                        one.test() ? NextStep.Kind.TEST : NextStep.Kind.COURSE,
                        one.title(),
                        "#course-" + one.learner().learnerRecord(),
                        one.dueAt()));
    Stream<NextStep> duties =
        tasks.stream()
            .filter(one -> one.dueAt() != null)
            .map(
                one ->
                    new NextStep(
                        NextStep.Kind.TASK,
                        one.task(),
                        "#task-" + one.followUp().followUp(),
                        one.dueAt()));
    return Stream.of(answers, questions, lessons, duties)
        .flatMap(steps -> steps)
        .min(Comparator.comparing(NextStep::dueAt))
        .orElse(null);
  }
}
