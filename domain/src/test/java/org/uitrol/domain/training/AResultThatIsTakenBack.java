package org.uitrol.domain.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.domain.testing.Plans.person;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.shared.LearnerRecordId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.testing.History;
import org.uitrol.domain.training.LearnerCommand.BeginCourse;
import org.uitrol.domain.training.LearnerCommand.CompleteCourse;
import org.uitrol.domain.training.LearnerCommand.TakeResultBack;
import org.uitrol.domain.training.LearnerEvent.CourseBegun;
import org.uitrol.domain.training.LearnerEvent.CourseCompleted;
import org.uitrol.domain.training.LearnerEvent.CourseJudged;
import org.uitrol.domain.training.LearnerEvent.CourseOverdue;
import org.uitrol.domain.training.LearnerEvent.CourseScored;
import org.uitrol.domain.training.LearnerEvent.LearnerEnrolled;
import org.uitrol.domain.training.LearnerEvent.LearnerWithdrawn;
import org.uitrol.domain.training.LearnerEvent.ResultWithdrawn;
import org.uitrol.domain.training.LearnerRecord.State;

class AResultThatIsTakenBack {

  private static final LearnerRecordId RECORD = new LearnerRecordId("l-1");
  private static final RolloutId ROLLOUT = new RolloutId("r-1");
  private static final Instant START = Instant.parse("2027-03-01T08:00:00Z");
  private static final Instant LATER = Instant.parse("2027-03-05T08:00:00Z");
  private static final Instant DUE = Instant.parse("2027-03-15T16:00:00Z");
  private static final Instant LATE = Instant.parse("2027-03-16T09:00:00Z");

  @Test
  void leaves_the_course_to_be_finished_again() {
    LearnerRecord done = after(completed("xapi/1", 0.8));
    assertThat(done.takeBack(back("xapi/1", LATER)))
        .containsExactly(withdrawn("xapi/1", null, null, null, LATER));
    LearnerRecord open =
        History.more(LearnerRecord::evolve, done, done.takeBack(back("xapi/1", LATER)));
    assertThat(open.state()).isEqualTo(State.ENROLLED);
    assertThat(open.result()).isNull();
    assertThat(open.complete(complete("csv", 0.8, null))).hasSize(1);
  }

  @Test
  void makes_it_late_at_once_when_the_deadline_has_passed() {
    LearnerRecord done = after(completed("xapi/1", 0.8));
    assertThat(done.takeBack(back("xapi/1", LATE)))
        .containsExactly(
            withdrawn("xapi/1", null, null, null, LATE),
            new CourseOverdue(RECORD, ROLLOUT, "basics", "prompting", person(1), LATE));
    assertThat(done.takeBack(back("xapi/1", DUE))).hasSize(2);
  }

  @Test
  void lets_what_others_told_count_again() {
    LearnerRecord done = after(completed("csv", null), scored("xapi/1", 0.9));
    assertThat(done.takeBack(back("xapi/1", LATE)))
        .containsExactly(withdrawn("xapi/1", null, null, START, LATE));
    LearnerRecord left =
        History.more(LearnerRecord::evolve, done, done.takeBack(back("xapi/1", LATE)));
    assertThat(left.state()).isEqualTo(State.COMPLETED);
    assertThat(left.result()).isEqualTo(new LearnerRecord.Result(null, null, START, "csv"));
  }

  @Test
  void keeps_a_later_score_when_the_earlier_one_goes() {
    LearnerRecord done = after(completed("xapi/1", 0.4), scored("xapi/2", 0.9));
    assertThat(done.takeBack(back("xapi/1", LATER)))
        .containsExactly(withdrawn("xapi/1", 0.9, null, LATER, LATER));
  }

  @Test
  void is_nothing_when_the_source_told_nothing_or_is_taken_back_already() {
    assertThat(after().takeBack(back("xapi/1", LATER))).isEmpty();
    assertThat(after(completed("csv", 0.8)).takeBack(back("xapi/1", LATER))).isEmpty();
    assertThat(
            after(completed("xapi/1", 0.8), withdrawn("xapi/1", null, null, null, LATER))
                .takeBack(back("xapi/1", LATER)))
        .isEmpty();
  }

  @Test
  void of_somebody_who_no_longer_follows_it_changes_no_more_than_that() {
    LearnerRecord gone = after(completed("xapi/1", 0.8), new LearnerWithdrawn(RECORD, LATER));
    List<LearnerEvent> events = gone.takeBack(back("xapi/1", LATE));
    assertThat(events).containsExactly(withdrawn("xapi/1", null, null, null, LATE));
    assertThat(History.more(LearnerRecord::evolve, gone, events).state())
        .isEqualTo(State.WITHDRAWN);
  }

  @Test
  void a_course_is_begun_once_and_not_when_it_is_finished() {
    BeginCourse begin = new BeginCourse(RECORD, "xapi/1", START, LATER);
    CourseBegun begun =
        new CourseBegun(RECORD, ROLLOUT, "basics", "prompting", person(1), "xapi/1", START, LATER);
    assertThat(after().begin(begin)).containsExactly(begun);
    assertThat(after(begun).begin(begin)).isEmpty();
    assertThat(after(completed("csv", 0.8)).begin(begin)).isEmpty();
    assertThat(after(begun, completed("csv", 0.8)).state()).isEqualTo(State.COMPLETED);
    assertThat(after(new LearnerWithdrawn(RECORD, START)).begin(begin)).isEmpty();
  }

  @Test
  void whether_it_was_passed_is_news_where_nothing_was_known() {
    CompleteCourse passed = complete("xapi/2", null, true);
    LearnerRecord unscored = after(completed("xapi/1", null));
    CourseJudged judged =
        new CourseJudged(
            RECORD, ROLLOUT, "basics", "prompting", person(1), true, "xapi/2", LATER, LATER);
    assertThat(unscored.complete(passed)).containsExactly(judged);
    assertThat(after(completed("xapi/1", null), judged).complete(passed)).isEmpty();
    assertThat(after(completed("xapi/1", 0.4)).complete(passed)).isEmpty();
    assertThat(after(completed("xapi/1", null), judged).complete(complete("csv", 0.3, null)))
        .singleElement()
        .isInstanceOf(CourseScored.class);
    assertThat(after().complete(passed))
        .singleElement()
        .isInstanceOfSatisfying(CourseCompleted.class, one -> assertThat(one.passed()).isTrue());
  }

  private static TakeResultBack back(String source, Instant at) {
    return new TakeResultBack(RECORD, source, at);
  }

  private static CompleteCourse complete(
      String source, @Nullable Double score, @Nullable Boolean passed) {
    return new CompleteCourse(RECORD, score, passed, source, LATER, LATER);
  }

  private static CourseCompleted completed(String source, @Nullable Double score) {
    return new CourseCompleted(
        RECORD, ROLLOUT, "basics", "prompting", person(1), score, source, START, START);
  }

  private static CourseScored scored(String source, double score) {
    return new CourseScored(
        RECORD, ROLLOUT, "basics", "prompting", person(1), score, source, LATER, LATER);
  }

  private static ResultWithdrawn withdrawn(
      String source,
      @Nullable Double score,
      @Nullable Boolean passed,
      @Nullable Instant completedAt,
      Instant at) {
    return new ResultWithdrawn(
        RECORD, ROLLOUT, "basics", "prompting", person(1), source, score, passed, completedAt, at);
  }

  private static LearnerRecord after(LearnerEvent... events) {
    List<LearnerEvent> all = new ArrayList<>();
    all.add(
        new LearnerEnrolled(
            RECORD, ROLLOUT, "basics", "prompting", person(1), DUE, List.of(), START));
    all.addAll(List.of(events));
    return History.of(LearnerRecord::evolve, all);
  }
}
