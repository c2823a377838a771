package org.uitrol.domain.rollout.audience;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.uitrol.domain.shared.Text;

/**
 * A group of people whom a plan names by what they are.
 *
 * @param title what people see it called
 * @param criteria who is in it: whoever meets all criteria, and a criterion is met by any of its
 *     values; at least one criterion
 */
public record SegmentPlan(Text title, Map<Criterion, List<String>> criteria) {

  public SegmentPlan {
    if (criteria.isEmpty()) {
      throw new IllegalArgumentException("a segment needs at least one criterion");
    }
    Map<Criterion, List<String>> ordered = new EnumMap<>(Criterion.class);
    criteria.forEach((criterion, values) -> ordered.put(criterion, List.copyOf(values)));
    criteria = Collections.unmodifiableMap(ordered);
  }

  /**
   * Whether somebody is in it. Case and blanks around a value don't count. The language {@code nl}
   * takes in {@code nl-BE} as well.
   *
   * @param traits what is known of the person; what isn't known meets nothing
   */
  public boolean takesIn(Map<Criterion, String> traits) {
    return criteria.entrySet().stream()
        .allMatch(
            entry ->
                entry.getValue().stream()
                    .anyMatch(
                        value ->
                            isMet(entry.getKey(), value, traits.getOrDefault(entry.getKey(), ""))));
  }

  private static boolean isMet(Criterion criterion, String value, String trait) {
    String asked = comparable(value);
    String known = comparable(trait);
    return known.equals(asked)
        || (criterion == Criterion.LANGUAGE && known.startsWith(asked + "-"));
  }

  /** A value as it is compared. */
  public static String comparable(String value) {
    return value.strip().toLowerCase(Locale.ROOT);
  }
}
