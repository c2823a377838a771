package org.uitrol.application.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the history.
 *
 * @param rows the latest first
 * @param next where the next page begins, for {@link Trail#search}; null when there is none
 */
public record TrailPage(List<TrailRow> rows, @Nullable Long next) {

  public TrailPage {
    rows = List.copyOf(rows);
  }

  /**
   * A page from what was found.
   *
   * @param found the latest first; one more than {@code limit} when there is another page
   */
  public static TrailPage of(List<TrailRow> found, int limit) {
    if (found.size() <= limit) {
      return new TrailPage(found, null);
    }
    return new TrailPage(found.subList(0, limit), found.get(limit - 1).position());
  }
}
