package org.uitrol.domain.shared;

/**
 * The identifier of an event stream whose aggregate is known by a natural key. The kind keeps a
 * campaign and a department of the same name apart, for instance {@code department/finance}.
 */
public record StreamId(String value) implements Id {

  public StreamId {
    Ids.requireText(value);
  }

  public static StreamId of(String kind, Id key) {
    return new StreamId(kind + "/" + key.value());
  }

  @Override
  public String toString() {
    return value;
  }
}
