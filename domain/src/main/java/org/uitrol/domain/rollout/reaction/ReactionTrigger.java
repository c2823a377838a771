package org.uitrol.domain.rollout.reaction;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The events that a plan can react to, with the facts that a condition may ask for. */
public enum ReactionTrigger {
  STAGE_ENTERED("stage.entered", false, "stage"),
  ACTIVITY_DONE("activity.done", false, "activity.id", "activity.kind"),
  SURVEY_OPENED("survey.opened", false, "activity.id"),
  SURVEY_CLOSED("survey.closed", false, "activity.id"),
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
  MEMBER_JOINED("member.joined", true),
  GATE_BLOCKED("gate.blocked", false, "stage"),
  GATE_OVERDUE("gate.overdue", false, "stage"),
  GATE_OPENED("gate.opened", false, "stage"),
  ROLLOUT_HELD("rollout.held", false),
  ROLLOUT_RELEASED("rollout.released", false);

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

  /** The facts that this event adds to the evidence, by their dotted names. */
  public List<String> facts() {
    return facts;
  }

  public static Optional<ReactionTrigger> of(String key) {
    return Arrays.stream(values()).filter(trigger -> trigger.key.equals(key)).findFirst();
  }
}
