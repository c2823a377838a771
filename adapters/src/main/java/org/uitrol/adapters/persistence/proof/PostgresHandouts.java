package org.uitrol.adapters.persistence.proof;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uitrol.application.proof.port.Handouts;

/** Handouts in PostgreSQL; shared by row locks that skip what is locked. */
@Component
final class PostgresHandouts implements Handouts {

  private final JdbcClient jdbc;

  PostgresHandouts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void add(int number, Collection<String> receivers, Instant now) {
    jdbc.sql(
            """
            insert into checkpoint_handout (number, receiver, state, due_at)
            select :number, receiver, 'WAITING', :now from unnest(:receivers) as receiver
            on conflict do nothing
            """)
        .param("number", number)
        .param("now", utc(now))
        .param("receivers", receivers.toArray(String[]::new))
        .update();
  }

  /** Claims are by the clock of the database, which all servers share and no demo turns. */
  @Override
  public Optional<Due> take(Instant now, Duration claim) {
    return jdbc.sql(
            """
            update checkpoint_handout taken
            set claimed_until = clock_timestamp() + :claim * interval '1 millisecond'
            where (number, receiver) in (
                select due.number, due.receiver from checkpoint_handout due
                where due.state = 'WAITING' and due.due_at <= :now
                  and (due.claimed_until is null or due.claimed_until <= clock_timestamp())
                  and (due.passes or not exists (select from hold_state))
                order by due.due_at, due.number, due.receiver
                limit 1
                for update of due skip locked)
            returning taken.number, taken.receiver, taken.tries, taken.claimed_until
            """)
        .param("now", utc(now))
        .param("claim", claim.toMillis())
        .query(
            (row, index) ->
                new Due(
                    row.getInt("number"),
                    row.getString("receiver"),
                    row.getInt("tries"),
                    row.getObject("claimed_until", OffsetDateTime.class).toInstant()))
        .optional();
  }

  @Override
  public void done(Due due, String answer, Instant now) {
    heard(due, "DONE", answer, null, now);
  }

  @Override
  public void postpone(Due due, String answer, Instant again) {
    heard(due, "WAITING", answer, again, null);
  }

  @Override
  public void giveUp(Due due, String answer, Instant now) {
    heard(due, "FAILED", answer, null, now);
  }

  private void heard(
      Due due, String state, String answer, @Nullable Instant again, @Nullable Instant settled) {
    jdbc.sql(
            """
            update checkpoint_handout
            set state = :state, tries = tries + 1, answer = :answer, claimed_until = null,
                due_at = coalesce(:again::timestamptz, due_at), settled_at = :settled
            where number = :number and receiver = :receiver
              and state = 'WAITING' and claimed_until = :claim
            """)
        .param("state", state)
        .param("answer", answer)
        .param("again", again == null ? null : utc(again))
        .param("settled", settled == null ? null : utc(settled))
        .param("number", due.number())
        .param("receiver", due.receiver())
        .param("claim", utc(due.claimedUntil()))
        .update();
  }

  @Override
  public List<Row> of(int fromNumber, int toNumber) {
    return jdbc.sql(
            """
            select number, receiver, state, tries, answer from checkpoint_handout
            where number between :from and :to order by number, receiver
            """)
        .param("from", fromNumber)
        .param("to", toNumber)
        .query(
            (row, index) ->
                new Row(
                    row.getInt("number"),
                    row.getString("receiver"),
                    "DONE".equals(row.getString("state")),
                    row.getInt("tries"),
                    row.getString("answer")))
        .list();
  }

  private static OffsetDateTime utc(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
