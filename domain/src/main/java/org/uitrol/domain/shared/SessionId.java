package org.uitrol.domain.shared;

/** One dated meeting. */
public record SessionId(String value) implements Id {

  public SessionId {
    Ids.requireText(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
