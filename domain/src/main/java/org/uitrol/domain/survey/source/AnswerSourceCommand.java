package org.uitrol.domain.survey.source;

import java.time.Instant;
import org.uitrol.domain.shared.AnswerSourceId;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.Command;

/** What can be asked of a source of answers. */
public sealed interface AnswerSourceCommand extends Command {

  AnswerSourceId source();

  @Override
  default AnswerSourceId target() {
    return source();
  }

  /** Answers to the surveys of an activity come from a form elsewhere. */
  record ConnectSource(
      AnswerSourceId source,
      CampaignId campaign,
      String activity,
      SourceKind kind,
      String name,
      Instant at)
      implements AnswerSourceCommand {}

  /**
   * Says what its columns are.
   *
   * @param words of how many texts it is known what they mean; the texts stand elsewhere
   */
  record MapSource(AnswerSourceId source, SourceMapping mapping, int words, Instant at)
      implements AnswerSourceCommand {}

  /** Takes only what is signed by another secret from now on. */
  record RenewSourceSecret(AnswerSourceId source, Instant at) implements AnswerSourceCommand {}

  /**
   * Notes that answers were taken over.
   *
   * @param named of how many people
   * @param unnamed how many whose giver isn't known
   * @param known how many were taken over before
   * @param unfinished how many weren't complete
   * @param refused how many couldn't be taken over
   */
  record NoteAnswers(
      AnswerSourceId source,
      int named,
      int unnamed,
      int known,
      int unfinished,
      int refused,
      Instant at)
      implements AnswerSourceCommand {}

  /** Takes nothing over any more, for good. */
  record CloseSource(AnswerSourceId source, Instant at) implements AnswerSourceCommand {}
}
