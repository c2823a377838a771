package org.uitrol.application.channel.port;

import java.util.List;
import org.uitrol.domain.channel.Channel;
import org.uitrol.domain.channel.ChannelTopic;

/**
 * The channels as they are after the events so far, kept by the processor that has them told, so
 * that it never lags behind. Takes part in the caller's transaction.
 */
public interface Channels {

  void put(Channel channel);

  /** All that are told of something now, by id. */
  List<Channel> listeningTo(ChannelTopic topic);

  /** All that aren't closed, by name. */
  List<Channel> open();
}
