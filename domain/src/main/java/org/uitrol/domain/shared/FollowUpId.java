package org.uitrol.domain.shared;

/** One follow-up chain for one person or department. */
public record FollowUpId(String value) implements Id {

  public FollowUpId {
    Ids.requireText(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
