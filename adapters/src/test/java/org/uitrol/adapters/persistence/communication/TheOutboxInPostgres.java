package org.uitrol.adapters.persistence.communication;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.uitrol.adapters.persistence.eventstore.NodeName;
import org.uitrol.application.communication.port.Outbox;
import org.uitrol.application.communication.port.Outbox.Abandoned;
import org.uitrol.application.communication.port.Outbox.Progress;
import org.uitrol.application.communication.port.Outbox.Stumbling;
import org.uitrol.application.communication.port.Outbox.Waiting;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.domain.shared.DispatchId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.support.TestDatabases;

@Timeout(120)
class TheOutboxInPostgres {

  private static final Instant MONDAY = Instant.parse("2027-01-11T08:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2027-01-12T08:00:00Z");
  private static final PersonId SANNE = new PersonId("p-1");
  private static final byte[] MESSAGE = "Subject: hello".getBytes(StandardCharsets.UTF_8);

  private final HikariDataSource pool = pool();
  private final JdbcClient jdbc = JdbcClient.create(pool);
  private final TransactionTemplate transactions =
      new TransactionTemplate(new JdbcTransactionManager(pool));
  private final Outbox outbox = sender("here");

  @AfterEach
  void close() {
    pool.close();
  }

  @Test
  void gives_each_of_a_thousand_mails_to_one_of_four_senders() throws Exception {
    for (int number = 0; number < 1_000; number++) {
      outbox.add(new DispatchId("d-" + number), SANNE, true, MONDAY);
    }
    Collection<DispatchId> sent = new ConcurrentLinkedQueue<>();
    Callable<Void> sending =
        () -> {
          Outbox own = sender("node-" + Thread.currentThread().getName());
          while (sendNext(own, sent)) {
            // The next one may be due too.
          }
          return null;
        };
    ExecutorService senders = Executors.newFixedThreadPool(4);
    try {
      for (Future<Void> done : senders.invokeAll(List.of(sending, sending, sending, sending))) {
        done.get();
      }
    } finally {
      senders.shutdownNow();
    }

    assertThat(sent).hasSize(1_000).doesNotHaveDuplicates();
    assertThat(outbox.isIdle(TUESDAY)).isTrue();
    assertThat(outbox.nextDue()).isEmpty();
  }

  /** One of them dies again and again, before it has begun to hand over or in the middle of it. */
  @Test
  void loses_none_of_a_thousand_mails_when_a_sender_dies_with_some() throws Exception {
    for (int number = 0; number < 1_000; number++) {
      outbox.add(new DispatchId("d-" + number), SANNE, true, MONDAY);
    }
    Collection<DispatchId> sent = new ConcurrentLinkedQueue<>();
    Collection<DispatchId> dropped = new ConcurrentLinkedQueue<>();
    Callable<Void> living =
        () -> {
          Outbox own = sender("node-" + Thread.currentThread().getName());
          while (sendNext(own, sent)) {
            // The next one may be due too.
          }
          return null;
        };
    Callable<Void> dying =
        () -> {
          for (int life = 0; life < 50; life++) {
            Outbox own = sender("dying");
            transactions.executeWithoutResult(
                held -> {
                  own.next(MONDAY, 1);
                  held.setRollbackOnly();
                });
            transactions.executeWithoutResult(
                begun ->
                    own.next(MONDAY, 1)
                        .forEach(
                            one -> {
                              own.ready(one.dispatch(), one.person(), MESSAGE);
                              dropped.add(one.dispatch());
                            }));
          }
          return null;
        };
    ExecutorService senders = Executors.newFixedThreadPool(4);
    try {
      for (Future<Void> done : senders.invokeAll(List.of(dying, living, living, living))) {
        done.get();
      }
    } finally {
      senders.shutdownNow();
    }

    assertThat(dropped).isNotEmpty();
    assertThat(sent).doesNotHaveDuplicates().doesNotContainAnyElementsOf(dropped);
    assertThat(sent.size() + dropped.size()).isEqualTo(1_000);
    assertThat(sender("dying").abandoned())
        .extracting(Abandoned::dispatch)
        .containsExactlyInAnyOrderElementsOf(dropped);
    assertThat(outbox.nextDue()).isEmpty();
  }

  @Test
  void gives_a_mail_to_nobody_else_while_somebody_holds_it() throws Exception {
    outbox.add(new DispatchId("d-1"), SANNE, true, MONDAY);
    transactions.executeWithoutResult(
        first -> {
          assertThat(first(MONDAY)).isPresent();
          assertThat(elsewhere(() -> first(MONDAY))).isEmpty();
          first.setRollbackOnly();
        });
    assertThat(first(MONDAY)).isPresent();
  }

  @Test
  void gives_the_mail_that_is_due_longest_and_none_before_its_time() {
    outbox.add(new DispatchId("d-1"), SANNE, true, TUESDAY);
    outbox.add(new DispatchId("d-2"), SANNE, true, MONDAY);
    outbox.add(new DispatchId("d-2"), SANNE, true, TUESDAY);

    assertThat(first(MONDAY.minusMillis(1))).isEmpty();
    assertThat(first(TUESDAY)).contains(new Waiting(new DispatchId("d-2"), SANNE, 0));
    assertThat(outbox.nextDue()).contains(MONDAY);

    outbox.postpone(new DispatchId("d-2"), TUESDAY.plusSeconds(1));
    assertThat(first(TUESDAY)).contains(new Waiting(new DispatchId("d-1"), SANNE, 0));
  }

  @Test
  void counts_how_often_a_mail_could_not_be_prepared() {
    DispatchId mail = new DispatchId("d-1");
    outbox.add(mail, SANNE, true, MONDAY);
    assertThat(outbox.stumbled(mail, TUESDAY, "IllegalStateException")).isTrue();
    assertThat(first(MONDAY)).isEmpty();
    assertThat(first(TUESDAY)).contains(new Waiting(mail, SANNE, 1));
    assertThat(outbox.stumbling(10))
        .containsExactly(new Stumbling(mail, SANNE, 1, "IllegalStateException", TUESDAY));

    outbox.settle(mail);
    assertThat(outbox.stumbled(mail, TUESDAY, "IllegalStateException")).isFalse();
    assertThat(first(TUESDAY)).isEmpty();
    assertThat(outbox.stumbling(10)).isEmpty();
  }

  @Test
  void starts_counting_anew_when_a_mail_was_ready_or_is_sent_again() {
    DispatchId mail = new DispatchId("d-1");
    outbox.add(mail, SANNE, true, MONDAY);
    outbox.stumbled(mail, MONDAY, "IllegalStateException");
    outbox.settle(mail);
    outbox.postpone(mail, MONDAY);
    assertThat(first(MONDAY)).contains(new Waiting(mail, SANNE, 0));

    outbox.stumbled(mail, MONDAY, "IllegalStateException");
    outbox.ready(mail, SANNE, MESSAGE);
    outbox.postpone(mail, MONDAY);
    assertThat(first(MONDAY)).contains(new Waiting(mail, SANNE, 0));
    assertThat(outbox.stumbling(10)).isEmpty();
  }

  @Test
  void keeps_the_message_sealed_until_the_server_has_it() {
    DispatchId mail = new DispatchId("d-1");
    outbox.add(mail, SANNE, true, MONDAY);
    outbox.ready(mail, SANNE, MESSAGE);
    assertThat(stored()).isNotEqualTo(MESSAGE);
    assertThat(outbox.message(mail, SANNE)).contains(MESSAGE);
    assertThat(outbox.isIdle(MONDAY)).isFalse();

    outbox.handedOver(mail, MONDAY);
    assertThat(outbox.message(mail, SANNE)).isEmpty();
    assertThat(outbox.isIdle(MONDAY)).isTrue();
  }

  @Test
  void tells_how_far_an_earlier_run_came_with_what_it_left_behind() {
    DispatchId first = new DispatchId("d-1");
    DispatchId second = new DispatchId("d-2");
    for (DispatchId mail : List.of(first, second, new DispatchId("d-3"))) {
      outbox.add(mail, SANNE, true, MONDAY);
      outbox.ready(mail, SANNE, MESSAGE);
    }
    assertThat(outbox.begin(first, null)).isTrue();
    assertThat(outbox.begin(second, first)).isTrue();

    assertThat(outbox.abandoned()).isEmpty();
    assertThat(sender("elsewhere").abandoned()).isEmpty();
    List<Abandoned> left =
        List.of(
            new Abandoned(first, Progress.ACCEPTED),
            new Abandoned(second, Progress.UNDER_WAY),
            new Abandoned(new DispatchId("d-3"), Progress.READY));
    assertThat(sender("here").abandoned()).isEqualTo(left);

    jdbc.sql("update outbox set begun_at = clock_timestamp() - interval '16 minutes'").update();
    assertThat(sender("elsewhere").abandoned()).isEqualTo(left);
  }

  @Test
  void lets_nobody_begin_a_mail_that_is_not_ready_or_of_another_run() {
    DispatchId mail = new DispatchId("d-1");
    outbox.add(mail, SANNE, true, MONDAY);
    assertThat(outbox.begin(mail, null)).isFalse();

    outbox.ready(mail, SANNE, MESSAGE);
    assertThat(sender("here").begin(mail, null)).isFalse();
    assertThat(outbox.begin(mail, null)).isTrue();
    assertThat(outbox.begin(mail, null)).isFalse();
  }

  @Test
  void counts_the_optional_mails_that_somebody_got_lately() {
    for (String id : List.of("d-1", "d-2", "d-3")) {
      outbox.add(new DispatchId(id), SANNE, id.equals("d-3"), MONDAY);
      outbox.handedOver(new DispatchId(id), id.equals("d-1") ? MONDAY : TUESDAY);
    }
    assertThat(outbox.optionalSince(SANNE, MONDAY.minusSeconds(1))).isEqualTo(2);
    assertThat(outbox.optionalSince(SANNE, MONDAY)).isEqualTo(1);
    assertThat(outbox.optionalSince(new PersonId("p-2"), MONDAY.minusSeconds(1))).isZero();
  }

  @Test
  void counts_an_optional_mail_that_is_on_its_way() {
    outbox.add(new DispatchId("d-1"), SANNE, false, MONDAY);
    outbox.add(new DispatchId("d-2"), SANNE, true, MONDAY);
    outbox.ready(new DispatchId("d-1"), SANNE, MESSAGE);
    outbox.ready(new DispatchId("d-2"), SANNE, MESSAGE);

    assertThat(outbox.optionalSince(SANNE, MONDAY)).isEqualTo(1);
  }

  @Test
  void lists_the_optional_mails_of_somebody_that_wait() {
    outbox.add(new DispatchId("d-3"), SANNE, false, MONDAY);
    outbox.add(new DispatchId("d-1"), SANNE, false, TUESDAY);
    outbox.add(new DispatchId("d-2"), SANNE, true, MONDAY);
    outbox.add(new DispatchId("d-4"), new PersonId("p-2"), false, MONDAY);
    outbox.add(new DispatchId("d-5"), SANNE, false, MONDAY);
    outbox.settle(new DispatchId("d-5"));

    assertThat(outbox.optionalOf(SANNE))
        .containsExactly(new DispatchId("d-3"), new DispatchId("d-1"));
  }

  @Test
  void knows_a_digest_until_a_week_after_somebody_got_it() {
    DispatchId digest = new DispatchId("d-1");
    outbox.add(new DispatchId("d-2"), SANNE, false, MONDAY);
    assertThat(outbox.digestSince(SANNE, MONDAY)).isFalse();

    outbox.addDigest(digest, SANNE, MONDAY);
    outbox.addDigest(digest, SANNE, TUESDAY);
    outbox.add(digest, SANNE, false, TUESDAY);
    assertThat(outbox.digestSince(SANNE, MONDAY)).isTrue();
    assertThat(outbox.digestSince(new PersonId("p-2"), MONDAY)).isFalse();
    assertThat(first(MONDAY)).contains(new Waiting(digest, SANNE, 0));

    outbox.ready(digest, SANNE, MESSAGE);
    outbox.handedOver(digest, TUESDAY);
    assertThat(outbox.digestSince(SANNE, MONDAY)).isTrue();
    assertThat(outbox.digestSince(SANNE, TUESDAY)).isFalse();
    assertThat(outbox.optionalSince(SANNE, MONDAY)).isEqualTo(1);
  }

  private Optional<Waiting> first(Instant now) {
    return outbox.next(now, 1).stream().findFirst();
  }

  private boolean sendNext(Outbox own, Collection<DispatchId> sent) {
    Optional<Waiting> taken =
        transactions.execute(
            status -> {
              Optional<Waiting> next = own.next(MONDAY, 1).stream().findFirst();
              next.ifPresent(one -> own.ready(one.dispatch(), one.person(), MESSAGE));
              return next;
            });
    taken.ifPresent(
        one -> {
          sent.add(one.dispatch());
          own.handedOver(one.dispatch(), MONDAY);
        });
    return taken.isPresent();
  }

  /** On another thread, so in a transaction of its own. */
  private static <T> T elsewhere(Callable<T> question) {
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      return other.submit(question).get();
    } catch (ExecutionException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    } finally {
      other.shutdownNow();
    }
  }

  private byte[] stored() {
    return jdbc.sql("select message from outbox").query(byte[].class).single();
  }

  private PostgresOutbox sender(String node) {
    return new PostgresOutbox(jdbc, vault(), new NodeName(node));
  }

  /** A vault that turns the bytes round, which is enough to see that it was asked. */
  private static PersonVault vault() {
    return (PersonVault)
        Proxy.newProxyInstance(
            PersonVault.class.getClassLoader(),
            new Class<?>[] {PersonVault.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "seal" -> turned((byte[]) arguments[2]);
                  case "open" -> Optional.of(turned((byte[]) arguments[2]));
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private static byte[] turned(byte[] bytes) {
    List<Byte> all = new ArrayList<>();
    for (byte one : bytes) {
      all.add(0, one);
    }
    byte[] turned = new byte[bytes.length];
    for (int i = 0; i < turned.length; i++) {
      turned[i] = all.get(i);
    }
    return turned;
  }

  private static HikariDataSource pool() {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(TestDatabases.fresh());
    config.setMaximumPoolSize(8);
    return new HikariDataSource(config);
  }
}
