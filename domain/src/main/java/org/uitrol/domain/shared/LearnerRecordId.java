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

  @Override
  public String toString() {
    return value;
  }
}
