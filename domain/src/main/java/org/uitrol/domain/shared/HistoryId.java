package org.uitrol.domain.shared;

/** The history as a whole, of which checkpoints are made. */
public record HistoryId(String value) implements Id {

  /** The only one. */
  public static final HistoryId OWN = new HistoryId("history");

  public HistoryId {
    Ids.requireText(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
