package org.uitrol.application.channel.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.uitrol.domain.shared.ChannelId;

/**
 * What has to be told to channels, and what became of it. Several servers share it; takes part in
 * the caller's transaction.
 */
public interface Deliveries {

  /**
   * Adds a message; a second time changes nothing.
   *
   * @param message the event that it tells of, which is its id for the receiver too
   * @param event the name of that event
   */
  void add(ChannelId channel, String message, String event, byte[] body, Instant now);

  /** Has a message sent once more, from the first try on; false when it isn't kept any more. */
  boolean again(ChannelId channel, String message, Instant now);

  /**
   * Takes the message that has been due longest, of a channel that isn't paused and has nothing
   * else under way.
   *
   * @param until when somebody else may take it, if nothing was heard of it
   */
  Optional<Due> take(Instant now, Instant until);

  void delivered(Due due, String answer, Instant now);

  /** It wasn't taken, and is due again at that moment. */
  void postpone(Due due, String answer, Instant dueAgain, Instant now);

  /** It wasn't taken, and isn't tried any more. */
  void failed(Due due, String answer, Instant now);

  /** Forgets all messages of a channel. */
  void forget(ChannelId channel);

  /** Forgets what became of messages before that moment; those that wait stay. */
  int forgetBefore(Instant moment);

  /** The newest messages to a channel, the newest first. */
  List<Row> list(ChannelId channel, int limit);

  /** How many messages to it wait. */
  long waiting(ChannelId channel);

  /**
   * A message that is due.
   *
   * @param tries how many have failed
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Due(ChannelId channel, String message, byte[] body, int tries) {}

  /** What became of a message so far. */
  enum State {
    WAITING,
    DELIVERED,
    FAILED
  }

  /**
   * A message.
   *
   * @param answer what was heard last; empty before
   * @param dueAt when it is tried again, while it waits
   */
  record Row(
      String message,
      String event,
      State state,
      int tries,
      String answer,
      Instant queuedAt,
      Instant dueAt) {}
}
