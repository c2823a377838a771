package org.uitrol.domain.rollout.reaction;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The events that a plan can react to, with the facts that a condition may ask for. */
public enum ReactionTrigger {
  STAGE_ENTERED("stage.entered", false, "stage"),
  ACTIVITY_STARTED("activity.started", false, "activity.id", "activity.kind"),
  ACTIVITY_MISSED("activity.missed", false, "activity.id", "activity.kind"),
  ACTIVITY_DONE("activity.done", false, "activity.id", "activity.kind"),
  SURVEY_OPENED("survey.opened", false, "activity.id"),
  SURVEY_CLOSED("survey.closed", false, "activity.id"),
  SESSION_RESCHEDULED("session.rescheduled", false, "activity.id", "activity.kind"),
  SESSION_CANCELLED("session.cancelled", false, "activity.id", "activity.kind"),
  SESSION_ACCEPTED("session.accepted", true, "activity.id", "activity.kind"),
  SESSION_DECLINED("session.declined", true, "activity.id", "activity.kind"),
  SESSION_WAITLISTED("session.waitlisted", true, "activity.id", "activity.kind"),
  ATTENDANCE_RECORDED("attendance.recorded", true, "activity.id", "activity.kind", "attended"),
  COURSE_ENROLLED("course.enrolled", true, "activity.id", "course"),
  COURSE_COMPLETED("course.completed", true, "activity.id", "course", "score"),
  COURSE_OVERDUE("course.overdue", true, "activity.id", "course"),
  PATH_COMPLETED("path.completed", true, "activity.id"),
  FOLLOW_UP_ESCALATED("follow-up.escalated", true, "activity.id"),
  FOLLOW_UP_CLOSED("follow-up.closed", true, "activity.id", "activity.kind", "outcome"),
  MAIL_FAILED("mail.failed", true, "mail"),
  MAIL_BOUNCED("mail.bounced", true, "mail"),
  MEMBER_JOINED("member.joined", true),
  /** About the department: the person is gone. */
  MEMBER_LEFT("member.left", false),
  /** About the department: who asked isn't told apart. */
  CONCERN_RAISED("concern.raised", false, "concern.category", "concern.mustAnswer"),
  CONCERN_OVERDUE("concern.overdue", false, "concern.category", "concern.mustAnswer"),
  CONCERN_ANSWERED("concern.answered", false, "concern.category", "concern.mustAnswer"),
  GATE_BLOCKED("gate.blocked", false, "stage"),
  GATE_OVERDUE("gate.overdue", false, "stage"),
  GATE_OPENED("gate.opened", false, "stage"),
  ROLLOUT_HELD("rollout.held", false),
  ROLLOUT_RELEASED("rollout.released", false),
  ROLLOUT_RESUMED("rollout.resumed", false),
  PLAN_CHANGED("rollout.plan-changed", false),
  /** Another wave than that of the department. */
  WAVE_STARTED("wave.started", false, "wave"),
  /** A report of use was read in, of departments in which use is counted. */
  USAGE_REPORTED("usage.reported", false),
  /** There was no use by somebody who has the tool, where that may be looked at. */
  USE_IDLE("usage.idle", true),
  /** Somebody's use lasts, where that may be looked at. */
  USE_LASTING("usage.lasting", true),
  ROLLOUT_COMPLETED("rollout.completed", false),
  CAMPAIGN_COMPLETED("campaign.completed", false);

  private final String key;
  private final boolean aboutPerson;

  @SuppressWarnings("ImmutableEnumChecker") // Made by List.of.
  private final List<String> facts;

  ReactionTrigger(String key, boolean aboutPerson, String... facts) {
    this.key = key;
    this.aboutPerson = aboutPerson;
    this.facts = List.of(facts);
  }

  /** As campaign files write it. */
  public String key() {
    return key;
  }

  /** Whether it is about one person; else it is about the whole department. */
  public boolean isAboutPerson() {
    return aboutPerson;
  }

  /**
   * Whether it comes when the department is through. Then only what needs no gate is left to do,
   * see {@link ActionPlan.Kind#isForAfterwards()}.
   */
  public boolean isAfterwards() {
    return this == ROLLOUT_COMPLETED || this == CAMPAIGN_COMPLETED;
  }

  /** Whether it tells that a person has no seat in a session. */
  public boolean isAboutSeat() {
    return this == SESSION_DECLINED || this == SESSION_WAITLISTED;
  }

  /** Whether it tells that a mail doesn't reach a person. */
  public boolean isAboutMail() {
    return this == MAIL_FAILED || this == MAIL_BOUNCED;
  }

  /** Whether it tells of one person's use. */
  public boolean isAboutOnesUse() {
    return this == USE_IDLE || this == USE_LASTING;
  }

  /** The facts that this event adds to the evidence, by their dotted names. */
  public List<String> facts() {
    return facts;
  }

  public static Optional<ReactionTrigger> of(String key) {
    return Arrays.stream(values()).filter(trigger -> trigger.key.equals(key)).findFirst();
  }
}
