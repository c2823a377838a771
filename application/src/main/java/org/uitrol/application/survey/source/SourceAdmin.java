package org.uitrol.application.survey.source;

import java.security.SecureRandom;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.common.transaction.TransactionManager;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.Streams;
import org.uitrol.application.survey.source.port.SourceKeep;
import org.uitrol.application.survey.source.port.TakenResponses;
import org.uitrol.domain.shared.AnswerSourceId;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.survey.source.AnswerSource;
import org.uitrol.domain.survey.source.AnswerSourceCommand.CloseSource;
import org.uitrol.domain.survey.source.AnswerSourceCommand.ConnectSource;
import org.uitrol.domain.survey.source.AnswerSourceCommand.MapSource;
import org.uitrol.domain.survey.source.AnswerSourceCommand.RenewSourceSecret;
import org.uitrol.domain.survey.source.AnswerSourceEvent;
import org.uitrol.domain.survey.source.AnswerWords;
import org.uitrol.domain.survey.source.SourceKind;
import org.uitrol.domain.survey.source.SourceMapping;

/** Connects and closes sources, each with its secret and its words, which no event holds. */
@Component
public class SourceAdmin {

  /** In bytes; Standard Webhooks asks for 24 to 64. */
  private static final int SECRET = 32;

  private static final int SHORTEST = 24;
  private static final int LONGEST = 64;

  private final SourceKeep keep;
  private final TakenResponses taken;
  private final CommandDesk desk;
  private final Streams streams;
  private final TransactionManager transactions;
  private final SecureRandom random = new SecureRandom();

  public SourceAdmin(
      SourceKeep keep,
      TakenResponses taken,
      CommandDesk desk,
      Streams streams,
      TransactionManager transactions) {
    this.keep = keep;
    this.taken = taken;
    this.desk = desk;
    this.streams = streams;
    this.transactions = transactions;
  }

  /** A source as it is now; empty when it is unknown or closed. */
  public Optional<AnswerSource> find(AnswerSourceId source) {
    return keep.has(source)
        ? streams.state(source, AnswerSourceEvent.class, AnswerSource::evolve)
        : Optional.empty();
  }

  /** What the words of a source were said to mean. */
  public AnswerWords words(AnswerSourceId source) {
    return keep.words(source);
  }

  /**
   * Connects a source.
   *
   * @param source a new id, the same when a form is sent twice
   * @return the secret by which its messages are to be signed, with nothing in it where it sends
   *     none; empty when the source is known already
   * @throws Rejected if a rule was broken
   */
  public Optional<byte[]> connect(
      AnswerSourceId source,
      CampaignId campaign,
      String activity,
      SourceKind kind,
      String name,
      Actor actor) {
    byte[] secret = kind == SourceKind.FORMBRICKS ? newSecret() : new byte[0];
    return transactions.fetchInTransaction(
        () -> {
          if (find(source).isPresent() || !keep.add(source, secret)) {
            return Optional.empty();
          }
          desk.send(new ConnectSource(source, campaign, activity, kind, name, desk.now()), actor);
          return Optional.of(secret);
        });
  }

  /**
   * Keeps what its columns are and what its words mean; the same again changes nothing.
   *
   * @throws Rejected if a rule was broken
   */
  public void map(AnswerSourceId source, SourceMapping mapping, AnswerWords words, Actor actor) {
    transactions.executeInTransaction(
        () -> {
          keep.lock(source);
          AnswerSource known = known(source);
          if (!mapping.equals(known.mapping()) || !words.equals(keep.words(source))) {
            desk.send(new MapSource(source, mapping, words.size(), desk.now()), actor);
            keep.put(source, words);
          }
        });
  }

  /**
   * Takes only what is signed by another secret from now on.
   *
   * @param told one that the source has made; null to make one here
   * @throws Rejected {@code SOURCE_SECRET} when the one that was told is too short or too long
   */
  public byte[] renew(AnswerSourceId source, byte @Nullable [] told, Actor actor) {
    if (told != null && (told.length < SHORTEST || told.length > LONGEST)) {
      throw new Rejected("SOURCE_SECRET", Map.of("least", SHORTEST, "most", LONGEST));
    }
    byte[] secret = Objects.requireNonNullElseGet(told, this::newSecret);
    transactions.executeInTransaction(
        () -> {
          keep.lock(source);
          desk.send(new RenewSourceSecret(source, desk.now()), actor);
          keep.renew(source, secret);
        });
    return secret;
  }

  /** Takes nothing over any more, and forgets the secret, the words and what was taken over. */
  public void close(AnswerSourceId source, Actor actor) {
    transactions.executeInTransaction(
        () -> {
          keep.lock(source);
          desk.send(new CloseSource(source, desk.now()), actor);
          keep.forget(source);
          taken.forget(source);
        });
  }

  private AnswerSource known(AnswerSourceId source) {
    return find(source).orElseThrow(() -> new Rejected("SOURCE_UNKNOWN"));
  }

  private byte[] newSecret() {
    byte[] secret = new byte[SECRET];
    random.nextBytes(secret);
    return secret;
  }
}
