package org.uitrol.domain.shared;

/**
 * A department's key: lower-case letters, digits and dashes, derived from its name when people are
 * imported.
 */
public record DepartmentId(String value) implements Id {

  public DepartmentId {
    Ids.requireSlug(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
