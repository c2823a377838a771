package org.uitrol.domain.shared;

/** One look of somebody at what is known of one person's use. */
public record UsageLookId(String value) implements Id {

  public UsageLookId {
    Ids.requireText(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
