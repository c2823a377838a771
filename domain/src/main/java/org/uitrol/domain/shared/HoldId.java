package org.uitrol.domain.shared;

/** What keeps everything that is past due from leaving. */
public record HoldId(String value) implements Id {

  /** The only one. */
  public static final HoldId OWN = new HoldId("hold");

  public HoldId {
    Ids.requireText(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
