package org.uitrol.domain.shared;

/** One question or worry. */
public record ConcernId(String value) implements Id {

  public ConcernId {
    Ids.requireText(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
