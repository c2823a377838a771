package org.uitrol.adapters.travel;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * What can be shown as of another point in time: all that the history tells. What isn't here knows
 * the present only: forms, what waits to be sent, drafts, and what people own.
 */
final class TravellingRoutes {

  private static final List<String> PAGES =
      List.of(
          "/",
          "/campaigns",
          "/campaigns/{campaign}",
          "/campaigns/{campaign}/versions/{version}",
          "/campaigns/{campaign}/versions/{version}/changes",
          "/campaigns/{campaign}/people",
          "/campaigns/{campaign}/adoption",
          "/campaigns/{campaign}/consultation",
          "/campaigns/{campaign}/surveys",
          "/campaigns/{campaign}/surveys/{activity}/{round}",
          "/campaigns/{campaign}/surveys/{activity}/{round}/results.csv",
          "/rollouts/{rollout}",
          "/rollouts/{rollout}/paths/{activity}",
          "/rollouts/{rollout}/gates/{stage}/why",
          "/sessions",
          "/sessions/{session}",
          "/people",
          "/people/{person}",
          "/people/{person}/why",
          "/follow-ups",
          "/concerns",
          "/concerns/{concern}",
          "/history",
          "/history/export.csv",
          "/history/export.jsonl",
          "/history/events/{event}");

  private static final List<String> API =
      List.of(
          "/api/v1/campaigns",
          "/api/v1/campaigns/{campaign}",
          "/api/v1/campaigns/{campaign}/adoption",
          "/api/v1/campaigns/{campaign}/surveys",
          "/api/v1/campaigns/{campaign}/surveys/{activity}/{round}",
          "/api/v1/rollouts/{rollout}",
          "/api/v1/rollouts/{rollout}/gates/{stage}/why",
          "/api/v1/people/{person}/why",
          "/api/v1/concerns",
          "/api/v1/concerns/{concern}",
          "/api/v1/history");

  /** Paths that look like one of a travelling page and are something else. */
  private static final List<String> NEVER =
      List.of("/campaigns/new", "/campaigns/templates", "/people/import", "/concerns/new");

  private static final List<PathPattern> PATTERNS =
      Stream.concat(PAGES.stream(), API.stream())
          .map(PathPatternParser.defaultInstance::parse)
          .toList();

  private TravellingRoutes() {}

  /** Whether what stands at that path can be shown as it was. */
  static boolean has(String path) {
    PathContainer parsed = PathContainer.parsePath(path);
    return !NEVER.contains(path) && PATTERNS.stream().anyMatch(pattern -> pattern.matches(parsed));
  }

  /** The patterns of pages, as the routes write them. */
  static List<String> pages() {
    return PAGES;
  }

  /** The patterns of the API. */
  static List<String> api() {
    return API;
  }
}
