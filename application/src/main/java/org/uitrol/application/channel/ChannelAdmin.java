package org.uitrol.application.channel;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.axonframework.common.transaction.TransactionManager;
import org.springframework.stereotype.Component;
import org.uitrol.application.channel.port.ChannelAddresses;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.channel.ChannelCommand.CloseChannel;
import org.uitrol.domain.channel.ChannelCommand.MoveChannel;
import org.uitrol.domain.channel.ChannelCommand.OpenChannel;
import org.uitrol.domain.channel.ChannelCommand.RenewSecret;
import org.uitrol.domain.channel.ChannelEvent;
import org.uitrol.domain.channel.ChannelKind;
import org.uitrol.domain.channel.ChannelTopic;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.ChannelId;

/** Opens and closes channels, each with its address and secret, which no event holds. */
@Component
public class ChannelAdmin {

  /** In bytes; Standard Webhooks asks for 24 to 64. */
  private static final int SECRET = 32;

  private static final Duration BOTH_SECRETS = Duration.ofDays(1);

  private final ChannelAddresses addresses;
  private final CommandDesk desk;
  private final Streams streams;
  private final TransactionManager transactions;
  private final SecureRandom random = new SecureRandom();

  public ChannelAdmin(
      ChannelAddresses addresses,
      CommandDesk desk,
      Streams streams,
      TransactionManager transactions) {
    this.addresses = addresses;
    this.desk = desk;
    this.streams = streams;
    this.transactions = transactions;
  }

  /**
   * Opens a channel.
   *
   * @param channel a new id, the same when a form is sent twice
   * @return the secret by which messages are signed, with nothing in it where none is signed; empty
   *     when the channel is known already
   * @throws org.uitrol.domain.shared.Rejected if a rule was broken
   */
  public Optional<byte[]> open(
      ChannelId channel,
      ChannelKind kind,
      String name,
      URI address,
      String language,
      Set<ChannelTopic> topics,
      AccountId by) {
    byte[] secret = kind == ChannelKind.WEBHOOK ? newSecret() : new byte[0];
    Instant now = desk.now();
    return transactions.fetchInTransaction(
        () -> {
          if (!isNew(channel) || !addresses.add(channel, address, secret)) {
            return Optional.empty();
          }
          desk.send(
              new OpenChannel(channel, kind, name, address.getHost(), language, topics, by, now),
              Actor.account(by));
          return Optional.of(secret);
        });
  }

  /** Has a channel told at another address; its secret stays. */
  public void move(ChannelId channel, URI address, AccountId by) {
    transactions.executeInTransaction(
        () -> {
          desk.send(new MoveChannel(channel, address.getHost(), by, desk.now()), Actor.account(by));
          addresses.move(channel, address);
        });
  }

  /** Makes a new secret; both are good for a day, so that the receiver can follow. */
  public byte[] renew(ChannelId channel, AccountId by) {
    byte[] secret = newSecret();
    Instant now = desk.now();
    transactions.executeInTransaction(
        () -> {
          desk.send(new RenewSecret(channel, by, now), Actor.account(by));
          addresses.renew(channel, secret, now.plus(BOTH_SECRETS));
        });
    return secret;
  }

  /** Closes a channel and forgets where it was. */
  public void close(ChannelId channel, AccountId by) {
    transactions.executeInTransaction(
        () -> {
          desk.send(new CloseChannel(channel, by, desk.now()), Actor.account(by));
          addresses.forget(channel);
        });
  }

  private boolean isNew(ChannelId channel) {
    return streams.events(channel, ChannelEvent.class).isEmpty();
  }

  private byte[] newSecret() {
    byte[] secret = new byte[SECRET];
    random.nextBytes(secret);
    return secret;
  }
}
