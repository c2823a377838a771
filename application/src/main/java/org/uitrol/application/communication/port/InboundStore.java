package org.uitrol.application.communication.port;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.communication.inbound.InboundMail;
import org.uitrol.application.communication.inbound.InboundMail.State;
import org.uitrol.application.communication.inbound.Outcome;
import org.uitrol.application.communication.inbound.ReadMail;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.DispatchId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.SessionId;

/**
 * Mails that came in, as they came, until their time is over or somebody whom they come from or
 * concern is erased. Takes part in the caller's transaction.
 */
public interface InboundStore {

  /**
   * Keeps a mail, sealed under the key of the first person when there is one (decision 0007).
   *
   * @param digest tells it from any other
   * @param people whom it comes from or concerns
   * @return its number; empty when it is known already, and nothing was changed
   */
  OptionalLong keep(
      byte[] digest,
      byte[] raw,
      int size,
      boolean tooLarge,
      ReadMail.Kind kind,
      Collection<PersonId> people,
      Instant at);

  /** Takes a mail for as long as the transaction lasts; empty when there is none of that number. */
  Optional<InboundMail> take(long id);

  /** A mail; empty when there is none of that number. */
  Optional<InboundMail> find(long id);

  /** The bytes of a mail, or their beginning when it is too large; empty once they are erased. */
  Optional<byte[]> raw(long id);

  /** Notes what a mail led to, and that it concerns a person, if any. */
  void settle(
      long id,
      Outcome outcome,
      @Nullable String detail,
      @Nullable PersonId person,
      @Nullable DispatchId dispatch);

  /** Notes that a person closed it. */
  void close(long id, AccountId by, String note, Instant at);

  /** Notes that somebody has it acted on again. */
  void reopen(long id, AccountId by, Instant at);

  /** Notes that an answer to an invitation was acted on. */
  void answered(
      long id, SessionId session, PersonId person, int sequence, Instant stamp, Instant at);

  /** The answers to an invitation that were acted on, the latest stamp first. */
  List<Answered> answers(SessionId session, PersonId person);

  /** Mails in one state, the latest first. */
  List<InboundMail> list(State state, int offset, int limit);

  /** Mails with that outcome, the latest first. */
  List<InboundMail> list(Outcome outcome, int offset, int limit);

  long count(State state);

  /** The numbers of mails that were kept and not acted on, the oldest first. */
  List<Long> received(int limit);

  /** The mails that come from or concern a person, the latest first. */
  List<InboundMail> ofPerson(PersonId person, int offset, int limit);

  /**
   * Forgets the mails that came in before that moment, and notes how many they were if there were
   * any.
   */
  int forget(Instant before, Instant at);

  /** When mails were forgotten because their time was over, the latest first. */
  List<Removal> removals(int limit);

  /**
   * Takes, or keeps, the right to read for a while, so that one server reads at a time.
   *
   * @return whether it is this server's now
   */
  boolean hold(String holder, Instant now, Instant until);

  /** Gives the right to read up. */
  void letGo(String holder);

  /**
   * Mails that were forgotten.
   *
   * @param before all that came in before it
   */
  record Removal(Instant at, Instant before, int mails) {}

  /**
   * An answer that was acted on.
   *
   * @param stamp when the attendee's program made it
   * @param at when it was acted on
   */
  record Answered(int sequence, Instant stamp, Instant at) {}
}
