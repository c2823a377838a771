package org.uitrol.application.shared;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What came, or would come, of one row of a list that somebody brings.
 *
 * @param line where the row is, counted from 1
 * @param who the person as the row writes it; not for logs
 * @param code why it was refused, upper-case words joined by underscores; else empty
 * @param facts what the rule that refused it saw
 */
public record RowOutcome(
    long line, String who, Result result, String code, Map<String, Object> facts) {

  public RowOutcome {
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
  }

  /** What it changes. */
  public enum Result {
    ADDED,
    CHANGED,
    UNCHANGED,
    REFUSED
  }

  public static RowOutcome of(long line, String who, Result result) {
    return new RowOutcome(line, who, result, "", Map.of());
  }

  public static RowOutcome refused(long line, String who, String code, Map<String, Object> facts) {
    return new RowOutcome(line, who, Result.REFUSED, code, facts);
  }

  /** Nothing personal, since this text may end up in a log. */
  @Override
  public String toString() {
    return "line " + line + " " + result + " " + code;
  }
}
