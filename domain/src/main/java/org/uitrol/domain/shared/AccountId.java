package org.uitrol.domain.shared;

/** Somebody who signs in to the console, by an opaque identifier that carries no personal data. */
public record AccountId(String value) implements Id {

  public AccountId {
    Ids.requireText(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
