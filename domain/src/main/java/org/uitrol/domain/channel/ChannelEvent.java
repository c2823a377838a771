package org.uitrol.domain.channel;

import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.ChannelId;
import org.uitrol.domain.shared.DomainEvent;

/** What happened to a channel. */
public sealed interface ChannelEvent extends DomainEvent {

  ChannelId channel();

  /** {@code channel.opened}. */
  record ChannelOpened(
      ChannelId channel,
      ChannelKind kind,
      String name,
      String host,
      String language,
      Set<ChannelTopic> topics,
      AccountId by,
      Instant at)
      implements ChannelEvent {

    public ChannelOpened {
      topics = inOrder(topics);
    }
  }

  /** {@code channel.changed}. */
  record ChannelChanged(
      ChannelId channel,
      String name,
      String language,
      Set<ChannelTopic> topics,
      AccountId by,
      Instant at)
      implements ChannelEvent {

    public ChannelChanged {
      topics = inOrder(topics);
    }
  }

  /** {@code channel.moved}: it is told at another address from now on. */
  record ChannelMoved(ChannelId channel, String host, AccountId by, Instant at)
      implements ChannelEvent {}

  /** {@code channel.secret-renewed}: the one before is good for another day. */
  record SecretRenewed(ChannelId channel, AccountId by, Instant at) implements ChannelEvent {}

  /**
   * {@code channel.paused}.
   *
   * @param by absent when nobody decided so
   */
  record ChannelPaused(ChannelId channel, PauseReason why, @Nullable AccountId by, Instant at)
      implements ChannelEvent {}

  /** {@code channel.resumed}. */
  record ChannelResumed(ChannelId channel, AccountId by, Instant at) implements ChannelEvent {}

  /** {@code channel.closed}. */
  record ChannelClosed(ChannelId channel, AccountId by, Instant at) implements ChannelEvent {}

  /** {@code channel.tested}. */
  record ChannelTested(ChannelId channel, AccountId by, Instant at) implements ChannelEvent {}

  /** {@code channel.sent-again}. */
  record SentAgain(ChannelId channel, String message, AccountId by, Instant at)
      implements ChannelEvent {}

  private static Set<ChannelTopic> inOrder(Set<ChannelTopic> topics) {
    return Collections.unmodifiableSet(new TreeSet<>(topics));
  }
}
