package org.uitrol.domain.survey;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.uitrol.domain.shared.AnswerSourceId;
import org.uitrol.domain.shared.DomainEvent;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SurveyId;

/** What happened to a survey. Answers are never in an event. */
public sealed interface SurveyEvent extends DomainEvent {

  SurveyId survey();

  /** {@code survey.opened}. */
  record SurveyOpened(
      SurveyId survey,
      RolloutId rollout,
      String activity,
      SurveyPlan plan,
      int smallestGroup,
      List<PersonId> invited,
      Instant closesAt,
      List<Instant> remindAt,
      Instant at)
      implements SurveyEvent {

    public SurveyOpened {
      invited = List.copyOf(invited);
      remindAt = List.copyOf(remindAt);
    }
  }

  /** {@code survey.person-invited}. */
  record PersonInvited(SurveyId survey, PersonId person, Instant at) implements SurveyEvent {}

  /** {@code survey.person-uninvited}. */
  record PersonUninvited(SurveyId survey, PersonId person, Instant at) implements SurveyEvent {}

  /** {@code survey.reminded}: those who haven't answered get a reminder. */
  record SurveyReminded(SurveyId survey, int number, List<PersonId> invited, Instant at)
      implements SurveyEvent {

    public SurveyReminded {
      invited = List.copyOf(invited);
    }
  }

  /**
   * {@code survey.answers-brought}: answers that were given elsewhere by people who aren't known.
   *
   * @param count how many they are
   * @param total how many there are by now
   */
  record AnswersBrought(SurveyId survey, AnswerSourceId source, int count, int total, Instant at)
      implements SurveyEvent {}

  /**
   * {@code survey.closed}.
   *
   * @param outcome {@code responses.rate}, {@code responses.count}, and, where enough people
   *     answered, {@code answers.<question>} and {@code readiness.score}
   * @param withheld whether results were left out since too few people answered
   */
  record SurveyClosed(
      SurveyId survey,
      RolloutId rollout,
      String activity,
      SortedMap<String, Double> outcome,
      boolean withheld,
      Instant at)
      implements SurveyEvent {

    public SurveyClosed {
      outcome = Collections.unmodifiableSortedMap(new TreeMap<>(outcome));
    }
  }
}
