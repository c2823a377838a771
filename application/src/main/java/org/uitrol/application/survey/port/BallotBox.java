package org.uitrol.application.survey.port;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.SurveyId;
import org.uitrol.domain.survey.Ballot;
import org.uitrol.domain.survey.SurveyPlan;
import org.uitrol.domain.survey.result.Counts;

/**
 * Keeps answers apart from who gave them (decisions 0011 and 0031): without a person, a time or an
 * order. Beside the ballots it counts answers by one trait of people at a time. Takes part in the
 * caller's transaction; safe for many threads.
 */
public interface BallotBox {

  /** Makes an empty box for answers to these questions; a second time changes nothing. */
  void open(SurveyId survey, SurveyPlan plan);

  /**
   * Notes by which traits people who are asked will be counted: those that they have now. Who was
   * noted before stays as noted. Forgotten when the box is closed.
   */
  void note(SurveyId survey, Collection<PersonId> asked);

  /**
   * Puts a ballot in. Of the person only the noted traits matter, and they aren't kept with it.
   *
   * @throws org.uitrol.domain.shared.Rejected {@code SURVEY_CLOSED} when the box is closed or there
   *     is none
   */
  void cast(SurveyId survey, PersonId person, Ballot ballot);

  /** How many ballots are in the box. */
  int count(SurveyId survey);

  /**
   * Keeps what a person has typed so far, under that person's own key, until the ballot is cast or
   * the box is closed; in place of what was kept before.
   *
   * @throws org.uitrol.domain.shared.Rejected {@code SURVEY_CLOSED} when the box is closed or there
   *     is none
   */
  void keep(SurveyId survey, PersonId person, Map<String, String> typed);

  /** What a person has typed so far; empty when nothing is kept. */
  Map<String, String> kept(SurveyId survey, PersonId person);

  /**
   * Puts a ballot in that was given elsewhere (decision 0037); else as {@link #cast}.
   *
   * @param person null when nobody knows who gave it: it is counted without traits
   */
  void bring(SurveyId survey, @Nullable PersonId person, Ballot ballot);

  /** Keeps these boxes for the caller's transaction, before it appends any event. */
  void hold(Collection<SurveyId> surveys);

  /** How many of the ballots that answer a question were given elsewhere, by question. */
  Map<String, Integer> brought(SurveyId survey);

  /** Closes the box; no ballot goes in any more. A second time gives the same ballots. */
  List<Ballot> close(SurveyId survey);

  /**
   * Takes the counts out of a closed box, where they aren't any more afterwards. Ballots that came
   * in before there were counts are counted without traits.
   *
   * @throws org.uitrol.domain.shared.Rejected {@code SURVEY_OPEN} when the box isn't closed
   */
  Counts take(SurveyId survey, SurveyPlan plan);

  /**
   * What people wrote in a closed box, by question and in no order, without anything else of what
   * they answered.
   */
  Map<String, List<String>> texts(SurveyId survey, SurveyPlan plan);

  /** Destroys the ballots of a closed box, of which all was told; a second time changes nothing. */
  void empty(SurveyId survey);
}
