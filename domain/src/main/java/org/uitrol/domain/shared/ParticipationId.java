package org.uitrol.domain.shared;

/** The fact that one person took part in one survey. */
public record ParticipationId(String value) implements Id {

  public ParticipationId {
    Ids.requireText(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
