package org.uitrol.domain.channel;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.channel.ChannelCommand.ChangeChannel;
import org.uitrol.domain.channel.ChannelCommand.CloseChannel;
import org.uitrol.domain.channel.ChannelCommand.MoveChannel;
import org.uitrol.domain.channel.ChannelCommand.OpenChannel;
import org.uitrol.domain.channel.ChannelCommand.PauseChannel;
import org.uitrol.domain.channel.ChannelCommand.RenewSecret;
import org.uitrol.domain.channel.ChannelCommand.ResumeChannel;
import org.uitrol.domain.channel.ChannelCommand.SendAgain;
import org.uitrol.domain.channel.ChannelCommand.SuspendChannel;
import org.uitrol.domain.channel.ChannelCommand.TestChannel;
import org.uitrol.domain.channel.ChannelEvent.ChannelChanged;
import org.uitrol.domain.channel.ChannelEvent.ChannelClosed;
import org.uitrol.domain.channel.ChannelEvent.ChannelMoved;
import org.uitrol.domain.channel.ChannelEvent.ChannelOpened;
import org.uitrol.domain.channel.ChannelEvent.ChannelPaused;
import org.uitrol.domain.channel.ChannelEvent.ChannelResumed;
import org.uitrol.domain.channel.ChannelEvent.ChannelTested;
import org.uitrol.domain.channel.ChannelEvent.SecretRenewed;
import org.uitrol.domain.channel.ChannelEvent.SentAgain;
import org.uitrol.domain.shared.ChannelId;
import org.uitrol.domain.shared.Rejected;

/**
 * A place outside Uitrol that is told what happens: another program, or a team (decision 0030).
 *
 * @param paused why it is told nothing; null while it is told
 * @param closed for good
 */
public record Channel(
    ChannelId id,
    ChannelKind kind,
    String name,
    String host,
    String language,
    Set<ChannelTopic> topics,
    @Nullable PauseReason paused,
    boolean closed) {

  /** The longest name, in characters. */
  public static final int LONGEST_NAME = 100;

  public Channel {
    topics = Set.copyOf(topics);
  }

  /** Whether it is told of something now. */
  public boolean listensTo(ChannelTopic topic) {
    return !closed && paused == null && topics.contains(topic);
  }

  public static List<ChannelEvent> open(@Nullable Channel channel, OpenChannel command) {
    if (channel != null) {
      return List.of();
    }
    return List.of(
        new ChannelOpened(
            command.channel(),
            command.kind(),
            named(command.name()),
            command.host(),
            command.language(),
            some(command.topics()),
            command.by(),
            command.at()));
  }

  public List<ChannelEvent> change(ChangeChannel command) {
    requireOpen();
    String newName = named(command.name());
    boolean same =
        newName.equals(name)
            && command.language().equals(language)
            && some(command.topics()).equals(topics);
    return same
        ? List.of()
        : List.of(
            new ChannelChanged(
                id, newName, command.language(), command.topics(), command.by(), command.at()));
  }

  /** Also to the same host: the address there may be another one. */
  public List<ChannelEvent> move(MoveChannel command) {
    requireOpen();
    return List.of(new ChannelMoved(id, command.host(), command.by(), command.at()));
  }

  public List<ChannelEvent> renew(RenewSecret command) {
    requireOpen();
    if (kind != ChannelKind.WEBHOOK) {
      throw new Rejected("CHANNEL_UNSIGNED");
    }
    return List.of(new SecretRenewed(id, command.by(), command.at()));
  }

  public List<ChannelEvent> pause(PauseChannel command) {
    requireOpen();
    return paused == null
        ? List.of(new ChannelPaused(id, PauseReason.ASKED, command.by(), command.at()))
        : List.of();
  }

  /** What comes too late changes nothing. */
  public List<ChannelEvent> suspend(SuspendChannel command) {
    return paused == null && !closed
        ? List.of(new ChannelPaused(id, command.why(), null, command.at()))
        : List.of();
  }

  public List<ChannelEvent> resume(ResumeChannel command) {
    requireOpen();
    return paused == null ? List.of() : List.of(new ChannelResumed(id, command.by(), command.at()));
  }

  public List<ChannelEvent> close(CloseChannel command) {
    return closed ? List.of() : List.of(new ChannelClosed(id, command.by(), command.at()));
  }

  public List<ChannelEvent> test(TestChannel command) {
    requireTelling();
    return List.of(new ChannelTested(id, command.by(), command.at()));
  }

  public List<ChannelEvent> sendAgain(SendAgain command) {
    requireTelling();
    return List.of(new SentAgain(id, command.message(), command.by(), command.at()));
  }

  /** The state after one event. */
  public static Channel evolve(@Nullable Channel channel, ChannelEvent event) {
    if (event instanceof ChannelOpened opened) {
      return new Channel(
          opened.channel(),
          opened.kind(),
          opened.name(),
          opened.host(),
          opened.language(),
          opened.topics(),
          null,
          false);
    }
    if (channel == null) {
      throw new IllegalStateException("a channel begins by being opened, not with " + event);
    }
    if (event instanceof ChannelChanged changed) {
      return new Channel(
          channel.id,
          channel.kind,
          changed.name(),
          channel.host,
          changed.language(),
          changed.topics(),
          channel.paused,
          channel.closed);
    } else if (event instanceof ChannelMoved moved) {
      return new Channel(
          channel.id,
          channel.kind,
          channel.name,
          moved.host(),
          channel.language,
          channel.topics,
          channel.paused,
          channel.closed);
    } else if (event instanceof ChannelPaused paused) {
      return channel.with(paused.why(), channel.closed);
    } else if (event instanceof ChannelResumed) {
      return channel.with(null, channel.closed);
    } else if (event instanceof ChannelClosed) {
      return channel.with(channel.paused, true);
    }
    return channel;
  }

  private Channel with(@Nullable PauseReason why, boolean nowClosed) {
    return new Channel(id, kind, name, host, language, topics, why, nowClosed);
  }

  private void requireOpen() {
    if (closed) {
      throw new Rejected("CHANNEL_CLOSED");
    }
  }

  private void requireTelling() {
    requireOpen();
    if (paused != null) {
      throw new Rejected("CHANNEL_PAUSED");
    }
  }

  private static String named(String typed) {
    String name = typed.strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw new Rejected("CHANNEL_NAME", Map.of("most", LONGEST_NAME));
    }
    return name;
  }

  private static Set<ChannelTopic> some(Set<ChannelTopic> topics) {
    if (topics.isEmpty()) {
      throw new Rejected("CHANNEL_TOPICS");
    }
    return topics;
  }
}
