package org.uitrol.application.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.simulation.Course.Activity;
import org.uitrol.application.simulation.Course.FollowUps;
import org.uitrol.application.simulation.Course.Look;
import org.uitrol.application.simulation.Course.Reaction;
import org.uitrol.application.simulation.Course.Stage;
import org.uitrol.domain.communication.DispatchEvent.DispatchRequested;
import org.uitrol.domain.followup.FollowUpEvent.FollowUpClosed;
import org.uitrol.domain.followup.FollowUpEvent.FollowUpEscalated;
import org.uitrol.domain.followup.FollowUpEvent.FollowUpOpened;
import org.uitrol.domain.followup.FollowUpEvent.FollowUpReminded;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.domain.rollout.RolloutEvent;
import org.uitrol.domain.rollout.RolloutEvent.ActivityDone;
import org.uitrol.domain.rollout.RolloutEvent.ActivityMissed;
import org.uitrol.domain.rollout.RolloutEvent.ActivityPlanned;
import org.uitrol.domain.rollout.RolloutEvent.ActivitySkipped;
import org.uitrol.domain.rollout.RolloutEvent.ActivityStarted;
import org.uitrol.domain.rollout.RolloutEvent.GateBlocked;
import org.uitrol.domain.rollout.RolloutEvent.GateOpened;
import org.uitrol.domain.rollout.RolloutEvent.GateOverdue;
import org.uitrol.domain.rollout.RolloutEvent.ReactionFired;
import org.uitrol.domain.rollout.RolloutEvent.ReactionRefused;
import org.uitrol.domain.rollout.RolloutEvent.RefusalReason;
import org.uitrol.domain.rollout.RolloutEvent.RolloutCompleted;
import org.uitrol.domain.rollout.RolloutEvent.RolloutStarted;
import org.uitrol.domain.rollout.RolloutEvent.StageEntered;
import org.uitrol.domain.rollout.RolloutEvent.StageRolledBack;
import org.uitrol.domain.rollout.RolloutEvent.StageSkipped;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.rollout.gate.Finding;
import org.uitrol.domain.session.Place;
import org.uitrol.domain.session.SessionEvent.SessionCancelled;
import org.uitrol.domain.session.SessionEvent.SessionPlanned;
import org.uitrol.domain.session.SessionEvent.SessionRescheduled;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.DomainEvent;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SessionId;

/** Reads from a history how the departments of a campaign fared. */
final class Courses {

  private final Map<RolloutId, Writing> writings = new LinkedHashMap<>();
  private final Map<SessionId, RolloutId> sessions = new HashMap<>();

  private Courses() {}

  /** How each department fared, by its key. */
  static SortedMap<String, Course> of(CampaignId campaign, List<Happened> history) {
    Courses courses = new Courses();
    for (Happened happened : history) {
      courses.read(campaign, happened);
    }
    SortedMap<String, Course> all = new TreeMap<>();
    courses.writings.values().forEach(one -> all.put(one.department.value(), one.course()));
    return all;
  }

  private void read(CampaignId campaign, Happened happened) {
    DomainEvent event = happened.what();
    if (event instanceof RolloutStarted started && started.campaign().equals(campaign)) {
      writings.put(started.rollout(), new Writing(started));
    } else if (event instanceof RolloutEvent one) {
      Writing writing = writings.get(one.rollout());
      if (writing != null) {
        writing.rollout(one);
      }
    } else if (event instanceof DispatchRequested one && World.decides(happened.actor())) {
      Writing writing = writings.get(one.letter().rollout());
      if (writing != null) {
        writing.mails++;
      }
    } else if (event instanceof SessionPlanned one && writings.containsKey(one.rollout())) {
      sessions.put(one.session(), one.rollout());
      of(one.rollout()).sessions.put(one.session(), one);
      of(one.rollout()).places.put(one.session(), one.place());
    } else if (event instanceof SessionRescheduled one && sessions.containsKey(one.session())) {
      of(sessions.get(one.session())).places.put(one.session(), one.place());
    } else if (event instanceof SessionCancelled one && sessions.containsKey(one.session())) {
      of(sessions.get(one.session())).places.remove(one.session());
    } else {
      followUp(event);
    }
  }

  private void followUp(DomainEvent event) {
    if (event instanceof FollowUpOpened one && writings.containsKey(one.rollout())) {
      of(one.rollout()).opened++;
    } else if (event instanceof FollowUpReminded one && writings.containsKey(one.rollout())) {
      of(one.rollout()).reminders++;
    } else if (event instanceof FollowUpEscalated one && writings.containsKey(one.rollout())) {
      of(one.rollout()).escalations++;
    } else if (event instanceof FollowUpClosed one && writings.containsKey(one.rollout())) {
      of(one.rollout()).closed++;
    }
  }

  private Writing of(@Nullable RolloutId rollout) {
    Writing writing = rollout == null ? null : writings.get(rollout);
    if (writing == null) {
      throw new IllegalStateException("nothing is known of " + rollout);
    }
    return writing;
  }

  /** A course that is being written. */
  private static final class Writing {

    private final DepartmentId department;
    private final Instant started;
    private final List<StageWriting> stages = new ArrayList<>();
    private final Map<String, ActivityWriting> activities = new LinkedHashMap<>();
    private final SortedMap<String, ReactionWriting> reactions = new TreeMap<>();
    private final Map<SessionId, SessionPlanned> sessions = new LinkedHashMap<>();
    private final Map<SessionId, Place> places = new HashMap<>();
    private @Nullable Instant completed;
    private int mails;
    private int opened;
    private int reminders;
    private int escalations;
    private int closed;

    Writing(RolloutStarted started) {
      department = started.department();
      this.started = started.at();
    }

    void rollout(RolloutEvent event) {
      if (event instanceof StageEntered one) {
        int run = 1 + (int) stages.stream().filter(earlier -> earlier.stage == one.stage()).count();
        stages.add(new StageWriting(one.stage(), run, one.at()));
      } else if (event instanceof GateBlocked one) {
        last().looks.add(new Look(one.at(), one.blockers()));
      } else if (event instanceof GateOpened one) {
        last().opened = one.at();
        last().findings = one.findings();
      } else if (event instanceof GateOverdue one) {
        last().overdue = one.at();
      } else if (event instanceof StageSkipped || event instanceof StageRolledBack) {
        last().skipped = true;
      } else if (event instanceof ReactionFired one) {
        ReactionWriting reaction = reaction(one.reaction());
        reaction.fired.add(one.at());
        if (one.person() == null) {
          reaction.seen = one.seen();
        }
      } else if (event instanceof ReactionRefused one) {
        ReactionWriting reaction = reaction(one.reaction());
        reaction.refused.merge(one.reason(), 1, Integer::sum);
        if (one.person() == null) {
          reaction.seen = one.seen();
        }
      } else if (event instanceof RolloutCompleted one) {
        completed = one.at();
      } else {
        activity(event);
      }
    }

    private void activity(RolloutEvent event) {
      if (event instanceof ActivityPlanned one) {
        activities.put(
            one.activity().id(),
            new ActivityWriting(one.activity().kind(), last().stage, one.dueAt()));
      } else if (event instanceof ActivityStarted one) {
        ActivityWriting activity = activities.get(one.activity().id());
        if (activity != null) {
          activity.started = one.at();
        }
      } else if (event instanceof ActivityDone one) {
        over(one.activity(), "done", one.at());
      } else if (event instanceof ActivityMissed one) {
        over(one.activity(), "missed", one.at());
      } else if (event instanceof ActivitySkipped one) {
        over(one.activity(), "skipped", one.at());
      }
    }

    private void over(String id, String end, Instant at) {
      ActivityWriting activity = activities.get(id);
      if (activity != null) {
        activity.over = at;
        activity.end = end;
      }
    }

    private ReactionWriting reaction(String id) {
      return reactions.computeIfAbsent(id, none -> new ReactionWriting());
    }

    private StageWriting last() {
      return stages.get(stages.size() - 1);
    }

    Course course() {
      SortedMap<String, Reaction> told = new TreeMap<>();
      reactions.forEach((id, one) -> told.put(id, new Reaction(one.fired, one.refused, one.seen)));
      return new Course(
          department,
          started,
          stages.stream().map(StageWriting::stage).toList(),
          activities.entrySet().stream()
              .map(one -> one.getValue().activity(one.getKey(), moments(one.getKey())))
              .toList(),
          told,
          new FollowUps(opened, reminders, escalations, closed),
          mails,
          completed);
    }

    private List<Instant> moments(String activity) {
      return sessions.values().stream()
          .filter(one -> one.activity().equals(activity))
          .map(one -> places.get(one.session()))
          .filter(place -> place != null)
          .map(place -> place.startsAt().toInstant())
          .sorted()
          .toList();
    }
  }

  private static final class StageWriting {

    private final StageName stage;
    private final int run;
    private final Instant entered;
    private final List<Look> looks = new ArrayList<>();
    private @Nullable Instant opened;
    private @Nullable Instant overdue;
    private boolean skipped;
    private List<Finding> findings = List.of();

    StageWriting(StageName stage, int run, Instant entered) {
      this.stage = stage;
      this.run = run;
      this.entered = entered;
    }

    Stage stage() {
      return new Stage(stage, run, entered, opened, overdue, skipped, looks, findings);
    }
  }

  private static final class ActivityWriting {

    private final ActivityKind kind;
    private final StageName stage;
    private final Instant due;
    private @Nullable Instant started;
    private @Nullable Instant over;
    private String end = "";

    ActivityWriting(ActivityKind kind, StageName stage, Instant due) {
      this.kind = kind;
      this.stage = stage;
      this.due = due;
    }

    Activity activity(String id, List<Instant> sessions) {
      return new Activity(id, kind, stage, due, started, over, end, sessions);
    }
  }

  private static final class ReactionWriting {

    private final List<Instant> fired = new ArrayList<>();
    private final Map<RefusalReason, Integer> refused = new EnumMap<>(RefusalReason.class);
    private SortedMap<String, Object> seen = new TreeMap<>();
  }
}
