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
}
