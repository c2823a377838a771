package org.uitrol.domain.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.domain.testing.Plans.person;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SkillPathId;
import org.uitrol.domain.testing.Story;
import org.uitrol.domain.training.SkillPath.State;
import org.uitrol.domain.training.SkillPathCommand.BeginPath;
import org.uitrol.domain.training.SkillPathCommand.LeavePath;
import org.uitrol.domain.training.SkillPathCommand.NoteResult;
import org.uitrol.domain.training.SkillPathCommand.RemindOfPath;
import org.uitrol.domain.training.SkillPathEvent.BaselinePassed;
import org.uitrol.domain.training.SkillPathEvent.CourseCounted;
import org.uitrol.domain.training.SkillPathEvent.CoursesDue;
import org.uitrol.domain.training.SkillPathEvent.CoursesSpared;
import org.uitrol.domain.training.SkillPathEvent.PathCompleted;

class AnySkillPath {

  private static final SkillPathId PATH = new SkillPathId("path-1");
  private static final Instant START = Instant.parse("2027-03-01T08:00:00Z");
  private static final List<String> COURSES = List.of("a", "b", "c", "d", "e", "f");
  private static final List<String> TESTS = List.of("t1", "t2", "t3");

  private record Finish(String course, @Nullable Double score) {}

  @Property(tries = 1000)
  void never_asks_for_a_course_twice(
      @ForAll("skills") List<SkillRoute> skills, @ForAll("finishes") List<Finish> finishes) {
    Set<String> asked = new HashSet<>();
    Set<String> finished = new HashSet<>();
    for (SkillPathEvent event : played(skills, finishes).events()) {
      if (event instanceof CoursesDue due) {
        for (String course : due.courses()) {
          assertThat(finished).doesNotContain(course);
          assertThat(asked.add(course)).as("%s is due already", course).isTrue();
        }
      } else if (event instanceof CoursesSpared spared) {
        asked.removeAll(spared.courses());
      } else if (event instanceof CourseCounted counted) {
        assertThat(finished.add(counted.course())).isTrue();
      }
    }
  }

  @Property(tries = 1000)
  void ends_when_everything_that_it_asks_is_done(
      @ForAll("skills") List<SkillRoute> skills,
      @ForAll("finishes") List<Finish> finishes,
      @ForAll("scores") List<Double> scores) {
    Story<SkillPath, SkillPathCommand, SkillPathEvent> story = played(skills, finishes);
    int steps = 0;
    for (Set<String> due = due(story); !due.isEmpty(); due = due(story)) {
      String course = due.iterator().next();
      Double score = scores.isEmpty() ? null : scores.get(steps % scores.size());
      story.play(note(new Finish(course, score)));
      steps++;
      assertThat(steps).isLessThanOrEqualTo(COURSES.size() + TESTS.size());
    }
    assertThat(story.state().map(SkillPath::state)).contains(State.COMPLETED);
    assertThat(story.events()).filteredOn(PathCompleted.class::isInstance).hasSize(1);
  }

  @Property(tries = 1000)
  void is_complete_exactly_when_every_skill_is_reached_by_one_of_its_ways(
      @ForAll("skills") List<SkillRoute> skills, @ForAll("finishes") List<Finish> finishes) {
    SkillPath path = played(skills, finishes).state().orElseThrow();
    Set<String> done = new HashSet<>();
    Map<String, Double> best = new LinkedHashMap<>();
    for (Finish finish : finishes) {
      done.add(finish.course());
      if (finish.score() != null) {
        best.merge(finish.course(), finish.score(), Math::max);
      }
    }
    boolean all =
        skills.stream()
            .allMatch(
                skill -> {
                  Baseline baseline = skill.baseline();
                  if (baseline == null) {
                    return done.containsAll(skill.courses());
                  }
                  boolean passed = best.getOrDefault(baseline.course(), 0.0) >= baseline.pass();
                  return done.contains(baseline.course())
                      && done.containsAll(passed ? skill.fastLane() : skill.courses());
                });
    // Completed may come before the last news: what was enough then stays enough.
    if (all) {
      assertThat(path.state()).isEqualTo(State.COMPLETED);
    }
    if (path.state() == State.COMPLETED) {
      skills.forEach(skill -> assertThat(path.left(skill)).isEmpty());
      assertThat(path.openTests()).isEmpty();
    }
  }

  @Property(tries = 1000)
  void never_takes_a_pass_back_and_spares_nothing_that_is_finished(
      @ForAll("skills") List<SkillRoute> skills, @ForAll("finishes") List<Finish> finishes) {
    Set<String> passed = new LinkedHashSet<>();
    Set<String> finished = new HashSet<>();
    for (SkillPathEvent event : played(skills, finishes).events()) {
      if (event instanceof BaselinePassed pass) {
        assertThat(passed.add(pass.skill())).isTrue();
      } else if (event instanceof CourseCounted counted) {
        finished.add(counted.course());
      } else if (event instanceof CoursesSpared spared) {
        assertThat(finished).doesNotContainAnyElementsOf(spared.courses());
      }
    }
    SkillPath path = played(skills, finishes).state().orElseThrow();
    passed.forEach(skill -> assertThat(path.verdicts()).containsEntry(skill, Verdict.PASSED));
  }

  @Property(tries = 500)
  void comes_to_the_same_end_in_whichever_order_the_courses_are_finished(
      @ForAll("skills") List<SkillRoute> skills, @ForAll("finishes") List<Finish> finishes) {
    List<Finish> once = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    finishes.forEach(
        finish -> {
          if (seen.add(finish.course())) {
            once.add(finish);
          }
        });
    List<Finish> reversed = new ArrayList<>(once);
    Collections.reverse(reversed);
    SkillPath one = played(skills, once).state().orElseThrow();
    SkillPath other = played(skills, reversed).state().orElseThrow();
    assertThat(one.state()).isEqualTo(other.state());
    if (one.state() == State.UNDER_WAY) {
      assertThat(one.verdicts()).isEqualTo(other.verdicts());
      assertThat(one.finished()).isEqualTo(other.finished());
    }
  }

  @Provide
  Arbitrary<List<SkillRoute>> skills() {
    Arbitrary<List<String>> courses =
        Arbitraries.of(COURSES).list().uniqueElements().ofMinSize(1).ofMaxSize(4);
    Arbitrary<List<String>> fast = Arbitraries.of(COURSES).list().uniqueElements().ofMaxSize(2);
    Arbitrary<@Nullable Baseline> baseline =
        Combinators.combine(Arbitraries.of(TESTS), Arbitraries.of(0.5, 0.7))
            .as(Baseline::new)
            .injectNull(0.3);
    return Combinators.combine(courses, baseline, fast)
        .as((some, test, lane) -> new SkillRoute("", some, test, lane))
        .list()
        .ofMaxSize(4)
        .map(
            routes -> {
              List<SkillRoute> named = new ArrayList<>();
              for (SkillRoute route : routes) {
                named.add(
                    new SkillRoute(
                        "skill-" + named.size(),
                        route.courses(),
                        route.baseline(),
                        route.fastLane()));
              }
              return named;
            });
  }

  @Provide
  Arbitrary<List<Finish>> finishes() {
    List<String> all = new ArrayList<>(COURSES);
    all.addAll(TESTS);
    all.add("of-others");
    return Combinators.combine(
            Arbitraries.of(all), Arbitraries.of(0.0, 0.5, 0.69, 0.7, 1.0).injectNull(0.3))
        .as(Finish::new)
        .list()
        .ofMaxSize(20);
  }

  @Provide
  Arbitrary<List<Double>> scores() {
    return Arbitraries.of(0.0, 0.6, 0.9).list().ofMaxSize(5);
  }

  private static Set<String> due(Story<SkillPath, SkillPathCommand, SkillPathEvent> story) {
    return story.state().map(SkillPath::due).orElse(Set.of());
  }

  private static Story<SkillPath, SkillPathCommand, SkillPathEvent> played(
      List<SkillRoute> skills, List<Finish> finishes) {
    Story<SkillPath, SkillPathCommand, SkillPathEvent> story =
        new Story<>(AnySkillPath::decide, SkillPath::evolve);
    story.play(
        new BeginPath(
            PATH,
            new RolloutId("r-1"),
            "skills",
            "matrix",
            person(1),
            List.of(),
            skills,
            List.of(),
            START.plusSeconds(86_400),
            List.of(),
            START));
    finishes.forEach(finish -> story.play(note(finish)));
    return story;
  }

  private static NoteResult note(Finish finish) {
    return new NoteResult(PATH, new CourseResult(finish.course(), finish.score()), START);
  }

  private static List<SkillPathEvent> decide(@Nullable SkillPath path, SkillPathCommand command) {
    if (command instanceof BeginPath begin) {
      return SkillPath.begin(path, begin);
    } else if (path == null) {
      return List.of();
    } else if (command instanceof NoteResult note) {
      return path.note(note);
    } else if (command instanceof RemindOfPath remind) {
      return path.remind(remind);
    } else if (command instanceof LeavePath leave) {
      return path.leave(leave);
    }
    throw new IllegalStateException("no test plays " + command);
  }
}
