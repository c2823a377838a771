package org.uitrol.application.shared.process;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.uitrol.application.proof.CheckpointSchedule;
import org.uitrol.application.rollout.Audiences;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.DueWork;
import org.uitrol.application.shared.TimerKey;
import org.uitrol.application.shared.TimerKey.Kind;
import org.uitrol.application.shared.WakeUps;
import org.uitrol.domain.campaign.CampaignCommand.StartWave;
import org.uitrol.domain.campaign.consultation.ConsultationCommand.EndSuspension;
import org.uitrol.domain.communication.GoalRemindersCommand.RemindOfGoals;
import org.uitrol.domain.concern.ConcernCommand.CheckConcern;
import org.uitrol.domain.erasure.ErasureCommand.ExpireErasure;
import org.uitrol.domain.followup.FollowUpCommand.TakeStep;
import org.uitrol.domain.proof.CheckpointCommand.AskCheckpoint;
import org.uitrol.domain.rollout.RolloutCommand.ConsiderGate;
import org.uitrol.domain.rollout.RolloutCommand.EndActivity;
import org.uitrol.domain.rollout.RolloutCommand.LetMemberGo;
import org.uitrol.domain.session.SessionCommand.EndSession;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.Command;
import org.uitrol.domain.shared.ConcernId;
import org.uitrol.domain.shared.FollowUpId;
import org.uitrol.domain.shared.HistoryId;
import org.uitrol.domain.shared.LearnerRecordId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SessionId;
import org.uitrol.domain.shared.SkillPathId;
import org.uitrol.domain.shared.SurveyId;
import org.uitrol.domain.survey.SurveyCommand.CloseSurvey;
import org.uitrol.domain.survey.SurveyCommand.RemindOfSurvey;
import org.uitrol.domain.training.LearnerCommand.CheckDeadline;
import org.uitrol.domain.training.LearnerCommand.RemindLearner;
import org.uitrol.domain.training.SkillPathCommand.RemindOfPath;

/** Turns a timer that is due into the command that it stands for. The aggregate checks again. */
@Component
public class WakeAggregates implements WakeUps {

  private static final Actor ACTOR = Actor.timer();

  private final CommandDesk desk;
  private final Audiences audiences;

  private final CheckpointSchedule checkpoints;
  private final Map<Kind, DueWork> works = new EnumMap<>(Kind.class);

  /**
   * @param works what takes more than a command
   */
  public WakeAggregates(
      CommandDesk desk, Audiences audiences, CheckpointSchedule checkpoints, List<DueWork> works) {
    this.desk = desk;
    this.audiences = audiences;
    this.checkpoints = checkpoints;
    works.forEach(work -> this.works.put(work.kind(), work));
  }

  @Override
  public void wake(String text, Instant due, Instant now) {
    TimerKey key = TimerKey.of(text);
    DueWork work = works.get(key.kind());
    if (work == null) {
      desk.send(command(key, now), ACTOR);
    } else {
      work.wake(key, due, now);
    }
  }

  private Command command(TimerKey key, Instant now) {
    return switch (key.kind()) {
      case WAVE -> new StartWave(new CampaignId(key.id()), key.part(), now);
      case ACTIVITY_START -> audiences.start(new RolloutId(key.id()), key.part(), now);
      case ACTIVITY_END -> new EndActivity(new RolloutId(key.id()), key.part(), now);
      case GATE -> new ConsiderGate(new RolloutId(key.id()), now);
      case SURVEY_REMINDER ->
          new RemindOfSurvey(new SurveyId(key.id()), Integer.parseInt(key.part()), now);
      case SURVEY_CLOSE -> new CloseSurvey(new SurveyId(key.id()), false, now);
      case SESSION_END -> new EndSession(new SessionId(key.id()), now);
      case COURSE_REMINDER ->
          new RemindLearner(new LearnerRecordId(key.id()), Integer.parseInt(key.part()), now);
      case COURSE_DEADLINE -> new CheckDeadline(new LearnerRecordId(key.id()), now);
      case PATH_REMINDER ->
          new RemindOfPath(new SkillPathId(key.id()), Integer.parseInt(key.part()), now);
      case FOLLOW_UP_STEP ->
          new TakeStep(new FollowUpId(key.id()), Integer.parseInt(key.part()), now);
      case CONCERN_DEADLINE -> new CheckConcern(new ConcernId(key.id()), now);
      case MEMBER_GOES -> new LetMemberGo(new RolloutId(key.id()), new PersonId(key.part()), now);
      case CONSULTATION_SUSPENSION ->
          new EndSuspension(new CampaignId(key.id()), Integer.parseInt(key.part()), now);
      case CHECKPOINT ->
          new AskCheckpoint(
              new HistoryId(key.id()), null, checkpoints.after(now).orElse(null), now);
      case GOAL_REMINDER -> new RemindOfGoals(new PersonId(key.id()), now);
      case ERASURE_EXPIRY -> new ExpireErasure(new PersonId(key.id()), now);
      case ERASURE_STEP, RETENTION ->
          throw new IllegalStateException("nothing here does " + key.text());
    };
  }
}
