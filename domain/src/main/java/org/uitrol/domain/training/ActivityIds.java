package org.uitrol.domain.training;

import java.util.List;

/**
 * By what learning platforms name a course when they tell of it.
 *
 * @param ids of activities in statements, or whatever else a platform calls it; never empty
 */
public record ActivityIds(List<String> ids) {

  public ActivityIds {
    ids = List.copyOf(ids);
    if (ids.isEmpty()) {
      throw new IllegalArgumentException("without an id there is nothing to say");
    }
  }
}
