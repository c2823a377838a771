package org.uitrol.application.shared;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.domain.rollout.reaction.ReactionTrigger.*;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.uitrol.application.shared.EventCatalog.Entry;
import org.uitrol.domain.rollout.reaction.ReactionTrigger;

/** Of each event of the catalogue: by what a plan reacts to it, or why a plan doesn't. */
class WhatAPlanMayReactTo {

  private static final String BEFORE = "no department has begun, or it is about the plan itself";
  private static final String COUNCIL = "it is between managers and the works council";
  private static final String OTHER = "the department hears of it by another event: ";
  private static final String BY_ITSELF = "Uitrol does by itself what follows from it";
  private static final String ROUND = "reactions to reactions could go round for ever";
  private static final String MANAGER = "a manager decided so and knows";
  private static final String PRIVATE = "what a person chose or answered is nobody's business";
  private static final String OUTSIDE = "it is about a place outside, not about a campaign";
  private static final String OVER = "nothing is done any more";

  private static final Map<String, List<ReactionTrigger>> TRIGGERS =
      Map.ofEntries(
          entry("campaign.wave-started", List.of(WAVE_STARTED)),
          entry("campaign.completed", List.of(CAMPAIGN_COMPLETED)),
          entry("usage.imported", List.of(USAGE_REPORTED, USE_IDLE, USE_LASTING)),
          entry("rollout.plan-changed", List.of(PLAN_CHANGED)),
          entry("stage.entered", List.of(STAGE_ENTERED)),
          entry("activity.started", List.of(ACTIVITY_STARTED)),
          entry("activity.missed", List.of(ACTIVITY_MISSED)),
          entry("activity.done", List.of(ACTIVITY_DONE)),
          entry("rollout.member-joined", List.of(MEMBER_JOINED)),
          entry("rollout.member-left", List.of(MEMBER_LEFT)),
          entry("gate.blocked", List.of(GATE_BLOCKED)),
          entry("gate.opened", List.of(GATE_OPENED)),
          entry("gate.overdue", List.of(GATE_OVERDUE)),
          entry("rollout.held", List.of(ROLLOUT_HELD)),
          entry("rollout.released", List.of(ROLLOUT_RELEASED)),
          entry("rollout.resumed", List.of(ROLLOUT_RESUMED)),
          entry("rollout.completed", List.of(ROLLOUT_COMPLETED)),
          entry("session.answered", List.of(SESSION_ACCEPTED, SESSION_DECLINED)),
          entry("session.waitlisted", List.of(SESSION_WAITLISTED)),
          entry("session.rescheduled", List.of(SESSION_RESCHEDULED)),
          entry("session.cancelled", List.of(SESSION_CANCELLED)),
          entry("attendance.recorded", List.of(ATTENDANCE_RECORDED)),
          entry("survey.opened", List.of(SURVEY_OPENED)),
          entry("survey.closed", List.of(SURVEY_CLOSED)),
          entry("learner.enrolled", List.of(COURSE_ENROLLED)),
          entry("learner.completed", List.of(COURSE_COMPLETED)),
          entry("learner.overdue", List.of(COURSE_OVERDUE)),
          entry("learner.scored", List.of(COURSE_COMPLETED)),
          entry("path.completed", List.of(PATH_COMPLETED)),
          entry("followup.escalated", List.of(FOLLOW_UP_ESCALATED)),
          entry("followup.closed", List.of(FOLLOW_UP_CLOSED)),
          entry("concern.raised", List.of(CONCERN_RAISED)),
          entry("concern.answered", List.of(CONCERN_ANSWERED)),
          entry("concern.overdue", List.of(CONCERN_OVERDUE)),
          entry("dispatch.failed", List.of(MAIL_FAILED)),
          entry("dispatch.suppressed", List.of(MAIL_FAILED)),
          entry("dispatch.bounced", List.of(MAIL_BOUNCED)));

  private static final Map<String, String> REASONS =
      Map.ofEntries(
          entry("evidence.usage", OTHER + "usage.reported"),
          entry("evidence.untrained", "what isn't true was never a reason"),
          entry("learner.begun", PRIVATE),
          entry("learner.judged", "a path follows it by itself"),
          entry("learner.result-withdrawn", "what isn't true was never a reason"),
          entry("learning-account.matched", "it is about no campaign"),
          entry("learning-account.released", "it is about no campaign"),
          entry("path.baseline-told", BY_ITSELF),
          entry("path.course-discounted", "what isn't true was never a reason"),
          entry("erasure.requested", "it is about no campaign"),
          entry("erasure.approved", "it is about no campaign"),
          entry("erasure.refused", "it is about no campaign"),
          entry("erasure.withdrawn", "it is about no campaign"),
          entry("erasure.expired", "it is about no campaign"),
          entry("erasure.step-done", "it is about no campaign"),
          entry("erasure.carried-out", "it is about no campaign"),
          entry("erasure.repeated", "it is about no campaign"),
          entry("erasure.readmitted", "it is about no campaign"),
          entry("rebuild.begun", "it is about no campaign"),
          entry("rebuild.switched", "it is about no campaign"),
          entry("rebuild.stopped", "it is about no campaign"),
          entry("retention.ran", "it is about no campaign"),
          entry("hold.began", "it is about no campaign"),
          entry("hold.due-released", "it is about no campaign"),
          entry("hold.due-discarded", "it is about no campaign"),
          entry("hold.released", "it is about no campaign"),
          entry("survey.answers-brought", PRIVATE),
          entry("answer-source.connected", MANAGER),
          entry("answer-source.mapped", MANAGER),
          entry("answer-source.secret-renewed", OUTSIDE),
          entry("answer-source.answers-taken", PRIVATE),
          entry("answer-source.closed", MANAGER),
          entry("campaign.plan-drafted", BEFORE),
          entry("campaign.plan-submitted", BEFORE),
          entry("campaign.plan-returned", BEFORE),
          entry("campaign.plan-approved", BEFORE),
          entry("campaign.launched", BEFORE),
          entry("campaign.amended", OTHER + "rollout.plan-changed, when it takes it up"),
          entry("campaign.amendment-dropped", BEFORE),
          entry("campaign.consultation-noted", COUNCIL),
          entry("campaign.question-answered", OTHER + "gate.blocked tells what is still owed"),
          entry("consultation.asked", COUNCIL),
          entry("consultation.opinion-given", COUNCIL),
          entry("consultation.condition-met", COUNCIL),
          entry("consultation.advice-set-aside", COUNCIL),
          entry("consultation.settled", COUNCIL),
          entry("consultation.reopened", COUNCIL),
          entry("consultation.suspension-ended", COUNCIL),
          entry("campaign.wave-scheduled", BEFORE),
          entry("campaign.departments-queued", BEFORE),
          entry("campaign.department-admitted", OTHER + "stage.entered"),
          entry("campaign.stage-reached", OTHER + "stage.entered"),
          entry("campaign.department-completed", OTHER + "rollout.completed"),
          entry("campaign.reaction-granted", ROUND),
          entry("campaign.reaction-refused", ROUND),
          entry("campaign.paused", "in a pause reactions wait; rollout.resumed ends it"),
          entry("campaign.resumed", OTHER + "rollout.resumed"),
          entry("campaign.cancelled", OVER),
          entry("campaign.dossier-taken", "it is about what is known, not about a department"),
          entry("department.named", "it is about no campaign"),
          entry("employee.joined", OTHER + "member.joined"),
          entry("employee.moved", OTHER + "member.left and member.joined"),
          entry("employee.manager-changed", "it is about no campaign"),
          entry("employee.left", OTHER + "member.left"),
          entry("employee.returned", OTHER + "member.joined"),
          entry("employee.details-changed", "it is about no campaign"),
          entry("rollout.started", OTHER + "stage.entered"),
          entry("rollout.amended", OTHER + "rollout.plan-changed, when it takes it up"),
          entry("rollout.consultation-noted", COUNCIL),
          entry("rollout.member-leaving", OTHER + "member.left, when they go"),
          entry("rollout.member-stayed", "everything is as it was"),
          entry("rollout.member-reached", BY_ITSELF),
          entry("rollout.champion-offered", "the plan speaks to champions as a segment"),
          entry("rollout.champion-withdrew", PRIVATE),
          entry("rollout.answers-noted", OTHER + "gate.blocked tells what is still owed"),
          entry("stage.skipped", MANAGER),
          entry("stage.rolled-back", MANAGER),
          entry("activity.planned", OTHER + "activity.started, when it is due"),
          entry("activity.sessions-planned", BY_ITSELF),
          entry("activity.session-over", OTHER + "activity.done"),
          entry("activity.skipped", MANAGER),
          entry("evidence.recorded", OTHER + "survey.closed"),
          entry("evidence.withdrawn", OTHER + "survey.closed"),
          entry("evidence.concerns", OTHER + "concern.raised and concern.answered"),
          entry("evidence.trained", OTHER + "course.completed"),
          entry("evidence.attended", OTHER + "attendance.recorded"),
          entry("reaction.fired", ROUND),
          entry("reaction.refused", ROUND),
          entry("reaction.asked", ROUND),
          entry("gate.condition-waived", MANAGER),
          entry("gate.approved", OTHER + "gate.opened, when that was all"),
          entry("rollout.paused", "in a pause reactions wait; rollout.resumed ends it"),
          entry("rollout.cancelled", OVER),
          entry("session.planned", BY_ITSELF),
          entry("session.seat-taken", OTHER + "session.accepted"),
          entry("session.seat-released", BY_ITSELF),
          entry("session.ended", OTHER + "attendance.recorded and activity.done"),
          entry("session.presenter-changed", MANAGER),
          entry("room.reserved", "it is about a room"),
          entry("room.closed", "it is about a room"),
          entry("room.reopened", "it is about a room"),
          entry("room.released", "it is about a room"),
          entry("survey.person-invited", BY_ITSELF),
          entry("survey.person-uninvited", BY_ITSELF),
          entry("survey.reminded", BY_ITSELF),
          entry("participation.recorded", PRIVATE),
          entry("learner.reminded", BY_ITSELF),
          entry("learner.withdrawn", "the course isn't asked of the person any more"),
          entry("path.begun", BY_ITSELF),
          entry("path.course-counted", OTHER + "course.completed"),
          entry("path.baseline-passed", OTHER + "course.completed, with the score"),
          entry("path.baseline-failed", OTHER + "course.completed, with the score"),
          entry("path.baseline-unscored", BY_ITSELF),
          entry("path.courses-due", OTHER + "course.enrolled"),
          entry("path.courses-spared", BY_ITSELF),
          entry("path.reminded", BY_ITSELF),
          entry("path.left", "the path isn't asked of the person any more"),
          entry("followup.opened", ROUND),
          entry("followup.reminded", ROUND),
          entry("followup.step-skipped", ROUND),
          entry("concern.marked", OTHER + "gate.blocked"),
          entry("concern.unmarked", MANAGER),
          entry("concern.owner-changed", MANAGER),
          entry("concern.withdrawn", PRIVATE),
          entry("concern.reopened", BY_ITSELF),
          entry("results.told", MANAGER),
          entry("usage.looked-at", MANAGER),
          entry("replay.asked", MANAGER),
          entry("dispatch.requested", BY_ITSELF),
          entry("dispatch.postponed", BY_ITSELF),
          entry("dispatch.handing-over", BY_ITSELF),
          entry("dispatch.handed-over", "that a mail arrives is as it should be"),
          entry("dispatch.deferred", BY_ITSELF),
          entry("dispatch.gathered", BY_ITSELF),
          entry("dispatch.sent-within", "that a mail arrives is as it should be"),
          entry("dispatch.unknown", "a person looks at it, on the page of mails"),
          entry("dispatch.send-again", MANAGER),
          entry("dispatch.left", MANAGER),
          entry("dispatch.released", BY_ITSELF),
          entry("consent.withdrawn", PRIVATE),
          entry("goals.reminders-chosen", PRIVATE),
          entry("goals.reminded", PRIVATE),
          entry("consent.given", PRIVATE),
          entry("feed.opened", PRIVATE),
          entry("feed.withdrawn", PRIVATE),
          entry("address.returned", OTHER + "dispatch.bounced"),
          entry("address.suppressed", OTHER + "dispatch.suppressed, of the mails that don't go"),
          entry("address.released", MANAGER),
          entry("channel.opened", OUTSIDE),
          entry("channel.changed", OUTSIDE),
          entry("channel.moved", OUTSIDE),
          entry("channel.secret-renewed", OUTSIDE),
          entry("channel.paused", OUTSIDE),
          entry("channel.resumed", OUTSIDE),
          entry("channel.closed", OUTSIDE),
          entry("channel.tested", OUTSIDE),
          entry("channel.sent-again", OUTSIDE),
          entry("checkpoint.asked", OUTSIDE),
          entry("checkpoint.signed", OUTSIDE),
          entry("checkpoint.refused", OUTSIDE));

  @Test
  void is_decided_for_each_event_of_the_catalogue() {
    Set<String> decided = new TreeSet<>(TRIGGERS.keySet());
    decided.addAll(REASONS.keySet());

    assertThat(decided)
        .hasSize(TRIGGERS.size() + REASONS.size())
        .containsExactlyInAnyOrderElementsOf(
            Events.all().entries().stream().map(Entry::name).toList());
    assertThat(REASONS.values()).noneMatch(String::isBlank);
  }

  @Test
  void is_every_trigger_that_there_is() {
    Set<ReactionTrigger> used = EnumSet.noneOf(ReactionTrigger.class);
    TRIGGERS.values().forEach(used::addAll);

    assertThat(used).containsExactlyInAnyOrderElementsOf(Arrays.asList(ReactionTrigger.values()));
  }
}
