package org.uitrol.domain.rollout.audience;

import java.util.List;
import java.util.Set;

/**
 * Whom something in a plan is for: whoever is in any of these segments, and nobody else.
 *
 * @param segments keys of segments in the order of the plan, {@link #CHAMPIONS} perhaps among them;
 *     at least one
 */
public record Audience(List<String> segments) {

  /** The people who offered to help others along; a segment that no plan has to describe. */
  public static final String CHAMPIONS = "champions";

  public Audience {
    segments = List.copyOf(segments);
    if (segments.isEmpty()) {
      throw new IllegalArgumentException("an audience needs at least one segment");
    }
  }

  /** Whether it is for somebody who is in those segments. */
  public boolean reaches(Set<String> in) {
    return segments.stream().anyMatch(in::contains);
  }

  public boolean hasChampions() {
    return segments.contains(CHAMPIONS);
  }
}
