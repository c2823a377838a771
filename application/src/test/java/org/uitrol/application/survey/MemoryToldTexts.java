package org.uitrol.application.survey;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.uitrol.application.survey.port.ToldTexts;
import org.uitrol.domain.shared.ResultsId;

/** Texts in memory. */
final class MemoryToldTexts implements ToldTexts {

  private final Map<List<Object>, List<String>> kept = new HashMap<>();

  @Override
  public void keep(ResultsId results, int round, String question, List<String> texts) {
    kept.putIfAbsent(List.of(results, round, question), List.copyOf(texts));
  }

  @Override
  public List<String> of(ResultsId results, int round, String question) {
    return kept.getOrDefault(List.of(results, round, question), List.of());
  }
}
