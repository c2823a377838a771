package org.uitrol.application.training;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a statement tells of a course.
 *
 * @param id a UUID in lower case
 * @param verb its identifier
 * @param activity the identifier of what it is about; null when that is no activity
 * @param score between 0 and 1, if there is one
 * @param at when it happened
 */
public record LearningStatement(
    String id,
    String verb,
    @Nullable String activity,
    @Nullable Double score,
    @Nullable Boolean success,
    @Nullable Boolean completion,
    Instant at) {

  /** As events name it. */
  public String source() {
    return sourceOf(id);
  }

  /** As events name what a statement told. */
  public static String sourceOf(String statement) {
    return "xapi/" + statement;
  }

  /** Nothing personal, since this text may end up in a log. */
  @Override
  public String toString() {
    return "statement " + id;
  }
}
