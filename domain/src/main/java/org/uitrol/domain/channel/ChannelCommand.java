package org.uitrol.domain.channel;

import java.time.Instant;
import java.util.Set;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.ChannelId;
import org.uitrol.domain.shared.Command;

/** What can be asked of a channel. */
public sealed interface ChannelCommand extends Command {

  ChannelId channel();

  @Override
  default ChannelId target() {
    return channel();
  }

  /**
   * Where to is kept elsewhere: the address of a channel may be a secret.
   *
   * @param host the host of its address, so that the history tells where to
   * @param language in which it is told, for those that are read by people
   */
  record OpenChannel(
      ChannelId channel,
      ChannelKind kind,
      String name,
      String host,
      String language,
      Set<ChannelTopic> topics,
      AccountId by,
      Instant at)
      implements ChannelCommand {

    public OpenChannel {
      topics = Set.copyOf(topics);
    }
  }

  /** Has it told of other things, or called otherwise. */
  record ChangeChannel(
      ChannelId channel,
      String name,
      String language,
      Set<ChannelTopic> topics,
      AccountId by,
      Instant at)
      implements ChannelCommand {

    public ChangeChannel {
      topics = Set.copyOf(topics);
    }
  }

  /**
   * Has it told at another address.
   *
   * @param host of that address
   */
  record MoveChannel(ChannelId channel, String host, AccountId by, Instant at)
      implements ChannelCommand {}

  /** Signs with another secret from now on. */
  record RenewSecret(ChannelId channel, AccountId by, Instant at) implements ChannelCommand {}

  /** Sends nothing until it is resumed. */
  record PauseChannel(ChannelId channel, AccountId by, Instant at) implements ChannelCommand {}

  /** Sends nothing until it is resumed, since nobody is there. */
  record SuspendChannel(ChannelId channel, PauseReason why, Instant at) implements ChannelCommand {}

  /** Sends again. */
  record ResumeChannel(ChannelId channel, AccountId by, Instant at) implements ChannelCommand {}

  /** Sends nothing any more, for good. */
  record CloseChannel(ChannelId channel, AccountId by, Instant at) implements ChannelCommand {}

  /** Sends something that means nothing, to see whether it arrives. */
  record TestChannel(ChannelId channel, AccountId by, Instant at) implements ChannelCommand {}

  /**
   * Sends again what didn't arrive, or did.
   *
   * @param message the event that it tells of
   */
  record SendAgain(ChannelId channel, String message, AccountId by, Instant at)
      implements ChannelCommand {}
}
