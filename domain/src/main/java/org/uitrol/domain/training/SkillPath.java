package org.uitrol.domain.training;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.shared.Copies;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SkillPathId;
import org.uitrol.domain.training.SkillPathCommand.BeginPath;
import org.uitrol.domain.training.SkillPathCommand.LeavePath;
import org.uitrol.domain.training.SkillPathCommand.NoteResult;
import org.uitrol.domain.training.SkillPathCommand.RemindOfPath;
import org.uitrol.domain.training.SkillPathCommand.TakeCourseBack;
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

/**
 * One person's way through a path decides which courses come next (decision 0024). All tests come
 * first. Then each skill's fast lane or its courses are followed, one at a time and in their order;
 * a course that several skills share, once. Passing a test is taken back only when what was told of
 * it isn't true.
 *
 * @param uses the key of the path in the plan
 * @param roles the keys of the roles that the person has in it
 * @param dueAt the deadline of the whole path
 * @param verdicts how each test went, by skill
 * @param finished the courses of the path that are finished
 * @param due the courses that the person was asked to follow and hasn't finished
 * @param since when it began, or was left
 */
public record SkillPath(
    SkillPathId id,
    RolloutId rollout,
    String activity,
    String uses,
    PersonId person,
    List<String> roles,
    List<SkillRoute> skills,
    Instant dueAt,
    State state,
    Map<String, Verdict> verdicts,
    Set<String> finished,
    Set<String> due,
    Set<Integer> reminded,
    Instant since) {

  /** How far the person is. */
  public enum State {
    UNDER_WAY,
    COMPLETED,
    LEFT
  }

  /** How far the person is with one skill. */
  public enum Progress {
    /** The test isn't finished. */
    TEST,
    /** Follows the courses for who doesn't have the skill yet. */
    UPSKILLING,
    /** Passed the test and follows what is left for those who do. */
    FAST_LANE,
    DONE
  }

  /** Who has left may begin anew, but not for what happened before leaving. */
  public static List<SkillPathEvent> begin(@Nullable SkillPath path, BeginPath command) {
    if (path != null && (path.state != State.LEFT || !command.at().isAfter(path.since))) {
      return List.of();
    }
    PathBegun begun =
        new PathBegun(
            command.path(),
            command.rollout(),
            command.activity(),
            command.uses(),
            command.person(),
            command.roles(),
            command.skills(),
            command.dueAt(),
            command.remindAt(),
            command.at());
    Decision decision = new Decision(evolve(null, begun), command.at());
    decision.events.add(begun);
    command.known().forEach(decision::count);
    decision.goOn();
    return decision.events;
  }

  /**
   * A course that isn't on the path changes nothing. A better score that becomes known later frees
   * the person from what isn't finished; a worse one changes nothing.
   *
   * @throws Rejected {@code SCORE_OUT_OF_RANGE}
   */
  public List<SkillPathEvent> note(NoteResult command) {
    requireShare(command.result().score());
    if (state != State.UNDER_WAY) {
      return List.of();
    }
    Decision decision = new Decision(this, command.at());
    decision.count(command.result());
    decision.goOn();
    return decision.events;
  }

  /** The path goes on as if that had never been told. */
  public List<SkillPathEvent> takeBack(TakeCourseBack command) {
    if (state == State.LEFT || !finished.contains(command.course())) {
      return List.of();
    }
    Decision decision = new Decision(this, command.at());
    decision.add(
        new CourseDiscounted(id, rollout, activity, person, command.course(), command.at()));
    CourseResult remaining = command.remaining();
    if (remaining != null) {
      decision.count(remaining);
    }
    decision.goOn();
    return decision.events;
  }

  /** A reminder that comes up after the deadline, or when nothing is open, is not sent. */
  public List<SkillPathEvent> remind(RemindOfPath command) {
    if (state != State.UNDER_WAY
        || due.isEmpty()
        || reminded.contains(command.number())
        || !command.at().isBefore(dueAt)) {
      return List.of();
    }
    return List.of(
        new PathReminded(
            id, rollout, activity, person, command.number(), List.copyOf(due), command.at()));
  }

  public List<SkillPathEvent> leave(LeavePath command) {
    return state == State.UNDER_WAY
        ? List.of(new PathLeft(id, rollout, activity, person, List.copyOf(due), command.at()))
        : List.of();
  }

  /** The tests that aren't finished. */
  public Set<String> openTests() {
    Set<String> open = new LinkedHashSet<>();
    for (SkillRoute skill : skills) {
      Baseline baseline = skill.baseline();
      if (baseline != null && !verdicts.containsKey(skill.skill())) {
        open.add(baseline.course());
      }
    }
    return open;
  }

  /** The courses that one skill still needs, in their order; none while its test is open. */
  public List<String> left(SkillRoute skill) {
    Verdict verdict = verdicts.get(skill.skill());
    if (skill.baseline() != null && verdict == null) {
      return List.of();
    }
    return (verdict == Verdict.PASSED ? skill.fastLane() : skill.courses())
        .stream().filter(course -> !finished.contains(course)).toList();
  }

  /** How far the person is with one of the skills. */
  public Progress progress(SkillRoute skill) {
    Verdict verdict = verdicts.get(skill.skill());
    if (skill.baseline() != null && verdict == null) {
      return Progress.TEST;
    }
    if (left(skill).isEmpty()) {
      return Progress.DONE;
    }
    return verdict == Verdict.PASSED ? Progress.FAST_LANE : Progress.UPSKILLING;
  }

  /** What to follow now. */
  private Set<String> next() {
    Set<String> tests = openTests();
    if (!tests.isEmpty()) {
      return tests;
    }
    Set<String> next = new LinkedHashSet<>();
    for (SkillRoute skill : skills) {
      left(skill).stream().findFirst().ifPresent(next::add);
    }
    return next;
  }

  /** Everything that is certain to have to be followed, now or later. */
  private Set<String> needed() {
    Set<String> needed = openTests();
    skills.forEach(skill -> needed.addAll(left(skill)));
    return needed;
  }

  private static void requireShare(@Nullable Double score) {
    if (score != null && !(score >= 0 && score <= 1)) {
      throw new Rejected("SCORE_OUT_OF_RANGE", Map.of("score", score));
    }
  }

  /** The events of one decision, and the state after them. */
  private static final class Decision {

    private final Instant at;
    private final List<SkillPathEvent> events = new ArrayList<>();
    private SkillPath state;

    Decision(SkillPath state, Instant at) {
      this.state = state;
      this.at = at;
    }

    private void add(SkillPathEvent event) {
      events.add(event);
      state = evolve(state, event);
    }

    void count(CourseResult result) {
      String course = result.course();
      if (state.skills.stream().noneMatch(skill -> skill.everyCourse().contains(course))) {
        return;
      }
      if (!state.finished.contains(course)) {
        add(new CourseCounted(state.id, state.rollout, state.activity, state.person, course, at));
      }
      for (SkillRoute skill : state.skills) {
        Baseline baseline = skill.baseline();
        if (baseline != null && baseline.course().equals(course)) {
          judge(skill.skill(), baseline, result);
        }
      }
    }

    /**
     * A test that was passed stays passed, and a known score is never forgotten. The score that the
     * plan asks for comes before what whoever gives the test says.
     */
    private void judge(String skill, Baseline baseline, CourseResult result) {
      Double score = result.score();
      Boolean told = result.passed();
      Verdict before = state.verdicts.get(skill);
      if (before == Verdict.PASSED || (before != null && score == null && told == null)) {
        return;
      }
      if (score == null && told != null) {
        if (before == null || before == Verdict.UNSCORED) {
          add(
              new BaselineTold(
                  state.id,
                  state.rollout,
                  state.activity,
                  state.person,
                  skill,
                  baseline.course(),
                  told,
                  at));
        }
      } else if (score == null) {
        add(
            new BaselineUnscored(
                state.id,
                state.rollout,
                state.activity,
                state.person,
                skill,
                baseline.course(),
                baseline.pass(),
                at));
      } else if (score >= baseline.pass()) {
        add(
            new BaselinePassed(
                state.id,
                state.rollout,
                state.activity,
                state.person,
                skill,
                baseline.course(),
                score,
                baseline.pass(),
                at));
      } else if (before != Verdict.FAILED) {
        add(
            new BaselineFailed(
                state.id,
                state.rollout,
                state.activity,
                state.person,
                skill,
                baseline.course(),
                score,
                baseline.pass(),
                at));
      }
    }

    void goOn() {
      Set<String> needed = state.needed();
      List<String> spared =
          state.due.stream().filter(course -> !needed.contains(course)).sorted().toList();
      if (!spared.isEmpty()) {
        add(new CoursesSpared(state.id, state.rollout, state.activity, state.person, spared, at));
      }
      List<String> next =
          state.next().stream().filter(course -> !state.due.contains(course)).toList();
      if (!next.isEmpty()) {
        add(
            new CoursesDue(
                state.id, state.rollout, state.activity, state.person, next, state.dueAt, at));
      }
      if (needed.isEmpty()) {
        add(new PathCompleted(state.id, state.rollout, state.activity, state.person, at));
      }
    }
  }

  /** The state after one event; the first one begins it. */
  public static SkillPath evolve(@Nullable SkillPath path, SkillPathEvent event) {
    if (event instanceof PathBegun begun) {
      return new SkillPath(
          begun.path(),
          begun.rollout(),
          begun.activity(),
          begun.uses(),
          begun.person(),
          begun.roles(),
          begun.skills(),
          begun.dueAt(),
          State.UNDER_WAY,
          Map.of(),
          Set.of(),
          Set.of(),
          Set.of(),
          begun.at());
    }
    if (path == null) {
      throw new IllegalStateException("a skill path can't begin with " + event);
    }
    if (event instanceof CourseCounted counted) {
      return path.with(
          path.verdicts,
          Copies.with(path.finished, counted.course()),
          Copies.without(path.due, counted.course()));
    } else if (event instanceof BaselinePassed passed) {
      return path.with(passed.skill(), Verdict.PASSED);
    } else if (event instanceof BaselineFailed failed) {
      return path.with(failed.skill(), Verdict.FAILED);
    } else if (event instanceof BaselineUnscored unscored) {
      return path.with(unscored.skill(), Verdict.UNSCORED);
    } else if (event instanceof BaselineTold told) {
      return path.with(told.skill(), told.passed() ? Verdict.PASSED : Verdict.FAILED);
    } else if (event instanceof CourseDiscounted discounted) {
      return path.without(discounted.course());
    } else if (event instanceof CoursesDue due) {
      return path.with(path.verdicts, path.finished, Copies.withAll(path.due, due.courses()));
    } else if (event instanceof CoursesSpared spared) {
      Set<String> rest = new LinkedHashSet<>(path.due);
      spared.courses().forEach(rest::remove);
      return path.with(path.verdicts, path.finished, Copies.withAll(Set.of(), rest));
    } else if (event instanceof PathReminded reminder) {
      return path.with(path.state, Copies.with(path.reminded, reminder.number()), path.since);
    } else if (event instanceof PathCompleted) {
      return path.with(State.COMPLETED, path.reminded, path.since);
    } else if (event instanceof PathLeft left) {
      return path.with(State.LEFT, path.reminded, left.at());
    }
    throw new IllegalStateException("a skill path doesn't know " + event);
  }

  private SkillPath without(String course) {
    Map<String, Verdict> rest = new LinkedHashMap<>(verdicts);
    for (SkillRoute skill : skills) {
      Baseline baseline = skill.baseline();
      if (baseline != null && baseline.course().equals(course)) {
        rest.remove(skill.skill());
      }
    }
    return with(state == State.COMPLETED ? State.UNDER_WAY : state, reminded, since)
        .with(rest, Copies.without(finished, course), Copies.without(due, course));
  }

  private SkillPath with(String skill, Verdict verdict) {
    return with(Copies.with(verdicts, skill, verdict), finished, due);
  }

  private SkillPath with(
      Map<String, Verdict> nextVerdicts, Set<String> nextFinished, Set<String> nextDue) {
    return new SkillPath(
        id,
        rollout,
        activity,
        uses,
        person,
        roles,
        skills,
        dueAt,
        state,
        nextVerdicts,
        nextFinished,
        nextDue,
        reminded,
        since);
  }

  private SkillPath with(State nextState, Set<Integer> nextReminded, Instant nextSince) {
    return new SkillPath(
        id,
        rollout,
        activity,
        uses,
        person,
        roles,
        skills,
        dueAt,
        nextState,
        verdicts,
        finished,
        nextState == State.LEFT ? Set.of() : due,
        nextReminded,
        nextSince);
  }
}
