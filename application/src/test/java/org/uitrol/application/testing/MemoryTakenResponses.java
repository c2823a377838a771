package org.uitrol.application.testing;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.uitrol.application.survey.source.port.TakenResponses;
import org.uitrol.domain.shared.AnswerSourceId;
import org.uitrol.domain.shared.SurveyId;

/** Responses in memory, as they are. */
public final class MemoryTakenResponses implements TakenResponses {

  private record Taken(AnswerSourceId source, SurveyId survey, String response) {}

  private final Set<Taken> taken = new HashSet<>();

  @Override
  public Predicate<String> of(AnswerSourceId source) {
    return response ->
        taken.stream()
            .anyMatch(one -> one.source().equals(source) && one.response().equals(response));
  }

  @Override
  public void add(AnswerSourceId source, SurveyId survey, Collection<String> responses) {
    responses.forEach(response -> taken.add(new Taken(source, survey, response)));
  }

  @Override
  public void forget(SurveyId survey) {
    taken.removeIf(one -> one.survey().equals(survey));
  }

  @Override
  public void forget(AnswerSourceId source) {
    taken.removeIf(one -> one.source().equals(source));
  }
}
