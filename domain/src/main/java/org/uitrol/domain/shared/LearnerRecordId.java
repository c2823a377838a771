package org.uitrol.domain.shared;

/** One person's progress in one course. */
public record LearnerRecordId(String value) implements Id {

  public LearnerRecordId {
    Ids.requireText(value);
  }

  /** The record of a person in the course that an activity of a rollout consists of. */
  public static LearnerRecordId of(RolloutId rollout, String activity, PersonId person) {
    return new LearnerRecordId(Ids.derived("learner", rollout, activity, person));
  }

  /** The record of a person in one of the courses of the path that an activity consists of. */
  public static LearnerRecordId of(
      RolloutId rollout, String activity, String course, PersonId person) {
    return new LearnerRecordId(Ids.derived("learner", rollout, activity, course, person));
  }

  @Override
  public String toString() {
    return value;
  }
}
