package org.uitrol.application.survey.view;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SurveyId;
import org.uitrol.domain.shared.Text;
import org.uitrol.domain.survey.SurveyPlan;

/**
 * One survey as opened for one department. What people answered isn't in it, only what came of it.
 *
 * @param plan its questions
 * @param smallestGroup results about fewer people are withheld
 * @param closesAt when it is to close
 * @param closedAt when it closed; null while it is open
 * @param invited how many people are invited now
 * @param participated how many people answered, with those who aren't known
 * @param outcome rates, scores and means by their fact's name; empty until it is closed
 * @param withheld whether results were left out since too few people answered
 */
public record SurveyRow(
    SurveyId survey,
    RolloutId rollout,
    String activity,
    SurveyPlan plan,
    int smallestGroup,
    Instant openedAt,
    Instant closesAt,
    @Nullable Instant closedAt,
    int invited,
    int participated,
    SortedMap<String, Double> outcome,
    boolean withheld) {

  public SurveyRow {
    outcome = Collections.unmodifiableSortedMap(new TreeMap<>(outcome));
  }

  public Text title() {
    return plan.title();
  }

  public boolean closed() {
    return closedAt != null;
  }

  SurveyRow closed(Instant when, SortedMap<String, Double> result, boolean tooFew) {
    return new SurveyRow(
        survey,
        rollout,
        activity,
        plan,
        smallestGroup,
        openedAt,
        closesAt,
        when,
        invited,
        participated,
        result,
        tooFew);
  }

  /** The same survey with these counts. */
  public SurveyRow with(int invitations, int participations) {
    return new SurveyRow(
        survey,
        rollout,
        activity,
        plan,
        smallestGroup,
        openedAt,
        closesAt,
        closedAt,
        invitations,
        participations,
        outcome,
        withheld);
  }
}
