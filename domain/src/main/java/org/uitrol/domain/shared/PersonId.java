package org.uitrol.domain.shared;

/** An employee, by an opaque identifier that carries no personal data. */
public record PersonId(String value) implements Id {

  public PersonId {
    Ids.requireText(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
