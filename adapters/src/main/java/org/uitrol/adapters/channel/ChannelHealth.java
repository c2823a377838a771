package org.uitrol.adapters.channel;

import java.util.List;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;
import org.uitrol.application.channel.port.Channels;
import org.uitrol.domain.channel.Channel;
import org.uitrol.domain.channel.PauseReason;

/** Down while messages can't be sent at all; a receiver that is away is no outage of ours. */
@Component("channelHealthIndicator")
final class ChannelHealth extends AbstractHealthIndicator {

  private final ChannelPost post;
  private final Channels channels;

  ChannelHealth(ChannelPost post, Channels channels) {
    super("the senders to channels can't be asked");
    this.post = post;
    this.channels = channels;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    List<Channel> open = channels.open();
    health
        .status(post.isStumbling() ? Status.DOWN : Status.UP)
        .withDetail("open", open.size())
        .withDetail("away", open.stream().filter(ChannelHealth::isAway).count());
  }

  private static boolean isAway(Channel channel) {
    return channel.paused() != null && channel.paused() != PauseReason.ASKED;
  }
}
