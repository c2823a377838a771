package org.uitrol.domain.survey.source;

import java.time.Instant;
import org.uitrol.domain.shared.AnswerSourceId;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.DomainEvent;

/** What happened to a source of answers. Answers, and who gave them, are never in an event. */
public sealed interface AnswerSourceEvent extends DomainEvent {

  AnswerSourceId source();

  /** {@code answer-source.connected}. */
  record SourceConnected(
      AnswerSourceId source,
      CampaignId campaign,
      String activity,
      SourceKind kind,
      String name,
      Instant at)
      implements AnswerSourceEvent {}

  /**
   * {@code answer-source.mapped}.
   *
   * @param words of how many texts it is known what they mean
   */
  record SourceMapped(
      AnswerSourceId source, CampaignId campaign, SourceMapping mapping, int words, Instant at)
      implements AnswerSourceEvent {}

  /** {@code answer-source.secret-renewed}: what is signed by the one before isn't taken. */
  record SourceSecretRenewed(AnswerSourceId source, CampaignId campaign, Instant at)
      implements AnswerSourceEvent {}

  /** {@code answer-source.answers-taken}: how many, and nothing of what was said. */
  record AnswersTaken(
      AnswerSourceId source,
      CampaignId campaign,
      int named,
      int unnamed,
      int known,
      int unfinished,
      int refused,
      Instant at)
      implements AnswerSourceEvent {}

  /** {@code answer-source.closed}. */
  record SourceClosed(AnswerSourceId source, CampaignId campaign, Instant at)
      implements AnswerSourceEvent {}
}
