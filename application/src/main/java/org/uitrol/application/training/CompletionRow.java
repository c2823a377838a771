package org.uitrol.application.training;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That somebody finished a course.
 *
 * @param line where the row is in its list, counted from 1
 * @param who an e-mail address or employee number
 * @param campaign its key; empty when the course is of whichever campaign the person is in
 * @param course its key in the plan
 * @param score between 0 and 1, if there is one
 */
public record CompletionRow(
    long line,
    String who,
    String campaign,
    String course,
    Instant completedAt,
    @Nullable Double score) {

  /** Nothing personal, since this text may end up in a log. */
  @Override
  public String toString() {
    return "completion in line " + line;
  }
}
