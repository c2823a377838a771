package org.uitrol.adapters.persistence.hold;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uitrol.application.hold.port.HoldState;
import org.uitrol.domain.hold.HoldCause;

/** Whether there is a hold, in a table of one row at most. */
@Component
@DependsOnDatabaseInitialization
final class PostgresHoldState implements HoldState {

  private static final List<String> LET_GO =
      List.of("outbox", "channel_delivery", "checkpoint_handout", "timer");

  private final JdbcClient jdbc;

  PostgresHoldState(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<Lasting> lasting() {
    return jdbc.sql("select cause, since, recorded from hold_state")
        .query(
            (row, number) ->
                new Lasting(
                    HoldCause.valueOf(row.getString("cause")),
                    row.getObject("since", OffsetDateTime.class).toInstant(),
                    row.getBoolean("recorded")))
        .optional();
  }

  @Override
  public boolean isOn() {
    return jdbc.sql("select exists (select from hold_state)").query(Boolean.class).single();
  }

  @Override
  public boolean begin(HoldCause cause, Instant at) {
    return jdbc.sql(
                "insert into hold_state (cause, since) values (:cause, :since)"
                    + " on conflict (only_row) do nothing")
            .param("cause", cause.name())
            .param("since", at.atOffset(ZoneOffset.UTC))
            .update()
        > 0;
  }

  @Override
  public void recorded() {
    jdbc.sql("update hold_state set recorded = true").update();
  }

  @Override
  public void end() {
    jdbc.sql("delete from hold_state").update();
    LET_GO.forEach(
        table -> jdbc.sql("update " + table + " set passes = false where passes").update());
  }
}
