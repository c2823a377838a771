package org.uitrol.domain.training;

import org.jspecify.annotations.Nullable;

/**
 * That a person finished a course.
 *
 * @param course its key in the plan
 * @param score between 0 and 1, if there is one
 * @param passed as whoever teaches it says; a score tells more
 */
public record CourseResult(String course, @Nullable Double score, @Nullable Boolean passed) {

  /** Of which nobody says whether it was passed. */
  public CourseResult(String course, @Nullable Double score) {
    this(course, score, null);
  }
}
