package org.uitrol.adapters.rebuild;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** In which tables each view is kept. No other table may be written to by its projector. */
final class ViewTables {

  /** The schema in which tables stand that are being filled. */
  static final String BESIDE = "uitrol_rebuild";

  private static final Map<String, List<String>> TABLES =
      Map.ofEntries(
          Map.entry("view.answer-sources", List.of("view_answer_source")),
          Map.entry("view.campaign", List.of("view_campaign")),
          Map.entry("view.concern", List.of("view_concern")),
          Map.entry("view.directory", List.of("directory_department", "directory_employee")),
          Map.entry("view.erasure", List.of("view_erasure")),
          Map.entry("view.followup", List.of("view_follow_up")),
          Map.entry("view.learner", List.of("view_learner")),
          Map.entry("view.looks", List.of("view_usage_look")),
          Map.entry("view.mail", List.of("view_consent", "view_mail", "view_suppressed")),
          Map.entry("view.path", List.of("view_skill_path")),
          Map.entry("view.results", List.of("view_results")),
          Map.entry(
              "view.rollout",
              List.of("view_activity", "view_reaction", "view_rollout", "view_rollout_member")),
          Map.entry("view.session", List.of("view_seat", "view_session")),
          Map.entry(
              "view.survey",
              List.of(
                  "view_survey",
                  "view_survey_invited",
                  "view_survey_participated",
                  "view_survey_unnamed")),
          Map.entry("view.trail", List.of("trail", "trail_scope", "trail_subject")));

  private ViewTables() {}

  /** The tables of a view, always in the same order. */
  static List<String> of(String view) {
    return Objects.requireNonNull(TABLES.get(view), () -> "nobody said where " + view + " is kept");
  }

  /** All of them. */
  static List<String> all() {
    return TABLES.values().stream().flatMap(List::stream).sorted().toList();
  }
}
