package org.uitrol.adapters.persistence.communication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.uitrol.application.communication.port.Destinations;
import org.uitrol.application.communication.port.SendingLimits;
import org.uitrol.application.communication.port.SendingLimits.Limit;
import org.uitrol.domain.communication.PauseRule;

/**
 * Destinations in PostgreSQL. Each mail that is let go has a number, so that a limit of n asks when
 * the n-th mail before this one was: a window that slides exactly, at the cost of one row.
 */
@Component
final class PostgresDestinations implements Destinations {

  /** So long others wait for what comes of the mail that went ahead. */
  private static final Duration PROBE = Duration.ofMinutes(1);

  private final JdbcClient jdbc;
  private final SendingLimits limits;

  PostgresDestinations(JdbcClient jdbc, SendingLimits limits) {
    this.jdbc = jdbc;
    this.limits = limits;
  }

  @Override
  public List<Boolean> admit(List<String> domains, Instant now) {
    if (domains.isEmpty()) {
      return List.of();
    }
    Map<String, Flow> flows = locked(domains);
    recall(flows.values(), domains.size());
    Flow server = Objects.requireNonNull(flows.get(SERVER));
    List<Boolean> admitted = new ArrayList<>();
    for (String domain : domains) {
      Flow flow = Objects.requireNonNull(flows.get(domain));
      boolean serverIsOpen = server.isOpen(now);
      boolean open = flow.isOpen(now) && serverIsOpen;
      if (open) {
        server.take(now);
        flow.take(now);
      }
      admitted.add(open);
    }
    flows.values().forEach(this::store);
    return admitted;
  }

  @Override
  public void heard(List<Sign> signs, Instant now) {
    Map<String, List<Sign>> byDestination = new TreeMap<>();
    signs.forEach(
        sign ->
            byDestination.computeIfAbsent(sign.destination(), key -> new ArrayList<>()).add(sign));
    byDestination.forEach((destination, heard) -> note(destination, heard, now));
  }

  @Override
  public List<Held> held(Instant now) {
    return jdbc.sql(
            "select destination, failures, closed_until,"
                + " (select count(*) from outbox o where o.state = 'WAITING' and o.due_at <= :now"
                + " and (d.destination = :server or o.domain = d.destination))"
                + " from mail_destination d where closed_until > :now"
                + " order by destination <> :server, destination")
        .param("now", Timestamp.from(now))
        .param("server", SERVER)
        .query(
            (row, number) ->
                new Held(
                    row.getString(1),
                    row.getInt(2),
                    row.getTimestamp(3).toInstant(),
                    row.getLong(4)))
        .list();
  }

  /** Failures count in a row: after the last success only. */
  private void note(String destination, List<Sign> heard, Instant now) {
    boolean wasWell = heard.stream().anyMatch(Sign::well);
    if (wasWell) {
      jdbc.sql(
              "update mail_destination set failures = 0, closed_until = null"
                  + " where destination = :destination and failures > 0")
          .param("destination", destination)
          .update();
    }
    int since = 0;
    for (Sign sign : heard) {
      since = sign.well() ? 0 : since + 1;
    }
    if (since > 0) {
      int failures =
          jdbc.sql(
                  "insert into mail_destination (destination, failures) values (:destination, :more)"
                      + " on conflict (destination)"
                      + " do update set failures = mail_destination.failures + excluded.failures"
                      + " returning failures")
              .param("destination", destination)
              .param("more", since)
              .query(Integer.class)
              .single();
      jdbc.sql("update mail_destination set closed_until = :until where destination = :destination")
          .param("destination", destination)
          .param("until", Timestamp.from(now.plus(PauseRule.after(failures))))
          .update();
    }
  }

  /** In one order by all, the server first, so that two senders never wait for each other. */
  private Map<String, Flow> locked(List<String> domains) {
    Set<String> all = new LinkedHashSet<>();
    all.add(SERVER);
    all.addAll(new TreeSet<>(domains));
    Map<String, Flow> flows = lock(all);
    if (flows.size() < all.size()) {
      jdbc.sql(
              "insert into mail_destination (destination) select unnest(:all)"
                  + " on conflict (destination) do nothing")
          .param("all", texts(all))
          .update();
      flows = lock(all);
    }
    return flows;
  }

  private Map<String, Flow> lock(Set<String> all) {
    Map<String, Flow> flows = new HashMap<>();
    jdbc.sql(
            "select destination, taken, failures, closed_until from mail_destination"
                + " where destination = any(:all)"
                + " order by destination <> :server, destination collate \"C\" for update")
        .param("all", texts(all))
        .param("server", SERVER)
        .query(
            row -> {
              Flow flow = flow(row);
              flows.put(flow.destination, flow);
            });
    return flows;
  }

  private Flow flow(ResultSet row) throws SQLException {
    String destination = row.getString(1);
    Timestamp closedUntil = row.getTimestamp(4);
    return new Flow(
        destination,
        destination.equals(SERVER) ? limits.ofServer() : limits.ofDomain(),
        row.getLong(2),
        row.getInt(3),
        closedUntil == null ? null : closedUntil.toInstant());
  }

  /** When those mails were let go on which the limits look back for the next ones. */
  private void recall(Collection<Flow> flows, int most) {
    for (Flow flow : flows) {
      for (Limit limit : flow.limits) {
        jdbc.sql(
                "select number, taken_at from mail_taken where destination = :destination"
                    + " and number > :before and number <= :last")
            .param("destination", flow.destination)
            .param("before", flow.taken - limit.most())
            .param("last", flow.taken - limit.most() + most)
            .query(
                row -> {
                  flow.times.put(row.getLong(1), row.getTimestamp(2).toInstant());
                });
      }
    }
  }

  private void store(Flow flow) {
    if (!flow.limits.isEmpty() && flow.taken > flow.first) {
      jdbc.sql(
              "insert into mail_taken (destination, number, taken_at)"
                  + " select :destination, n, :at from generate_series(:first, :last) n")
          .param("destination", flow.destination)
          .param("at", Timestamp.from(Objects.requireNonNull(flow.times.get(flow.taken))))
          .param("first", flow.first + 1)
          .param("last", flow.taken)
          .update();
      jdbc.sql("delete from mail_taken where destination = :destination and number <= :old")
          .param("destination", flow.destination)
          .param("old", flow.taken - flow.limits.stream().mapToInt(Limit::most).max().orElse(0))
          .update();
    }
    if (flow.changed) {
      Instant until = flow.closedUntil;
      jdbc.sql(
              "update mail_destination set taken = :taken, closed_until = :until"
                  + " where destination = :destination")
          .param("taken", flow.taken)
          .param("until", until == null ? null : Timestamp.from(until))
          .param("destination", flow.destination)
          .update();
    }
  }

  private static SqlArrayValue texts(Collection<String> texts) {
    return new SqlArrayValue("text", texts.toArray());
  }

  /** What goes to one destination. */
  private static final class Flow {

    private final String destination;
    private final List<Limit> limits;
    private final long first;
    private final int failures;
    private final Map<Long, Instant> times = new HashMap<>();
    private long taken;
    private @Nullable Instant closedUntil;
    private boolean changed;

    Flow(
        String destination,
        List<Limit> limits,
        long taken,
        int failures,
        @Nullable Instant closedUntil) {
      this.destination = destination;
      this.limits = limits;
      this.first = taken;
      this.taken = taken;
      this.failures = failures;
      this.closedUntil = closedUntil;
    }

    /** Whether one more may go; if a limit is reached, it is closed until there is room. */
    boolean isOpen(Instant now) {
      if (closedUntil != null && closedUntil.isAfter(now)) {
        return false;
      }
      for (Limit limit : limits) {
        Instant oldest = times.get(taken + 1 - limit.most());
        if (oldest != null && oldest.plus(limit.span()).isAfter(now)) {
          closedUntil = oldest.plus(limit.span());
          changed = true;
          return false;
        }
      }
      return true;
    }

    /** One goes; when the destination failed before, no other one goes until it is known how. */
    void take(Instant now) {
      taken++;
      times.put(taken, now);
      changed |= !limits.isEmpty() || failures > 0;
      if (failures > 0) {
        closedUntil = now.plus(PROBE);
      }
    }
  }
}
