package org.uitrol.adapters.persistence.channel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uitrol.application.channel.port.Deliveries;
import org.uitrol.domain.shared.ChannelId;

/** What channels have to be told, in PostgreSQL; shared by row locks that skip what is locked. */
@Component
final class PostgresDeliveries implements Deliveries {

  private final JdbcClient jdbc;

  PostgresDeliveries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void add(ChannelId channel, String message, String event, byte[] body, Instant now) {
    jdbc.sql(
            """
            insert into channel_delivery
                (channel_id, message, event, body, state, queued_at, due_at)
            values (:channel, :message, :event, :body, 'WAITING', :now, :now)
            on conflict (channel_id, message) do nothing
            """)
        .param("channel", channel.value())
        .param("message", message)
        .param("event", event)
        .param("body", body)
        .param("now", utc(now))
        .update();
  }

  @Override
  public boolean again(ChannelId channel, String message, Instant now) {
    jdbc.sql(
            """
            update channel_delivery
            set state = 'WAITING', tries = 0, due_at = :now, settled_at = null,
                claimed_until = null
            where channel_id = :channel and message = :message
              and (state <> 'WAITING' or claimed_until is null
                   or claimed_until <= clock_timestamp())
            """)
        .param("channel", channel.value())
        .param("message", message)
        .param("now", utc(now))
        .update();
    return jdbc.sql(
            """
            select exists (
                select from channel_delivery where channel_id = :channel and message = :message)
            """)
        .param("channel", channel.value())
        .param("message", message)
        .query(Boolean.class)
        .single();
  }

  /** Claims are by the clock of the database, which all servers share and no demo turns. */
  @Override
  public Optional<Due> take(Instant now, Duration claim) {
    return jdbc.sql(
            """
            update channel_delivery taken
            set claimed_until = clock_timestamp() + :claim * interval '1 millisecond'
            where (channel_id, message) in (
                select due.channel_id, due.message
                from channel_delivery due join channel using (channel_id)
                where due.state = 'WAITING' and due.due_at <= :now
                  and (due.claimed_until is null or due.claimed_until <= clock_timestamp())
                  and channel.paused is null and not channel.closed
                  and (due.passes or not exists (select from hold_state))
                  and not exists (
                      select from channel_delivery other
                      where other.channel_id = due.channel_id and other.state = 'WAITING'
                        and other.claimed_until > clock_timestamp())
                order by due.due_at, due.queued_at, due.message
                limit 1
                for update of due skip locked)
            returning taken.channel_id, taken.message, taken.body, taken.tries, taken.queued_at,
                taken.claimed_until
            """)
        .param("now", utc(now))
        .param("claim", claim.toMillis())
        .query(
            (row, number) ->
                new Due(
                    new ChannelId(row.getString("channel_id")),
                    row.getString("message"),
                    row.getBytes("body"),
                    row.getInt("tries"),
                    moment(row, "queued_at"),
                    moment(row, "claimed_until")))
        .optional();
  }

  @Override
  public boolean delivered(Due due, String answer, Instant now) {
    return heard(due, State.DELIVERED, answer, null, now);
  }

  @Override
  public boolean failed(Due due, String answer, Instant now) {
    return heard(due, State.FAILED, answer, null, now);
  }

  @Override
  public boolean postpone(Due due, String answer, Instant dueAgain) {
    return heard(due, State.WAITING, answer, dueAgain, null);
  }

  private boolean heard(
      Due due, State state, String answer, @Nullable Instant dueAgain, @Nullable Instant settled) {
    return jdbc.sql(
                """
                update channel_delivery
                set state = :state, tries = tries + 1, answer = :answer,
                    due_at = coalesce(:due::timestamptz, due_at), settled_at = :settled,
                    claimed_until = null
                where channel_id = :channel and message = :message
                  and state = 'WAITING' and claimed_until = :claim
                """)
            .param("state", state.name())
            .param("answer", answer)
            .param("due", dueAgain == null ? null : utc(dueAgain))
            .param("settled", settled == null ? null : utc(settled))
            .param("channel", due.channel().value())
            .param("message", due.message())
            .param("claim", utc(due.claimedUntil()))
            .update()
        > 0;
  }

  @Override
  public void rest(ChannelId channel, Instant until) {
    jdbc.sql(
            """
            update channel_delivery set due_at = :until
            where channel_id = :channel and state = 'WAITING' and due_at < :until
            """)
        .param("channel", channel.value())
        .param("until", utc(until))
        .update();
  }

  @Override
  public boolean hasTakenSince(ChannelId channel, Instant moment) {
    return jdbc.sql(
            """
            select exists (
                select from channel_delivery
                where channel_id = :channel and state = 'DELIVERED' and settled_at >= :moment)
            """)
        .param("channel", channel.value())
        .param("moment", utc(moment))
        .query(Boolean.class)
        .single();
  }

  /** Nothing is given up during a hold, since nobody could take it. */
  @Override
  public int giveUpDueBefore(Instant moment, Instant now) {
    return jdbc.sql(
            """
            update channel_delivery
            set state = 'FAILED', answer = 'too old', settled_at = :now, claimed_until = null
            where state = 'WAITING' and due_at < :moment and not exists (select from hold_state)
              and (claimed_until is null or claimed_until <= clock_timestamp())
            """)
        .param("moment", utc(moment))
        .param("now", utc(now))
        .update();
  }

  @Override
  public void forget(ChannelId channel) {
    jdbc.sql("delete from channel_delivery where channel_id = :channel")
        .param("channel", channel.value())
        .update();
  }

  @Override
  public int forgetBefore(Instant moment) {
    return jdbc.sql(
            "delete from channel_delivery where state <> 'WAITING' and settled_at < :moment")
        .param("moment", utc(moment))
        .update();
  }

  @Override
  public List<Row> list(ChannelId channel, int limit) {
    return jdbc.sql(
            """
            select message, event, state, tries, answer, queued_at, due_at from channel_delivery
            where channel_id = :channel order by queued_at desc, message limit :limit
            """)
        .param("channel", channel.value())
        .param("limit", limit)
        .query(
            (row, number) ->
                new Row(
                    row.getString("message"),
                    row.getString("event"),
                    State.valueOf(row.getString("state")),
                    row.getInt("tries"),
                    row.getString("answer"),
                    moment(row, "queued_at"),
                    moment(row, "due_at")))
        .list();
  }

  @Override
  public long waiting(ChannelId channel) {
    return jdbc.sql(
            """
            select count(*) from channel_delivery where channel_id = :channel and state = 'WAITING'
            """)
        .param("channel", channel.value())
        .query(Long.class)
        .single();
  }

  private static Instant moment(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static OffsetDateTime utc(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
