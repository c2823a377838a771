package org.uitrol.adapters.persistence.channel;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uitrol.adapters.persistence.directory.MasterKey;
import org.uitrol.adapters.persistence.directory.VaultCipher;
import org.uitrol.application.channel.port.ChannelAddresses;
import org.uitrol.domain.shared.ChannelId;

/** Addresses and secrets in PostgreSQL, each sealed for its channel and under the master key. */
@Component
final class PostgresChannelAddresses implements ChannelAddresses {

  private static final String ADDRESS = "address";
  private static final String SECRET = "secret";

  private final JdbcClient jdbc;
  private final VaultCipher cipher;
  private final byte[] key;

  PostgresChannelAddresses(JdbcClient jdbc, MasterKey master) {
    this.jdbc = jdbc;
    this.cipher = new VaultCipher(master);
    this.key = master.derive("uitrol channels 1");
  }

  @Override
  public boolean add(ChannelId channel, URI address, byte[] secret) {
    return jdbc.sql(
                """
                insert into channel_address (channel_id, address, secret)
                values (:id, :to, :secret) on conflict do nothing
                """)
            .param("id", channel.value())
            .param("to", sealed(channel, address))
            .param(SECRET, seal(channel, SECRET, secret))
            .update()
        > 0;
  }

  @Override
  public void renew(ChannelId channel, byte[] secret, Instant beforeUntil) {
    jdbc.sql(
            """
            update channel_address set previous = secret, previous_until = :until, secret = :secret
            where channel_id = :id
            """)
        .param("id", channel.value())
        .param("until", beforeUntil.atOffset(ZoneOffset.UTC))
        .param(SECRET, seal(channel, SECRET, secret))
        .update();
  }

  @Override
  public void move(ChannelId channel, URI address) {
    jdbc.sql("update channel_address set address = :to where channel_id = :id")
        .param("id", channel.value())
        .param("to", sealed(channel, address))
        .update();
  }

  @Override
  public void forget(ChannelId channel) {
    jdbc.sql("delete from channel_address where channel_id = :id")
        .param("id", channel.value())
        .update();
  }

  @Override
  public Optional<Address> find(ChannelId channel, Instant now) {
    return jdbc.sql(
            """
            select address, secret, previous, previous_until from channel_address
            where channel_id = :id
            """)
        .param("id", channel.value())
        .query((row, number) -> address(channel, row, now))
        .optional();
  }

  private Address address(ChannelId channel, ResultSet row, Instant now) throws SQLException {
    List<byte[]> secrets = new ArrayList<>();
    byte[] secret = open(channel, SECRET, row.getBytes(SECRET));
    if (secret.length > 0) {
      secrets.add(secret);
    }
    OffsetDateTime until = row.getObject("previous_until", OffsetDateTime.class);
    if (until != null && now.isBefore(until.toInstant())) {
      secrets.add(open(channel, SECRET, row.getBytes("previous")));
    }
    byte[] uri = open(channel, ADDRESS, row.getBytes(ADDRESS));
    return new Address(URI.create(new String(uri, StandardCharsets.UTF_8)), secrets);
  }

  private byte[] sealed(ChannelId channel, URI address) {
    return seal(channel, ADDRESS, address.toString().getBytes(StandardCharsets.UTF_8));
  }

  private byte[] seal(ChannelId channel, String field, byte[] plain) {
    return cipher.seal(key, channel, field, plain);
  }

  private byte[] open(ChannelId channel, String field, byte[] sealed) {
    return cipher.open(key, channel, field, sealed);
  }
}
