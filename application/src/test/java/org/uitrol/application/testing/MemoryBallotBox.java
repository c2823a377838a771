package org.uitrol.application.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.uitrol.application.survey.port.BallotBox;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.shared.SurveyId;
import org.uitrol.domain.survey.Ballot;

/** Ballots in memory. */
public final class MemoryBallotBox implements BallotBox {

  private final Map<SurveyId, List<Ballot>> boxes = new HashMap<>();
  private final Set<SurveyId> closed = new HashSet<>();

  @Override
  public void open(SurveyId survey) {
    boxes.putIfAbsent(survey, new ArrayList<>());
  }

  @Override
  public void cast(SurveyId survey, Ballot ballot) {
    List<Ballot> box = boxes.get(survey);
    if (box == null || closed.contains(survey)) {
      throw new Rejected("SURVEY_CLOSED");
    }
    box.add(ballot);
  }

  @Override
  public List<Ballot> close(SurveyId survey) {
    closed.add(survey);
    return List.copyOf(boxes.getOrDefault(survey, List.of()));
  }

  public int count(SurveyId survey) {
    return boxes.getOrDefault(survey, List.of()).size();
  }
}
