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
 * @param activityIds by what learning platforms name it beside the link; null for nothing else
 */
public record CoursePlan(
    Text title,
    @Nullable MeetingPlan classroom,
    @Nullable String link,
    @Nullable ActivityIds activityIds) {

  /** A course that learning platforms know by its link alone. */
  public CoursePlan(Text title, @Nullable MeetingPlan classroom, @Nullable String link) {
    this(title, classroom, link, null);
  }

  /** Whether that is how a learning platform names it. */
  public boolean isNamed(String activity) {
    return activity.equals(link) || (activityIds != null && activityIds.ids().contains(activity));
  }
}
