package org.uitrol.domain.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.domain.rollout.OneDepartment.ID;
import static org.uitrol.domain.rollout.OneDepartment.MONDAY;
import static org.uitrol.domain.rollout.OneDepartment.TUESDAY;
import static org.uitrol.domain.rollout.OneDepartment.surveyClosed;
import static org.uitrol.domain.testing.History.refusal;
import static org.uitrol.domain.testing.Meetings.people;
import static org.uitrol.domain.testing.Plans.WRITER;
import static org.uitrol.domain.testing.Plans.activity;
import static org.uitrol.domain.testing.Plans.announcement;
import static org.uitrol.domain.testing.Plans.gate;
import static org.uitrol.domain.testing.Plans.person;
import static org.uitrol.domain.testing.Plans.presentation;
import static org.uitrol.domain.testing.Plans.stage;
import static org.uitrol.domain.testing.Plans.stages;
import static org.uitrol.domain.testing.Plans.survey;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.rollout.RolloutCommand.AddMember;
import org.uitrol.domain.rollout.RolloutCommand.CancelRollout;
import org.uitrol.domain.rollout.RolloutCommand.HoldRollout;
import org.uitrol.domain.rollout.RolloutCommand.NoteSessions;
import org.uitrol.domain.rollout.RolloutCommand.RemoveMember;
import org.uitrol.domain.rollout.RolloutEvent.ActivityDone;
import org.uitrol.domain.rollout.RolloutEvent.ActivityMissed;
import org.uitrol.domain.rollout.RolloutEvent.ActivityPlanned;
import org.uitrol.domain.rollout.RolloutEvent.ActivityStarted;
import org.uitrol.domain.rollout.RolloutEvent.RolloutCancelled;
import org.uitrol.domain.rollout.RolloutEvent.SessionsNoted;

class ActivitiesComeDue {

  @Test
  void so_many_working_days_after_the_stage_began() {
    OneDepartment finance =
        OneDepartment.with(
            3,
            stages(stage(StageName.ANNOUNCE, activity("news", ActivityKind.ANNOUNCEMENT, 5, 0))));
    assertThat(finance.events())
        .contains(
            new ActivityPlanned(
                ID,
                activity("news", ActivityKind.ANNOUNCEMENT, 5, 0),
                Instant.parse("2027-01-18T08:00:00Z"),
                MONDAY));
    assertThat(finance.startActivity("news", MONDAY)).isEmpty();
    assertThat(finance.startActivity("other", MONDAY)).isEmpty();
  }

  @Test
  void and_an_announcement_is_done_once_it_is_out() {
    OneDepartment finance = blocked(announcement("news"));
    assertThat(finance.startActivity("news", MONDAY))
        .startsWith(
            new ActivityStarted(ID, announcement("news"), people(3), MONDAY, MONDAY),
            new ActivityDone(ID, "news", MONDAY));
    assertThat(finance.startActivity("news", MONDAY)).isEmpty();
  }

  @Test
  void and_a_survey_lasts_until_the_close_of_its_last_working_day() {
    OneDepartment finance = blocked(survey("readiness"));
    assertThat(finance.startActivity("readiness", MONDAY))
        .containsExactly(
            new ActivityStarted(
                ID, survey("readiness"), people(3), Instant.parse("2027-01-21T16:00:00Z"), MONDAY));
    assertThat(finance.now().activityReport())
        .singleElement()
        .satisfies(
            report -> {
              assertThat(report.state()).isEqualTo("started");
              assertThat(report.endsAt()).isEqualTo(Instant.parse("2027-01-21T16:00:00Z"));
            });
  }

  @Test
  void and_news_that_is_more_than_five_working_days_late_is_not_sent_any_more() {
    Instant fiveLate = Instant.parse("2027-01-18T08:00:00Z");
    Instant sixLate = Instant.parse("2027-01-19T08:00:00Z");
    assertThat(blocked(announcement("news")).startActivity("news", fiveLate))
        .contains(new ActivityDone(ID, "news", fiveLate));
    OneDepartment finance = blocked(announcement("news"));
    assertThat(finance.startActivity("news", sixLate))
        .contains(new ActivityMissed(ID, "news", MONDAY, sixLate))
        .noneMatch(ActivityStarted.class::isInstance);
    assertThat(finance.startActivity("news", sixLate)).isEmpty();
  }

  @Test
  void and_everything_else_starts_late_with_its_full_length() {
    Instant february = Instant.parse("2027-02-01T08:00:00Z");
    assertThat(blocked(survey("readiness")).startActivity("readiness", february))
        .contains(
            new ActivityStarted(
                ID,
                survey("readiness"),
                people(3),
                Instant.parse("2027-02-11T16:00:00Z"),
                february));
  }

  @Test
  void and_are_over_at_once_where_nobody_works() {
    OneDepartment nobody =
        OneDepartment.with(
            0, stages(stage(StageName.ANNOUNCE, gate(5, null), presentation("plans"))));
    assertThat(nobody.startActivity("plans", MONDAY))
        .contains(new ActivityDone(ID, "plans", MONDAY));
    assertThat(nobody.when(new NoteSessions(ID, "plans", Set.of(), Set.of(), MONDAY)))
        .containsExactly(new SessionsNoted(ID, "plans", List.of(), List.of(), MONDAY));
  }

  @Test
  void but_not_in_a_cancelled_rollout() {
    OneDepartment finance = blocked(announcement("news"));
    assertThat(finance.when(new CancelRollout(ID, MONDAY)))
        .containsExactly(new RolloutCancelled(ID, MONDAY));
    assertThat(finance.when(new CancelRollout(ID, MONDAY))).isEmpty();
    assertThat(finance.startActivity("news", MONDAY)).isEmpty();
    assertThat(finance.observe(surveyClosed("news", Map.of("responses.rate", 1.0)), TUESDAY))
        .isEmpty();
    assertThat(finance.when(new AddMember(ID, person(9), TUESDAY))).isEmpty();
    assertThat(finance.when(new RemoveMember(ID, person(1), TUESDAY))).isEmpty();
    assertThat(refusal(() -> finance.when(new HoldRollout(ID, WRITER, "wait", TUESDAY))))
        .isEqualTo("ROLLOUT_STATUS");
  }

  private static OneDepartment blocked(ActivityPlan activity) {
    return OneDepartment.with(3, stages(stage(StageName.ANNOUNCE, gate(20, null), activity)));
  }
}
