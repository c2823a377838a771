package org.uitrol.application.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.uitrol.domain.directory.DepartmentEvent.DepartmentNamed;
import org.uitrol.domain.directory.EmployeeEvent.EmployeeJoined;
import org.uitrol.domain.directory.EmployeeEvent.EmployeeMoved;
import org.uitrol.domain.directory.EmployeeEvent.EmployeeReturned;
import org.uitrol.domain.rollout.RolloutEvent.ActivityPlanned;
import org.uitrol.domain.rollout.RolloutEvent.RolloutStarted;
import org.uitrol.domain.rollout.RolloutEvent.StageEntered;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.session.SessionEvent.PersonWaitlisted;
import org.uitrol.domain.session.SessionEvent.SeatTaken;
import org.uitrol.domain.session.SessionEvent.SessionPlanned;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.Id;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SessionId;

/**
 * When what facts are about came to be, in one history: a stream, a stage, an activity, somebody's
 * seat. In two histories of one campaign it goes by the same names, since identifiers are derived
 * from what the plan calls things (decision 0006). One thread.
 */
final class Landmarks {

  private final Map<String, Instant> since = new HashMap<>();
  private final Map<String, Integer> runs = new HashMap<>();
  private final Map<String, List<SessionId>> sessions = new HashMap<>();
  private final Map<SessionId, SessionPlanned> planned = new HashMap<>();
  private final Map<RolloutId, RolloutStarted> rollouts = new HashMap<>();
  private final Set<DepartmentId> departments = new LinkedHashSet<>();
  private final BiConsumer<String, Instant> appeared;

  /**
   * @param appeared hears of everything that comes to be
   */
  Landmarks(BiConsumer<String, Instant> appeared) {
    this.appeared = appeared;
  }

  static String stream(Id stream) {
    return "stream/" + stream.value();
  }

  /**
   * @param run how often the stage was entered by then, 1 for the first time
   */
  static String stage(RolloutId rollout, StageName stage, int run) {
    return "stage/" + rollout + "/" + stage.key() + "/" + run;
  }

  static String activity(RolloutId rollout, String activity) {
    return "activity/" + rollout + "/" + activity;
  }

  static String seat(RolloutId rollout, String activity, PersonId person) {
    return "seat/" + rollout + "/" + activity + "/" + person;
  }

  void add(Happened happened) {
    Instant at = happened.what().at();
    mark("stream/" + happened.stream(), at);
    if (happened.what() instanceof RolloutStarted started) {
      rollouts.putIfAbsent(started.rollout(), started);
    } else if (happened.what() instanceof StageEntered entered) {
      int run = runs.merge(entered.rollout() + "/" + entered.stage().key(), 1, Integer::sum);
      mark(stage(entered.rollout(), entered.stage(), run), at);
    } else if (happened.what() instanceof ActivityPlanned one) {
      mark(activity(one.rollout(), one.activity().id()), at);
    } else if (happened.what() instanceof SessionPlanned one) {
      planned.putIfAbsent(one.session(), one);
      sessions
          .computeIfAbsent(activity(one.rollout(), one.activity()), none -> new ArrayList<>())
          .add(one.session());
      one.invited().forEach(person -> mark(seat(one.rollout(), one.activity(), person), at));
    } else if (happened.what() instanceof SeatTaken taken) {
      seated(taken.session(), taken.person(), at);
    } else if (happened.what() instanceof PersonWaitlisted waits) {
      seated(waits.session(), waits.person(), at);
    } else {
      place(happened);
    }
  }

  private void place(Happened happened) {
    if (happened.what() instanceof DepartmentNamed named) {
      departments.add(named.department());
    } else if (happened.what() instanceof EmployeeJoined joined) {
      departments.add(joined.department());
    } else if (happened.what() instanceof EmployeeMoved moved) {
      departments.add(moved.to());
    } else if (happened.what() instanceof EmployeeReturned returned) {
      departments.add(returned.department());
    }
  }

  private void seated(SessionId session, PersonId person, Instant at) {
    SessionPlanned one = planned.get(session);
    if (one != null) {
      mark(seat(one.rollout(), one.activity(), person), at);
    }
  }

  private void mark(String what, Instant at) {
    if (since.putIfAbsent(what, at) == null) {
      appeared.accept(what, at);
    }
  }

  /** Since when something has been there; empty when it isn't. */
  Optional<Instant> since(String what) {
    return Optional.ofNullable(since.get(what));
  }

  /** How often a stage was entered. */
  int runs(RolloutId rollout, StageName stage) {
    return runs.getOrDefault(rollout + "/" + stage.key(), 0);
  }

  /** The sessions of an activity, in the order in which they were planned. */
  List<SessionId> sessions(RolloutId rollout, String activity) {
    return List.copyOf(sessions.getOrDefault(activity(rollout, activity), List.of()));
  }

  Optional<SessionPlanned> planned(SessionId session) {
    return Optional.ofNullable(planned.get(session));
  }

  Optional<RolloutStarted> rollout(RolloutId rollout) {
    return Optional.ofNullable(rollouts.get(rollout));
  }

  /** Every department that was ever heard of. */
  Set<DepartmentId> departments() {
    return Set.copyOf(departments);
  }
}
