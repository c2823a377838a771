package org.uitrol.domain.survey.result;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.shared.Copies;
import org.uitrol.domain.shared.ResultsId;
import org.uitrol.domain.shared.SurveyId;
import org.uitrol.domain.survey.result.ResultsCommand.TellResults;
import org.uitrol.domain.survey.result.ResultsEvent.ResultsTold;

/**
 * The results of an activity's surveys are told in rounds, and each survey is in one round only: so
 * no two results can be subtracted from each other (decision 0031).
 */
public record Results(ResultsId id, Set<SurveyId> told, int rounds) {

  /**
   * Tells of the surveys that weren't told yet; no events mean that all were.
   *
   * @param counts opens the closed box of a survey; asked only for what is told
   */
  public static List<ResultsEvent> tell(
      @Nullable Results results, TellResults command, Function<SurveyId, Counts> counts) {
    List<ClosedSurvey> round =
        command.surveys().stream()
            .filter(one -> results == null || !results.told.contains(one.survey()))
            .distinct()
            .toList();
    if (round.isEmpty()) {
      return List.of();
    }
    SortedMap<String, Counts> boxes = new TreeMap<>();
    for (ClosedSurvey one : round) {
      boxes.put(one.rollout().value(), counts.apply(one.survey()));
    }
    return List.of(
        new ResultsTold(
            command.target(),
            command.campaign(),
            command.activity(),
            results == null ? 1 : results.rounds + 1,
            round,
            command.plan(),
            command.smallestGroup(),
            ResultSheet.of(command.plan(), command.smallestGroup(), boxes),
            command.at()));
  }

  /** The state after one event. */
  public static Results evolve(@Nullable Results results, ResultsEvent event) {
    if (event instanceof ResultsTold told) {
      Set<SurveyId> before = results == null ? new LinkedHashSet<>() : results.told;
      return new Results(
          told.results(),
          Copies.withAll(before, told.surveys().stream().map(ClosedSurvey::survey).toList()),
          told.round());
    }
    throw new IllegalStateException("results don't know " + event);
  }
}
