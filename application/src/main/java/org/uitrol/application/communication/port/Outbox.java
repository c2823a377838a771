package org.uitrol.application.communication.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.shared.DispatchId;
import org.uitrol.domain.shared.PersonId;

/**
 * Mails that are to be sent, and what was sent of each. Several senders share it: a mail that one
 * of them holds is passed over by the others. Takes part in the caller's transaction.
 */
public interface Outbox {

  /** Adds a mail that may leave at that moment; a second time changes nothing. */
  void add(DispatchId dispatch, PersonId person, boolean mandatory, Instant due);

  /** Adds a mail that nobody may miss and that asks the person to answer a survey. */
  void addAsking(DispatchId dispatch, PersonId person, Instant due);

  /** Adds a mail that says what several would. A second time changes nothing. */
  void addDigest(DispatchId dispatch, PersonId person, Instant due);

  /**
   * Optional mails to a person that wait and that nobody else holds, the longest due first. Takes
   * them for as long as the transaction lasts.
   */
  List<DispatchId> optionalOf(PersonId person);

  /** Whether this person was handed a digest since that moment, or one is on its way. */
  boolean digestSince(PersonId person, Instant since);

  /**
   * The mail waits until that moment. What kept it from being ready is forgotten once it was ready,
   * not while it waits.
   */
  void postpone(DispatchId dispatch, Instant due);

  /**
   * Notes that a mail that waits couldn't be made ready, and lets others go first. Holds it for as
   * long as the transaction lasts.
   *
   * @param due when it is tried again
   * @param why for whoever looks after the server; never personal data
   * @return whether it still waits; else nothing was changed
   */
  boolean stumbled(DispatchId dispatch, Instant due, String why);

  /** Mails that wait and couldn't be made ready so far, the one with most tries first. */
  List<Stumbling> stumbling(int limit);

  /** The mail is settled, for good or until a person decides otherwise. */
  void settle(DispatchId dispatch);

  /** The mail server has it: settled, and counted as one that the person got at that moment. */
  void handedOver(DispatchId dispatch, Instant at);

  /**
   * Takes mails that are due and that nobody else holds, those that have been due longest, for as
   * long as the transaction lasts. Those whose destination is left alone for now are passed over.
   */
  List<Waiting> next(Instant now, int most);

  /**
   * Notes that a mail is ready to be handed over, and keeps the very bytes for another attempt.
   *
   * @param message the message as it goes over the wire; kept sealed under the person's key
   */
  void ready(DispatchId dispatch, PersonId person, byte[] message);

  /**
   * The mail waits on, until there is room at its destination.
   *
   * @param domain of the reader's address
   */
  void hold(DispatchId dispatch, String domain);

  /**
   * Notes that the mail server is about to hear of a mail that is ready, and that it has accepted
   * the one before. A step of its own: it is stored when this returns.
   *
   * @param accepted the mail that the server accepted meanwhile, or null
   * @return whether the mail is still this sender's; else the server must not hear of it
   */
  boolean begin(DispatchId dispatch, @Nullable DispatchId accepted);

  /** The bytes of an earlier attempt, so that a retry is the same message. */
  Optional<byte[]> message(DispatchId dispatch, PersonId person);

  /**
   * Mails that a sender took and of which nothing will be heard: it was an earlier run of this
   * server, or another server that has been silent for a quarter of an hour.
   */
  List<Abandoned> abandoned();

  /**
   * How many optional mails this person was handed since that moment, those included that are being
   * handed over. Until the transaction ends, nobody else counts those of this person.
   */
  int optionalSince(PersonId person, Instant since);

  /**
   * When this person was last handed a mail that asks to answer a survey, which is now if one is
   * being handed over; empty for never. Until the transaction ends, nobody else asks of this
   * person.
   */
  Optional<Instant> lastAsked(PersonId person, Instant now);

  /** Whether no mail is due at that moment and none is being handed over. */
  boolean isIdle(Instant now);

  /** When the next mail that waits is due; empty when none waits. */
  Optional<Instant> nextDue();

  /** How far a sender came with a mail. */
  enum Progress {
    /** The mail server hasn't heard of it. */
    READY,
    /** The mail server may have it or not. */
    UNDER_WAY,
    /** The mail server has it. */
    ACCEPTED
  }

  /** A mail of which nothing will be heard from the one that took it. */
  record Abandoned(DispatchId dispatch, Progress progress) {}

  /**
   * A mail that waits.
   *
   * @param stumbled how often it couldn't be prepared
   */
  record Waiting(DispatchId dispatch, PersonId person, int stumbled) {}

  /**
   * A mail that couldn't be made ready so far.
   *
   * @param tries how often it was tried
   * @param why what went wrong the last time
   * @param due when it is tried again
   */
  record Stumbling(DispatchId dispatch, PersonId person, int tries, String why, Instant due) {}
}
