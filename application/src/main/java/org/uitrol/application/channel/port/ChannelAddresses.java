package org.uitrol.application.channel.port;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.uitrol.domain.shared.ChannelId;

/**
 * Where channels are and the secrets by which messages to them are signed; both kept encrypted,
 * since whoever knows the address of a team's channel can write to it. Takes part in the caller's
 * transaction.
 */
public interface ChannelAddresses {

  /**
   * Keeps the address of a new channel; false when it has one.
   *
   * @param secret empty for a kind that isn't signed
   */
  boolean add(ChannelId channel, URI address, byte[] secret);

  /** Signs by another secret too; by the one before until that moment. */
  void renew(ChannelId channel, byte[] secret, Instant beforeUntil);

  /** Sends to another address from now on. */
  void move(ChannelId channel, URI address);

  /** Forgets a channel's address and secrets. */
  void forget(ChannelId channel);

  /** Empty for one that is closed. */
  Optional<Address> find(ChannelId channel, Instant now);

  /**
   * Where a channel is.
   *
   * @param secrets that are good now, the newest first
   */
  record Address(URI uri, List<byte[]> secrets) {

    public Address {
      secrets = List.copyOf(secrets);
    }

    @Override
    public String toString() {
      return "Address[hidden]";
    }
  }
}
