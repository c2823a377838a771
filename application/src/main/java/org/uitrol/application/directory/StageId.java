package org.uitrol.application.directory;

import org.uitrol.domain.shared.Id;

/** One reading of one people file. Random, since who knows it may apply that file. */
public record StageId(String value) implements Id {

  public StageId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a stage needs an identifier");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
