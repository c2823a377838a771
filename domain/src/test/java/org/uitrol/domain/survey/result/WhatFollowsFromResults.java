package org.uitrol.domain.survey.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.uitrol.domain.testing.Plans.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SurveyId;
import org.uitrol.domain.survey.Ballot;
import org.uitrol.domain.survey.Cause;
import org.uitrol.domain.survey.SurveyPlan;
import org.uitrol.domain.survey.SurveyPlan.Kind;
import org.uitrol.domain.survey.SurveyPlan.Question;

class WhatFollowsFromResults {

  private static final Question READY = question("ready", true, null);
  private static final SurveyPlan PLAN =
      new SurveyPlan(
          text("Ready?"),
          null,
          List.of(
              READY,
              question("job", false, Cause.JOB_WORRY),
              question("time", false, Cause.NO_TIME)));

  @Test
  void is_what_holds_people_back_with_the_strongest_first() {
    Reading reading = reading(Map.of("r-1", answers("3", "5", "2"), "r-2", answers("3", "4", "2")));

    assertThat(reading.causes(Group.EVERYBODY))
        .extracting(Reading.Strength::cause)
        .containsExactly(Cause.JOB_WORRY, Cause.NO_TIME);
    assertThat(reading.causes(Group.EVERYBODY).get(0).strength()).isBetween(4.2, 4.9);
  }

  @Test
  void is_an_order_in_which_the_readiest_go_first() {
    Reading reading =
        reading(
            Map.of(
                "r-1", answers("2", "5", "2"),
                "r-2", answers("5", "1", "4"),
                "r-3", answers("3", "3", "3")));

    assertThat(reading.order())
        .extracting(Reading.Readiness::department)
        .containsExactly("r-2", "r-3", "r-1");
    assertThat(reading.order().get(2).holdsBack())
        .extracting(one -> one == null ? null : one.cause())
        .isEqualTo(Cause.JOB_WORRY);
  }

  /** A department of which nothing may be told is in no order. */
  @Test
  void leaves_out_departments_that_are_withheld() {
    Map<String, Counts> counts = new HashMap<>();
    counts.put("r-1", counts(answers("3", "3", "3"), 12));
    counts.put("r-2", counts(answers("5", "3", "3"), 4));

    assertThat(reading(counts, 12).order())
        .extracting(Reading.Readiness::department)
        .containsExactly("r-1");
  }

  @Test
  void is_an_interval_around_the_mean_that_is_narrower_when_nearly_all_answered() {
    Map<String, Counts> counts = Map.of("r-1", counts(answers("3", "3", "3"), 40));
    GroupResult group =
        reading(counts, 41)
            .sheet()
            .of("ready")
            .flatMap(one -> one.of(Group.EVERYBODY))
            .orElseThrow();
    Interval few = reading(counts, 400).interval(READY, group).orElseThrow();
    Interval nearlyAll = reading(counts, 41).interval(READY, group).orElseThrow();

    assertThat(few.low()).isLessThan(nearlyAll.low());
    assertThat(few.high()).isGreaterThan(nearlyAll.high());
    assertThat(nearlyAll.low()).isLessThan(3);
    assertThat(few.isApartFrom(nearlyAll)).isFalse();
    assertThat(new Interval(1, 2).isApartFrom(new Interval(2.1, 3))).isTrue();
  }

  /** Student's t as tables have it: 40, 60 and 120 degrees of freedom. */
  @Test
  void uses_t_as_in_the_tables() {
    assertThat(Interval.t(4)).isEqualTo(2.776);
    assertThat(Interval.t(40)).isCloseTo(2.021, within(0.01)).isGreaterThanOrEqualTo(2.021);
    assertThat(Interval.t(60)).isCloseTo(2.000, within(0.01)).isGreaterThanOrEqualTo(2.000);
    assertThat(Interval.t(120)).isCloseTo(1.980, within(0.01)).isGreaterThanOrEqualTo(1.980);
  }

  /** Drawn a thousand times from the same people, at least 95 in 100 intervals hold their mean. */
  @Test
  void holds_the_true_mean_as_often_as_it_says() {
    Random random = new Random(11);
    int held = 0;
    for (int draw = 0; draw < 1000; draw++) {
      int people = 15;
      Counts counts = Counts.NONE;
      for (int one = 0; one < people; one++) {
        int[] all = {1, 2, 2, 3, 3, 3, 4, 4, 5, 5};
        String answer = "" + all[random.nextInt(all.length)];
        counts = counts.with(PLAN.counted(), new Ballot(Map.of("ready", answer)), Traits.NONE);
      }
      Reading reading = reading(Map.of("r-1", counts), 10_000);
      Interval interval =
          reading
              .interval(
                  READY,
                  reading.sheet().of("ready").flatMap(one -> one.of(Group.EVERYBODY)).orElseThrow())
              .orElseThrow();
      held += interval.low() <= 3.2 && 3.2 <= interval.high() ? 1 : 0;
    }
    assertThat(held).isGreaterThanOrEqualTo(950);
  }

  private static Reading reading(Map<String, Map<String, String>> answers) {
    Map<String, Counts> counts = new HashMap<>();
    answers.forEach((department, one) -> counts.put(department, counts(one, 10)));
    return reading(counts, 20);
  }

  private static Reading reading(Map<String, Counts> counts, int invited) {
    return new Reading(
        PLAN,
        ResultSheet.of(PLAN, 5, counts),
        counts.keySet().stream()
            .map(one -> new ClosedSurvey(new SurveyId("q-" + one), new RolloutId(one), invited))
            .toList());
  }

  private static Counts counts(Map<String, String> answers, int people) {
    Counts counts = Counts.NONE;
    for (int one = 0; one < people; one++) {
      counts = counts.with(PLAN.counted(), new Ballot(answers), Traits.NONE);
    }
    return counts;
  }

  private static Map<String, String> answers(String ready, String job, String time) {
    return Map.of("ready", ready, "job", job, "time", time);
  }

  private static Question question(String id, boolean readiness, @Nullable Cause cause) {
    return new Question(
        id, Kind.SCALE, text(id), 5, null, null, List.of(), readiness, false, cause);
  }
}
