package org.uitrol.application.survey.source.port;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.AnswerSourceId;

/**
 * Exports between the look at them and their taking over: one for each account and source, kept
 * encrypted, for an hour at most.
 */
public interface PendingAnswers {

  /** How long one is kept. */
  Duration KEPT = Duration.ofHours(1);

  /** Keeps one in place of what was there. */
  void keep(AnswerSourceId source, AccountId account, byte[] bytes, Instant now);

  /** Empty when there is none, or its time is over. */
  Optional<byte[]> find(AnswerSourceId source, AccountId account, Instant now);

  void forget(AnswerSourceId source, AccountId account);

  /** Forgets those whose time is over. */
  int forgetOld(Instant now);
}
