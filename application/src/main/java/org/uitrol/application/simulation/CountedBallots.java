package org.uitrol.application.simulation;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.survey.port.BallotBox;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.shared.SurveyId;
import org.uitrol.domain.survey.Ballot;
import org.uitrol.domain.survey.SurveyPlan;
import org.uitrol.domain.survey.result.Counts;

/**
 * Boxes that hold nothing but empty ballots. What people said in a survey can't be looked into
 * again: a world knows how many answered, and of the answers only what was told at the time.
 */
final class CountedBallots implements BallotBox {

  private static final Ballot NOTHING_SAID = new Ballot(Map.of());

  private final Map<SurveyId, Integer> boxes = new HashMap<>();
  private final Set<SurveyId> closed = new HashSet<>();
  private boolean sealed;

  /** Whether boxes stay as they are, whatever is done with them. */
  void seal(boolean now) {
    sealed = now;
  }

  @Override
  public void open(SurveyId survey, SurveyPlan plan) {
    boxes.putIfAbsent(survey, 0);
  }

  @Override
  public void note(SurveyId survey, Collection<PersonId> asked) {
    // Nobody is told apart here.
  }

  @Override
  public void cast(SurveyId survey, PersonId person, Ballot ballot) {
    bring(survey, person, ballot);
  }

  @Override
  public void bring(SurveyId survey, @Nullable PersonId person, Ballot ballot) {
    if (!boxes.containsKey(survey) || closed.contains(survey)) {
      throw new Rejected("SURVEY_CLOSED");
    }
    boxes.merge(survey, 1, Integer::sum);
  }

  @Override
  public int count(SurveyId survey) {
    return boxes.getOrDefault(survey, 0);
  }

  @Override
  public void keep(SurveyId survey, PersonId person, Map<String, String> typed) {
    // Nobody types here.
  }

  @Override
  public Map<String, String> kept(SurveyId survey, PersonId person) {
    return Map.of();
  }

  @Override
  public void hold(Collection<SurveyId> surveys) {
    // There is one thread.
  }

  @Override
  public Map<String, Integer> brought(SurveyId survey) {
    return Map.of();
  }

  @Override
  public List<Ballot> close(SurveyId survey) {
    if (!sealed) {
      closed.add(survey);
    }
    return Collections.nCopies(count(survey), NOTHING_SAID);
  }

  @Override
  public Counts take(SurveyId survey, SurveyPlan plan) {
    return Counts.NONE;
  }

  @Override
  public Map<String, List<String>> texts(SurveyId survey, SurveyPlan plan) {
    return Map.of();
  }

  @Override
  public void empty(SurveyId survey) {
    // There is nothing in it.
  }
}
