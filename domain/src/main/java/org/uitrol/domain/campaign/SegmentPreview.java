package org.uitrol.domain.campaign;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.rollout.StagePlan;
import org.uitrol.domain.rollout.audience.Audience;
import org.uitrol.domain.rollout.audience.Criterion;

/**
 * How many people a plan's segments take in, before anything is sent.
 *
 * @param departments by their names, in the order in which they were given
 * @param nobody segments that take in nobody at all
 * @param gaps stages that have something for segments only, and leave people out
 */
public record SegmentPreview(Map<String, Count> departments, List<String> nobody, List<Gap> gaps) {

  public SegmentPreview {
    departments = Collections.unmodifiableMap(new LinkedHashMap<>(departments));
    nobody = List.copyOf(nobody);
    gaps = List.copyOf(gaps);
  }

  /**
   * A department.
   *
   * @param people how many work there
   * @param segments how many of them are in each segment, by its key
   */
  public record Count(int people, Map<String, Integer> segments) {

    public Count {
      segments = Collections.unmodifiableMap(new LinkedHashMap<>(segments));
    }
  }

  /** Whether there are any segments to tell of. */
  public boolean hasSegments() {
    return departments.values().stream().anyMatch(count -> !count.segments().isEmpty());
  }

  /** So many people get nothing in that stage: all its activities are for segments. */
  public record Gap(StageName stage, int people) {}

  /**
   * What a plan's segments take in.
   *
   * @param people what is known of each, by department
   */
  public static SegmentPreview of(
      Plan plan, Map<String, ? extends Collection<Map<Criterion, String>>> people) {
    Map<String, Count> departments = new LinkedHashMap<>();
    List<Set<String>> everybody = new ArrayList<>();
    Set<String> found = new LinkedHashSet<>();
    people.forEach(
        (department, members) -> {
          Map<String, Integer> counts = new LinkedHashMap<>();
          plan.audienceRules().segments().keySet().forEach(key -> counts.put(key, 0));
          for (Map<Criterion, String> traits : members) {
            Set<String> in = plan.audienceRules().segmentsOf(traits);
            in.forEach(key -> counts.merge(key, 1, Integer::sum));
            found.addAll(in);
            everybody.add(in);
          }
          departments.put(department, new Count(members.size(), counts));
        });
    List<String> nobody =
        plan.audienceRules().segments().keySet().stream()
            .filter(key -> !found.contains(key))
            .toList();
    return new SegmentPreview(departments, nobody, gaps(plan, everybody));
  }

  private static List<Gap> gaps(Plan plan, List<Set<String>> everybody) {
    List<Gap> gaps = new ArrayList<>();
    for (StagePlan stage : plan.stages()) {
      List<@Nullable Audience> audiences = new ArrayList<>();
      stage.activities().stream()
          .filter(activity -> activity.task() == null)
          .forEach(activity -> audiences.add(activity.audience()));
      int without =
          (int)
              everybody.stream()
                  .filter(in -> audiences.stream().noneMatch(one -> isFor(one, in)))
                  .count();
      if (!audiences.isEmpty() && without > 0) {
        gaps.add(new Gap(stage.stage(), without));
      }
    }
    return gaps;
  }

  private static boolean isFor(@Nullable Audience audience, Set<String> in) {
    return audience == null || audience.reaches(in);
  }
}
