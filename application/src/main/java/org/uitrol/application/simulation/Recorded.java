package org.uitrol.application.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.TimerKey;
import org.uitrol.application.shared.TimerKey.Kind;
import org.uitrol.domain.campaign.CampaignEvent.PlanDrafted;
import org.uitrol.domain.campaign.CampaignEvent.WaveStarted;
import org.uitrol.domain.campaign.consultation.ConsultationEvent.SuspensionEnded;
import org.uitrol.domain.concern.ConcernEvent.ConcernOverdue;
import org.uitrol.domain.directory.EmployeeEvent;
import org.uitrol.domain.followup.FollowUpEvent.FollowUpEscalated;
import org.uitrol.domain.followup.FollowUpEvent.FollowUpReminded;
import org.uitrol.domain.followup.FollowUpEvent.StepSkipped;
import org.uitrol.domain.rollout.RolloutEvent.ActivityDone;
import org.uitrol.domain.rollout.RolloutEvent.ActivityMissed;
import org.uitrol.domain.rollout.RolloutEvent.ActivityStarted;
import org.uitrol.domain.rollout.RolloutEvent.GateBlocked;
import org.uitrol.domain.rollout.RolloutEvent.GateOpened;
import org.uitrol.domain.rollout.RolloutEvent.GateOverdue;
import org.uitrol.domain.rollout.RolloutEvent.MemberLeft;
import org.uitrol.domain.rollout.RolloutEvent.StageEntered;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.session.SessionEvent.SessionEnded;
import org.uitrol.domain.shared.DomainEvent;
import org.uitrol.domain.shared.Id;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SurveyId;
import org.uitrol.domain.survey.SurveyEvent.SurveyClosed;
import org.uitrol.domain.survey.SurveyEvent.SurveyReminded;
import org.uitrol.domain.training.LearnerEvent.CourseOverdue;
import org.uitrol.domain.training.LearnerEvent.LearnerReminded;
import org.uitrol.domain.training.SkillPathEvent.PathReminded;

/**
 * What happened, as it was written down. Moments never go back in it: of what was written down a
 * little later than something that happened after it, the moment is that of the later one.
 */
final class Recorded {

  private final List<Happened> history;
  private final List<Instant> moments = new ArrayList<>();
  private final Landmarks landmarks = new Landmarks((what, at) -> {});
  private final Map<SurveyId, SurveyClosed> closed = new HashMap<>();
  private final Map<String, List<Moment>> rung = new HashMap<>();
  private final Map<String, List<Moment>> unclear = new HashMap<>();
  private final Map<RolloutId, StageEntered> stages = new HashMap<>();
  private final Set<String> streams = new HashSet<>();
  private final Set<PersonId> people = new HashSet<>();

  Recorded(List<Happened> history) {
    this.history = List.copyOf(history);
    Instant latest = Instant.MIN;
    @Nullable Happened before = null;
    for (Happened happened : history) {
      Instant at = happened.what().at();
      latest = at.isAfter(latest) ? at : latest;
      moments.add(latest);
      landmarks.add(happened);
      streams.add(happened.stream());
      if (happened.what() instanceof StageEntered entered) {
        stages.put(entered.rollout(), entered);
      } else if (happened.what() instanceof SurveyClosed one) {
        closed.put(one.survey(), one);
      } else if (happened.what() instanceof EmployeeEvent employee) {
        people.add(employee.person());
      } else if (happened.what() instanceof PlanDrafted drafted) {
        people.add(drafted.plan().owner());
        drafted.plan().meetings().values().stream()
            .flatMap(meeting -> meeting.leads().stream())
            .forEach(lead -> people.add(lead.person()));
      }
      if (happened.actor().equals(Actor.timer().value()) && !isSequel(before, happened)) {
        Moment moment = new Moment(latest, happened.place());
        Optional<String> key = timer(happened);
        key.ifPresent(one -> rung.computeIfAbsent(one, none -> new ArrayList<>()).add(moment));
        if (key.isEmpty() || happened.what() instanceof GateBlocked) {
          unclear.computeIfAbsent(happened.stream(), none -> new ArrayList<>()).add(moment);
        }
      }
      before = happened;
    }
  }

  /** The event with that index and what came of the same command after it. */
  List<Happened> decided(int index) {
    int end = index + 1;
    while (end < history.size() && isSequel(history.get(end - 1), history.get(end))) {
      end++;
    }
    return history.subList(index, end);
  }

  private static boolean isSequel(@Nullable Happened before, Happened happened) {
    return before != null
        && before.stream().equals(happened.stream())
        && before.cause().equals(happened.cause());
  }

  /** The timer that must have rung for an event. */
  private Optional<String> timer(Happened happened) {
    DomainEvent event = happened.what();
    if (event instanceof WaveStarted one) {
      return key(Kind.WAVE, one.campaign(), one.wave());
    } else if (event instanceof ActivityStarted one) {
      return key(Kind.ACTIVITY_START, one.rollout(), one.activity().id());
    } else if (event instanceof ActivityMissed one) {
      return key(Kind.ACTIVITY_START, one.rollout(), one.activity());
    } else if (event instanceof ActivityDone one) {
      return key(Kind.ACTIVITY_END, one.rollout(), one.activity());
    } else if (event instanceof GateBlocked one) {
      return gate(one.rollout(), one.stage(), one.at());
    } else if (event instanceof GateOpened one) {
      return gate(one.rollout(), one.stage(), one.at());
    } else if (event instanceof GateOverdue one) {
      return gate(one.rollout(), one.stage(), one.at());
    } else if (event instanceof MemberLeft one) {
      return key(Kind.MEMBER_GOES, one.rollout(), one.person().value());
    } else if (event instanceof SurveyReminded one) {
      return key(Kind.SURVEY_REMINDER, one.survey(), "" + one.number());
    } else if (event instanceof SurveyClosed one) {
      return key(Kind.SURVEY_CLOSE, one.survey(), "");
    }
    return timerOfSomebody(event);
  }

  /** Of the two timers of a gate the later one that was due. */
  private Optional<String> gate(RolloutId rollout, StageName stage, Instant at) {
    StageEntered entered = stages.get(rollout);
    Instant most = entered == null ? null : entered.mostUntil();
    boolean late = most != null && !at.isBefore(most);
    return key(Kind.GATE, rollout, stage.key() + (late ? ".most" : ".least"));
  }

  private static Optional<String> timerOfSomebody(DomainEvent event) {
    if (event instanceof SessionEnded one) {
      return key(Kind.SESSION_END, one.session(), "");
    } else if (event instanceof LearnerReminded one) {
      return key(Kind.COURSE_REMINDER, one.learnerRecord(), "" + one.number());
    } else if (event instanceof CourseOverdue one) {
      return key(Kind.COURSE_DEADLINE, one.learnerRecord(), "");
    } else if (event instanceof PathReminded one) {
      return key(Kind.PATH_REMINDER, one.path(), "" + one.number());
    } else if (event instanceof FollowUpReminded one) {
      return key(Kind.FOLLOW_UP_STEP, one.followUp(), "" + one.number());
    } else if (event instanceof FollowUpEscalated one) {
      return key(Kind.FOLLOW_UP_STEP, one.followUp(), "" + one.number());
    } else if (event instanceof StepSkipped one) {
      return key(Kind.FOLLOW_UP_STEP, one.followUp(), "" + one.number());
    } else if (event instanceof ConcernOverdue one) {
      return key(Kind.CONCERN_DEADLINE, one.concern(), "");
    } else if (event instanceof SuspensionEnded one) {
      return key(Kind.CONSULTATION_SUSPENSION, one.campaign(), "" + one.version());
    }
    return Optional.empty();
  }

  private static Optional<String> key(Kind kind, Id id, String part) {
    return Optional.of(new TimerKey(kind, id.value(), part).text());
  }

  List<Happened> history() {
    return history;
  }

  /** When the event with that index happened, never before what stands before it. */
  Moment moment(int index) {
    return new Moment(moments.get(index), history.get(index).place());
  }

  Landmarks landmarks() {
    return landmarks;
  }

  boolean hasStream(Id stream) {
    return streams.contains(stream.value());
  }

  /** What a survey told; empty when it wasn't closed. */
  Optional<SurveyClosed> closed(SurveyId survey) {
    return Optional.ofNullable(closed.get(survey));
  }

  /** Everybody whom a plan or a department has. */
  Set<PersonId> people() {
    return Set.copyOf(people);
  }

  /**
   * When a timer rang in fact: the application may have been late, or down. Empty when nothing was
   * recorded of it: nothing was left to do, or it hadn't rung yet.
   */
  Optional<Moment> rang(String key, Instant due) {
    return rung.getOrDefault(key, List.of()).stream()
        .filter(moment -> !moment.at().isBefore(due))
        .findFirst();
  }

  /**
   * When a timer may have rung of which the record doesn't say which one it was: in a pause, for
   * instance, whatever is due changes no more than what keeps the gate closed.
   */
  Optional<Moment> mayHaveRung(String key, Instant due) {
    return unclear.getOrDefault(TimerKey.of(key).id(), List.of()).stream()
        .filter(moment -> !moment.at().isBefore(due))
        .findFirst();
  }
}
