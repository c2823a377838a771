package org.uitrol.domain.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.domain.testing.History.refusal;
import static org.uitrol.domain.testing.Plans.person;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.shared.LearnerRecordId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.testing.History;
import org.uitrol.domain.testing.Story;
import org.uitrol.domain.training.LearnerCommand.CheckDeadline;
import org.uitrol.domain.training.LearnerCommand.CompleteCourse;
import org.uitrol.domain.training.LearnerCommand.Enrol;
import org.uitrol.domain.training.LearnerCommand.RemindLearner;
import org.uitrol.domain.training.LearnerCommand.Withdraw;
import org.uitrol.domain.training.LearnerEvent.CourseCompleted;
import org.uitrol.domain.training.LearnerEvent.CourseOverdue;
import org.uitrol.domain.training.LearnerEvent.CourseScored;
import org.uitrol.domain.training.LearnerEvent.LearnerEnrolled;
import org.uitrol.domain.training.LearnerEvent.LearnerReminded;
import org.uitrol.domain.training.LearnerEvent.LearnerWithdrawn;
import org.uitrol.domain.training.LearnerRecord.State;

class ALearner {

  private static final LearnerRecordId RECORD = new LearnerRecordId("l-1");
  private static final RolloutId ROLLOUT = new RolloutId("r-1");
  private static final Instant START = Instant.parse("2027-03-01T08:00:00Z");
  private static final Instant REMINDER = Instant.parse("2027-03-08T08:00:00Z");
  private static final Instant DUE = Instant.parse("2027-03-15T16:00:00Z");
  private static final Instant LATE = Instant.parse("2027-03-16T09:00:00Z");
  private static final LearnerEnrolled ENROLLED =
      new LearnerEnrolled(
          RECORD, ROLLOUT, "basics", "prompting", person(1), DUE, List.of(REMINDER), START);
  private static final CourseOverdue OVERDUE =
      new CourseOverdue(RECORD, ROLLOUT, "basics", "prompting", person(1), DUE);
  private static final LearnerWithdrawn WITHDRAWN = new LearnerWithdrawn(RECORD, START);

  private record Step(int kind, int hours) {}

  @Test
  void is_enrolled_once() {
    assertThat(LearnerRecord.enrol(null, enrol())).containsExactly(ENROLLED);
    assertThat(LearnerRecord.enrol(after(), enrol())).isEmpty();
    assertThat(LearnerRecord.enrol(after(OVERDUE), enrol())).isEmpty();
    assertThat(LearnerRecord.enrol(after(completed(START)), enrol())).isEmpty();
  }

  @Test
  void finishes_once() {
    assertThat(after().complete(complete(0.8, START))).containsExactly(completed(START));
    assertThat(after(completed(START)).complete(complete(0.8, LATE))).isEmpty();
    assertThat(after(completed(START)).complete(complete(null, LATE))).isEmpty();
    assertThat(after(completed(START)).state()).isEqualTo(State.COMPLETED);
  }

  @Test
  void finishes_also_after_the_deadline_or_without_a_score() {
    assertThat(after(OVERDUE).complete(complete(0.8, LATE))).containsExactly(completed(LATE));
    assertThat(after().complete(complete(null, START)))
        .singleElement()
        .isInstanceOfSatisfying(CourseCompleted.class, one -> assertThat(one.score()).isNull());
  }

  @Test
  void may_get_a_score_later_and_another_one_after_that() {
    LearnerRecord unscored = after(completed(null, LATE));
    assertThat(unscored.complete(complete(0.4, START))).containsExactly(scored(0.4, START));
    LearnerRecord low = after(completed(null, LATE), scored(0.4, START));
    assertThat(low.complete(complete(0.4, LATE))).isEmpty();
    assertThat(low.complete(complete(0.3, START))).containsExactly(scored(0.3, START));
    assertThat(low.complete(complete(0.9, LATE))).containsExactly(scored(0.9, LATE));
    assertThat(refusal(() -> low.complete(complete(1.2, LATE)))).isEqualTo("SCORE_OUT_OF_RANGE");
  }

  @Test
  void keeps_the_score_of_the_latest_attempt() {
    LearnerRecord retaken = after(completed(START), scored(0.9, LATE));
    assertThat(retaken.complete(complete(0.8, START))).isEmpty();
    assertThat(retaken.state()).isEqualTo(State.COMPLETED);
  }

  @Test
  void cannot_score_outside_zero_to_one() {
    for (double score : new double[] {-0.01, 1.01, 85, Double.NaN}) {
      assertThat(refusal(() -> after().complete(complete(score, START))))
          .isEqualTo("SCORE_OUT_OF_RANGE");
    }
    assertThat(after().complete(complete(0.0, START))).hasSize(1);
    assertThat(after().complete(complete(1.0, START))).hasSize(1);
  }

  @Test
  void is_reminded_of_each_number_once_and_not_after_the_deadline() {
    RemindLearner remind = new RemindLearner(RECORD, 1, REMINDER);
    LearnerReminded reminded = reminded(1);
    assertThat(after().remind(remind)).containsExactly(reminded);
    assertThat(after(reminded).remind(remind)).isEmpty();
    assertThat(after(reminded).remind(new RemindLearner(RECORD, 2, REMINDER)))
        .containsExactly(reminded(2));
    assertThat(after().remind(new RemindLearner(RECORD, 1, DUE))).isEmpty();
  }

  @Test
  void is_not_reminded_of_what_is_finished_overdue_or_given_up() {
    RemindLearner remind = new RemindLearner(RECORD, 1, REMINDER);
    assertThat(after(completed(START)).remind(remind)).isEmpty();
    assertThat(after(OVERDUE).remind(remind)).isEmpty();
    assertThat(after(WITHDRAWN).remind(remind)).isEmpty();
  }

  @Test
  void is_overdue_once_the_deadline_has_come() {
    assertThat(after().checkDeadline(new CheckDeadline(RECORD, DUE.minusSeconds(1)))).isEmpty();
    assertThat(after().checkDeadline(new CheckDeadline(RECORD, DUE))).containsExactly(OVERDUE);
    assertThat(after(OVERDUE).checkDeadline(new CheckDeadline(RECORD, LATE))).isEmpty();
    assertThat(after(completed(START)).checkDeadline(new CheckDeadline(RECORD, DUE))).isEmpty();
    assertThat(after(WITHDRAWN).checkDeadline(new CheckDeadline(RECORD, DUE))).isEmpty();
  }

  @Test
  void is_withdrawn_once_unless_it_was_finished() {
    Withdraw withdraw = new Withdraw(RECORD, START);
    assertThat(after().withdraw(withdraw)).containsExactly(WITHDRAWN);
    assertThat(after(OVERDUE).withdraw(withdraw)).containsExactly(WITHDRAWN);
    assertThat(after(WITHDRAWN).withdraw(withdraw)).isEmpty();
    assertThat(after(completed(START)).withdraw(withdraw)).isEmpty();
  }

  @Test
  void who_comes_back_is_enrolled_anew_with_all_reminders() {
    LearnerRecord gone = after(reminded(1), WITHDRAWN);
    List<LearnerEvent> events = LearnerRecord.enrol(gone, enrol());
    assertThat(events).containsExactly(ENROLLED);
    LearnerRecord back = History.more(LearnerRecord::evolve, gone, events);
    assertThat(back.remind(new RemindLearner(RECORD, 1, REMINDER))).hasSize(1);
  }

  @Property(tries = 500)
  void never_unlearns_a_course(@ForAll("steps") List<Step> steps) {
    Story<LearnerRecord, LearnerCommand, LearnerEvent> story =
        new Story<>(ALearner::decide, LearnerRecord::evolve);
    Instant at = START;
    for (Step step : steps) {
      at = at.plusSeconds(3600L * step.hours());
      boolean done = story.state().filter(one -> one.state() == State.COMPLETED).isPresent();
      List<LearnerEvent> events =
          story.play(
              switch (step.kind()) {
                case 0 -> complete(0.8, at);
                case 1 -> new Withdraw(RECORD, at);
                case 2 -> new CheckDeadline(RECORD, at);
                case 3, 4 -> new RemindLearner(RECORD, step.kind() - 2, at);
                default -> enrol();
              });
      if (done) {
        assertThat(events).isEmpty();
      }
    }
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 6), Arbitraries.integers().between(0, 100))
        .as(Step::new)
        .list()
        .ofMaxSize(20);
  }

  private static List<LearnerEvent> decide(
      @Nullable LearnerRecord learner, LearnerCommand command) {
    if (command instanceof Enrol enrol) {
      return LearnerRecord.enrol(learner, enrol);
    } else if (learner == null) {
      return List.of();
    } else if (command instanceof CompleteCourse complete) {
      return learner.complete(complete);
    } else if (command instanceof Withdraw withdraw) {
      return learner.withdraw(withdraw);
    } else if (command instanceof CheckDeadline check) {
      return learner.checkDeadline(check);
    } else if (command instanceof RemindLearner remind) {
      return learner.remind(remind);
    }
    throw new IllegalStateException("no test plays " + command);
  }

  private static Enrol enrol() {
    return new Enrol(
        RECORD, ROLLOUT, "basics", "prompting", person(1), DUE, List.of(REMINDER), START);
  }

  private static CompleteCourse complete(@Nullable Double score, Instant at) {
    return new CompleteCourse(RECORD, score, "csv", at, at);
  }

  private static CourseCompleted completed(Instant at) {
    return completed(0.8, at);
  }

  private static CourseCompleted completed(@Nullable Double score, Instant at) {
    return new CourseCompleted(
        RECORD, ROLLOUT, "basics", "prompting", person(1), score, "csv", at, at);
  }

  private static CourseScored scored(double score, Instant at) {
    return new CourseScored(
        RECORD, ROLLOUT, "basics", "prompting", person(1), score, "csv", at, at);
  }

  private static LearnerReminded reminded(int number) {
    return new LearnerReminded(RECORD, ROLLOUT, "basics", "prompting", person(1), number, REMINDER);
  }

  private static LearnerRecord after(LearnerEvent... events) {
    List<LearnerEvent> all = new ArrayList<>();
    all.add(ENROLLED);
    all.addAll(List.of(events));
    return History.of(LearnerRecord::evolve, all);
  }
}
