package org.uitrol.domain.shared;

/** One form elsewhere from which answers to a survey come. */
public record AnswerSourceId(String value) implements Id {

  public AnswerSourceId {
    Ids.requireText(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
