package org.uitrol.application.testing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.survey.port.BallotBox;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.shared.SurveyId;
import org.uitrol.domain.survey.Ballot;
import org.uitrol.domain.survey.SurveyPlan;
import org.uitrol.domain.survey.SurveyPlan.Kind;
import org.uitrol.domain.survey.SurveyPlan.Question;
import org.uitrol.domain.survey.result.Counts;
import org.uitrol.domain.survey.result.Traits;

/** Ballots in memory, without traits. */
public final class MemoryBallotBox implements BallotBox {

  private final Map<SurveyId, List<Ballot>> boxes = new HashMap<>();
  private final Map<SurveyId, Map<String, Integer>> brought = new HashMap<>();
  private final Set<SurveyId> closed = new HashSet<>();
  private final Map<List<Object>, Map<String, String>> kept = new HashMap<>();
  private final Map<SurveyId, Set<PersonId>> noted = new HashMap<>();

  @Override
  public void open(SurveyId survey, SurveyPlan plan) {
    boxes.putIfAbsent(survey, new ArrayList<>());
  }

  @Override
  public void note(SurveyId survey, Collection<PersonId> asked) {
    noted.computeIfAbsent(survey, none -> new HashSet<>()).addAll(asked);
  }

  @Override
  public void cast(SurveyId survey, PersonId person, Ballot ballot) {
    List<Ballot> box = boxes.get(survey);
    if (box == null || closed.contains(survey)) {
      throw new Rejected("SURVEY_CLOSED");
    }
    box.add(ballot);
    kept.remove(List.of(survey, person));
  }

  @Override
  public void keep(SurveyId survey, PersonId person, Map<String, String> typed) {
    if (!boxes.containsKey(survey) || closed.contains(survey)) {
      throw new Rejected("SURVEY_CLOSED");
    }
    kept.put(List.of(survey, person), Map.copyOf(typed));
  }

  @Override
  public Map<String, String> kept(SurveyId survey, PersonId person) {
    return kept.getOrDefault(List.of(survey, person), Map.of());
  }

  @Override
  public void bring(SurveyId survey, @Nullable PersonId person, Ballot ballot) {
    cast(survey, person == null ? new PersonId("nobody") : person, ballot);
    Map<String, Integer> known = brought.computeIfAbsent(survey, none -> new HashMap<>());
    ballot.answers().keySet().forEach(question -> known.merge(question, 1, Integer::sum));
  }

  @Override
  public void hold(Collection<SurveyId> surveys) {
    // There is one thread.
  }

  @Override
  public Map<String, Integer> brought(SurveyId survey) {
    return brought.getOrDefault(survey, Map.of());
  }

  @Override
  public List<Ballot> close(SurveyId survey) {
    closed.add(survey);
    return List.copyOf(boxes.getOrDefault(survey, List.of()));
  }

  @Override
  public Counts take(SurveyId survey, SurveyPlan plan) {
    if (!closed.contains(survey)) {
      throw new Rejected("SURVEY_OPEN");
    }
    Counts counts = Counts.NONE;
    for (Ballot ballot : boxes.getOrDefault(survey, List.of())) {
      counts = counts.with(plan.counted(), ballot, Traits.NONE);
    }
    return counts;
  }

  @Override
  public Map<String, List<String>> texts(SurveyId survey, SurveyPlan plan) {
    Map<String, List<String>> texts = new HashMap<>();
    for (Question question : plan.questions()) {
      if (question.kind() == Kind.TEXT) {
        texts.put(
            question.id(),
            boxes.getOrDefault(survey, List.of()).stream()
                .map(ballot -> ballot.answers().get(question.id()))
                .filter(Objects::nonNull)
                .toList());
      }
    }
    return texts;
  }

  @Override
  public void empty(SurveyId survey) {
    boxes.put(survey, new ArrayList<>());
  }

  @Override
  public int count(SurveyId survey) {
    return boxes.getOrDefault(survey, List.of()).size();
  }

  public Set<PersonId> noted(SurveyId survey) {
    return noted.getOrDefault(survey, Set.of());
  }
}
