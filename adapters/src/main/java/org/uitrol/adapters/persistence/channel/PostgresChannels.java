package org.uitrol.adapters.persistence.channel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uitrol.application.channel.port.Channels;
import org.uitrol.domain.channel.Channel;
import org.uitrol.domain.channel.ChannelKind;
import org.uitrol.domain.channel.ChannelTopic;
import org.uitrol.domain.channel.PauseReason;
import org.uitrol.domain.shared.ChannelId;

/** The channels in PostgreSQL. */
@Component
final class PostgresChannels implements Channels {

  private static final String SELECT =
      "select channel_id, kind, name, host, language, topics, paused, closed from channel";

  private final JdbcClient jdbc;

  PostgresChannels(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void put(Channel channel) {
    PauseReason paused = channel.paused();
    jdbc.sql(
            """
            insert into channel (channel_id, kind, name, host, language, topics, paused, closed)
            values (:id, :kind, :name, :host, :language, :topics, :paused, :closed)
            on conflict (channel_id) do update set name = excluded.name,
                language = excluded.language, topics = excluded.topics,
                paused = excluded.paused, closed = excluded.closed
            """)
        .param("id", channel.id().value())
        .param("kind", channel.kind().name())
        .param("name", channel.name())
        .param("host", channel.host())
        .param("language", channel.language())
        .param(
            "topics",
            channel.topics().stream().sorted().map(ChannelTopic::name).toArray(String[]::new))
        .param("paused", paused == null ? null : paused.name())
        .param("closed", channel.closed())
        .update();
  }

  @Override
  public List<Channel> listeningTo(ChannelTopic topic) {
    return jdbc.sql(
            SELECT
                + " where not closed and paused is null and :topic = any(topics)"
                + " order by channel_id")
        .param("topic", topic.name())
        .query(PostgresChannels::channel)
        .list();
  }

  @Override
  public List<Channel> open() {
    return jdbc.sql(SELECT + " where not closed order by lower(name), channel_id")
        .query(PostgresChannels::channel)
        .list();
  }

  private static Channel channel(ResultSet row, int number) throws SQLException {
    @Nullable String paused = row.getString("paused");
    return new Channel(
        new ChannelId(row.getString("channel_id")),
        ChannelKind.valueOf(row.getString("kind")),
        row.getString("name"),
        row.getString("host"),
        row.getString("language"),
        Arrays.stream((String[]) row.getArray("topics").getArray())
            .map(ChannelTopic::valueOf)
            .collect(Collectors.toSet()),
        paused == null ? null : PauseReason.valueOf(paused),
        row.getBoolean("closed"));
  }
}
