package org.uitrol.domain.survey.source;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.Rejected;

/**
 * Which column of an export is what. What people answered isn't in it.
 *
 * @param response the column by which a response is known
 * @param finished the column that is filled in once a response is complete; empty when all are
 * @param person the column of who it is; empty when nobody is to be known
 * @param department the column of the department of those who aren't known; empty when none tells
 * @param unnamed the department of those who aren't known, where no column tells it; null when they
 *     are refused
 * @param items the id of the item that a column answers, by the name of the column
 */
public record SourceMapping(
    String response,
    String finished,
    String person,
    String department,
    @Nullable DepartmentId unnamed,
    Map<String, String> items) {

  private static final int LONGEST = 2_000;
  private static final int MOST = 500;

  public SourceMapping {
    items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
  }

  /** All columns that are needed, by their names. */
  public List<String> columns() {
    return Stream.concat(
            Stream.of(response, finished, person, department).filter(name -> !name.isEmpty()),
            items.keySet().stream())
        .toList();
  }

  /**
   * Makes sure that it makes sense.
   *
   * @throws Rejected when it doesn't
   */
  SourceMapping sound() {
    if (response.isBlank()) {
      throw new Rejected("MAPPING_WITHOUT_RESPONSE");
    }
    if (items.isEmpty()) {
      throw new Rejected("MAPPING_WITHOUT_ANSWERS");
    }
    Set<String> seen = new LinkedHashSet<>();
    for (String column : columns()) {
      if (column.length() > LONGEST || !seen.add(Wording.key(column)) || seen.size() > MOST) {
        throw new Rejected("MAPPING_COLUMN_TWICE", Map.of("column", column));
      }
    }
    Set<String> answered = new LinkedHashSet<>();
    for (String item : items.values()) {
      if (!answered.add(item)) {
        throw new Rejected("MAPPING_ITEM_TWICE", Map.of("item", item));
      }
    }
    return this;
  }
}
