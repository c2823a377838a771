package org.uitrol.golden;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.uitrol.domain.adoption.LookReason;
import org.uitrol.domain.adoption.UsageEvent.UsageImported;
import org.uitrol.domain.adoption.UsageLayout;
import org.uitrol.domain.adoption.UsageLookEvent.UseLookedAt;
import org.uitrol.domain.campaign.CampaignEvent;
import org.uitrol.domain.campaign.CampaignEvent.AmendmentDropped;
import org.uitrol.domain.campaign.CampaignEvent.CampaignAmended;
import org.uitrol.domain.campaign.CampaignEvent.CampaignCancelled;
import org.uitrol.domain.campaign.CampaignEvent.CampaignCompleted;
import org.uitrol.domain.campaign.CampaignEvent.CampaignLaunched;
import org.uitrol.domain.campaign.CampaignEvent.CampaignPaused;
import org.uitrol.domain.campaign.CampaignEvent.CampaignResumed;
import org.uitrol.domain.campaign.CampaignEvent.DepartmentAdmitted;
import org.uitrol.domain.campaign.CampaignEvent.DepartmentCompleted;
import org.uitrol.domain.campaign.CampaignEvent.DepartmentsQueued;
import org.uitrol.domain.campaign.CampaignEvent.DossierTaken;
import org.uitrol.domain.campaign.CampaignEvent.PlanApproved;
import org.uitrol.domain.campaign.CampaignEvent.PlanDrafted;
import org.uitrol.domain.campaign.CampaignEvent.PlanReturned;
import org.uitrol.domain.campaign.CampaignEvent.PlanSubmitted;
import org.uitrol.domain.campaign.CampaignEvent.QuestionAnswered;
import org.uitrol.domain.campaign.CampaignEvent.ReactionDenied;
import org.uitrol.domain.campaign.CampaignEvent.ReactionGranted;
import org.uitrol.domain.campaign.CampaignEvent.StageReached;
import org.uitrol.domain.campaign.CampaignEvent.WaveMembers;
import org.uitrol.domain.campaign.CampaignEvent.WaveScheduled;
import org.uitrol.domain.campaign.CampaignEvent.WaveStarted;
import org.uitrol.domain.campaign.DossierFormat;
import org.uitrol.domain.campaign.Governance;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.campaign.Plan.After;
import org.uitrol.domain.campaign.Plan.AiKind;
import org.uitrol.domain.campaign.Plan.LoadRule;
import org.uitrol.domain.campaign.Plan.Overflow;
import org.uitrol.domain.campaign.Plan.PrivacyRule;
import org.uitrol.domain.campaign.Plan.Wave;
import org.uitrol.domain.campaign.consultation.ConsultationEvent.AdviceSetAside;
import org.uitrol.domain.campaign.consultation.ConsultationEvent.ConditionMet;
import org.uitrol.domain.campaign.consultation.ConsultationEvent.ConsultationReopened;
import org.uitrol.domain.campaign.consultation.ConsultationEvent.ConsultationSettled;
import org.uitrol.domain.campaign.consultation.ConsultationEvent.CouncilAsked;
import org.uitrol.domain.campaign.consultation.ConsultationEvent.OpinionGiven;
import org.uitrol.domain.campaign.consultation.ConsultationEvent.SuspensionEnded;
import org.uitrol.domain.campaign.consultation.ConsultationRule;
import org.uitrol.domain.campaign.consultation.ConsultationRule.Needs;
import org.uitrol.domain.campaign.consultation.LegalBasis;
import org.uitrol.domain.campaign.consultation.Measure;
import org.uitrol.domain.campaign.consultation.MeasureKind;
import org.uitrol.domain.campaign.consultation.MeasureRule;
import org.uitrol.domain.campaign.consultation.Opinion;
import org.uitrol.domain.campaign.consultation.Suspension;
import org.uitrol.domain.channel.ChannelEvent.ChannelChanged;
import org.uitrol.domain.channel.ChannelEvent.ChannelClosed;
import org.uitrol.domain.channel.ChannelEvent.ChannelMoved;
import org.uitrol.domain.channel.ChannelEvent.ChannelOpened;
import org.uitrol.domain.channel.ChannelEvent.ChannelPaused;
import org.uitrol.domain.channel.ChannelEvent.ChannelResumed;
import org.uitrol.domain.channel.ChannelEvent.ChannelTested;
import org.uitrol.domain.channel.ChannelEvent.SecretRenewed;
import org.uitrol.domain.channel.ChannelEvent.SentAgain;
import org.uitrol.domain.channel.ChannelKind;
import org.uitrol.domain.channel.ChannelTopic;
import org.uitrol.domain.channel.PauseReason;
import org.uitrol.domain.communication.AddressEvent.AddressReleased;
import org.uitrol.domain.communication.AddressEvent.AddressSuppressed;
import org.uitrol.domain.communication.AddressEvent.MailReturned;
import org.uitrol.domain.communication.AddressEvent.Why;
import org.uitrol.domain.communication.DispatchEvent.DispatchBounced;
import org.uitrol.domain.communication.DispatchEvent.DispatchDeferred;
import org.uitrol.domain.communication.DispatchEvent.DispatchFailed;
import org.uitrol.domain.communication.DispatchEvent.DispatchGathered;
import org.uitrol.domain.communication.DispatchEvent.DispatchLeft;
import org.uitrol.domain.communication.DispatchEvent.DispatchPostponed;
import org.uitrol.domain.communication.DispatchEvent.DispatchReleased;
import org.uitrol.domain.communication.DispatchEvent.DispatchRequested;
import org.uitrol.domain.communication.DispatchEvent.DispatchSuppressed;
import org.uitrol.domain.communication.DispatchEvent.DispatchUnknown;
import org.uitrol.domain.communication.DispatchEvent.HandOverBegun;
import org.uitrol.domain.communication.DispatchEvent.HandedOver;
import org.uitrol.domain.communication.DispatchEvent.SendAgainDecided;
import org.uitrol.domain.communication.DispatchEvent.SentWithin;
import org.uitrol.domain.communication.GoalRemindersEvent.GoalRemindersChosen;
import org.uitrol.domain.communication.GoalRemindersEvent.GoalsReminded;
import org.uitrol.domain.communication.Invitation;
import org.uitrol.domain.communication.Invitation.Method;
import org.uitrol.domain.communication.Letter;
import org.uitrol.domain.communication.MailConsentEvent.ConsentGiven;
import org.uitrol.domain.communication.MailConsentEvent.ConsentWithdrawn;
import org.uitrol.domain.communication.MailText;
import org.uitrol.domain.communication.PostponeReason;
import org.uitrol.domain.communication.SuppressReason;
import org.uitrol.domain.communication.Topic;
import org.uitrol.domain.concern.Concern;
import org.uitrol.domain.concern.Concern.Mark;
import org.uitrol.domain.concern.ConcernCategory;
import org.uitrol.domain.concern.ConcernEvent.ConcernAnswered;
import org.uitrol.domain.concern.ConcernEvent.ConcernMarked;
import org.uitrol.domain.concern.ConcernEvent.ConcernOverdue;
import org.uitrol.domain.concern.ConcernEvent.ConcernRaised;
import org.uitrol.domain.concern.ConcernEvent.ConcernReopened;
import org.uitrol.domain.concern.ConcernEvent.ConcernUnmarked;
import org.uitrol.domain.concern.ConcernEvent.ConcernWithdrawn;
import org.uitrol.domain.concern.ConcernEvent.OwnerChanged;
import org.uitrol.domain.concern.ConcernRule;
import org.uitrol.domain.directory.DepartmentEvent.DepartmentNamed;
import org.uitrol.domain.directory.EmployeeEvent.DetailsChanged;
import org.uitrol.domain.directory.EmployeeEvent.EmployeeJoined;
import org.uitrol.domain.directory.EmployeeEvent.EmployeeLeft;
import org.uitrol.domain.directory.EmployeeEvent.EmployeeMoved;
import org.uitrol.domain.directory.EmployeeEvent.EmployeeReturned;
import org.uitrol.domain.directory.EmployeeEvent.ManagerChanged;
import org.uitrol.domain.erasure.DataKind;
import org.uitrol.domain.erasure.ErasureEvent.ErasureApproved;
import org.uitrol.domain.erasure.ErasureEvent.ErasureCarriedOut;
import org.uitrol.domain.erasure.ErasureEvent.ErasureExpired;
import org.uitrol.domain.erasure.ErasureEvent.ErasureRefused;
import org.uitrol.domain.erasure.ErasureEvent.ErasureRepeated;
import org.uitrol.domain.erasure.ErasureEvent.ErasureRequested;
import org.uitrol.domain.erasure.ErasureEvent.ErasureWithdrawn;
import org.uitrol.domain.erasure.ErasureEvent.PersonReadmitted;
import org.uitrol.domain.erasure.ErasureEvent.StepDone;
import org.uitrol.domain.erasure.ErasureGround;
import org.uitrol.domain.erasure.ErasureRefusal;
import org.uitrol.domain.erasure.ErasureStep;
import org.uitrol.domain.followup.FollowUpEvent.FollowUpClosed;
import org.uitrol.domain.followup.FollowUpEvent.FollowUpEscalated;
import org.uitrol.domain.followup.FollowUpEvent.FollowUpOpened;
import org.uitrol.domain.followup.FollowUpEvent.FollowUpReminded;
import org.uitrol.domain.followup.FollowUpEvent.StepSkipped;
import org.uitrol.domain.followup.FollowUpKind;
import org.uitrol.domain.followup.FollowUpOutcome;
import org.uitrol.domain.followup.FollowUpStep;
import org.uitrol.domain.hold.DueItem;
import org.uitrol.domain.hold.DueKind;
import org.uitrol.domain.hold.HoldCause;
import org.uitrol.domain.hold.HoldEvent.DueDiscarded;
import org.uitrol.domain.hold.HoldEvent.DueReleased;
import org.uitrol.domain.hold.HoldEvent.HoldBegan;
import org.uitrol.domain.hold.HoldEvent.HoldReleased;
import org.uitrol.domain.proof.CheckpointEvent.CheckpointAsked;
import org.uitrol.domain.proof.CheckpointEvent.CheckpointRefused;
import org.uitrol.domain.proof.CheckpointEvent.CheckpointSigned;
import org.uitrol.domain.proof.Flaw;
import org.uitrol.domain.rebuild.RebuildEvent.RebuildBegun;
import org.uitrol.domain.rebuild.RebuildEvent.RebuildStopped;
import org.uitrol.domain.rebuild.RebuildEvent.RebuildSwitched;
import org.uitrol.domain.rebuild.StopReason;
import org.uitrol.domain.retention.HeldBack;
import org.uitrol.domain.retention.RetainedKind;
import org.uitrol.domain.retention.RetentionEvent.RetentionRan;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.domain.rollout.ActivityPlan;
import org.uitrol.domain.rollout.ActivityPlan.Reminders;
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
import org.uitrol.domain.rollout.RunningActivity;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.rollout.StagePlan;
import org.uitrol.domain.rollout.audience.Audience;
import org.uitrol.domain.rollout.audience.AudienceRules;
import org.uitrol.domain.rollout.audience.ChampionsPlan;
import org.uitrol.domain.rollout.audience.Criterion;
import org.uitrol.domain.rollout.audience.MemberRules;
import org.uitrol.domain.rollout.audience.MemberRules.Joiner;
import org.uitrol.domain.rollout.audience.MemberRules.Mover;
import org.uitrol.domain.rollout.audience.MemberRules.Returner;
import org.uitrol.domain.rollout.audience.SegmentPlan;
import org.uitrol.domain.rollout.gate.Approver;
import org.uitrol.domain.rollout.gate.Blocker;
import org.uitrol.domain.rollout.gate.Disclosure;
import org.uitrol.domain.rollout.gate.EvidenceCatalog;
import org.uitrol.domain.rollout.gate.Finding;
import org.uitrol.domain.rollout.gate.GatePlan;
import org.uitrol.domain.rollout.reaction.ActionPlan;
import org.uitrol.domain.rollout.reaction.ActionPlan.EscalateTo;
import org.uitrol.domain.rollout.reaction.ReactionPlan;
import org.uitrol.domain.session.Answer;
import org.uitrol.domain.session.CalendarFeedEvent.FeedOpened;
import org.uitrol.domain.session.CalendarFeedEvent.FeedWithdrawn;
import org.uitrol.domain.session.MeetingPlan;
import org.uitrol.domain.session.NoSeat;
import org.uitrol.domain.session.Place;
import org.uitrol.domain.session.Room;
import org.uitrol.domain.session.RoomDayEvent.RoomClosed;
import org.uitrol.domain.session.RoomDayEvent.RoomReleased;
import org.uitrol.domain.session.RoomDayEvent.RoomReopened;
import org.uitrol.domain.session.RoomDayEvent.RoomReserved;
import org.uitrol.domain.session.SessionEvent.AttendanceRecorded;
import org.uitrol.domain.session.SessionEvent.Handover;
import org.uitrol.domain.session.SessionEvent.InvitationAnswered;
import org.uitrol.domain.session.SessionEvent.Origin;
import org.uitrol.domain.session.SessionEvent.PersonWaitlisted;
import org.uitrol.domain.session.SessionEvent.PresenterChanged;
import org.uitrol.domain.session.SessionEvent.SeatReleased;
import org.uitrol.domain.session.SessionEvent.SeatTaken;
import org.uitrol.domain.session.SessionEvent.SessionCancelled;
import org.uitrol.domain.session.SessionEvent.SessionEnded;
import org.uitrol.domain.session.SessionEvent.SessionPlanned;
import org.uitrol.domain.session.SessionEvent.SessionRescheduled;
import org.uitrol.domain.session.Slot;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.AnswerSourceId;
import org.uitrol.domain.shared.CalendarRule;
import org.uitrol.domain.shared.CalendarRule.Closed;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.CertificateId;
import org.uitrol.domain.shared.ChannelId;
import org.uitrol.domain.shared.ConcernId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.DispatchId;
import org.uitrol.domain.shared.DomainEvent;
import org.uitrol.domain.shared.FollowUpId;
import org.uitrol.domain.shared.HistoryId;
import org.uitrol.domain.shared.HoldId;
import org.uitrol.domain.shared.LearnerRecordId;
import org.uitrol.domain.shared.LearningAccountId;
import org.uitrol.domain.shared.ParticipationId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.ResultsId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.RoomDayId;
import org.uitrol.domain.shared.SessionId;
import org.uitrol.domain.shared.SkillPathId;
import org.uitrol.domain.shared.SurveyId;
import org.uitrol.domain.shared.Text;
import org.uitrol.domain.shared.UsageImportId;
import org.uitrol.domain.shared.UsageLookId;
import org.uitrol.domain.simulation.ReplayEvent.ReplayAsked;
import org.uitrol.domain.survey.ParticipationEvent.ParticipationRecorded;
import org.uitrol.domain.survey.SurveyEvent.AnswersBrought;
import org.uitrol.domain.survey.SurveyEvent.PersonInvited;
import org.uitrol.domain.survey.SurveyEvent.PersonUninvited;
import org.uitrol.domain.survey.SurveyEvent.SurveyClosed;
import org.uitrol.domain.survey.SurveyEvent.SurveyOpened;
import org.uitrol.domain.survey.SurveyEvent.SurveyReminded;
import org.uitrol.domain.survey.SurveyPlan;
import org.uitrol.domain.survey.SurveyPlan.Choice;
import org.uitrol.domain.survey.SurveyPlan.Question;
import org.uitrol.domain.survey.result.Band;
import org.uitrol.domain.survey.result.Breakdown;
import org.uitrol.domain.survey.result.ClosedSurvey;
import org.uitrol.domain.survey.result.Group;
import org.uitrol.domain.survey.result.GroupResult;
import org.uitrol.domain.survey.result.QuestionResult;
import org.uitrol.domain.survey.result.ResultSheet;
import org.uitrol.domain.survey.result.ResultsEvent.ResultsTold;
import org.uitrol.domain.survey.result.Score;
import org.uitrol.domain.survey.source.AnswerSourceEvent.AnswersTaken;
import org.uitrol.domain.survey.source.AnswerSourceEvent.SourceClosed;
import org.uitrol.domain.survey.source.AnswerSourceEvent.SourceConnected;
import org.uitrol.domain.survey.source.AnswerSourceEvent.SourceMapped;
import org.uitrol.domain.survey.source.AnswerSourceEvent.SourceSecretRenewed;
import org.uitrol.domain.survey.source.SourceKind;
import org.uitrol.domain.survey.source.SourceMapping;
import org.uitrol.domain.training.Baseline;
import org.uitrol.domain.training.CoursePlan;
import org.uitrol.domain.training.LearnerEvent.CourseBegun;
import org.uitrol.domain.training.LearnerEvent.CourseCompleted;
import org.uitrol.domain.training.LearnerEvent.CourseJudged;
import org.uitrol.domain.training.LearnerEvent.CourseOverdue;
import org.uitrol.domain.training.LearnerEvent.CourseScored;
import org.uitrol.domain.training.LearnerEvent.LearnerEnrolled;
import org.uitrol.domain.training.LearnerEvent.LearnerReminded;
import org.uitrol.domain.training.LearnerEvent.LearnerWithdrawn;
import org.uitrol.domain.training.LearnerEvent.ResultWithdrawn;
import org.uitrol.domain.training.LearningAccountEvent.AccountMatched;
import org.uitrol.domain.training.LearningAccountEvent.AccountReleased;
import org.uitrol.domain.training.PathPlan;
import org.uitrol.domain.training.PathPlan.RolePlan;
import org.uitrol.domain.training.SkillMatrix;
import org.uitrol.domain.training.SkillPathEvent.BaselineFailed;
import org.uitrol.domain.training.SkillPathEvent.BaselinePassed;
import org.uitrol.domain.training.SkillPathEvent.BaselineTold;
import org.uitrol.domain.training.SkillPathEvent.BaselineUnscored;
import org.uitrol.domain.training.SkillPathEvent.CourseCounted;
import org.uitrol.domain.training.SkillPathEvent.CourseDiscounted;
import org.uitrol.domain.training.SkillPathEvent.CoursesDue;
import org.uitrol.domain.training.SkillPathEvent.CoursesSpared;
import org.uitrol.domain.training.SkillPathEvent.PathBegun;
import org.uitrol.domain.training.SkillPathEvent.PathCompleted;
import org.uitrol.domain.training.SkillPathEvent.PathLeft;
import org.uitrol.domain.training.SkillPathEvent.PathReminded;
import org.uitrol.domain.training.SkillPlan;
import org.uitrol.domain.training.SkillRoute;

/**
 * One event of each kind, as it might have happened in a municipality in January 2027. Where a
 * component may be absent there are two: the second, called {@code sparse}, has only what is always
 * there. Where an event got components later, its first file is {@code older}: it is read as it was
 * written, with what now holds for what it doesn't say, and there is another with everything.
 */
final class GoldenEvents {

  private static final String SPARSE = "sparse";
  private static final String FULL = "full";

  private static final CampaignId COPILOT = new CampaignId("copilot-2027");
  private static final DepartmentId FINANCE = new DepartmentId("financien");
  private static final DepartmentId LEGAL = new DepartmentId("juridische-zaken");
  private static final AccountId WRITER = new AccountId("account-7f3a");
  private static final AccountId READER = new AccountId("account-91bc");
  private static final PersonId OWNER = new PersonId("person-0001");
  private static final PersonId SANNE = new PersonId("person-1042");
  private static final PersonId JOOST = new PersonId("person-1043");
  private static final PersonId DIRECTOR = new PersonId("person-0007");
  private static final RolloutId ROLLOUT = new RolloutId("2f6c1f0e-6a55-5d0c-9f39-3c5b2c1d7a01");
  private static final SessionId SESSION = new SessionId("7d1b9c55-0a43-5f3e-8a1f-5f2a4f1e9b02");
  private static final SessionId OTHER = new SessionId("c0a8e2d4-11bb-5c7a-b0d5-9e7f6a3c4d03");
  private static final SurveyId SURVEY = new SurveyId("a4e3d2c1-77aa-5e8b-9c6d-1f0e2d3c4b04");
  private static final LearnerRecordId LEARNER =
      new LearnerRecordId("e5f6a7b8-22cc-5a9d-8b7c-0d1e2f3a4b05");
  private static final FollowUpId FOLLOW_UP =
      new FollowUpId("b1c2d3e4-33dd-5bae-a98f-4c5d6e7f8a06");
  private static final ConcernId CONCERN = new ConcernId("5f1e7c1a-0a6e-4c0b-9a57-2f1d3b8c6e08");
  private static final DispatchId DISPATCH = new DispatchId("d9e8f7a6-44ee-5cbf-8a0b-7e8f9a0b1c07");
  private static final ChannelId CHANNEL = new ChannelId("channel-1");
  private static final AnswerSourceId SOURCE = new AnswerSourceId("answer-source-1");
  private static final DispatchId DIGEST = new DispatchId("e7b8a6c5-55ff-5dc0-9b1c-8f9a0b1c2d08");
  private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
  private static final Instant AT = Instant.parse("2027-01-11T08:00:00Z");

  private static final Room B12 = new Room("b-12", "B.12", 16, null);
  private static final Room ONLINE =
      new Room("online", "Online", 100, "https://vergaderen.gemeente-voorbeeld.example/copilot");
  private static final Place MORNING =
      new Place(LocalDateTime.parse("2027-01-18T09:00"), AMSTERDAM, 60, B12);
  private static final Place AFTERNOON =
      new Place(LocalDateTime.parse("2027-01-19T14:30"), AMSTERDAM, 60, ONLINE);

  private static final ActivityPlan NEWS =
      new ActivityPlan("news", ActivityKind.ANNOUNCEMENT, "why-copilot", 0, 0, null, null);
  private static final ActivityPlan READINESS =
      new ActivityPlan(
          "readiness", ActivityKind.SURVEY, "readiness", 2, 8, new Reminders(3, 2), null);
  private static final ActivityPlan LICENCES =
      new ActivityPlan(
          "licences",
          ActivityKind.TASK,
          "licences",
          0,
          3,
          null,
          text("Wijs licenties toe", "Assign licences"));

  private static final CalendarRule CALENDAR =
      new CalendarRule(
          AMSTERDAM,
          "NL",
          EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
          LocalTime.of(9, 0),
          LocalTime.of(17, 0),
          List.of(
              new Closed(
                  LocalDate.of(2027, 2, 20), LocalDate.of(2027, 2, 28), "Voorjaarsvakantie")));

  private static final SurveyPlan READINESS_QUESTIONS =
      new SurveyPlan(
          text("Hoe sta jij tegenover Copilot?", "How do you feel about Copilot?"),
          text("Vijf minuten.", "Five minutes."),
          List.of(
              new Question(
                  "desire",
                  SurveyPlan.Kind.SCALE,
                  text("Ik wil Copilot gebruiken.", "I want to use Copilot."),
                  5,
                  text("oneens", "disagree"),
                  text("eens", "agree"),
                  List.of(),
                  true,
                  true),
              new Question(
                  "usesAi",
                  SurveyPlan.Kind.CHOICE,
                  text("Gebruik je nu al AI?", "Do you use AI already?"),
                  0,
                  null,
                  null,
                  List.of(
                      new Choice("often", text("Vaak", "Often")),
                      new Choice("never", text("Nooit", "Never"))),
                  false,
                  false),
              new Question(
                  "dullTask",
                  SurveyPlan.Kind.TEXT,
                  text("Welke klus?", "Which chore?"),
                  0,
                  null,
                  null,
                  List.of(),
                  false,
                  false)));

  private static final MeetingPlan PLANS_MEETING =
      new MeetingPlan(
          text("Onze plannen", "Our plans"),
          text("De directeur vertelt.", "The director tells."),
          60,
          List.of("b-12", "online"),
          DIRECTOR,
          3);

  private static final List<StagePlan> STAGES =
      List.of(
          new StagePlan(
              StageName.ANNOUNCE,
              List.of(NEWS, READINESS),
              new GatePlan(List.of("responses.rate >= 0.5"), 10, 30)),
          new StagePlan(StageName.GO_LIVE, List.of(LICENCES), new GatePlan(List.of(), 20, null)));

  private static final List<ReactionPlan> REACTIONS =
      List.of(
          new ReactionPlan(
              "job-fear",
              "survey.closed",
              "answers.jobWorry >= 3.5",
              1,
              List.of(
                  new ActionPlan(ActionPlan.Kind.PRESENTATION, "talk-with-director", null, 0, 8))),
          new ReactionPlan(
              "course-overdue",
              "course.overdue",
              null,
              2,
              List.of(
                  new ActionPlan(ActionPlan.Kind.MAIL, "course-waiting", null, 1, 0),
                  new ActionPlan(ActionPlan.Kind.ESCALATE, "", EscalateTo.MANAGER, 5, 0))));

  private static final Plan PLAN =
      new Plan(
          COPILOT,
          text("Copilot voor iedereen", "Copilot for everyone"),
          "Microsoft 365 Copilot",
          AiKind.GENERATIVE,
          List.of("nl", "en"),
          CALENDAR,
          OWNER,
          new PrivacyRule(5),
          new LoadRule(3),
          List.of(
              new Wave("pilot", LocalDate.of(2027, 1, 11), null, List.of(FINANCE), false),
              new Wave("rest", null, new After("pilot", StageName.GO_LIVE, 10), List.of(), true)),
          STAGES,
          REACTIONS,
          Map.of(
              "why-copilot",
              new MailText(
                  text("Copilot komt", "Copilot is coming"),
                  text("Hallo {{givenName}}", "Hello {{givenName}}"),
                  true)),
          Map.of("readiness", READINESS_QUESTIONS),
          Map.of("ai-plans", PLANS_MEETING),
          courses(),
          List.of(B12, ONLINE),
          Governance.NONE);

  private static final Plan CONSULTED_PLAN =
      new Plan(
          COPILOT,
          text("Copilot voor iedereen", "Copilot for everyone"),
          "Microsoft 365 Copilot",
          AiKind.GENERATIVE,
          List.of("nl", "en"),
          CALENDAR,
          OWNER,
          new PrivacyRule(5),
          new LoadRule(3),
          List.of(
              new Wave("pilot", LocalDate.of(2027, 1, 11), null, List.of(FINANCE), false),
              new Wave("rest", null, new After("pilot", StageName.GO_LIVE, 10), List.of(), true)),
          List.of(
              new StagePlan(
                  StageName.ANNOUNCE,
                  List.of(NEWS),
                  new GatePlan(List.of(), 5, null, List.of(Approver.WORKS_COUNCIL)))),
          REACTIONS,
          Map.of(
              "why-copilot",
              new MailText(
                  text("Copilot komt", "Copilot is coming"),
                  text("Hallo {{givenName}}", "Hello {{givenName}}"),
                  true)),
          Map.of("readiness", READINESS_QUESTIONS),
          Map.of("ai-plans", PLANS_MEETING),
          courses(),
          List.of(B12, ONLINE),
          new Governance(
              new ConsultationRule("Ondernemingsraad", Needs.CONSENT, StageName.DEMO),
              Map.of(Disclosure.DATA_USED, text("Jouw mail.", "Your mail.")),
              Map.of(
                  MeasureKind.ATTENDANCE,
                  new MeasureRule(text("Om te helpen.", "To help."), LegalBasis.PUBLIC_TASK, 12))));

  private static final Plan PLAN_WITH_CONCERNS =
      new Plan(
          COPILOT,
          PLAN.title(),
          PLAN.tool(),
          PLAN.ai(),
          PLAN.languages(),
          CALENDAR,
          OWNER,
          PLAN.privacy(),
          PLAN.load(),
          PLAN.waves(),
          STAGES,
          List.of(),
          Map.of(),
          Map.of(),
          Map.of(),
          Map.of(),
          List.of(),
          Governance.NONE,
          new ConcernRule(4, List.of(ConcernCategory.DATA, ConcernCategory.JOB)));

  private static final Plan PLAN_WITH_LOAD =
      new Plan(
          COPILOT,
          PLAN.title(),
          PLAN.tool(),
          PLAN.ai(),
          PLAN.languages(),
          CALENDAR,
          OWNER,
          PLAN.privacy(),
          new LoadRule(2, 4, 3, Overflow.DIGEST),
          List.of(
              new Wave("pilot", LocalDate.of(2027, 1, 11), null, List.of(), false, 10),
              new Wave("rest", null, new After("pilot", StageName.DEMO, 5, 80), List.of(), true)),
          STAGES,
          List.of(),
          Map.of(),
          Map.of(),
          Map.of(),
          Map.of(),
          List.of(),
          Governance.NONE);

  private static final Finding RATE_FAILS =
      new Finding(
          "responses.rate >= 0.5",
          Finding.Result.FAILS,
          new TreeMap<>(Map.of("responses.rate", 0.375)));
  private static final Finding RATE_HOLDS =
      new Finding(
          "responses.rate >= 0.5",
          Finding.Result.HOLDS,
          new TreeMap<>(Map.of("responses.rate", 0.75)));
  private static final Finding SCORE_UNKNOWN =
      new Finding("readiness.score >= 3.0", Finding.Result.UNKNOWN, new TreeMap<>());

  private GoldenEvents() {}

  /**
   * An event that stands in a file of its own.
   *
   * @param variant what tells it from the other sample of its kind; empty for the main one
   * @param older whether it isn't written like that any more
   */
  record Sample(DomainEvent event, String variant, boolean older) {}

  static List<Sample> all() {
    List<Sample> all = new ArrayList<>();
    campaign(all);
    directory(all);
    rollout(all);
    evidence(all);
    gate(all);
    session(all);
    survey(all);
    results(all);
    learner(all);
    path(all);
    followUp(all);
    concern(all);
    dispatch(all);
    return all;
  }

  private static void campaign(List<Sample> all) {
    older(all, new PlanDrafted(COPILOT, 1, PLAN, WRITER, AT));
    full(all, new PlanDrafted(COPILOT, 2, CONSULTED_PLAN, WRITER, AT));
    all.add(
        new Sample(new PlanDrafted(COPILOT, 2, PLAN_WITH_CONCERNS, WRITER, AT), "concerns", false));
    all.add(new Sample(new PlanDrafted(COPILOT, 2, PLAN_WITH_LOAD, WRITER, AT), "load", false));
    main(all, new PlanSubmitted(COPILOT, 1, WRITER, AT));
    main(all, new PlanReturned(COPILOT, 1, READER, "Week 6 is too full", AT));
    main(all, new PlanApproved(COPILOT, 1, READER, AT));
    main(
        all,
        new CampaignLaunched(
            COPILOT,
            1,
            List.of(
                new WaveMembers("pilot", List.of(FINANCE)),
                new WaveMembers("rest", List.of(LEGAL))),
            WRITER,
            AT));
    main(
        all,
        new CampaignAmended(
            COPILOT, 2, List.of(new WaveMembers("pilot", List.of(FINANCE))), WRITER, AT));
    main(all, new AmendmentDropped(COPILOT, 2, WRITER, "Not before the summer", AT));
    main(all, new CampaignEvent.ConsultationNoted(COPILOT, 1, true, AT));
    main(
        all,
        new QuestionAnswered(
            COPILOT,
            Disclosure.DATA_LEAVES,
            text("Nee, alles blijft in Nederland.", "No, all of it stays in the Netherlands."),
            WRITER,
            AT));
    consultation(all);
    main(all, new WaveScheduled(COPILOT, "pilot", AT, AT));
    main(all, new WaveStarted(COPILOT, "pilot", 1, List.of(FINANCE), AT));
    main(all, new DepartmentsQueued(COPILOT, "rest", List.of(LEGAL), AT));
    main(all, new DepartmentAdmitted(COPILOT, "rest", 1, LEGAL, AT));
    main(all, new StageReached(COPILOT, FINANCE, StageName.GO_LIVE, AT));
    main(all, new DepartmentCompleted(COPILOT, FINANCE, AT));
    main(all, new CampaignPaused(COPILOT, WRITER, "The room is being painted", AT));
    main(all, new CampaignResumed(COPILOT, WRITER, AT));
    main(all, new CampaignCancelled(COPILOT, WRITER, "Another tool was chosen", AT));
    main(all, new CampaignCompleted(COPILOT, AT));
    main(
        all, new DossierTaken(COPILOT, 4711, "nl", DossierFormat.PDF, "ab".repeat(32), WRITER, AT));
  }

  private static void consultation(List<Sample> all) {
    ConsultationRule rule = Objects.requireNonNull(CONSULTED_PLAN.governance().consultation());
    main(
        all,
        new CouncilAsked(
            COPILOT,
            1,
            rule,
            List.of(
                new Measure(
                    MeasureKind.ANSWERS,
                    "readiness",
                    Set.of("desire", "jobWorry"),
                    MeasureRule.USUAL,
                    5),
                new Measure(
                    MeasureKind.ATTENDANCE,
                    "",
                    Set.of("plans"),
                    new MeasureRule(
                        text("Om wie ontbreekt te helpen.", "To help who was away."),
                        LegalBasis.PUBLIC_TASK,
                        12),
                    null)),
            WRITER,
            AT));
    full(
        all,
        new CouncilAsked(
            COPILOT,
            2,
            rule,
            List.of(),
            WRITER,
            AT,
            new Suspension(1, ZoneId.of("Europe/Amsterdam"))));
    main(
        all,
        new OpinionGiven(
            COPILOT,
            1,
            Opinion.AGREES_ON_CONDITIONS,
            List.of("No answers to managers"),
            "A careful plan",
            READER,
            AT));
    main(all, new ConditionMet(COPILOT, 1, 1, "Seen in version 2", READER, AT));
    main(all, new AdviceSetAside(COPILOT, 1, "The ministry asks for it", WRITER, AT, null));
    full(
        all,
        new AdviceSetAside(
            COPILOT, 1, "The ministry asks for it", WRITER, AT, AT.plus(Duration.ofDays(32))));
    main(all, new SuspensionEnded(COPILOT, 1, READER, AT));
    main(all, new ConsultationSettled(COPILOT, 1, AT));
    main(all, new ConsultationReopened(COPILOT, 1, AT));
  }

  private static void directory(List<Sample> all) {
    main(all, new DepartmentNamed(FINANCE, "Financiën", AT));
    main(all, new EmployeeJoined(SANNE, FINANCE, OWNER, AT));
    sparse(all, new EmployeeJoined(SANNE, FINANCE, null, AT));
    main(all, new EmployeeMoved(SANNE, FINANCE, LEGAL, AT));
    main(all, new ManagerChanged(SANNE, OWNER, DIRECTOR, AT));
    sparse(all, new ManagerChanged(SANNE, null, null, AT));
    main(all, new EmployeeLeft(SANNE, LEGAL, AT));
    main(all, new EmployeeReturned(SANNE, FINANCE, AT));
    main(all, new DetailsChanged(SANNE, Set.of("email", "function"), AT));
  }

  private static void rollout(List<Sample> all) {
    older(
        all,
        new RolloutStarted(
            ROLLOUT,
            COPILOT,
            FINANCE,
            1,
            PLAN.rolloutPlan(),
            OWNER,
            List.of(SANNE, JOOST),
            List.of(),
            List.of(Disclosure.values()),
            AT));
    full(
        all,
        new RolloutStarted(
            ROLLOUT,
            COPILOT,
            FINANCE,
            1,
            CONSULTED_PLAN.rolloutPlan(),
            OWNER,
            List.of(SANNE),
            List.of(1),
            List.of(Disclosure.DATA_USED),
            AT));
    main(all, new RolloutAmended(ROLLOUT, 2, CONSULTED_PLAN.rolloutPlan(), OWNER, AT));
    main(all, new PlanChanged(ROLLOUT, 2, OWNER, AT));
    main(all, new ConsultationNoted(ROLLOUT, 2, true, AT));
    main(all, new AnswersNoted(ROLLOUT, List.of(Disclosure.OUTPUT_SEEN_BY), AT));
    main(all, new StageSkipped(ROLLOUT, StageName.DEMO, WRITER, "They have seen it", AT));
    main(
        all,
        new StageRolledBack(
            ROLLOUT, StageName.TRAIN, StageName.DEMO, WRITER, "Nobody remembers it", AT));
    main(all, new GateApproved(ROLLOUT, StageName.DEMO, Approver.WORKS_COUNCIL, READER, AT));
    main(
        all,
        new StageEntered(
            ROLLOUT,
            StageName.ANNOUNCE,
            Instant.parse("2027-01-25T08:00:00Z"),
            Instant.parse("2027-02-22T08:00:00Z"),
            AT));
    sparse(
        all,
        new StageEntered(
            ROLLOUT, StageName.GO_LIVE, Instant.parse("2027-03-25T08:00:00Z"), null, AT));
    main(all, new ActivityPlanned(ROLLOUT, READINESS, Instant.parse("2027-01-13T08:00:00Z"), AT));
    sparse(all, new ActivityPlanned(ROLLOUT, NEWS, AT, AT));
    older(
        all,
        new ActivityStarted(
            ROLLOUT, LICENCES, List.of(SANNE, JOOST), Instant.parse("2027-01-14T16:00:00Z"), AT));
    main(all, new ActivityMissed(ROLLOUT, "news", AT, Instant.parse("2027-01-21T08:00:00Z")));
    main(all, new SessionsNoted(ROLLOUT, "plans", List.of(SESSION, OTHER), List.of(JOOST), AT));
    full(
        all,
        new SessionsNoted(
            ROLLOUT,
            "plans",
            List.of(SESSION),
            List.of(JOOST, SANNE),
            Map.of(JOOST, NoSeat.DAY_OFF),
            AT));
    main(all, new SessionOver(ROLLOUT, "plans", SESSION, AT));
    main(all, new ActivityDone(ROLLOUT, "plans", AT));
    main(all, new ActivitySkipped(ROLLOUT, "plans", WRITER, "They saw it last week", AT));
    main(
        all,
        new MemberJoined(
            ROLLOUT,
            SANNE,
            List.of(new RunningActivity(READINESS, Instant.parse("2027-01-25T16:00:00Z"))),
            AT));
    main(all, new MemberLeft(ROLLOUT, SANNE, AT));
    audiences(all);
    main(
        all,
        new ConditionWaived(
            ROLLOUT,
            StageName.ANNOUNCE,
            "responses.rate >= 0.4",
            WRITER,
            "Only six people work here",
            AT));
    main(all, new ConcernsNoted(ROLLOUT, 3, 2, AT));
    main(
        all,
        new UseNoted(
            ROLLOUT,
            "usage/usage-import-1/2027-01-11T08:00:00Z",
            new TreeMap<>(
                Map.of(EvidenceCatalog.USE_ACTIVE, 0.6, EvidenceCatalog.USE_SUSTAINED, 0.25)),
            AT));
    main(all, new RolloutHeld(ROLLOUT, WRITER, "Talk first", AT));
    sparse(all, new RolloutHeld(ROLLOUT, null, "job-fear", AT));
    main(all, new RolloutReleased(ROLLOUT, WRITER, "The talk has helped", AT));
    main(all, new RolloutPaused(ROLLOUT, AT));
    main(all, new RolloutResumed(ROLLOUT, AT));
    main(all, new RolloutCompleted(ROLLOUT, AT));
    main(all, new RolloutCancelled(ROLLOUT, AT));
  }

  private static void audiences(List<Sample> all) {
    Instant ends = Instant.parse("2027-01-25T16:00:00Z");
    ActivityPlan some =
        new ActivityPlan(
            "practice",
            ActivityKind.TRAINING,
            "practice",
            1,
            8,
            null,
            null,
            null,
            new Audience(List.of("nurses", Audience.CHAMPIONS)));
    AudienceRules rules =
        new AudienceRules(
            Map.of(
                "nurses",
                new SegmentPlan(
                    text("Verpleegkundigen", "Nurses"),
                    Map.of(
                        Criterion.FUNCTION, List.of("Verpleegkundige", "Zorgassistent"),
                        Criterion.EMPLOYMENT, List.of("vast")))),
            new MemberRules(
                Joiner.FROM_STAGE_START, Mover.WITH_WHAT_IS_DONE, 3, Returner.AS_JOINER),
            new ChampionsPlan(text("Ambassadeur", "Champion"), null));
    Plan plan = PLAN_WITH_CONCERNS.withAudience(rules);
    audience(all, new PlanDrafted(COPILOT, 3, plan, WRITER, AT));
    audience(all, new RolloutAmended(ROLLOUT, 3, plan.rolloutPlan(), OWNER, AT));
    audience(all, new ActivityPlanned(ROLLOUT, some, AT, AT));
    audience(all, new ActivityStarted(ROLLOUT, some, List.of(SANNE), List.of(JOOST), ends, AT));
    audience(
        all,
        new MemberJoined(
            ROLLOUT,
            SANNE,
            List.of(new RunningActivity(READINESS, ends)),
            new Arrival(2, true, List.of("training/basics"), List.of("practice")),
            AT));
    main(all, new MemberReached(ROLLOUT, SANNE, List.of(new RunningActivity(some, ends)), AT));
    main(all, new MemberLeaving(ROLLOUT, SANNE, ends, AT));
    main(all, new MemberStayed(ROLLOUT, SANNE, AT));
    main(all, new ChampionOffered(ROLLOUT, SANNE, AT));
    main(all, new ChampionWithdrew(ROLLOUT, SANNE, AT));
  }

  private static void audience(List<Sample> all, DomainEvent event) {
    all.add(new Sample(event, "audience", false));
  }

  private static void evidence(List<Sample> all) {
    main(
        all,
        new EvidenceRecorded(
            ROLLOUT,
            "readiness",
            "survey/" + SURVEY,
            new TreeMap<>(Map.of("responses.count", 9.0, "responses.rate", 0.75)),
            AT));
    main(
        all,
        new EvidenceWithdrawn(
            ROLLOUT,
            "readiness",
            "survey/" + SURVEY,
            List.of("answers.desire", "readiness.score"),
            AT));
    main(all, new PersonTrained(ROLLOUT, "basics", SANNE, AT));
    main(all, new PersonAttended(ROLLOUT, "practice", SANNE, false, AT));
    older(
        all,
        new ReactionFired(
            ROLLOUT,
            "missed-training",
            "attendance/" + SESSION + "/" + SANNE + "/false",
            "practice",
            SANNE,
            new TreeMap<>(Map.of("activity.kind", "training", "attended", false)),
            REACTIONS.get(1).then(),
            "",
            AT));
    full(
        all,
        new ReactionFired(
            ROLLOUT,
            "missed-training",
            "attendance/" + SESSION + "/" + SANNE + "/false",
            "practice",
            SANNE,
            new TreeMap<>(Map.of("activity.kind", "training", "attended", false)),
            REACTIONS.get(1).then(),
            "attendance.recorded",
            AT));
    all.add(
        new Sample(
            new ReactionFired(
                ROLLOUT,
                "job-fear",
                "survey/" + SURVEY,
                "readiness",
                null,
                new TreeMap<>(Map.of("answers.jobWorry", 4.25)),
                REACTIONS.get(0).then(),
                "",
                AT),
            SPARSE,
            true));
    main(
        all,
        new ReactionRefused(
            ROLLOUT,
            "missed-training",
            "attendance/" + SESSION + "/" + SANNE + "/false",
            "practice",
            SANNE,
            RefusalReason.OFTEN_ENOUGH,
            new TreeMap<>(Map.of("attended", false)),
            AT));
    sparse(
        all,
        new ReactionRefused(
            ROLLOUT,
            "job-fear",
            "survey/" + SURVEY,
            "readiness",
            null,
            RefusalReason.CONDITION_UNKNOWN,
            new TreeMap<>(),
            AT));
    asked(all);
  }

  private static void asked(List<Sample> all) {
    String cause = "attendance/" + SESSION + "/" + SANNE + "/false";
    main(
        all,
        new ReactionAsked(
            ROLLOUT,
            "missed-training",
            "attendance.recorded",
            cause,
            "practice",
            SANNE,
            new TreeMap<>(Map.of("attended", false)),
            REACTIONS.get(1).then(),
            new Audience(List.of("counter")),
            3,
            5,
            AT));
    sparse(
        all,
        new ReactionAsked(
            ROLLOUT,
            "job-fear",
            "survey.closed",
            "survey/" + SURVEY,
            "readiness",
            null,
            new TreeMap<>(Map.of("answers.jobWorry", 4.25)),
            REACTIONS.get(0).then(),
            null,
            1,
            null,
            AT));
    main(all, new ReactionGranted(COPILOT, FINANCE, "missed-training", cause, AT));
    main(
        all,
        new ReactionDenied(
            COPILOT, FINANCE, "missed-training", cause, RefusalReason.OFTEN_ENOUGH, AT));
  }

  private static void gate(List<Sample> all) {
    List<Blocker> blockers =
        List.of(
            Blocker.tooEarly(Instant.parse("2027-01-25T08:00:00Z")),
            Blocker.open("readiness"),
            Blocker.of(RATE_FAILS),
            Blocker.of(SCORE_UNKNOWN),
            Blocker.held("job-fear"),
            Blocker.paused());
    main(all, new GateBlocked(ROLLOUT, StageName.ANNOUNCE, blockers, AT));
    main(all, new GateOpened(ROLLOUT, StageName.ANNOUNCE, List.of(RATE_HOLDS), AT));
    main(all, new GateOverdue(ROLLOUT, StageName.ANNOUNCE, List.of(Blocker.of(RATE_FAILS)), AT));
  }

  private static void session(List<Sample> all) {
    main(
        all,
        new SessionPlanned(
            SESSION,
            ROLLOUT,
            "plans",
            ActivityKind.PRESENTATION,
            PLANS_MEETING.title(),
            AFTERNOON,
            DIRECTOR,
            List.of(SANNE, JOOST),
            AT));
    sparse(
        all,
        new SessionPlanned(
            SESSION,
            ROLLOUT,
            "practice",
            ActivityKind.TRAINING,
            Text.of("nl", "Oefenen"),
            MORNING,
            null,
            List.of(),
            AT));
    main(all, new InvitationAnswered(SESSION, ROLLOUT, "plans", SANNE, Answer.DECLINED, AT));
    main(all, new SeatTaken(SESSION, SANNE, 3, Origin.CHOSEN, OTHER, AT));
    sparse(all, new SeatTaken(SESSION, SANNE, 1, Origin.INVITED, null, AT));
    main(all, new PersonWaitlisted(SESSION, JOOST, AT));
    main(all, new SeatReleased(SESSION, SANNE, 4, OTHER, AT));
    sparse(all, new SeatReleased(SESSION, SANNE, 4, null, AT));
    main(all, new SessionRescheduled(SESSION, MORNING, AFTERNOON, 5, List.of(SANNE, JOOST), AT));
    main(
        all,
        new SessionCancelled(
            SESSION, ROLLOUT, "plans", AFTERNOON, "The director is ill", 6, List.of(SANNE), AT));
    main(
        all,
        new AttendanceRecorded(
            SESSION, ROLLOUT, "practice", ActivityKind.TRAINING, SANNE, false, AT));
    main(all, new SessionEnded(SESSION, ROLLOUT, "plans", AT));
    RoomDayId day = RoomDayId.ofRoom("b-12", LocalDate.of(2027, 1, 18));
    main(
        all, new RoomReserved(day, SESSION, new Slot(LocalTime.of(9, 0), LocalTime.of(10, 0)), AT));
    main(all, new RoomReleased(day, SESSION, AT));
    all.add(
        new Sample(
            new SessionPlanned(
                SESSION,
                ROLLOUT,
                "practice",
                ActivityKind.TRAINING,
                Text.of("nl", "Oefenen"),
                MORNING,
                DIRECTOR,
                List.of(SANNE),
                AT,
                "nl"),
            "language",
            false));
    all.add(
        new Sample(
            new SessionRescheduled(
                SESSION, MORNING, AFTERNOON, 5, List.of(SANNE), AT, new Handover(DIRECTOR, null)),
            "handover",
            false));
    main(all, new RoomClosed(day, AT));
    main(all, new RoomReopened(day, AT));
    main(
        all,
        new PresenterChanged(SESSION, new Handover(DIRECTOR, SANNE), 6, List.of(SANNE, JOOST), AT));
    sparse(all, new PresenterChanged(SESSION, new Handover(null, SANNE), 6, List.of(), AT));
  }

  private static void survey(List<Sample> all) {
    main(
        all,
        new SurveyOpened(
            SURVEY,
            ROLLOUT,
            "readiness",
            READINESS_QUESTIONS,
            5,
            List.of(SANNE, JOOST),
            Instant.parse("2027-01-25T16:00:00Z"),
            List.of(Instant.parse("2027-01-18T08:00:00Z"), Instant.parse("2027-01-21T08:00:00Z")),
            AT));
    sparse(
        all,
        new SurveyOpened(
            SURVEY,
            ROLLOUT,
            "readiness",
            new SurveyPlan(Text.of("nl", "Hoe bevalt het?"), null, List.of()),
            5,
            List.of(),
            Instant.parse("2027-01-25T16:00:00Z"),
            List.of(),
            AT));
    main(all, new PersonInvited(SURVEY, SANNE, AT));
    main(all, new PersonUninvited(SURVEY, SANNE, AT));
    main(all, new SurveyReminded(SURVEY, 1, List.of(SANNE, JOOST), AT));
    main(
        all,
        new SurveyClosed(
            SURVEY,
            ROLLOUT,
            "readiness",
            new TreeMap<>(Map.of("answers.jobWorry", 4.25, "responses.rate", 0.75)),
            true,
            AT));
    main(
        all,
        new ParticipationRecorded(
            new ParticipationId("f0e1d2c3-55ff-5dca-9b1c-8f9a0b1c2d08"), SURVEY, SANNE, AT));
    main(all, new AnswersBrought(SURVEY, SOURCE, 3, 12, AT));
    sources(all);
  }

  private static void sources(List<Sample> all) {
    Map<String, String> items = new LinkedHashMap<>();
    items.put("Ik maak me zorgen over mijn baan", "jobWorry");
    items.put("Waar heb je hulp bij nodig?", "help");
    main(
        all,
        new SourceConnected(
            SOURCE,
            COPILOT,
            "readiness",
            SourceKind.MICROSOFT_FORMS,
            "Vragenlijst voor iedereen",
            AT));
    main(
        all,
        new SourceMapped(
            SOURCE,
            COPILOT,
            new SourceMapping("ID", "Tijd van voltooien", "E-mail", "Afdeling", FINANCE, items),
            5,
            AT));
    sparse(
        all,
        new SourceMapped(
            SOURCE,
            COPILOT,
            new SourceMapping("id", "", "", "", null, Map.of("Q1", "help")),
            0,
            AT));
    main(all, new SourceSecretRenewed(SOURCE, COPILOT, AT));
    main(all, new AnswersTaken(SOURCE, COPILOT, 40, 3, 12, 5, 2, AT));
    main(all, new SourceClosed(SOURCE, COPILOT, AT));
  }

  private static void results(List<Sample> all) {
    GroupResult everybody =
        new GroupResult(
            Group.EVERYBODY,
            new Band(10, 14),
            new Score(2.4, 2.7),
            new TreeMap<>(Map.of("1", new Band(0, 4), "2", new Band(3, 7))));
    GroupResult leaders =
        new GroupResult(
            new Group(Breakdown.LEADING, Breakdown.LEADER),
            new Band(5, 9),
            null,
            Collections.emptySortedMap());
    ClosedSurvey closed = new ClosedSurvey(SURVEY, ROLLOUT, 14);
    main(
        all,
        new ResultsTold(
            new ResultsId("c1b2a3d4-1234-5abc-8def-0123456789ab"),
            new CampaignId("copilot-2027"),
            "readiness",
            1,
            List.of(closed),
            READINESS_QUESTIONS,
            5,
            new ResultSheet(
                List.of(
                    new QuestionResult(
                        "jobWorry",
                        List.of(everybody, leaders),
                        new TreeMap<>(Map.of(Breakdown.FUNCTION, 2)),
                        1))),
            AT));
  }

  private static void learner(List<Sample> all) {
    main(
        all,
        new LearnerEnrolled(
            LEARNER,
            ROLLOUT,
            "basics",
            "copilot-basics",
            SANNE,
            Instant.parse("2027-01-25T16:00:00Z"),
            List.of(Instant.parse("2027-01-14T08:00:00Z")),
            AT));
    main(
        all,
        new CourseCompleted(
            LEARNER,
            ROLLOUT,
            "basics",
            "copilot-basics",
            SANNE,
            0.85,
            "csv",
            Instant.parse("2027-01-10T15:30:00Z"),
            AT));
    sparse(
        all,
        new CourseCompleted(
            LEARNER, ROLLOUT, "practice", "copilot-practice", SANNE, null, "attendance", AT, AT));
    full(
        all,
        new CourseCompleted(
            LEARNER,
            ROLLOUT,
            "basics",
            "copilot-basics",
            SANNE,
            null,
            true,
            "xapi/7ccd3322-e1a5-411a-a67d-6a735c76f119",
            AT,
            AT));
    main(all, new LearnerReminded(LEARNER, ROLLOUT, "basics", "copilot-basics", SANNE, 1, AT));
    main(all, new CourseOverdue(LEARNER, ROLLOUT, "basics", "copilot-basics", SANNE, AT));
    main(all, new LearnerWithdrawn(LEARNER, AT));
  }

  private static void path(List<Sample> all) {
    SkillPathId path = new SkillPathId("0a1b2c3d-66aa-5fdb-8c2d-9a0b1c2d3e09");
    Instant due = Instant.parse("2027-02-08T16:00:00Z");
    main(
        all,
        new CourseScored(LEARNER, ROLLOUT, "basics", "copilot-basics", SANNE, 0.9, "api", AT, AT));
    String statement = "xapi/7ccd3322-e1a5-411a-a67d-6a735c76f119";
    main(
        all,
        new CourseBegun(LEARNER, ROLLOUT, "basics", "copilot-basics", SANNE, statement, AT, AT));
    main(
        all,
        new CourseJudged(
            LEARNER, ROLLOUT, "basics", "copilot-basics", SANNE, true, statement, AT, AT));
    main(
        all,
        new ResultWithdrawn(
            LEARNER,
            ROLLOUT,
            "basics",
            "copilot-basics",
            SANNE,
            statement,
            0.6,
            true,
            Instant.parse("2027-01-10T15:30:00Z"),
            AT));
    sparse(
        all,
        new ResultWithdrawn(
            LEARNER, ROLLOUT, "basics", "copilot-basics", SANNE, statement, null, null, null, AT));
    LearningAccountId account = new LearningAccountId("0a1b2c3d-77bb-4fdb-8c2d-9a0b1c2d3e10");
    main(all, new AccountMatched(account, SANNE, AT));
    main(all, new AccountReleased(account, SANNE, AT));
    main(all, new PersonUntrained(ROLLOUT, "basics", SANNE, AT));
    main(
        all,
        new BaselineTold(path, ROLLOUT, "skills", SANNE, "prompting", "prompt-test", true, AT));
    main(all, new CourseDiscounted(path, ROLLOUT, "skills", SANNE, "prompt-basics", AT));
    main(
        all,
        new PathBegun(
            path,
            ROLLOUT,
            "skills",
            "matrix",
            SANNE,
            List.of("clerks"),
            List.of(
                new SkillRoute(
                    "prompting",
                    List.of("prompt-basics", "prompt-more"),
                    new Baseline("prompt-test", 0.7),
                    List.of("prompt-tricks"))),
            due,
            List.of(Instant.parse("2027-01-18T08:00:00Z")),
            AT));
    sparse(
        all,
        new PathBegun(
            path,
            ROLLOUT,
            "skills",
            "matrix",
            SANNE,
            List.of(),
            List.of(new SkillRoute("privacy", List.of("law"), null, List.of())),
            due,
            List.of(),
            AT));
    main(all, new CourseCounted(path, ROLLOUT, "skills", SANNE, "prompt-test", AT));
    main(
        all,
        new BaselinePassed(
            path, ROLLOUT, "skills", SANNE, "prompting", "prompt-test", 0.8, 0.7, AT));
    main(
        all,
        new BaselineFailed(
            path, ROLLOUT, "skills", SANNE, "prompting", "prompt-test", 0.4, 0.7, AT));
    main(
        all,
        new BaselineUnscored(path, ROLLOUT, "skills", SANNE, "prompting", "prompt-test", 0.7, AT));
    main(all, new CoursesDue(path, ROLLOUT, "skills", SANNE, List.of("prompt-basics"), due, AT));
    main(all, new CoursesSpared(path, ROLLOUT, "skills", SANNE, List.of("prompt-more"), AT));
    main(all, new PathReminded(path, ROLLOUT, "skills", SANNE, 1, List.of("prompt-more"), AT));
    main(all, new PathCompleted(path, ROLLOUT, "skills", SANNE, AT));
    main(all, new PathLeft(path, ROLLOUT, "skills", SANNE, List.of("prompt-more"), AT));
    Map<String, SkillPlan> skills = new LinkedHashMap<>();
    skills.put(
        "prompting",
        new SkillPlan(
            text("Vragen stellen", "Prompting"),
            List.of("prompt-basics"),
            new Baseline("prompt-test", 0.7),
            List.of("prompt-tricks")));
    skills.put(
        "privacy", new SkillPlan(text("Privacy", "Privacy"), List.of("law"), null, List.of()));
    PathPlan matrix =
        new PathPlan(
            text("Leerpad", "Path"),
            List.of(
                new RolePlan(List.of("clerks"), List.of("prompting", "privacy")),
                new RolePlan(List.of(), List.of("privacy"))));
    all.add(
        new Sample(
            new PlanDrafted(
                COPILOT,
                3,
                PLAN.withMatrix(new SkillMatrix(skills, Map.of("matrix", matrix))),
                WRITER,
                AT),
            "skills",
            false));
  }

  private static void followUp(List<Sample> all) {
    older(
        all,
        new FollowUpOpened(
            FOLLOW_UP,
            FollowUpKind.CHASE,
            ROLLOUT,
            "practice",
            "missed-training",
            SANNE,
            List.of(
                new FollowUpStep(
                    1, "pick-another-date", null, Instant.parse("2027-01-12T08:00:00Z")),
                new FollowUpStep(
                    2, null, EscalateTo.MANAGER, Instant.parse("2027-01-25T08:00:00Z"))),
            "",
            AT));
    full(
        all,
        new FollowUpOpened(
            FOLLOW_UP,
            FollowUpKind.CHASE,
            ROLLOUT,
            "practice",
            "missed-training",
            SANNE,
            List.of(
                new FollowUpStep(
                    1, "pick-another-date", null, Instant.parse("2027-01-12T08:00:00Z")),
                new FollowUpStep(
                    2, null, EscalateTo.MANAGER, Instant.parse("2027-01-25T08:00:00Z"))),
            "attendance.recorded",
            AT));
    main(
        all,
        new FollowUpReminded(FOLLOW_UP, ROLLOUT, "practice", SANNE, 1, "pick-another-date", AT));
    main(
        all,
        new FollowUpEscalated(FOLLOW_UP, ROLLOUT, "practice", SANNE, 2, EscalateTo.MANAGER, AT));
    main(all, new StepSkipped(FOLLOW_UP, 1, AT));
    main(
        all,
        new FollowUpClosed(
            FOLLOW_UP, FollowUpKind.TASK, ROLLOUT, "licences", OWNER, FollowUpOutcome.DONE, AT));
  }

  private static void concern(List<Sample> all) {
    main(
        all,
        new ConcernRaised(
            CONCERN,
            COPILOT,
            FINANCE,
            Concern.Origin.EMPLOYEE,
            SANNE,
            ConcernCategory.DATA,
            OWNER,
            Mark.RULE,
            Instant.parse("2027-01-18T16:00:00Z"),
            AT));
    sparse(
        all,
        new ConcernRaised(
            CONCERN,
            COPILOT,
            null,
            Concern.Origin.ANONYMOUS,
            null,
            ConcernCategory.TIME,
            OWNER,
            null,
            Instant.parse("2027-01-18T16:00:00Z"),
            AT));
    main(all, new ConcernMarked(CONCERN, Mark.WORKS_COUNCIL, READER, AT));
    main(all, new ConcernUnmarked(CONCERN, WRITER, "Told in the canteen", AT));
    main(all, new ConcernAnswered(CONCERN, 2, true, WRITER, AT));
    main(all, new OwnerChanged(CONCERN, DIRECTOR, WRITER, AT));
    main(all, new ConcernWithdrawn(CONCERN, AT));
    main(all, new ConcernReopened(CONCERN, Instant.parse("2027-01-18T16:00:00Z"), AT));
    main(all, new ConcernOverdue(CONCERN, OWNER, AT));
  }

  private static void dispatch(List<Sample> all) {
    main(
        all,
        new DispatchRequested(
            DISPATCH,
            SANNE,
            new Letter(
                "invitation-changed",
                true,
                ROLLOUT,
                new Topic(Topic.Kind.SESSION, SESSION.value()),
                new TreeMap<>(Map.of("activity", "plans")),
                JOOST,
                new Invitation(
                    SESSION,
                    Method.REQUEST,
                    5,
                    PLANS_MEETING.title(),
                    AFTERNOON,
                    MORNING,
                    "The room is too small"),
                Instant.parse("2027-01-19T13:30:00Z")),
            AT,
            AT));
    sparse(
        all,
        new DispatchRequested(
            DISPATCH,
            SANNE,
            new Letter(
                "why-copilot", false, ROLLOUT, Topic.news(), new TreeMap<>(), null, null, null),
            AT,
            AT));
    main(
        all,
        new DispatchPostponed(
            DISPATCH, PostponeReason.LOAD, Instant.parse("2027-01-12T08:00:00Z"), AT));
    main(all, new DispatchSuppressed(DISPATCH, SuppressReason.NO_LONGER_TRUE, AT));
    main(all, new HandOverBegun(DISPATCH, 1, AT));
    main(all, new HandedOver(DISPATCH, 1, AT));
    main(all, new DispatchDeferred(DISPATCH, 1, "451", Instant.parse("2027-01-11T08:05:00Z"), AT));
    main(all, new DispatchFailed(DISPATCH, 1, "550", AT));
    main(all, new DispatchUnknown(DISPATCH, 1, AT));
    main(all, new DispatchBounced(DISPATCH, "5.1.1", AT));
    main(all, new SendAgainDecided(DISPATCH, WRITER, AT));
    main(all, new DispatchLeft(DISPATCH, WRITER, AT));
    main(all, new DispatchReleased(DISPATCH, AT));
    main(all, new DispatchGathered(DISPATCH, DIGEST, AT));
    main(all, new SentWithin(DISPATCH, DIGEST, AT));
    main(all, new ConsentWithdrawn(SANNE, AT));
    main(all, new GoalRemindersChosen(SANNE, 2, AT, AT));
    sparse(all, new GoalRemindersChosen(SANNE, 0, null, AT));
    main(all, new GoalsReminded(SANNE, 3, AT, AT));
    main(all, new ConsentGiven(SANNE, AT));
    main(all, new FeedOpened(SANNE, 2, AT));
    main(all, new FeedWithdrawn(SANNE, 2, AT));
    main(all, new MailReturned(SANNE, DISPATCH, true, "5.1.1", AT, AT));
    main(all, new AddressSuppressed(SANNE, Why.WRONG, "5.1.1", AT));
    main(all, new AddressReleased(SANNE, WRITER, AT));
    Set<ChannelTopic> topics = Set.of(ChannelTopic.STAGE_ENTERED, ChannelTopic.CAMPAIGN_LAUNCHED);
    main(
        all,
        new ChannelOpened(
            CHANNEL,
            ChannelKind.WEBHOOK,
            "Helpdesk",
            "hooks.example.org",
            "nl",
            topics,
            WRITER,
            AT));
    main(all, new ChannelChanged(CHANNEL, "Helpdesk", "en", topics, WRITER, AT));
    main(all, new ChannelMoved(CHANNEL, "events.example.org", WRITER, AT));
    main(all, new SecretRenewed(CHANNEL, WRITER, AT));
    main(all, new ChannelPaused(CHANNEL, PauseReason.ASKED, WRITER, AT));
    main(all, new ChannelResumed(CHANNEL, WRITER, AT));
    main(all, new ChannelClosed(CHANNEL, WRITER, AT));
    main(all, new ChannelTested(CHANNEL, WRITER, AT));
    main(all, new SentAgain(CHANNEL, "event-1042", WRITER, AT));
    checkpoints(all);
    main(
        all,
        new UsageImported(
            new UsageImportId("usage-import-1"),
            UsageLayout.COPILOT_GRAPH_V2,
            LocalDate.of(2027, 1, 10),
            112,
            871,
            14,
            3,
            5,
            AT));
    main(
        all,
        new UseLookedAt(
            new UsageLookId("look-1"),
            new CampaignId("copilot-2027"),
            SANNE,
            WRITER,
            LookReason.COACHING,
            AT));
    main(
        all,
        new ReplayAsked(new CampaignId("copilot-2027"), 2, "5f2b", AT, WRITER, AT.plusSeconds(60)));
    sparse(
        all,
        new ReplayAsked(
            new CampaignId("copilot-2027"), null, "5f2b", AT, WRITER, AT.plusSeconds(60)));
    main(
        all,
        new ErasureRequested(
            SANNE, 2, ErasureGround.OBJECTS, WRITER, OWNER, AT.plus(Duration.ofDays(14)), AT));
    sparse(
        all,
        new ErasureRequested(
            SANNE, 1, ErasureGround.LEFT_LONG_AGO, null, null, AT.plus(Duration.ofDays(14)), AT));
    main(all, new ErasureApproved(SANNE, 2, READER, AT));
    sparse(all, new ErasureApproved(SANNE, 1, null, AT));
    main(all, new ErasureRefused(SANNE, 1, ErasureRefusal.DISPUTE, WRITER, AT));
    main(all, new ErasureWithdrawn(SANNE, 1, WRITER, AT));
    main(all, new ErasureExpired(SANNE, 1, AT));
    main(
        all,
        new StepDone(
            SANNE,
            2,
            ErasureStep.MAIL,
            Map.of(DataKind.MAIL_COPIES, 31, DataKind.INBOUND_MAILS, 2),
            AT));
    main(all, new ErasureCarriedOut(SANNE, 2, new CertificateId("certificate-1"), AT));
    main(all, new ErasureRepeated(SANNE, 2, AT, AT.plus(Duration.ofDays(14))));
    main(all, new PersonReadmitted(SANNE, WRITER, AT));
    main(
        all,
        new RetentionRan(
            RetainedKind.USAGE,
            AT,
            AT.plus(Duration.ofDays(14)),
            214,
            Map.of(HeldBack.CAMPAIGN_NEEDS_IT, 30),
            AT.plus(Duration.ofDays(14)),
            AT));
    main(all, new RebuildBegun("view.rollout", "run-1", WRITER, AT));
    main(all, new RebuildSwitched("view.rollout", "run-1", 5210, 4800, 61, 2, 1, AT));
    main(all, new RebuildStopped("view.rollout", "run-1", StopReason.FAILED, AT));
    hold(all);
  }

  private static void hold(List<Sample> all) {
    List<DueItem> items =
        List.of(
            new DueItem(DueKind.MAIL, "dispatch-1"),
            new DueItem(DueKind.TIMER, "survey-close/survey-1/"));
    AccountId by = new AccountId("account-1");
    main(all, new HoldBegan(HoldId.OWN, 1, HoldCause.OLDER, AT));
    main(all, new DueReleased(HoldId.OWN, 1, items, "still needed", by, AT));
    main(all, new DueDiscarded(HoldId.OWN, 1, items, "still needed", by, AT));
    main(
        all,
        new HoldReleased(HoldId.OWN, 1, Map.of(DueKind.MAIL, 12), "all looked through", by, AT));
  }

  private static void checkpoints(List<Sample> all) {
    main(
        all,
        new CheckpointAsked(HistoryId.OWN, 3, WRITER, Instant.parse("2027-01-12T02:30:00Z"), AT));
    sparse(all, new CheckpointAsked(HistoryId.OWN, 1, null, null, AT));
    main(
        all,
        new CheckpointSigned(
            HistoryId.OWN,
            3,
            1200,
            1234,
            "a".repeat(64),
            "b".repeat(64),
            "c".repeat(64),
            "d".repeat(64),
            "MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=",
            "c2lnbmF0dXJl",
            AT));
    main(all, new CheckpointRefused(HistoryId.OWN, 3, Flaw.Kind.MISSING, 57, 55, AT));
  }

  private static Map<String, CoursePlan> courses() {
    Map<String, CoursePlan> courses = new LinkedHashMap<>();
    courses.put(
        "copilot-basics",
        new CoursePlan(
            text("Copilot: de basis", "Copilot: the basics"),
            null,
            "https://leren.gemeente-voorbeeld.example/copilot-basis"));
    courses.put(
        "copilot-practice",
        new CoursePlan(
            text("Oefenen", "Practise"),
            new MeetingPlan(text("Oefenen", "Practise"), null, 120, List.of("b-12"), null, 3),
            null));
    return courses;
  }

  private static Text text(String nl, String en) {
    Map<String, String> in = new LinkedHashMap<>();
    in.put("nl", nl);
    in.put("en", en);
    return new Text(in);
  }

  private static void main(List<Sample> all, DomainEvent event) {
    all.add(new Sample(event, "", false));
  }

  private static void older(List<Sample> all, DomainEvent event) {
    all.add(new Sample(event, "", true));
  }

  private static void full(List<Sample> all, DomainEvent event) {
    all.add(new Sample(event, FULL, false));
  }

  private static void sparse(List<Sample> all, DomainEvent event) {
    all.add(new Sample(event, SPARSE, false));
  }
}
