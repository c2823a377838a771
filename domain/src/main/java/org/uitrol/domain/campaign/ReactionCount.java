package org.uitrol.domain.campaign;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.uitrol.domain.campaign.CampaignEvent.ReactionDenied;
import org.uitrol.domain.campaign.CampaignEvent.ReactionGranted;
import org.uitrol.domain.shared.Copies;
import org.uitrol.domain.shared.DepartmentId;

/**
 * The reactions that are counted over all departments. A later plan version that allows another
 * number counts what fired before.
 *
 * @param fired how often each may have fired, by reaction
 * @param lastFired when each was allowed last, by reaction
 * @param answered what was asked for already, so that asking twice changes nothing
 */
public record ReactionCount(
    Map<String, Integer> fired, Map<String, Instant> lastFired, Set<String> answered) {

  /** Nothing was asked for. */
  public static final ReactionCount NONE = new ReactionCount(Map.of(), Map.of(), Set.of());

  boolean isAnswered(DepartmentId department, String reaction, String cause) {
    return answered.contains(key(department, reaction, cause));
  }

  int of(String reaction) {
    return fired.getOrDefault(reaction, 0);
  }

  ReactionCount granted(ReactionGranted event) {
    Instant last = lastFired.getOrDefault(event.reaction(), event.at());
    return new ReactionCount(
        Copies.with(fired, event.reaction(), of(event.reaction()) + 1),
        Copies.with(lastFired, event.reaction(), last.isAfter(event.at()) ? last : event.at()),
        Copies.with(answered, key(event.department(), event.reaction(), event.cause())));
  }

  ReactionCount denied(ReactionDenied event) {
    return new ReactionCount(
        fired,
        lastFired,
        Copies.with(answered, key(event.department(), event.reaction(), event.cause())));
  }

  private static String key(DepartmentId department, String reaction, String cause) {
    return department + "/" + reaction + "@" + cause;
  }
}
