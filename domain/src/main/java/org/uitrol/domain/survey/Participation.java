package org.uitrol.domain.survey;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.shared.ParticipationId;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.survey.ParticipationCommand.BringAnswers;
import org.uitrol.domain.survey.ParticipationCommand.TakePart;
import org.uitrol.domain.survey.ParticipationEvent.ParticipationRecorded;

/** One person takes part in one survey at most once. */
public record Participation(ParticipationId id) {

  /** No events mean that this person has taken part already. */
  public static List<ParticipationEvent> takePart(
      @Nullable Participation participation, TakePart command) {
    return participation != null
        ? List.of()
        : List.of(
            new ParticipationRecorded(
                command.target(), command.survey(), command.person(), command.at()));
  }

  /**
   * Takes over that somebody took part elsewhere.
   *
   * @throws Rejected {@code ALREADY_ANSWERED} when this person has taken part already
   */
  public static List<ParticipationEvent> bring(
      @Nullable Participation participation, BringAnswers command) {
    if (participation != null) {
      throw new Rejected("ALREADY_ANSWERED");
    }
    return List.of(
        new ParticipationRecorded(
            command.target(), command.survey(), command.person(), command.at()));
  }

  /** The state after one event. */
  public static Participation evolve(
      @Nullable Participation participation, ParticipationEvent event) {
    if (event instanceof ParticipationRecorded recorded) {
      return new Participation(recorded.participation());
    }
    throw new IllegalStateException("a participation doesn't know " + event);
  }
}
