package org.uitrol.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.uitrol.adapters.persistence.eventstore.BareEventStore;
import org.uitrol.adapters.persistence.proof.PostgresRecordedHistory;
import org.uitrol.adapters.proof.ProofCheck;
import org.uitrol.adapters.proof.ProofExport;
import org.uitrol.adapters.proof.Trusted;
import org.uitrol.adapters.proof.Verdict;
import org.uitrol.application.proof.MadeCheckpoints;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.channel.ChannelEvent.ChannelTested;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.ChannelId;
import org.uitrol.support.TestDatabases;

/**
 * Appends events to a history with the chain and to one without, in turns; then writes a long
 * history out and checks it.
 */
class ChainAgainstNone {

  private static final int TRANSACTIONS = Integer.getInteger("transactions", 4_000);
  private static final int EVENTS = Integer.getInteger("events", 200_000);
  private static final int ROUNDS = 3;
  private static final Instant AT = Instant.parse("2027-01-11T08:00:00Z");
  private static final MetaData TRACE =
      MetaData.with("actor", "account:7f3a")
          .and("cause", "5f0c7a52-0b1c-4f0e-8f5e-0d3c1b2a4f6e")
          .and("correlation", "5f0c7a52-0b1c-4f0e-8f5e-0d3c1b2a4f6e");

  @TempDir private Path folder = Path.of("");

  /** An event store on a database of its own. */
  private static final class Node implements AutoCloseable {

    private final HikariDataSource pool = new HikariDataSource();
    private final TransactionTemplate transactions;
    private final BareEventStore events;
    private int streams;

    Node(boolean chained) {
      pool.setJdbcUrl(TestDatabases.fresh());
      pool.setMaximumPoolSize(8);
      JdbcTransactionManager manager = new JdbcTransactionManager(pool);
      transactions = new TransactionTemplate(manager);
      events = new BareEventStore(pool, manager, Clock.fixed(AT, ZoneOffset.UTC), List.of());
      if (!chained) {
        JdbcClient jdbc = JdbcClient.create(pool);
        jdbc.sql("drop trigger chain_event on domain_event_entry").update();
        jdbc.sql(
                "alter table domain_event_entry drop constraint domain_event_entry_number,"
                    + " alter column number drop not null, alter column hash drop not null")
            .update();
      }
    }

    /** Events a second. */
    double rate(int threads, int eventsEach, int count) throws Exception {
      ExecutorService executor = Executors.newFixedThreadPool(threads);
      try {
        long began = System.nanoTime();
        List<Future<?>> all = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
          String name = "s" + streams++ + "-";
          all.add(executor.submit(() -> write(name, eventsEach, count / threads)));
        }
        for (Future<?> one : all) {
          one.get();
        }
        return count * (double) eventsEach / ((System.nanoTime() - began) / 1e9);
      } finally {
        executor.shutdownNow();
      }
    }

    private void write(String name, int eventsEach, int count) {
      for (int i = 0; i < count; i++) {
        String stream = name + i;
        transactions.executeWithoutResult(
            status ->
                events
                    .store()
                    .publish(
                        IntStream.range(0, eventsEach)
                            .mapToObj(number -> event(stream, number))
                            .toList()));
      }
    }

    @Override
    public void close() {
      pool.close();
    }
  }

  private static DomainEventMessage<?> event(String stream, long number) {
    return new GenericDomainEventMessage<>(
        "channel",
        stream,
        number,
        new ChannelTested(new ChannelId(stream), new AccountId("account-7f3a"), AT),
        TRACE);
  }

  @Test
  void prints_how_fast_events_are_appended_with_and_without_it() throws Exception {
    try (Node without = new Node(false);
        Node with = new Node(true)) {
      without.rate(1, 1, TRANSACTIONS);
      with.rate(1, 1, TRANSACTIONS);
      System.out.printf("%nevents a second, without the chain and with it%n");
      compare(without, with, 1, 1);
      compare(without, with, 4, 1);
      compare(without, with, 1, 100);
    }
  }

  private static void compare(Node without, Node with, int threads, int eventsEach)
      throws Exception {
    int count = eventsEach == 1 ? TRANSACTIONS : TRANSACTIONS / 20;
    for (int round = 1; round <= ROUNDS; round++) {
      double plain = without.rate(threads, eventsEach, count);
      double chained = with.rate(threads, eventsEach, count);
      System.out.printf(
          "%d thread(s), %3d event(s) a transaction: %,8.0f %,8.0f, with : without = %.2f%n",
          threads, eventsEach, plain, chained, chained / plain);
    }
  }

  @Test
  void prints_how_fast_a_history_is_written_out_and_checked() throws Exception {
    try (Node node = new Node(true)) {
      JdbcClient jdbc = JdbcClient.create(node.pool);
      double filled =
          timed(
              "appended in one statement",
              () ->
                  jdbc.sql(
                          """
                          insert into domain_event_entry (event_identifier, aggregate_identifier,
                              sequence_number, type, time_stamp, payload_type, payload_revision,
                              payload, meta_data)
                          select gen_random_uuid(), 's-' || i % 5000, i, 'session',
                              '2027-01-11T08:00:00.000Z', 'seat.taken', '1',
                              '{"session":"s-' || i % 5000 || '","person":"' || gen_random_uuid()
                                  || '","number":4,"at":"2027-01-11T08:00:00Z"}',
                              '{"actor":"timer","cause":"' || gen_random_uuid()
                                  || '","correlation":"' || gen_random_uuid() || '"}'
                          from generate_series(1, :events) as i
                          """)
                      .param("events", EVENTS)
                      .update());
      Path file = folder.resolve("history.jsonl");
      timed("written out", () -> export(node, jdbc, file));
      double plain = timed("hashed as one file", () -> hashed(file));
      double checked = timed("checked", () -> check(file));
      System.out.printf(
          "%,d events, %,d MB; check : one hash = %.1f, heap %,d MB at most%n",
          EVENTS,
          Files.size(file) / 1_000_000,
          checked / plain,
          Runtime.getRuntime().maxMemory() / 1_000_000);
      assertThat(filled).isPositive();
    }
  }

  private static void export(Node node, JdbcClient jdbc, Path file) throws IOException {
    ProofExport export =
        new ProofExport(
            new PostgresRecordedHistory(jdbc),
            new MadeCheckpoints(new Streams(node.events.store())));
    try (Writer out = Files.newBufferedWriter(file)) {
      export.write(out);
    }
  }

  private static void check(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      Verdict verdict = new ProofCheck(Trusted.NOTHING, events -> {}).check(in);
      assertThat(verdict.isGood()).isTrue();
      assertThat(verdict.events()).isEqualTo(EVENTS);
    }
  }

  private static void hashed(Path file) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    try (InputStream in = Files.newInputStream(file)) {
      byte[] chunk = new byte[65_536];
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        digest.update(chunk, 0, read);
      }
    }
    assertThat(digest.digest()).hasSize(32);
  }

  private interface Work {
    void run() throws Exception;
  }

  private static double timed(String what, Work work) throws Exception {
    long began = System.nanoTime();
    work.run();
    double seconds = (System.nanoTime() - began) / 1e9;
    System.out.printf("%-26s %7.2f s%n", what, seconds);
    return seconds;
  }
}
