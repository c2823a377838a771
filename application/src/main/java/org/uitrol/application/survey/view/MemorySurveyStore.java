package org.uitrol.application.survey.view;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SurveyId;

/** Surveys and who took part, kept in memory. One thread. */
public final class MemorySurveyStore implements SurveyStore {

  private final Map<SurveyId, SurveyRow> surveys = new HashMap<>();
  private final Map<SurveyId, Set<PersonId>> invited = new HashMap<>();
  private final Map<SurveyId, Set<PersonId>> participated = new HashMap<>();
  private final Map<SurveyId, Integer> unnamed = new HashMap<>();

  @Override
  public void put(SurveyRow survey) {
    surveys.put(survey.survey(), survey);
  }

  @Override
  public void invite(SurveyId survey, PersonId person) {
    invited.computeIfAbsent(survey, one -> new HashSet<>()).add(person);
  }

  @Override
  public void uninvite(SurveyId survey, PersonId person) {
    invited.getOrDefault(survey, new HashSet<>()).remove(person);
  }

  @Override
  public void participate(SurveyId survey, PersonId person) {
    participated.computeIfAbsent(survey, one -> new HashSet<>()).add(person);
  }

  @Override
  public void unnamed(SurveyId survey, int total) {
    unnamed.put(survey, total);
  }

  @Override
  public void clear() {
    unnamed.clear();
    surveys.clear();
    invited.clear();
    participated.clear();
  }

  @Override
  public Optional<SurveyRow> find(SurveyId survey) {
    return Optional.ofNullable(surveys.get(survey)).map(this::counted);
  }

  @Override
  public List<SurveyRow> ofRollout(RolloutId rollout) {
    return surveys.values().stream()
        .filter(row -> row.rollout().equals(rollout))
        .sorted(
            Comparator.comparing(SurveyRow::openedAt).thenComparing(row -> row.survey().value()))
        .map(this::counted)
        .toList();
  }

  @Override
  public List<SurveyRow> openOf(PersonId person, Instant at) {
    return surveys.values().stream()
        .filter(row -> !row.closed() && row.closesAt().isAfter(at))
        .filter(row -> invited(row.survey(), person) && !participated(row.survey(), person))
        .sorted(
            Comparator.comparing(SurveyRow::closesAt).thenComparing(row -> row.survey().value()))
        .map(this::counted)
        .toList();
  }

  @Override
  public boolean invited(SurveyId survey, PersonId person) {
    return invited.getOrDefault(survey, Set.of()).contains(person);
  }

  @Override
  public boolean participated(SurveyId survey, PersonId person) {
    return participated.getOrDefault(survey, Set.of()).contains(person);
  }

  private SurveyRow counted(SurveyRow row) {
    return row.with(
        invited.getOrDefault(row.survey(), Set.of()).size(),
        participated.getOrDefault(row.survey(), Set.of()).size()
            + unnamed.getOrDefault(row.survey(), 0));
  }
}
