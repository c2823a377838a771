package org.uitrol.adapters.persistence.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.uitrol.adapters.persistence.eventstore.BareEventStore;
import org.uitrol.domain.channel.ChannelEvent.ChannelTested;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.ChannelId;
import org.uitrol.support.PostgresExtension;

/** Two servers with pools of their own, on one database. */
class AChainOfManyWriters {

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static final int WRITERS = 100;
  private static final Instant AT = Instant.parse("2027-01-11T08:00:00Z");
  private static final MetaData TRACE = MetaData.with("actor", "account:ann");

  private final JdbcClient jdbc = JdbcClient.create(POSTGRES.dataSource());

  /** A server: its own pool, its own event store. */
  private static final class Node implements AutoCloseable {

    private final HikariDataSource pool = new HikariDataSource();
    private final TransactionTemplate transactions;
    private final BareEventStore events;

    Node() {
      pool.setDataSource(POSTGRES.dataSource());
      pool.setMaximumPoolSize(5);
      JdbcTransactionManager manager = new JdbcTransactionManager(pool);
      transactions = new TransactionTemplate(manager);
      events = new BareEventStore(pool, manager, Clock.fixed(AT, ZoneOffset.UTC), List.of());
    }

    /** Writes to several streams in one transaction, in two steps, as processes do. */
    void write(String name, boolean takenBack) {
      transactions.executeWithoutResult(
          status -> {
            events.store().publish(event(name + "-a", 0), event(name + "-b", 0));
            events.store().publish(event(name + "-a", 1), event(name + "-c", 0));
            if (takenBack) {
              status.setRollbackOnly();
            }
          });
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
        new ChannelTested(new ChannelId(stream), new AccountId("Zoë 🙂"), AT),
        TRACE);
  }

  @Test
  void is_whole_when_a_hundred_write_at_once_and_some_take_it_back() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    CountDownLatch all = new CountDownLatch(WRITERS);
    long before = Chains.assertWhole(jdbc);
    try (Node one = new Node();
        Node two = new Node()) {
      List<Future<?>> writers = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        Node node = i % 2 == 0 ? one : two;
        int number = i;
        writers.add(
            threads.submit(
                () -> {
                  all.countDown();
                  all.await();
                  node.write("w" + number, number % 10 == 9);
                  return null;
                }));
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(Chains.assertWhole(jdbc)).isEqualTo(before + 90 * 4);
    assertThat(
            jdbc.sql("select max(number) = count(*) from domain_event_entry")
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  @Test
  void is_whole_when_somebody_appends_by_hand_with_an_index_that_is_too_low() {
    byHand("low-1", "default");
    byHand("low-2", "1");
    Chains.assertWhole(jdbc);
  }

  private void byHand(String stream, String index) {
    jdbc.sql(
            """
            insert into domain_event_entry (global_index, event_identifier, aggregate_identifier,
                sequence_number, type, time_stamp, payload_type, payload_revision, payload, meta_data)
            values (%s, :stream, :stream, 0, null, '2027-01-11T08:00:00.000Z', 'x.y', '1', '{}', '{}')
            """
                .formatted(index))
        .param("stream", stream)
        .update();
  }

  @Test
  void is_never_altered_by_whoever_asks() {
    byHand("kept", "default");
    for (String sql :
        List.of(
            "update domain_event_entry set payload = '{}' where aggregate_identifier = 'kept'",
            "update domain_event_entry set hash = hash where false",
            "delete from domain_event_entry where aggregate_identifier = 'kept'",
            "truncate domain_event_entry",
            "set session_replication_role = replica; delete from domain_event_entry",
            "insert into domain_event_entry select * from domain_event_entry on conflict"
                + " (event_identifier) do update set payload = '{}'")) {
      assertThatThrownBy(() -> jdbc.sql(sql).update())
          .as(sql)
          .isInstanceOf(DataIntegrityViolationException.class)
          .hasMessageContaining("the history can't be altered");
    }
    Chains.assertWhole(jdbc);
  }

  @Test
  void answers_for_parts_of_its_tree_with_and_without_roots_that_are_kept() {
    jdbc.sql(
            """
            insert into domain_event_entry (event_identifier, aggregate_identifier,
                sequence_number, type, time_stamp, payload_type, payload_revision, payload, meta_data)
            select 'many-' || i, 'many', i, 'pot', '2027-01-11T08:00:00.000Z', 'x.y', '1', '{}', '{}'
            from generate_series(1, 3000) as i
            """)
        .update();
    PostgresRecordedHistory history = new PostgresRecordedHistory(jdbc);
    long size = Chains.assertWhole(jdbc);
    List<String> without = roots(history, size);
    history.keepRoots(
        0,
        IntStream.range(0, (int) (size / 1024))
            .mapToObj(i -> history.root(i * 1024L, i * 1024L + 1024))
            .toList());
    assertThat(jdbc.sql("select count(*) from history_tree").query(Integer.class).single())
        .isEqualTo((int) (size / 1024))
        .isGreaterThan(1);
    assertThat(roots(history, size)).isEqualTo(without).doesNotHaveDuplicates();
  }

  private static List<String> roots(PostgresRecordedHistory history, long size) {
    return List.of(
        history.root(0, size).toString(),
        history.root(0, 1).toString(),
        history.root(0, 1024).toString(),
        history.root(1024, 2048).toString(),
        history.root(0, 2048).toString(),
        history.root(2048, size).toString(),
        history.root(1024, 1024 + 7).toString());
  }
}
