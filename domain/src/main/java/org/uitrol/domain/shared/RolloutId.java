package org.uitrol.domain.shared;

/** One department's way through one campaign. */
public record RolloutId(String value) implements Id {

  public RolloutId {
    Ids.requireText(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
