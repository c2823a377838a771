package org.uitrol.domain.rollout;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How far one activity is.
 *
 * @param state {@code planned}, {@code started} or {@code over}
 * @param endsAt when its time is over; null before it starts
 */
public record ActivityReport(
    ActivityPlan activity,
    StageName stage,
    String state,
    Instant dueAt,
    @Nullable Instant endsAt,
    int trained,
    int attended) {

  static ActivityReport of(ActivityState activity) {
    return new ActivityReport(
        activity.plan(),
        activity.stage(),
        activity.progress().name().toLowerCase(Locale.ROOT),
        activity.dueAt(),
        activity.endsAt(),
        activity.trained().size(),
        (int) activity.attended().values().stream().filter(present -> present).count());
  }
}
