package org.uitrol.domain.shared;

/** One survey as opened for one department. */
public record SurveyId(String value) implements Id {

  public SurveyId {
    Ids.requireText(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
