package org.uitrol.domain.shared;

/** One survey as opened for one department. */
public record SurveyId(String value) implements Id {

  public SurveyId {
    Ids.requireText(value);
  }

  /** The survey that an activity of a rollout opens. */
  public static SurveyId of(RolloutId rollout, String activity) {
    return new SurveyId(Ids.derived("survey", rollout, activity));
  }

  @Override
  public String toString() {
    return value;
  }
}
