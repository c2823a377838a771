package org.uitrol.domain.rollout.audience;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Whom a plan tells apart.
 *
 * @param segments by their keys, in the order of the plan
 */
public record AudienceRules(Map<String, SegmentPlan> segments) {

  /** Everything is for everybody. */
  public static final AudienceRules NONE = new AudienceRules(Map.of());

  public AudienceRules {
    segments = Collections.unmodifiableMap(new LinkedHashMap<>(segments));
  }

  /** The keys of the segments that somebody is in. */
  public Set<String> segmentsOf(Map<Criterion, String> traits) {
    Set<String> in = new LinkedHashSet<>();
    segments.forEach(
        (key, segment) -> {
          if (segment.takesIn(traits)) {
            in.add(key);
          }
        });
    return in;
  }

  /** What has to be known of people to tell who is in any of these segments. */
  public Set<Criterion> criteriaOf(Collection<String> keys) {
    Set<Criterion> asked = new LinkedHashSet<>();
    segments.forEach(
        (key, segment) -> {
          if (keys.contains(key)) {
            asked.addAll(segment.criteria().keySet());
          }
        });
    return asked;
  }

  /** These rules with segments that an earlier version had and these lack. */
  public AudienceRules withRemainsOf(AudienceRules earlier) {
    Map<String, SegmentPlan> all = new LinkedHashMap<>(earlier.segments);
    all.putAll(segments);
    return new AudienceRules(all);
  }
}
