package org.uitrol.application.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.adoption.process.TellRolloutsOfUse;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.simulation.Fact.Asked;
import org.uitrol.application.simulation.Fact.How;
import org.uitrol.application.simulation.Fact.Noted;
import org.uitrol.domain.campaign.CampaignCommand.AmendCampaign;
import org.uitrol.domain.campaign.CampaignCommand.AnswerQuestion;
import org.uitrol.domain.campaign.CampaignCommand.CancelCampaign;
import org.uitrol.domain.campaign.CampaignCommand.LaunchCampaign;
import org.uitrol.domain.campaign.CampaignCommand.PauseCampaign;
import org.uitrol.domain.campaign.CampaignCommand.ResumeCampaign;
import org.uitrol.domain.campaign.CampaignEvent;
import org.uitrol.domain.campaign.CampaignEvent.CampaignAmended;
import org.uitrol.domain.campaign.CampaignEvent.CampaignCancelled;
import org.uitrol.domain.campaign.CampaignEvent.CampaignLaunched;
import org.uitrol.domain.campaign.CampaignEvent.CampaignPaused;
import org.uitrol.domain.campaign.CampaignEvent.CampaignResumed;
import org.uitrol.domain.campaign.CampaignEvent.PlanDrafted;
import org.uitrol.domain.campaign.CampaignEvent.QuestionAnswered;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.campaign.consultation.ConsultationCommand.AcceptCondition;
import org.uitrol.domain.campaign.consultation.ConsultationCommand.ForgoSuspension;
import org.uitrol.domain.campaign.consultation.ConsultationCommand.GiveOpinion;
import org.uitrol.domain.campaign.consultation.ConsultationCommand.SetAdviceAside;
import org.uitrol.domain.campaign.consultation.ConsultationEvent;
import org.uitrol.domain.campaign.consultation.ConsultationEvent.AdviceSetAside;
import org.uitrol.domain.campaign.consultation.ConsultationEvent.ConditionMet;
import org.uitrol.domain.campaign.consultation.ConsultationEvent.OpinionGiven;
import org.uitrol.domain.campaign.consultation.ConsultationEvent.SuspensionEnded;
import org.uitrol.domain.communication.DispatchEvent;
import org.uitrol.domain.communication.DispatchEvent.DispatchBounced;
import org.uitrol.domain.communication.DispatchEvent.DispatchFailed;
import org.uitrol.domain.communication.DispatchEvent.DispatchRequested;
import org.uitrol.domain.communication.DispatchEvent.DispatchSuppressed;
import org.uitrol.domain.concern.Concern.Mark;
import org.uitrol.domain.concern.ConcernCommand.RaiseConcern;
import org.uitrol.domain.concern.ConcernEvent;
import org.uitrol.domain.concern.ConcernEvent.ConcernRaised;
import org.uitrol.domain.directory.DepartmentEvent;
import org.uitrol.domain.directory.EmployeeEvent;
import org.uitrol.domain.followup.FollowUpCommand.CloseFollowUp;
import org.uitrol.domain.followup.FollowUpEvent.FollowUpClosed;
import org.uitrol.domain.rollout.Observation;
import org.uitrol.domain.rollout.RolloutCommand.ApproveGate;
import org.uitrol.domain.rollout.RolloutCommand.HoldRollout;
import org.uitrol.domain.rollout.RolloutCommand.NoteExtraSession;
import org.uitrol.domain.rollout.RolloutCommand.NoteSessions;
import org.uitrol.domain.rollout.RolloutCommand.Observe;
import org.uitrol.domain.rollout.RolloutCommand.OfferHelp;
import org.uitrol.domain.rollout.RolloutCommand.ReleaseRollout;
import org.uitrol.domain.rollout.RolloutCommand.RemoveMember;
import org.uitrol.domain.rollout.RolloutCommand.RollBack;
import org.uitrol.domain.rollout.RolloutCommand.SkipActivity;
import org.uitrol.domain.rollout.RolloutCommand.SkipStage;
import org.uitrol.domain.rollout.RolloutCommand.WaiveCondition;
import org.uitrol.domain.rollout.RolloutCommand.WithdrawHelp;
import org.uitrol.domain.rollout.RolloutEvent;
import org.uitrol.domain.rollout.RolloutEvent.ActivitySkipped;
import org.uitrol.domain.rollout.RolloutEvent.ChampionOffered;
import org.uitrol.domain.rollout.RolloutEvent.ChampionWithdrew;
import org.uitrol.domain.rollout.RolloutEvent.ConditionWaived;
import org.uitrol.domain.rollout.RolloutEvent.GateApproved;
import org.uitrol.domain.rollout.RolloutEvent.MemberLeaving;
import org.uitrol.domain.rollout.RolloutEvent.MemberLeft;
import org.uitrol.domain.rollout.RolloutEvent.ReactionAsked;
import org.uitrol.domain.rollout.RolloutEvent.ReactionFired;
import org.uitrol.domain.rollout.RolloutEvent.ReactionRefused;
import org.uitrol.domain.rollout.RolloutEvent.RolloutHeld;
import org.uitrol.domain.rollout.RolloutEvent.RolloutReleased;
import org.uitrol.domain.rollout.RolloutEvent.SessionsNoted;
import org.uitrol.domain.rollout.RolloutEvent.StageRolledBack;
import org.uitrol.domain.rollout.RolloutEvent.StageSkipped;
import org.uitrol.domain.rollout.RolloutEvent.UseNoted;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.rollout.reaction.ReactionPlan;
import org.uitrol.domain.rollout.reaction.ReactionTrigger;
import org.uitrol.domain.session.RoomDayCommand.CloseRoom;
import org.uitrol.domain.session.RoomDayCommand.ReleaseRoom;
import org.uitrol.domain.session.RoomDayCommand.ReopenRoom;
import org.uitrol.domain.session.RoomDayCommand.ReserveRoom;
import org.uitrol.domain.session.RoomDayEvent;
import org.uitrol.domain.session.RoomDayEvent.RoomClosed;
import org.uitrol.domain.session.RoomDayEvent.RoomReleased;
import org.uitrol.domain.session.RoomDayEvent.RoomReopened;
import org.uitrol.domain.session.RoomDayEvent.RoomReserved;
import org.uitrol.domain.session.Session;
import org.uitrol.domain.session.SessionCommand.AnswerInvitation;
import org.uitrol.domain.session.SessionCommand.AskForSeat;
import org.uitrol.domain.session.SessionCommand.CancelSession;
import org.uitrol.domain.session.SessionCommand.InvitePerson;
import org.uitrol.domain.session.SessionCommand.PlanSession;
import org.uitrol.domain.session.SessionCommand.RearrangeSession;
import org.uitrol.domain.session.SessionCommand.RecordAttendance;
import org.uitrol.domain.session.SessionCommand.ReleaseSeat;
import org.uitrol.domain.session.SessionCommand.TakeSeat;
import org.uitrol.domain.session.SessionEvent;
import org.uitrol.domain.session.SessionEvent.AttendanceRecorded;
import org.uitrol.domain.session.SessionEvent.InvitationAnswered;
import org.uitrol.domain.session.SessionEvent.Origin;
import org.uitrol.domain.session.SessionEvent.PersonWaitlisted;
import org.uitrol.domain.session.SessionEvent.PresenterChanged;
import org.uitrol.domain.session.SessionEvent.SeatReleased;
import org.uitrol.domain.session.SessionEvent.SeatTaken;
import org.uitrol.domain.session.SessionEvent.SessionCancelled;
import org.uitrol.domain.session.SessionEvent.SessionPlanned;
import org.uitrol.domain.session.SessionEvent.SessionRescheduled;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.Command;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.DomainEvent;
import org.uitrol.domain.shared.Holidays;
import org.uitrol.domain.shared.Id;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SessionId;
import org.uitrol.domain.shared.StreamId;
import org.uitrol.domain.shared.WorkingCalendar;
import org.uitrol.domain.survey.Ballot;
import org.uitrol.domain.survey.ParticipationCommand.TakePart;
import org.uitrol.domain.survey.ParticipationEvent.ParticipationRecorded;
import org.uitrol.domain.survey.SurveyCommand.BringUnnamed;
import org.uitrol.domain.survey.SurveyCommand.CloseSurvey;
import org.uitrol.domain.survey.SurveyEvent.AnswersBrought;
import org.uitrol.domain.survey.SurveyEvent.SurveyClosed;
import org.uitrol.domain.training.LearnerCommand.BeginCourse;
import org.uitrol.domain.training.LearnerCommand.CompleteCourse;
import org.uitrol.domain.training.LearnerCommand.TakeResultBack;
import org.uitrol.domain.training.LearnerEvent.CourseBegun;
import org.uitrol.domain.training.LearnerEvent.CourseCompleted;
import org.uitrol.domain.training.LearnerEvent.CourseJudged;
import org.uitrol.domain.training.LearnerEvent.CourseScored;
import org.uitrol.domain.training.LearnerEvent.ResultWithdrawn;

/**
 * Finds the facts in what was recorded: what people did, what came in from elsewhere, and what
 * processes worked out from what a world doesn't have, such as reports of use. Each is told again
 * as what was asked, so that the rules decide anew what comes of it (decision 0040).
 */
final class Retelling {

  private static final Ballot NOTHING_SAID = new Ballot(Map.of());
  private static final String USE = Actor.process(TellRolloutsOfUse.class).value();

  private final World world;
  private final Landmarks here;
  private final @Nullable OtherPlan other;
  private final Holidays holidays;

  /** Sessions as they were in fact, up to the event that is looked at. */
  private final Map<SessionId, Session> sessions = new HashMap<>();

  private final Landmarks there = new Landmarks((what, at) -> {});
  private final Map<String, Map<String, ReactionTrigger>> triggers = new HashMap<>();
  private final Set<String> observed = new HashSet<>();
  private @Nullable Happened before;

  /**
   * @param here what there is in the world
   * @param other the plan under which it is told; null for the recorded ones
   */
  Retelling(World world, Landmarks here, @Nullable OtherPlan other, Holidays holidays) {
    this.world = world;
    this.here = here;
    this.other = other;
    this.holidays = holidays;
  }

  /** What of an event has to be told: nothing when it is decided anew or has no bearing. */
  sealed interface Reading {}

  /** A fact. */
  record Telling(Fact fact) implements Reading {}

  /** Nothing, and nothing is lost by that. */
  record Silence() implements Reading {}

  /** A fact that can't be told again. */
  record Lost(Unknown.Why why) implements Reading {}

  private static final Reading SILENCE = new Silence();

  /**
   * Reads the next event of the record.
   *
   * @param decided the event and what came of the same command after it
   */
  Reading read(List<Happened> decided) {
    Happened happened = decided.get(0);
    boolean sequel =
        before != null
            && before.stream().equals(happened.stream())
            && before.cause().equals(happened.cause())
            && before.actor().equals(happened.actor());
    before = happened;
    Reading reading =
        World.decides(happened.actor()) || (sequel && !happened.actor().equals(USE))
            ? SILENCE
            : fact(telling(decided));
    follow(happened);
    return reading;
  }

  /** The event that says what was asked: what a stage leaves undone comes before its end. */
  private static Happened telling(List<Happened> decided) {
    return decided.stream()
        .filter(one -> one.what() instanceof StageSkipped || one.what() instanceof StageRolledBack)
        .findFirst()
        .orElse(decided.get(0));
  }

  private void follow(Happened happened) {
    there.add(happened);
    if (happened.what() instanceof SessionEvent event) {
      sessions.put(event.session(), Session.evolve(sessions.get(event.session()), event));
    } else if (happened.what() instanceof PlanDrafted drafted) {
      Map<String, ReactionTrigger> known =
          triggers.computeIfAbsent(drafted.campaign().value(), none -> new HashMap<>());
      for (ReactionPlan reaction : drafted.plan().reactions()) {
        ReactionTrigger.of(reaction.on()).ifPresent(on -> known.put(reaction.id(), on));
      }
    }
  }

  private Reading fact(Happened happened) {
    DomainEvent event = happened.what();
    if (event instanceof EmployeeEvent one) {
      return noted(happened, "employee", StreamId.of("employee", one.person()), null, at -> one);
    } else if (event instanceof DepartmentEvent one) {
      return noted(
          happened, "department", StreamId.of("department", one.department()), null, at -> one);
    } else if (event instanceof CampaignEvent one) {
      return campaign(happened, one);
    } else if (event instanceof ConsultationEvent one) {
      return consultation(happened, one);
    } else if (event instanceof RolloutEvent one) {
      return happened.actor().equals(USE) ? use(happened, one) : rollout(happened, one);
    } else if (event instanceof SessionEvent one) {
      return session(happened, one);
    } else if (event instanceof RoomDayEvent one) {
      return room(happened, one);
    } else if (event instanceof ConcernEvent one) {
      return concern(happened, one);
    } else if (event instanceof DispatchEvent one) {
      return dispatch(happened, one);
    }
    return people(happened, event);
  }

  private Reading campaign(Happened happened, CampaignEvent event) {
    StreamId stream = StreamId.of("campaign", event.campaign());
    OtherPlan another = otherOf(event.campaign());
    if (event instanceof PlanDrafted drafted) {
      if (another == null || drafted.version() < another.launched()) {
        return noted(happened, "campaign", stream, null, at -> event);
      }
      PlanDrafted instead = another.insteadOf(drafted);
      return drafted.version() > another.launched()
          ? new Lost(Unknown.Why.AMENDED)
          : noted(happened, "campaign", stream, null, at -> instead);
    } else if (another != null && another.isLater(event)) {
      return new Lost(Unknown.Why.AMENDED);
    } else if (event instanceof CampaignLaunched one) {
      return asked(
          happened, null, at -> new LaunchCampaign(one.campaign(), one.by(), departments(), at));
    } else if (event instanceof CampaignAmended one) {
      return asked(
          happened,
          null,
          at -> new AmendCampaign(one.campaign(), one.version(), one.by(), departments(), at));
    } else if (event instanceof QuestionAnswered one) {
      return asked(
          happened,
          null,
          at -> new AnswerQuestion(one.campaign(), one.question(), one.answer(), one.by(), at));
    } else if (event instanceof CampaignPaused one) {
      return asked(
          happened, null, at -> new PauseCampaign(one.campaign(), one.by(), one.reason(), at));
    } else if (event instanceof CampaignResumed one) {
      return asked(happened, null, at -> new ResumeCampaign(one.campaign(), one.by(), at));
    } else if (event instanceof CampaignCancelled one) {
      return asked(
          happened, null, at -> new CancelCampaign(one.campaign(), one.by(), one.reason(), at));
    }
    return noted(happened, "campaign", stream, null, at -> event);
  }

  /** The plan under which a campaign is told; null for the recorded ones. */
  private @Nullable OtherPlan otherOf(CampaignId campaign) {
    return other != null && other.campaign().equals(campaign) ? other : null;
  }

  /** Every department that is known, with how many people it has. */
  private Map<DepartmentId, Integer> departments() {
    Map<DepartmentId, Integer> sizes = new LinkedHashMap<>();
    here.departments().forEach(one -> sizes.put(one, world.members(one).size()));
    return sizes;
  }

  private Reading consultation(Happened happened, ConsultationEvent event) {
    OtherPlan another = otherOf(event.campaign());
    if (another != null && another.isLater(event)) {
      return new Lost(Unknown.Why.AMENDED);
    }
    String about = Landmarks.stream(StreamId.of("consultation", event.campaign()));
    if (event instanceof OpinionGiven one) {
      return asked(
          happened,
          about,
          at ->
              new GiveOpinion(
                  one.campaign(),
                  one.version(),
                  one.opinion(),
                  one.conditions(),
                  one.remark(),
                  one.by(),
                  at));
    } else if (event instanceof ConditionMet one) {
      return asked(
          happened,
          about,
          at ->
              new AcceptCondition(
                  one.campaign(), one.version(), one.condition(), one.note(), one.by(), at));
    } else if (event instanceof AdviceSetAside one) {
      return asked(
          happened,
          about,
          at -> new SetAdviceAside(one.campaign(), one.version(), one.reason(), one.by(), at));
    } else if (event instanceof SuspensionEnded one && one.by() != null) {
      return asked(
          happened,
          about,
          at ->
              new ForgoSuspension(
                  one.campaign(), one.version(), Objects.requireNonNull(one.by()), at));
    }
    return new Lost(Unknown.Why.NOT_TOLD);
  }

  /** What reports of use say is told as it was told: of whom it is about nothing is known here. */
  private Reading use(Happened happened, RolloutEvent event) {
    if (event instanceof UseNoted one) {
      Observation observation =
          Observation.ofDepartment(ReactionTrigger.USAGE_REPORTED, one.cause(), "", one.facts());
      return asked(happened, rolloutOf(event), at -> new Observe(one.rollout(), observation, at));
    } else if (event instanceof ReactionFired one && one.person() != null) {
      return use(happened, one.rollout(), one.reaction(), one.cause(), one.person());
    } else if (event instanceof ReactionRefused one && one.person() != null) {
      return use(happened, one.rollout(), one.reaction(), one.cause(), one.person());
    } else if (event instanceof ReactionAsked one && one.person() != null) {
      return use(happened, one.rollout(), one.reaction(), one.cause(), one.person());
    }
    return SILENCE;
  }

  private Reading use(
      Happened happened, RolloutId rollout, String reaction, String cause, PersonId person) {
    ReactionTrigger trigger =
        there
            .rollout(rollout)
            .map(started -> triggers.get(started.campaign().value()))
            .map(known -> known.get(reaction))
            .orElse(null);
    if (trigger == null || !trigger.isAboutOnesUse()) {
      return new Lost(Unknown.Why.NOT_TOLD);
    }
    if (!observed.add(rollout + "/" + cause)) {
      return SILENCE;
    }
    Observation observation = Observation.ofPerson(trigger, cause, "", person, Map.of());
    return asked(
        happened,
        Landmarks.stream(rollout),
        at -> new Observe(rollout, observation, world.segments(rollout, person), at));
  }

  private static String rolloutOf(RolloutEvent event) {
    return Landmarks.stream(event.rollout());
  }

  private Reading rollout(Happened happened, RolloutEvent event) {
    RolloutId rollout = event.rollout();
    if (event instanceof GateApproved one) {
      return asked(
          happened,
          stage(rollout, one.stage()),
          at -> new ApproveGate(rollout, one.stage(), one.as(), one.by(), at));
    } else if (event instanceof ConditionWaived one) {
      return asked(
          happened,
          stage(rollout, one.stage()),
          at ->
              new WaiveCondition(
                  rollout, one.stage(), one.condition(), one.by(), one.reason(), at));
    } else if (event instanceof StageSkipped one) {
      return asked(
          happened,
          stage(rollout, one.stage()),
          at -> new SkipStage(rollout, one.stage(), one.by(), one.reason(), at));
    } else if (event instanceof StageRolledBack one) {
      return asked(
          happened,
          stage(rollout, one.from()),
          at -> new RollBack(rollout, one.from(), one.to(), one.by(), one.reason(), at));
    } else if (event instanceof ActivitySkipped one) {
      return asked(
          happened,
          Landmarks.activity(rollout, one.activity()),
          at -> new SkipActivity(rollout, one.activity(), one.by(), one.reason(), at));
    } else if (event instanceof RolloutHeld one && one.by() != null) {
      return asked(
          happened,
          rolloutOf(event),
          at -> new HoldRollout(rollout, Objects.requireNonNull(one.by()), one.reason(), at));
    } else if (event instanceof RolloutReleased one) {
      return asked(
          happened,
          rolloutOf(event),
          at -> new ReleaseRollout(rollout, one.by(), one.reason(), at));
    } else if (event instanceof ChampionOffered one) {
      return asked(happened, rolloutOf(event), at -> new OfferHelp(rollout, one.person(), at));
    } else if (event instanceof ChampionWithdrew one) {
      return asked(happened, rolloutOf(event), at -> new WithdrawHelp(rollout, one.person(), at));
    } else if (event instanceof MemberLeft one) {
      return asked(
          happened, rolloutOf(event), at -> new RemoveMember(rollout, one.person(), true, at));
    } else if (event instanceof MemberLeaving one) {
      return asked(
          happened, rolloutOf(event), at -> new RemoveMember(rollout, one.person(), true, at));
    } else if (event instanceof SessionsNoted one) {
      return asked(happened, Landmarks.activity(rollout, one.activity()), at -> sessions(one, at));
    }
    return new Lost(Unknown.Why.NOT_TOLD);
  }

  /** What a manager planned: the first sessions of an activity, or one more. */
  private Command sessions(SessionsNoted noted, Instant at) {
    Set<SessionId> open =
        world
            .rollout(noted.rollout())
            .map(state -> state.activities().get(noted.activity()))
            .map(state -> state.openSessions())
            .orElse(null);
    List<SessionId> added =
        noted.sessions().stream().filter(one -> open != null && !open.contains(one)).toList();
    return added.size() == 1
        ? new NoteExtraSession(noted.rollout(), noted.activity(), added.get(0), noted.reasons(), at)
        : new NoteSessions(
            noted.rollout(), noted.activity(), Set.copyOf(noted.sessions()), noted.reasons(), at);
  }

  private String stage(RolloutId rollout, StageName stage) {
    return Landmarks.stage(rollout, stage, Math.max(1, there.runs(rollout, stage)));
  }

  private Reading session(Happened happened, SessionEvent event) {
    SessionId id = event.session();
    String about = Landmarks.stream(id);
    if (event instanceof SessionPlanned one) {
      return asked(
          happened,
          Landmarks.activity(one.rollout(), one.activity()),
          at ->
              new PlanSession(
                  id,
                  one.rollout(),
                  one.activity(),
                  one.kind(),
                  one.title(),
                  one.place(),
                  one.presenter(),
                  one.invited(),
                  at,
                  one.language()));
    } else if (event instanceof InvitationAnswered one) {
      return asked(
          happened,
          Landmarks.seat(one.rollout(), one.activity(), one.person()),
          at ->
              seat(id, one.rollout(), one.activity(), one.person())
                  .map(mine -> new AnswerInvitation(mine.id(), one.person(), one.answer(), at))
                  .orElse(null));
    } else if (event instanceof AttendanceRecorded one) {
      return asked(
          happened,
          Landmarks.seat(one.rollout(), one.activity(), one.person()),
          at ->
              seat(id, one.rollout(), one.activity(), one.person())
                  .map(mine -> new RecordAttendance(mine.id(), one.person(), one.attended(), at))
                  .orElse(null));
    } else if (event instanceof SeatTaken one && one.origin() == Origin.CHOSEN) {
      return asked(happened, about, at -> new TakeSeat(id, one.person(), one.from(), at));
    } else if (event instanceof SeatTaken one) {
      return asked(happened, about, at -> seatFor(happened, id, one.person(), at));
    } else if (event instanceof PersonWaitlisted one) {
      return asked(happened, about, at -> seatFor(happened, id, one.person(), at));
    } else if (event instanceof SeatReleased one) {
      return asked(happened, about, at -> new ReleaseSeat(id, one.person(), one.to(), at));
    }
    return arrangement(happened, event, about);
  }

  private Reading arrangement(Happened happened, SessionEvent event, String about) {
    SessionId id = event.session();
    if (event instanceof SessionRescheduled one) {
      return asked(
          happened,
          about,
          at ->
              new RearrangeSession(
                  id,
                  one.place(),
                  one.handover() == null
                      ? world.session(id).map(Session::presenter).orElse(null)
                      : one.handover().presenter(),
                  at));
    } else if (event instanceof PresenterChanged one) {
      return asked(
          happened,
          about,
          at ->
              world
                  .session(id)
                  .map(
                      mine ->
                          new RearrangeSession(id, mine.place(), one.handover().presenter(), at))
                  .orElse(null));
    } else if (event instanceof SessionCancelled one) {
      return asked(happened, about, at -> new CancelSession(id, one.reason(), at));
    }
    return new Lost(Unknown.Why.NOT_TOLD);
  }

  private static Command seatFor(
      Happened happened, SessionId session, PersonId person, Instant at) {
    return happened.actor().startsWith("account:")
        ? new InvitePerson(session, person, at)
        : new AskForSeat(session, person, at);
  }

  /** The session in which somebody has a place here: the recorded one, else one like it. */
  private Optional<Session> seat(
      SessionId recorded, RolloutId rollout, String activity, PersonId person) {
    Optional<Session> same = world.session(recorded).filter(one -> one.knows(person));
    return same.isPresent()
        ? same
        : here.sessions(rollout, activity).stream()
            .flatMap(id -> world.session(id).stream())
            .filter(one -> one.knows(person))
            .findFirst();
  }

  private Reading room(Happened happened, RoomDayEvent event) {
    if (event instanceof RoomReserved one) {
      return asked(
          happened, null, at -> new ReserveRoom(one.roomDay(), one.session(), one.slot(), at));
    } else if (event instanceof RoomReleased one) {
      return asked(happened, null, at -> new ReleaseRoom(one.roomDay(), one.session(), at));
    } else if (event instanceof RoomClosed one) {
      return asked(happened, null, at -> new CloseRoom(one.roomDay(), at));
    } else if (event instanceof RoomReopened one) {
      return asked(happened, null, at -> new ReopenRoom(one.roomDay(), at));
    }
    return new Lost(Unknown.Why.NOT_TOLD);
  }

  /** What was asked is a fact; whether gates wait for the answer is for the plan to say. */
  private Reading concern(Happened happened, ConcernEvent event) {
    if (event instanceof ConcernRaised raised) {
      OtherPlan another = otherOf(raised.campaign());
      if (another != null && another.treatsConcernsAnew()) {
        Plan plan = another.plan();
        return asked(happened, null, at -> raise(raised, plan, at));
      }
    }
    return noted(
        happened,
        "concern",
        event.concern(),
        event instanceof ConcernRaised ? null : Landmarks.stream(event.concern()),
        at -> event);
  }

  private RaiseConcern raise(ConcernRaised raised, Plan plan, Instant at) {
    boolean marked = raised.mark() != null && raised.mark() != Mark.RULE;
    return new RaiseConcern(
        raised.concern(),
        raised.campaign(),
        raised.department(),
        raised.origin(),
        raised.asker(),
        raised.category(),
        plan.owner(),
        plan.concernRule(),
        marked,
        WorkingCalendar.of(plan.calendar(), holidays)
            .deadline(at, plan.concernRule().answerWithin()),
        at);
  }

  /** How a mail fared; a mail that somebody asked for by hand is none of the plan's. */
  private static Reading dispatch(Happened happened, DispatchEvent event) {
    if (event instanceof DispatchRequested) {
      return SILENCE;
    }
    Function<Instant, DomainEvent> told = at -> event;
    if (event instanceof DispatchFailed one) {
      told = at -> new DispatchFailed(one.dispatch(), one.attempt(), one.reply(), at);
    } else if (event instanceof DispatchSuppressed one) {
      told = at -> new DispatchSuppressed(one.dispatch(), one.reason(), at);
    } else if (event instanceof DispatchBounced one) {
      told = at -> new DispatchBounced(one.dispatch(), one.status(), at);
    }
    return noted(happened, "dispatch", event.dispatch(), Landmarks.stream(event.dispatch()), told);
  }

  /** What people did in surveys, courses and tasks. */
  private static Reading people(Happened happened, DomainEvent event) {
    if (event instanceof ParticipationRecorded one) {
      return asked(
          happened,
          Landmarks.stream(one.survey()),
          at -> new TakePart(one.survey(), one.person(), NOTHING_SAID, at));
    } else if (event instanceof AnswersBrought one) {
      return asked(
          happened,
          Landmarks.stream(one.survey()),
          at ->
              new BringUnnamed(
                  one.survey(), one.source(), Collections.nCopies(one.count(), NOTHING_SAID), at));
    } else if (event instanceof SurveyClosed one) {
      return asked(
          happened, Landmarks.stream(one.survey()), at -> new CloseSurvey(one.survey(), true, at));
    } else if (event instanceof FollowUpClosed one) {
      return asked(
          happened,
          Landmarks.stream(one.followUp()),
          at -> new CloseFollowUp(one.followUp(), one.outcome(), at));
    }
    return course(happened, event);
  }

  private static Reading course(Happened happened, DomainEvent event) {
    if (event instanceof CourseBegun one) {
      return asked(
          happened,
          Landmarks.stream(one.learnerRecord()),
          at -> new BeginCourse(one.learnerRecord(), one.source(), one.begunAt(), at));
    } else if (event instanceof CourseCompleted one) {
      return asked(
          happened,
          Landmarks.stream(one.learnerRecord()),
          at ->
              new CompleteCourse(
                  one.learnerRecord(),
                  one.score(),
                  one.passed(),
                  one.source(),
                  one.completedAt(),
                  at));
    } else if (event instanceof CourseScored one) {
      return asked(
          happened,
          Landmarks.stream(one.learnerRecord()),
          at ->
              new CompleteCourse(
                  one.learnerRecord(), one.score(), one.source(), one.completedAt(), at));
    } else if (event instanceof CourseJudged one) {
      return asked(
          happened,
          Landmarks.stream(one.learnerRecord()),
          at ->
              new CompleteCourse(
                  one.learnerRecord(), null, one.passed(), one.source(), one.completedAt(), at));
    } else if (event instanceof ResultWithdrawn one) {
      return asked(
          happened,
          Landmarks.stream(one.learnerRecord()),
          at -> new TakeResultBack(one.learnerRecord(), one.source(), at));
    }
    return Bearing.of(event) ? new Lost(Unknown.Why.NOT_TOLD) : SILENCE;
  }

  /**
   * When a fact is told in the world: when it happened, or as long after what it is about came to
   * be as it was in fact, where that came to be later here. Attendance goes with its session.
   */
  Instant when(Fact fact, Instant recordedAt) {
    if (fact.from().what() instanceof AttendanceRecorded one) {
      Optional<Session> mine = seat(one.session(), one.rollout(), one.activity(), one.person());
      Session recorded = sessions.get(one.session());
      if (mine.isPresent() && recorded != null) {
        Duration after = Duration.between(recorded.place().startsAt().toInstant(), recordedAt);
        return mine.get().place().startsAt().toInstant().plus(after);
      }
    }
    String about = fact.about();
    if (about == null) {
      return recordedAt;
    }
    Optional<Instant> came = here.since(about);
    Optional<Instant> inFact = there.since(about);
    return came.isPresent() && inFact.isPresent() && came.get().isAfter(inFact.get())
        ? recordedAt.plus(Duration.between(inFact.get(), came.get()))
        : recordedAt;
  }

  private static Reading asked(
      Happened from, @Nullable String about, Function<Instant, @Nullable Command> command) {
    return new Telling(new Fact(from, about, new Asked(command)));
  }

  private static Reading noted(
      Happened from,
      String kind,
      Id stream,
      @Nullable String about,
      Function<Instant, DomainEvent> event) {
    How how = new Noted(kind, stream, event);
    return new Telling(new Fact(from, about, how));
  }
}
