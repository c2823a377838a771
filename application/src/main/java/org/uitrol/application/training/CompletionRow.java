package org.uitrol.application.training;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far somebody is with a course.
 *
 * @param line where the row is in its list, counted from 1
 * @param who an e-mail address or employee number
 * @param campaign its key; empty when the course is of whichever campaign the person is in
 * @param course its key in the plan, its title, or what a learning platform calls it
 * @param progress how far; only a beginning and an end change anything
 * @param completedAt when it was finished; null unless it was
 * @param score between 0 and 1, if there is one
 * @param passed as whoever teaches it says; null where nobody says so
 */
public record CompletionRow(
    long line,
    String who,
    String campaign,
    String course,
    Progress progress,
    @Nullable Instant completedAt,
    @Nullable Double score,
    @Nullable Boolean passed) {

  /** How far somebody is. */
  public enum Progress {
    NOT_BEGUN,
    BEGUN,
    FINISHED
  }

  public CompletionRow {
    if ((progress == Progress.FINISHED) != (completedAt != null)) {
      throw new IllegalArgumentException("what is finished was finished at some moment");
    }
  }

  /** Of a course that is finished. */
  public CompletionRow(
      long line,
      String who,
      String campaign,
      String course,
      Instant completedAt,
      @Nullable Double score) {
    this(line, who, campaign, course, Progress.FINISHED, completedAt, score, null);
  }

  /** Of a course that isn't. */
  public CompletionRow(long line, String who, String campaign, String course, Progress progress) {
    this(line, who, campaign, course, progress, null, null, null);
  }

  /** Nothing personal, since this text may end up in a log. */
  @Override
  public String toString() {
    return "completion in line " + line;
  }
}
