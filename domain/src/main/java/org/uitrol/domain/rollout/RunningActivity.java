package org.uitrol.domain.rollout;

import java.time.Instant;

/** An activity that is under way, and when its time is over. */
public record RunningActivity(ActivityPlan activity, Instant endsAt) {}
