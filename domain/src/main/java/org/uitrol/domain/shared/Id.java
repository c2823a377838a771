package org.uitrol.domain.shared;

/**
 * An identifier. Every id is a record of its own with one {@code String value}; its text is the raw
 * value and it travels as a plain string (decision 0006).
 */
public interface Id {

  /** The raw value, never blank. */
  String value();
}
