package org.uitrol.application.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.application.testing.SamplePlan.COPILOT;
import static org.uitrol.application.testing.SamplePlan.FINANCE;
import static org.uitrol.application.testing.SamplePlan.LEGAL;
import static org.uitrol.application.testing.SamplePlan.READER;
import static org.uitrol.application.testing.SamplePlan.WRITER;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.uitrol.application.communication.port.Delivery;
import org.uitrol.application.communication.port.Delivery.Refused;
import org.uitrol.application.concern.Concerns;
import org.uitrol.application.concern.Concerns.Question;
import org.uitrol.application.testing.SamplePlan;
import org.uitrol.domain.campaign.CampaignCommand.CancelCampaign;
import org.uitrol.domain.campaign.CampaignCommand.PauseCampaign;
import org.uitrol.domain.campaign.CampaignCommand.ResumeCampaign;
import org.uitrol.domain.communication.DispatchCommand.RecordBounce;
import org.uitrol.domain.communication.DispatchEvent.DispatchFailed;
import org.uitrol.domain.concern.Concern.Origin;
import org.uitrol.domain.concern.ConcernCategory;
import org.uitrol.domain.followup.FollowUpCommand.CloseFollowUp;
import org.uitrol.domain.followup.FollowUpEvent.FollowUpOpened;
import org.uitrol.domain.followup.FollowUpKind;
import org.uitrol.domain.followup.FollowUpOutcome;
import org.uitrol.domain.rollout.RolloutEvent.ReactionFired;
import org.uitrol.domain.rollout.RolloutStatus;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.rollout.reaction.ActionPlan;
import org.uitrol.domain.rollout.reaction.ActionPlan.EscalateTo;
import org.uitrol.domain.rollout.reaction.ActionPlan.Kind;
import org.uitrol.domain.rollout.reaction.ReactionPlan;
import org.uitrol.domain.session.Answer;
import org.uitrol.domain.session.Place;
import org.uitrol.domain.session.Session;
import org.uitrol.domain.session.SessionCommand.AnswerInvitation;
import org.uitrol.domain.session.SessionCommand.RescheduleSession;
import org.uitrol.domain.shared.ConcernId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Text;
import org.uitrol.domain.survey.SurveyEvent.SurveyOpened;

/** Mail, concerns, waves, newcomers and leavers, and what comes after a department is through. */
class AReactionToWhatElseHappens {

  private static final ActionPlan TO_OWNER =
      new ActionPlan(Kind.ESCALATE, "", EscalateTo.OWNER, 0, 0);
  private static final ActionPlan MAIL = new ActionPlan(Kind.MAIL, "pick-another-date", null, 0, 0);
  private static final PersonId F3 = new PersonId("f3");

  private final World world = World.thatHearsEverythingTwice("2027-01-08T12:00:00Z");

  @Test
  void comes_when_a_mail_is_refused_for_good_and_ends_when_its_own_mail_is_refused_too() {
    launch(react("lost", "mail.failed", "mail == 'why-copilot'", 100, MAIL, TO_OWNER));
    for (int answer = 0; answer < 200; answer++) {
      world.mail.answer(
          () -> new Delivery.PermanentFailure(550, "550 5.1.1 no such user", Refused.RECIPIENT));
    }
    world.play("2027-02-05T12:00:00Z");

    assertThat(world.events(DispatchFailed.class)).hasSizeGreaterThan(10);
    assertThat(fired())
        .filteredOn(fired -> fired.rollout().equals(World.rolloutOf(FINANCE)))
        .extracting(fired -> String.valueOf(fired.person()))
        .containsExactlyInAnyOrder("f1", "f2", "f3", "f4", "f5");
    assertThat(world.events(FollowUpOpened.class))
        .filteredOn(opened -> opened.kind() == FollowUpKind.CHASE)
        .hasSameSizeAs(fired());
  }

  @Test
  void comes_when_a_mail_bounces() {
    launch(react("lost", "mail.bounced", null, 1, TO_OWNER));
    world.play("2027-01-11T12:00:00Z");
    world.send(new RecordBounce(world.dispatch("f3", "why-copilot"), "5.1.1", world.now()));
    world.play("2027-01-12T12:00:00Z");

    assertThat(fired()).extracting(ReactionFired::person).containsExactly(F3);
    assertThat(world.mailTo("owner", "escalation")).hasSize(1);
  }

  @Test
  void comes_when_somebody_has_no_address_but_not_to_who_has_left() {
    launch(react("lost", "mail.failed", null, 1, TO_OWNER));
    world.vault.erase(F3);
    world.vault.erase(new PersonId("f4"));
    world.leave("f4");
    world.play("2027-01-12T12:00:00Z");

    assertThat(fired()).extracting(ReactionFired::person).containsExactly(F3);
  }

  @Test
  void comes_when_somebody_leaves_and_is_about_the_department() {
    launch(react("gone", "member.left", null, 2, TO_OWNER));
    world.play("2027-01-12T12:00:00Z");
    world.leave("f4");
    world.play("2027-01-13T12:00:00Z");

    assertThat(fired()).hasSize(1).extracting(ReactionFired::person).containsOnlyNulls();
    assertThat(world.mailTo("owner", "escalation")).hasSize(1);
  }

  @Test
  void comes_when_a_concern_is_raised_overdue_and_answered() {
    launch(
        react("asked", "concern.raised", "concern.category == 'data'", 9, TO_OWNER),
        react("late", "concern.overdue", null, 9, TO_OWNER),
        react("told", "concern.answered", null, 9, MAIL));
    world.play("2027-01-12T12:00:00Z");
    ask(ConcernCategory.TIME);
    ConcernId concern = ask(ConcernCategory.DATA);
    assertThat(names()).containsExactly("asked");

    world.play("2027-01-25T12:00:00Z");
    assertThat(names()).containsExactly("asked", "late", "late");

    world.concerns.answer(concern, 1, "Who sees what I type?", "Nobody but you.", true, WRITER);
    world.play("2027-01-26T12:00:00Z");
    assertThat(names()).containsExactly("asked", "late", "late", "told");
    assertThat(world.mailTo("f3", "pick-another-date")).hasSize(1);
  }

  @Test
  void comes_when_a_follow_up_of_one_person_is_closed() {
    launch(
        react(
            "declined",
            "session.declined",
            null,
            1,
            new ActionPlan(Kind.TASK, "", null, 0, 5, Text.of("en", "Read the letter"))),
        react("thanks", "follow-up.closed", "outcome == 'done'", 1, MAIL));
    world.play("2027-01-12T12:00:00Z");
    world.send(new AnswerInvitation(plans().id(), F3, Answer.DECLINED, world.now()));
    world.play("2027-01-13T12:00:00Z");
    FollowUpOpened task = world.events(FollowUpOpened.class).get(0);
    world.send(new CloseFollowUp(task.followUp(), FollowUpOutcome.DONE, world.now()));
    world.play("2027-01-14T12:00:00Z");

    assertThat(names()).containsExactly("declined", "thanks");
    assertThat(world.mailTo("f3", "pick-another-date")).hasSize(1);
  }

  @Test
  void comes_when_a_session_moves_and_when_a_pause_ends() {
    launch(
        react("moved", "session.rescheduled", null, 1, TO_OWNER),
        react("on", "rollout.resumed", null, 1, TO_OWNER));
    world.play("2027-01-12T12:00:00Z");
    Place place = plans().place();
    world.send(
        new RescheduleSession(
            plans().id(),
            new Place(place.start().plusHours(1), place.zone(), place.minutes(), place.room()),
            world.now()));
    world.send(new PauseCampaign(COPILOT, READER, "Elections", world.now()));
    world.send(new ResumeCampaign(COPILOT, READER, world.now()));

    assertThat(names()).containsExactly("moved", "on");
  }

  @Test
  void comes_in_departments_under_way_when_another_wave_starts_and_when_something_starts() {
    launch(
        react("rest", "wave.started", "wave == 'rest'", 1, MAIL),
        react("begun", "activity.started", "activity.kind == 'training'", 1, TO_OWNER));
    play("2027-03-31");

    assertThat(fired())
        .filteredOn(fired -> fired.reaction().equals("rest"))
        .extracting(ReactionFired::rollout)
        .containsExactly(World.rolloutOf(FINANCE));
    assertThat(world.mailTo("f3", "pick-another-date")).hasSize(1);
    assertThat(world.mailTo("l3", "pick-another-date")).isEmpty();
    assertThat(names()).filteredOn("begun"::equals).hasSize(2);
  }

  @Test
  void still_mails_and_asks_a_department_that_is_through() {
    launch(
        react(
            "live",
            "rollout.completed",
            null,
            1,
            MAIL,
            new ActionPlan(Kind.SURVEY, "readiness", null, 10, 5)),
        react("all", "campaign.completed", null, 1, TO_OWNER),
        react("late", "survey.closed", "stage == 'go-live'", 9, TO_OWNER));
    playUntilThrough();
    world.leave("f4");
    play("2027-04-23");

    assertThat(world.mailTo("f3", "pick-another-date")).hasSize(1);
    assertThat(afterwards())
        .extracting(SurveyOpened::invited)
        .allSatisfy(invited -> assertThat(invited).contains(F3).doesNotContain(new PersonId("f4")))
        .hasSize(1);
    assertThat(names()).filteredOn("all"::equals).hasSize(2);
    assertThat(names()).as("it is through").doesNotContain("late");
    assertThat(world.rollout(FINANCE).status()).isEqualTo(RolloutStatus.COMPLETED);
    assertThat(world.rollout(FINANCE).stage()).isEqualTo(StageName.GO_LIVE);
  }

  @Test
  void waits_afterwards_for_the_end_of_a_pause() {
    launch(surveyAfterwards());
    playUntilThrough();
    world.send(new PauseCampaign(COPILOT, READER, "Elections", world.now()));
    world.play("2027-04-09T16:00:00Z");
    assertThat(afterwards()).isEmpty();
    assertThat(world.rollout(FINANCE).status()).isEqualTo(RolloutStatus.COMPLETED);

    world.send(new ResumeCampaign(COPILOT, READER, world.now()));
    world.play("2027-04-13T16:00:00Z");

    assertThat(afterwards()).hasSize(1);
    assertThat(world.rollout(FINANCE).status()).isEqualTo(RolloutStatus.COMPLETED);
  }

  @Test
  void comes_to_nothing_afterwards_when_the_campaign_is_cancelled() {
    launch(surveyAfterwards());
    playUntilThrough();
    world.send(new CancelCampaign(COPILOT, READER, "No money", world.now()));
    world.play("2027-04-13T16:00:00Z");

    assertThat(afterwards()).isEmpty();
    assertThat(world.rollout(FINANCE).status()).isEqualTo(RolloutStatus.COMPLETED);
    assertThat(world.rollout(LEGAL).status()).isEqualTo(RolloutStatus.CANCELLED);
  }

  private static ReactionPlan surveyAfterwards() {
    return react(
        "live",
        "rollout.completed",
        null,
        1,
        new ActionPlan(Kind.SURVEY, "readiness", null, 10, 5));
  }

  private List<SurveyOpened> afterwards() {
    return world.events(SurveyOpened.class).stream()
        .filter(opened -> opened.rollout().equals(World.rolloutOf(FINANCE)))
        .filter(opened -> opened.activity().startsWith("live."))
        .toList();
  }

  private void launch(ReactionPlan... reactions) {
    world.launch(SamplePlan.reacting(reactions));
  }

  private Session plans() {
    return world.sessions(FINANCE, "plans").get(0);
  }

  private ConcernId ask(ConcernCategory category) {
    return world
        .concerns
        .ask(
            new Question(COPILOT, FINANCE, Origin.ANONYMOUS, null, category, "Who sees it?", false),
            Concerns.ANONYMOUS)
        .concern();
  }

  /** Everybody does what is asked, at the end of each day. */
  private void play(String until) {
    Instant end = Instant.parse(until + "T16:00:00Z");
    for (Instant day = day(); !day.isAfter(end); day = day.plus(1, ChronoUnit.DAYS)) {
      world.play(day.toString());
      world.everybodyActs();
    }
  }

  private void playUntilThrough() {
    for (Instant day = day();
        day.isBefore(Instant.parse("2027-03-31T16:00:00Z"))
            && (day.isBefore(Instant.parse("2027-01-12T16:00:00Z"))
                || world.rollout(FINANCE).status() == RolloutStatus.RUNNING);
        day = day.plus(1, ChronoUnit.DAYS)) {
      world.play(day.toString());
      world.everybodyActs();
    }
    assertThat(world.rollout(FINANCE).status()).isEqualTo(RolloutStatus.COMPLETED);
  }

  private Instant day() {
    return world.now().truncatedTo(ChronoUnit.DAYS).plus(16, ChronoUnit.HOURS);
  }

  private List<ReactionFired> fired() {
    return world.events(ReactionFired.class);
  }

  private List<String> names() {
    return fired().stream().map(ReactionFired::reaction).toList();
  }

  private static ReactionPlan react(
      String id, String on, @Nullable String when, int most, ActionPlan... then) {
    return new ReactionPlan(id, on, when, most, List.of(then));
  }
}
