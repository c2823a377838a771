package org.uitrol.domain.rollout.audience;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom a plan tells apart.
 *
 * @param segments by their keys, in the order of the plan
 * @param members what becomes of people who come and go; null where the plan doesn't say
 * @param champions how it asks who would help; null where it doesn't
 */
public record AudienceRules(
    Map<String, SegmentPlan> segments,
    @Nullable MemberRules members,
    @Nullable ChampionsPlan champions) {

  /** Everything is for everybody. */
  public static final AudienceRules NONE = new AudienceRules(Map.of());

  public AudienceRules {
    segments = Collections.unmodifiableMap(new LinkedHashMap<>(segments));
  }

  /** Segments, with nothing said about who comes and goes. */
  public AudienceRules(Map<String, SegmentPlan> segments) {
    this(segments, null, null);
  }

  /** What becomes of people who come and go, also where the plan doesn't say. */
  public MemberRules memberRules() {
    return members == null ? MemberRules.DEFAULT : members;
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
    return new AudienceRules(all, members, champions);
  }
}
