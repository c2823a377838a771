package org.uitrol.domain.training;

import org.jspecify.annotations.Nullable;
import org.uitrol.domain.session.MeetingPlan;
import org.uitrol.domain.shared.Text;

/**
 * A course, as the plan says it: either in a classroom, and then attendance completes it, or
 * online.
 *
 * @param title shown to learners
 * @param classroom its meetings; null for an online course
 * @param link where an online course starts; null for a classroom course
 */
public record CoursePlan(Text title, @Nullable MeetingPlan classroom, @Nullable String link) {}
