package org.uitrol.domain.survey;

import java.time.Instant;
import java.util.List;
import org.uitrol.domain.shared.AnswerSourceId;
import org.uitrol.domain.shared.Command;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SurveyId;

/** What can be asked of a survey. */
public sealed interface SurveyCommand extends Command {

  SurveyId survey();

  @Override
  default SurveyId target() {
    return survey();
  }

  /** Opens a survey for a department; what is promised about anonymity is fixed from here on. */
  record OpenSurvey(
      SurveyId survey,
      RolloutId rollout,
      String activity,
      SurveyPlan plan,
      int smallestGroup,
      List<PersonId> invited,
      Instant closesAt,
      List<Instant> remindAt,
      Instant at)
      implements SurveyCommand {

    public OpenSurvey {
      invited = List.copyOf(invited);
      remindAt = List.copyOf(remindAt);
    }
  }

  /** Invites somebody who joined later. */
  record InviteToSurvey(SurveyId survey, PersonId person, Instant at) implements SurveyCommand {}

  /** No longer counts somebody who left. */
  record UninviteFromSurvey(SurveyId survey, PersonId person, Instant at)
      implements SurveyCommand {}

  /** Reminds those who haven't answered; the number counts from 1. */
  record RemindOfSurvey(SurveyId survey, int number, Instant at) implements SurveyCommand {}

  /** Takes answers that were given elsewhere by people who aren't known (decision 0037). */
  record BringUnnamed(SurveyId survey, AnswerSourceId source, List<Ballot> ballots, Instant at)
      implements SurveyCommand {

    public BringUnnamed {
      ballots = List.copyOf(ballots);
    }
  }

  /** Closes the survey with what the ballot box tells; {@code early} when a person does so. */
  record CloseSurvey(SurveyId survey, boolean early, Instant at) implements SurveyCommand {}

  /** Closes the survey before its time if as many people answered as its plan calls enough. */
  record CloseIfEnough(SurveyId survey, Instant at) implements SurveyCommand {}
}
