package org.uitrol.domain.training;

import org.jspecify.annotations.Nullable;

/**
 * That a person finished a course.
 *
 * @param course its key in the plan
 * @param score between 0 and 1, if there is one
 */
public record CourseResult(String course, @Nullable Double score) {}
