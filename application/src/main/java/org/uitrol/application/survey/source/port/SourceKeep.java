package org.uitrol.application.survey.source.port;

import java.util.Optional;
import org.uitrol.domain.shared.AnswerSourceId;
import org.uitrol.domain.survey.source.AnswerWords;

/**
 * What is known of sources and stands in no event: the secret by which their messages are signed,
 * and what their words mean. Kept encrypted. Takes part in the caller's transaction.
 */
public interface SourceKeep {

  /**
   * Keeps a new source; false when it is kept already.
   *
   * @param secret empty for one that sends nothing by itself
   */
  boolean add(AnswerSourceId source, byte[] secret);

  /** Whether it is kept. */
  boolean has(AnswerSourceId source);

  /** Has its messages signed by another secret. */
  void renew(AnswerSourceId source, byte[] secret);

  /** The secret by which its messages are signed; empty when it sends none or isn't kept. */
  Optional<byte[]> secret(AnswerSourceId source);

  /** Keeps what its words mean, in place of what was said before. */
  void put(AnswerSourceId source, AnswerWords words);

  /** What its words mean; nothing when nobody has said so. */
  AnswerWords words(AnswerSourceId source);

  /** Lets nobody else take over from that source before the transaction ends. */
  void lock(AnswerSourceId source);

  /** Forgets all of it. */
  void forget(AnswerSourceId source);
}
