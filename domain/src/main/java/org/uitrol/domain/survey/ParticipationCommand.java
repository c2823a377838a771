package org.uitrol.domain.survey;

import java.time.Instant;
import org.uitrol.domain.shared.Command;
import org.uitrol.domain.shared.Ids;
import org.uitrol.domain.shared.ParticipationId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.SurveyId;

/** What can be asked of a participation. */
public sealed interface ParticipationCommand extends Command {

  /**
   * One person takes part in one survey. The answers go to the ballot box in the same transaction;
   * they are not part of what is recorded (decision 0011).
   */
  record TakePart(SurveyId survey, PersonId person, Ballot ballot, Instant at)
      implements ParticipationCommand {

    @Override
    public ParticipationId target() {
      return participation(survey, person);
    }

    /** The participation of a person in a survey. */
    public static ParticipationId participation(SurveyId survey, PersonId person) {
      return new ParticipationId(Ids.derived("participation", survey, person));
    }
  }

  /** One person took part in one survey elsewhere (decision 0037); else as {@link TakePart}. */
  record BringAnswers(SurveyId survey, PersonId person, Ballot ballot, Instant at)
      implements ParticipationCommand {

    @Override
    public ParticipationId target() {
      return TakePart.participation(survey, person);
    }
  }
}
