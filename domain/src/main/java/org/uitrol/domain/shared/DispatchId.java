package org.uitrol.domain.shared;

/** One mail to one person. */
public record DispatchId(String value) implements Id {

  public DispatchId {
    Ids.requireText(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
