package org.uitrol.domain.rollout.reaction;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The events that a plan can react to, with the facts that a condition may ask for. */
public enum ReactionTrigger {
  STAGE_ENTERED("stage.entered", false),
  SURVEY_CLOSED("survey.closed", false),
  SESSION_DECLINED("session.declined", true),
  ATTENDANCE_RECORDED("attendance.recorded", true),
  COURSE_COMPLETED("course.completed", true),
  COURSE_OVERDUE("course.overdue", true);

  private final String key;
  private final boolean aboutPerson;

  ReactionTrigger(String key, boolean aboutPerson) {
    this.key = key;
    this.aboutPerson = aboutPerson;
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
    return switch (this) {
      case STAGE_ENTERED -> List.of("stage");
      case SURVEY_CLOSED -> List.of("activity.id");
      case SESSION_DECLINED -> List.of("activity.id", "activity.kind");
      case ATTENDANCE_RECORDED -> List.of("activity.id", "activity.kind", "attended");
      case COURSE_COMPLETED -> List.of("activity.id", "course", "score");
      case COURSE_OVERDUE -> List.of("activity.id", "course");
    };
  }

  public static Optional<ReactionTrigger> of(String key) {
    return Arrays.stream(values()).filter(trigger -> trigger.key.equals(key)).findFirst();
  }
}
