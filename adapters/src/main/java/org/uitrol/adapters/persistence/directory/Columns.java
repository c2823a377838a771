package org.uitrol.adapters.persistence.directory;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.SqlArrayValue;

/** Columns of many rows, each as one parameter of a statement that unnests it. */
final class Columns {

  private Columns() {}

  static SqlArrayValue texts(Collection<String> values) {
    return new SqlArrayValue("text", (Object[]) values.toArray(String[]::new));
  }

  static SqlArrayValue numbers(Collection<Long> values) {
    return new SqlArrayValue("int8", (Object[]) values.toArray(Long[]::new));
  }

  /** A value may be null. */
  static SqlArrayValue bytes(List<byte @Nullable []> values) {
    return new SqlArrayValue("bytea", (Object[]) values.toArray(byte[][]::new));
  }
}
