package org.uitrol.application.communication.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.uitrol.domain.shared.DispatchId;
import org.uitrol.domain.shared.PersonId;

/**
 * Mails that are to be sent, and what was sent of each. Several senders share it: a mail that one
 * of them holds is passed over by the others. Takes part in the caller's transaction.
 */
public interface Outbox {

  /** Adds a mail that may leave at that moment; a second time changes nothing. */
  void add(DispatchId dispatch, PersonId person, boolean mandatory, Instant due);

  /** The mail waits until that moment. */
  void postpone(DispatchId dispatch, Instant due);

  /** The mail is settled, for good or until a person decides otherwise. */
  void settle(DispatchId dispatch);

  /**
   * Takes the mail that has been due longest and that nobody else holds, for as long as the
   * transaction lasts.
   */
  Optional<Waiting> next(Instant now);

  /**
   * Notes that a sender is about to hand a mail over, and keeps the very bytes for another attempt.
   *
   * @param message the message as it goes over the wire; kept encrypted, since it is personal
   */
  void handingOver(DispatchId dispatch, PersonId person, byte[] message, Instant now);

  /** The bytes of an earlier attempt, so that a retry is the same message. */
  Optional<byte[]> message(DispatchId dispatch, PersonId person);

  /**
   * Mails that a sender began to hand over so long before and of which nothing was heard since: it
   * has died.
   */
  List<DispatchId> abandoned(Instant begunBefore);

  /** How many optional mails this person was handed since that moment. */
  int optionalSince(PersonId person, Instant since);

  /** Whether any mail waits that is due at that moment. */
  boolean isIdle(Instant now);

  /** A mail that waits. */
  record Waiting(DispatchId dispatch, PersonId person) {}
}
