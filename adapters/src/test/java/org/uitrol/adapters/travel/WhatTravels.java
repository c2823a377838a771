package org.uitrol.adapters.travel;

import java.util.List;
import java.util.Optional;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/** Lets tests of other packages know what can be shown as of another moment. */
public final class WhatTravels {

  private WhatTravels() {}

  /** The patterns of pages that can. */
  public static List<String> pages() {
    return TravellingRoutes.pages();
  }

  /** The patterns of the API that can. */
  public static List<String> api() {
    return TravellingRoutes.api();
  }

  /** The pattern of a page that can; empty for one that can't. */
  public static Optional<String> pattern(String path) {
    PathContainer parsed = PathContainer.parsePath(path);
    return TravellingRoutes.has(path)
        ? TravellingRoutes.pages().stream()
            .filter(pattern -> PathPatternParser.defaultInstance.parse(pattern).matches(parsed))
            .findFirst()
        : Optional.empty();
  }
}
