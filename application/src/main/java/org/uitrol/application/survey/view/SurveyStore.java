package org.uitrol.application.survey.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.uitrol.application.shared.ViewStore;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SurveyId;

/**
 * Keeps surveys, who is invited and who answered, and nothing of what was said: in tables for the
 * present, in memory for another date or a simulation (decision 0014). Writing the same twice
 * changes nothing. Takes part in the caller's transaction.
 */
public interface SurveyStore extends ViewStore {

  /** Stores a survey in place of what was there; how many are invited and answered is counted. */
  void put(SurveyRow survey);

  /** Somebody is invited. */
  void invite(SurveyId survey, PersonId person);

  /** Somebody isn't invited any more. */
  void uninvite(SurveyId survey, PersonId person);

  /** Somebody has answered. */
  void participate(SurveyId survey, PersonId person);

  /** So many answers were given elsewhere by somebody who isn't known. */
  void unnamed(SurveyId survey, int total);

  Optional<SurveyRow> find(SurveyId survey);

  /** The surveys of a rollout, by when they opened. */
  List<SurveyRow> ofRollout(RolloutId rollout);

  /** The surveys that a person can still answer at that moment, by when they close. */
  List<SurveyRow> openOf(PersonId person, Instant at);

  boolean invited(SurveyId survey, PersonId person);

  boolean participated(SurveyId survey, PersonId person);
}
