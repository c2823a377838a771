package org.uitrol.application.channel.port;

import java.time.Duration;
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

  /**
   * Has a message sent once more, from the first try on; one that is under way goes on. False when
   * it isn't kept any more.
   */
  boolean again(ChannelId channel, String message, Instant now);

  /**
   * Takes the message that has been due longest, of a channel that isn't paused and has nothing
   * else under way.
   *
   * @param claim after how long, of real time, somebody else may take it, if nothing was heard of
   *     it
   */
  Optional<Due> take(Instant now, Duration claim);

  /** It was taken; false when it is somebody else's by now. */
  boolean delivered(Due due, String answer, Instant now);

  /** It wasn't taken, and is due again at that moment; false when it is somebody else's by now. */
  boolean postpone(Due due, String answer, Instant dueAgain);

  /** It wasn't taken, and isn't tried any more; false when it is somebody else's by now. */
  boolean failed(Due due, String answer, Instant now);

  /** Has every message to a channel wait until that moment at least. */
  void rest(ChannelId channel, Instant until);

  /** Whether the channel has taken any message from that moment on. */
  boolean hasTakenSince(ChannelId channel, Instant moment);

  /** Gives up all that should have been sent before that moment; how many they are. */
  int giveUpDueBefore(Instant moment, Instant now);

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
   * @param queuedAt when it happened that it tells of
   * @param claimedUntil until when it is ours, of real time
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Due(
      ChannelId channel,
      String message,
      byte[] body,
      int tries,
      Instant queuedAt,
      Instant claimedUntil) {}

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
