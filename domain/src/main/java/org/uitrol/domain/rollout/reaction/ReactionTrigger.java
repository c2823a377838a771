package org.uitrol.domain.rollout.reaction;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The events that a plan can react to, with the facts that a condition may ask for. */
public enum ReactionTrigger {
  STAGE_ENTERED("stage.entered", false, List.of("stage")),
  SURVEY_CLOSED("survey.closed", false, List.of("activity.id")),
  SESSION_DECLINED("session.declined", true, List.of("activity.id", "activity.kind")),
  ATTENDANCE_RECORDED(
      "attendance.recorded", true, List.of("activity.id", "activity.kind", "attended")),
  COURSE_COMPLETED("course.completed", true, List.of("course", "score")),
  COURSE_OVERDUE("course.overdue", true, List.of("course"));

  private final String key;
  private final boolean aboutPerson;
  private final List<String> facts;

  ReactionTrigger(String key, boolean aboutPerson, List<String> facts) {
    this.key = key;
    this.aboutPerson = aboutPerson;
    this.facts = facts;
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
