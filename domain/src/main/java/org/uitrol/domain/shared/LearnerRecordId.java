package org.uitrol.domain.shared;

/** One person's progress in one course. */
public record LearnerRecordId(String value) implements Id {

  public LearnerRecordId {
    Ids.requireText(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
