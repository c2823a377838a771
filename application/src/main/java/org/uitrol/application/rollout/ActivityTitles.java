package org.uitrol.application.rollout;

import org.jspecify.annotations.Nullable;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.rollout.ActivityPlan;
import org.uitrol.domain.shared.Text;
import org.uitrol.domain.training.PathPlan;

/** What people call an activity. */
public final class ActivityTitles {

  private ActivityTitles() {}

  /** The title of what the activity uses; its key where the plan gives no title. */
  public static String of(ActivityPlan activity, Plan plan, String language) {
    Text title = title(activity, plan);
    return title == null ? activity.uses() : title.in(language);
  }

  /** The title of what the activity uses; null where the plan gives no title. */
  public static @Nullable Text title(ActivityPlan activity, Plan plan) {
    String uses = activity.uses();
    return switch (activity.kind()) {
      case ANNOUNCEMENT -> plan.mails().containsKey(uses) ? plan.mails().get(uses).subject() : null;
      case PRESENTATION, DEMO, COACHING ->
          plan.meetings().containsKey(uses) ? plan.meetings().get(uses).title() : null;
      case TRAINING -> plan.courses().containsKey(uses) ? plan.courses().get(uses).title() : null;
      case SURVEY -> plan.surveys().containsKey(uses) ? plan.surveys().get(uses).title() : null;
      case TASK -> activity.task();
      case PATH -> {
        PathPlan path = plan.skillMatrix().paths().get(uses);
        yield path == null ? null : path.title();
      }
    };
  }
}
