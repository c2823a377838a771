package org.uitrol.domain.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.domain.testing.History.refusal;
import static org.uitrol.domain.testing.Plans.person;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SkillPathId;
import org.uitrol.domain.testing.History;
import org.uitrol.domain.training.SkillPath.State;
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

class ASkillPath {

  private static final SkillPathId PATH = new SkillPathId("path-1");
  private static final RolloutId ROLLOUT = new RolloutId("r-1");
  private static final Instant START = Instant.parse("2027-03-01T08:00:00Z");
  private static final Instant LATER = Instant.parse("2027-03-08T08:00:00Z");
  private static final Instant DUE = Instant.parse("2027-03-29T15:00:00Z");

  private static final SkillRoute PROMPTING =
      new SkillRoute(
          "prompting",
          List.of("prompt-1", "shared", "prompt-2"),
          new Baseline("prompt-test", 0.7),
          List.of("prompt-tricks"));
  private static final SkillRoute PRIVACY =
      new SkillRoute("privacy", List.of("shared", "law"), new Baseline("law-test", 0.8), List.of());
  private static final SkillRoute TALKING =
      new SkillRoute("talking", List.of("talk"), null, List.of());

  @Test
  void begins_with_all_tests_and_nothing_else() {
    assertThat(begin(PROMPTING, TALKING, PRIVACY))
        .containsExactly(begun(PROMPTING, TALKING, PRIVACY), due("prompt-test", "law-test"));
  }

  @Test
  void begins_once() {
    SkillPath path = path(PROMPTING);
    assertThat(SkillPath.begin(path, command(List.of(), LATER, PROMPTING))).isEmpty();
  }

  @Test
  void waits_for_the_last_test_before_any_course_is_due() {
    SkillPath path = path(PROMPTING, TALKING, PRIVACY);
    assertThat(path.note(result("prompt-test", 0.2)))
        .containsExactly(counted("prompt-test"), failed("prompting", "prompt-test", 0.2, 0.7));
    assertThat(after(path, result("prompt-test", 0.2)).note(result("law-test", 0.79)))
        .containsExactly(
            counted("law-test"),
            failed("privacy", "law-test", 0.79, 0.8),
            due("prompt-1", "talk", "shared"));
  }

  @Test
  void sends_whom_the_platform_says_has_passed_down_the_fast_lane_too() {
    SkillPath path = path(PROMPTING);
    assertThat(path.note(told("prompt-test", true)))
        .containsExactly(counted("prompt-test"), told(true), due("prompt-tricks"));
    assertThat(path.note(told("prompt-test", false)))
        .containsExactly(counted("prompt-test"), told(false), due("prompt-1"));
  }

  @Test
  void takes_that_word_where_a_test_came_without_a_score_and_a_score_before_it() {
    SkillPath unscored = after(path(PROMPTING), result("prompt-test", null));
    assertThat(unscored.note(told("prompt-test", true))).contains(told(true));
    SkillPath failed = after(path(PROMPTING), result("prompt-test", 0.2));
    assertThat(failed.note(told("prompt-test", true))).isEmpty();
    assertThat(after(path(PROMPTING), told("prompt-test", false)).note(told("prompt-test", false)))
        .isEmpty();
    assertThat(
            path(PROMPTING)
                .note(new NoteResult(PATH, new CourseResult("prompt-test", 0.2, true), LATER)))
        .contains(failed("prompting", "prompt-test", 0.2, 0.7));
  }

  @Test
  void goes_on_as_if_it_had_never_been_told_when_a_test_is_taken_back() {
    SkillPath passed = after(path(PROMPTING), result("prompt-test", 0.9));
    assertThat(passed.takeBack(back("prompt-test", null)))
        .containsExactly(
            discounted("prompt-test"),
            new CoursesSpared(PATH, ROLLOUT, "skills", person(1), List.of("prompt-tricks"), LATER),
            new CoursesDue(PATH, ROLLOUT, "skills", person(1), List.of("prompt-test"), DUE, LATER));
    assertThat(passed.takeBack(back("prompt-test", new CourseResult("prompt-test", 0.2))))
        .startsWith(
            discounted("prompt-test"),
            counted("prompt-test"),
            failed("prompting", "prompt-test", 0.2, 0.7));
  }

  @Test
  void is_under_way_again_when_a_course_of_a_completed_one_is_taken_back() {
    SkillPath done = after(path(TALKING), result("talk", null));
    assertThat(done.state()).isEqualTo(State.COMPLETED);
    List<SkillPathEvent> events = done.takeBack(back("talk", null));
    assertThat(events).containsExactly(discounted("talk"), due("talk"));
    SkillPath open = History.more(SkillPath::evolve, done, events);
    assertThat(open.state()).isEqualTo(State.UNDER_WAY);
    assertThat(open.note(result("talk", null))).hasSize(2);
    assertThat(done.takeBack(back("talk", new CourseResult("talk", null))))
        .hasSize(3)
        .last()
        .isInstanceOf(PathCompleted.class);
  }

  @Test
  void takes_nothing_back_that_was_not_told_or_after_it_was_left() {
    assertThat(path(TALKING).takeBack(back("talk", null))).isEmpty();
    SkillPath left =
        History.more(
            SkillPath::evolve,
            after(path(PROMPTING), result("prompt-test", 0.9)),
            after(path(PROMPTING), result("prompt-test", 0.9)).leave(new LeavePath(PATH, LATER)));
    assertThat(left.takeBack(back("prompt-test", null))).isEmpty();
  }

  private static NoteResult told(String course, boolean passed) {
    return new NoteResult(PATH, new CourseResult(course, null, passed), LATER);
  }

  private static BaselineTold told(boolean passed) {
    return new BaselineTold(
        PATH, ROLLOUT, "skills", person(1), "prompting", "prompt-test", passed, LATER);
  }

  private static TakeCourseBack back(String course, @Nullable CourseResult remaining) {
    return new TakeCourseBack(PATH, course, remaining, LATER);
  }

  private static CourseDiscounted discounted(String course) {
    return new CourseDiscounted(PATH, ROLLOUT, "skills", person(1), course, LATER);
  }

  @Test
  void sends_who_passes_down_the_fast_lane() {
    SkillPath path = path(PROMPTING);
    assertThat(path.note(result("prompt-test", 0.7)))
        .containsExactly(
            counted("prompt-test"),
            passed("prompting", "prompt-test", 0.7, 0.7),
            due("prompt-tricks"));
    assertThat(after(path, result("prompt-test", 0.7)).note(result("prompt-tricks", null)))
        .containsExactly(counted("prompt-tricks"), completed());
  }

  @Test
  void asks_nothing_more_of_who_passes_where_there_is_no_fast_lane() {
    assertThat(path(PRIVACY).note(result("law-test", 1.0)))
        .containsExactly(counted("law-test"), passed("privacy", "law-test", 1.0, 0.8), completed());
  }

  @Test
  void goes_through_the_courses_one_at_a_time_and_shared_ones_once() {
    SkillPath path =
        after(path(PROMPTING, PRIVACY), result("prompt-test", 0.1), result("law-test", 0.1));
    assertThat(path.due()).containsExactlyInAnyOrder("prompt-1", "shared");
    assertThat(path.note(result("shared", null))).containsExactly(counted("shared"), due("law"));
    SkillPath second = after(path, result("shared", null));
    assertThat(second.note(result("prompt-1", null)))
        .containsExactly(counted("prompt-1"), due("prompt-2"));
  }

  @Test
  void counts_a_course_that_was_followed_before_its_turn() {
    SkillPath path = after(path(PROMPTING), result("prompt-2", null), result("prompt-test", 0.0));
    assertThat(path.finished()).containsExactlyInAnyOrder("prompt-2", "prompt-test");
    assertThat(after(path, result("prompt-1", null)).due()).containsExactly("shared");
    assertThat(after(path, result("prompt-1", null)).note(result("shared", null)))
        .containsExactly(counted("shared"), completed());
  }

  @Test
  void counts_what_somebody_brings_along() {
    List<CourseResult> known =
        List.of(
            new CourseResult("law-test", 0.9),
            new CourseResult("prompt-1", null),
            new CourseResult("elsewhere", 1.0));
    assertThat(SkillPath.begin(null, command(known, START, PROMPTING, PRIVACY)))
        .containsExactly(
            begun(PROMPTING, PRIVACY),
            new CourseCounted(PATH, ROLLOUT, "skills", person(1), "law-test", START),
            new BaselinePassed(
                PATH, ROLLOUT, "skills", person(1), "privacy", "law-test", 0.9, 0.8, START),
            new CourseCounted(PATH, ROLLOUT, "skills", person(1), "prompt-1", START),
            due("prompt-test"));
  }

  @Test
  void is_complete_at_once_for_who_needs_nothing_or_knows_it_all() {
    assertThat(begin()).containsExactly(begun(), completedAt(START));
    List<CourseResult> known = List.of(new CourseResult("talk", null));
    assertThat(SkillPath.begin(null, command(known, START, TALKING)))
        .endsWith(completedAt(START))
        .hasSize(3);
  }

  @Test
  void takes_a_test_without_a_score_for_not_passed_and_says_so() {
    SkillPath path = path(PROMPTING);
    assertThat(path.note(result("prompt-test", null)))
        .containsExactly(
            counted("prompt-test"),
            new BaselineUnscored(
                PATH, ROLLOUT, "skills", person(1), "prompting", "prompt-test", 0.7, LATER),
            due("prompt-1"));
    SkillPath unscored = after(path, result("prompt-test", null));
    assertThat(unscored.note(result("prompt-test", null))).isEmpty();
    assertThat(unscored.note(result("prompt-test", 0.3)))
        .containsExactly(failed("prompting", "prompt-test", 0.3, 0.7));
  }

  @Test
  void is_freed_by_a_late_pass_of_what_is_not_finished() {
    SkillPath path = after(path(PROMPTING), result("prompt-test", null), result("prompt-1", null));
    assertThat(path.due()).containsExactly("shared");
    assertThat(path.note(result("prompt-test", 0.8)))
        .containsExactly(
            passed("prompting", "prompt-test", 0.8, 0.7),
            new CoursesSpared(PATH, ROLLOUT, "skills", person(1), List.of("shared"), LATER),
            due("prompt-tricks"));
  }

  @Test
  void keeps_a_course_that_another_skill_still_needs() {
    SkillPath path =
        after(
            path(PROMPTING, PRIVACY),
            result("prompt-test", 0.1),
            result("law-test", 0.1),
            result("prompt-1", null));
    assertThat(path.due()).containsExactly("shared");
    assertThat(path.note(result("law-test", 0.9)))
        .containsExactly(passed("privacy", "law-test", 0.9, 0.8));
  }

  @Test
  void grants_nothing_back_when_a_lower_score_comes_later() {
    SkillPath path = after(path(PROMPTING), result("prompt-test", 0.9));
    assertThat(path.note(result("prompt-test", 0.1))).isEmpty();
    SkillPath failed = after(path(PROMPTING), result("prompt-test", 0.5));
    assertThat(failed.note(result("prompt-test", 0.4))).isEmpty();
  }

  @Test
  void does_not_care_for_courses_of_others() {
    assertThat(path(PRIVACY).note(result("prompt-1", 1.0))).isEmpty();
  }

  @Test
  void refuses_a_score_that_is_no_share() {
    assertThat(refusal(() -> path(PRIVACY).note(result("law-test", 80.0))))
        .isEqualTo("SCORE_OUT_OF_RANGE");
  }

  @Test
  void reminds_of_what_is_open_once_per_number_until_the_deadline() {
    SkillPath path = after(path(PROMPTING, PRIVACY), result("law-test", 0.9));
    PathReminded reminder =
        new PathReminded(PATH, ROLLOUT, "skills", person(1), 1, List.of("prompt-test"), LATER);
    assertThat(path.remind(new RemindOfPath(PATH, 1, LATER))).containsExactly(reminder);
    SkillPath reminded = History.more(SkillPath::evolve, path, List.of(reminder));
    assertThat(reminded.remind(new RemindOfPath(PATH, 1, LATER))).isEmpty();
    assertThat(reminded.remind(new RemindOfPath(PATH, 2, LATER))).hasSize(1);
    assertThat(reminded.remind(new RemindOfPath(PATH, 2, DUE))).isEmpty();
    assertThat(after(path, result("prompt-test", 1.0), result("prompt-tricks", null)).state())
        .isEqualTo(State.COMPLETED);
    assertThat(
            after(path, result("prompt-test", 1.0), result("prompt-tricks", null))
                .remind(new RemindOfPath(PATH, 1, LATER)))
        .isEmpty();
  }

  @Test
  void is_left_once_with_what_was_due() {
    SkillPath path = path(PROMPTING, PRIVACY);
    PathLeft left =
        new PathLeft(PATH, ROLLOUT, "skills", person(1), List.of("prompt-test", "law-test"), LATER);
    assertThat(path.leave(new LeavePath(PATH, LATER))).containsExactly(left);
    SkillPath gone = History.more(SkillPath::evolve, path, List.of(left));
    assertThat(gone.leave(new LeavePath(PATH, LATER))).isEmpty();
    assertThat(gone.note(result("law-test", 0.9))).isEmpty();
    assertThat(gone.remind(new RemindOfPath(PATH, 1, LATER))).isEmpty();
    assertThat(gone.due()).isEmpty();
  }

  @Test
  void begins_anew_for_who_comes_back_but_not_for_an_old_start() {
    SkillPath gone =
        History.more(
            SkillPath::evolve, path(TALKING), path(TALKING).leave(new LeavePath(PATH, LATER)));
    assertThat(SkillPath.begin(gone, command(List.of(), START, TALKING))).isEmpty();
    assertThat(SkillPath.begin(gone, command(List.of(), LATER, TALKING))).isEmpty();
    assertThat(SkillPath.begin(gone, command(List.of(), LATER.plusSeconds(1), TALKING))).hasSize(2);
  }

  private static List<SkillPathEvent> begin(SkillRoute... skills) {
    return SkillPath.begin(null, command(List.of(), START, skills));
  }

  private static BeginPath command(List<CourseResult> known, Instant at, SkillRoute... skills) {
    return new BeginPath(
        PATH,
        ROLLOUT,
        "skills",
        "matrix",
        person(1),
        List.of("clerks"),
        List.of(skills),
        known,
        DUE,
        List.of(LATER),
        at);
  }

  private static SkillPath path(SkillRoute... skills) {
    return History.of(SkillPath::evolve, begin(skills));
  }

  private static SkillPath after(SkillPath path, NoteResult... results) {
    SkillPath state = path;
    for (NoteResult result : results) {
      state = History.more(SkillPath::evolve, state, state.note(result));
    }
    return state;
  }

  private static NoteResult result(String course, @Nullable Double score) {
    return new NoteResult(PATH, new CourseResult(course, score), LATER);
  }

  private static PathBegun begun(SkillRoute... skills) {
    return new PathBegun(
        PATH,
        ROLLOUT,
        "skills",
        "matrix",
        person(1),
        List.of("clerks"),
        List.of(skills),
        DUE,
        List.of(LATER),
        START);
  }

  /** Tests are due from the start, the rest later. */
  private static CoursesDue due(String... courses) {
    Instant at = List.of(courses).get(0).endsWith("-test") ? START : LATER;
    return new CoursesDue(PATH, ROLLOUT, "skills", person(1), List.of(courses), DUE, at);
  }

  private static CourseCounted counted(String course) {
    return new CourseCounted(PATH, ROLLOUT, "skills", person(1), course, LATER);
  }

  private static BaselinePassed passed(String skill, String test, double score, double pass) {
    return new BaselinePassed(PATH, ROLLOUT, "skills", person(1), skill, test, score, pass, LATER);
  }

  private static BaselineFailed failed(String skill, String test, double score, double pass) {
    return new BaselineFailed(PATH, ROLLOUT, "skills", person(1), skill, test, score, pass, LATER);
  }

  private static PathCompleted completed() {
    return completedAt(LATER);
  }

  private static PathCompleted completedAt(Instant at) {
    return new PathCompleted(PATH, ROLLOUT, "skills", person(1), at);
  }
}
