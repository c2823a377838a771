package org.uitrol.domain.shared;

/** One place outside Uitrol that is told what happens. */
public record ChannelId(String value) implements Id {

  public ChannelId {
    Ids.requireText(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
