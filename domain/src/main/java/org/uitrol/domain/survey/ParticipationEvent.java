package org.uitrol.domain.survey;

import java.time.Instant;
import org.uitrol.domain.shared.DomainEvent;
import org.uitrol.domain.shared.ParticipationId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.SurveyId;

/** What happened to a participation. */
public sealed interface ParticipationEvent extends DomainEvent {

  /** {@code participation.recorded}: that somebody answered, and nothing of what was said. */
  record ParticipationRecorded(
      ParticipationId participation, SurveyId survey, PersonId person, Instant at)
      implements ParticipationEvent {}
}
