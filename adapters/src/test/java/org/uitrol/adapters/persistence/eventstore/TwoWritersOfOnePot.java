package org.uitrol.adapters.persistence.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.transaction.support.TransactionTemplate;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.support.RunningApplication;

class TwoWritersOfOnePot {

  private static final String COIN =
      "{\"pot\":\"%s\",\"coins\":1,\"tried\":[],\"others\":{},\"at\":\"2027-01-11T08:00:00Z\"}";

  @RegisterExtension static final RunningApplication APP = Pots.application();

  private final Pots pots = new Pots(APP);
  private final AtomicInteger handled = new AtomicInteger();

  @Test
  void the_second_one_is_repeated_on_what_the_first_one_wrote() {
    pots.open("repeated", 10);
    Registration rival = rivalPutsCoinsIn("repeated", 1);
    pots.putIn("repeated", 1);
    rival.cancel();

    assertThat(handled).hasValue(2);
    assertThat(pots.names("repeated"))
        .containsExactly("pot.opened", "pot.coin-put-in", "pot.coin-put-in");
  }

  @Test
  void a_conflict_without_end_is_given_up_and_says_what_it_is() {
    pots.open("contended", 1_000);
    Registration rival = rivalPutsCoinsIn("contended", Integer.MAX_VALUE);
    assertThatThrownBy(() -> pots.putIn("contended", 1)).isInstanceOf(ConcurrencyException.class);
    rival.cancel();
    assertThat(handled).hasValue(CommandBusDesk.ATTEMPTS);
  }

  @Test
  void a_conflict_over_the_first_event_is_repeated_too() {
    MessageHandlerInterceptor<CommandMessage<?>> rival =
        (unit, chain) -> {
          if (handled.getAndIncrement() == 0) {
            unit.onPrepareCommit(
                u ->
                    pots.write(
                        "first",
                        0,
                        "pot.opened",
                        "1",
                        "{\"pot\":\"first\",\"label\":\"Theirs\",\"size\":5,"
                            + "\"lid\":{\"kind\":\"cork-lid\"},\"at\":\"2027-01-11T08:00:00Z\"}"));
          }
          return chain.proceed();
        };
    Registration registration = elsewhere(rival);
    pots.open("first", 3);
    registration.cancel();
    assertThat(handled).hasValue(2);
    assertThat(pots.rows("first")).hasSize(1);
  }

  @Test
  void a_rejection_is_never_repeated() {
    pots.open("rejected", 1);
    Registration count =
        APP.bean(CommandBus.class)
            .registerHandlerInterceptor(
                (unit, chain) -> {
                  handled.incrementAndGet();
                  return chain.proceed();
                });
    assertThatThrownBy(() -> pots.putIn("rejected", 2)).isInstanceOf(Rejected.class);
    count.cancel();
    assertThat(handled).hasValue(1);
  }

  @Test
  void inside_a_transaction_nothing_is_repeated() {
    pots.open("inside", 10);
    Registration rival = rivalPutsCoinsIn("inside", 1);
    TransactionTemplate transaction = APP.bean(TransactionTemplate.class);
    assertThatThrownBy(() -> transaction.executeWithoutResult(status -> pots.putIn("inside", 1)))
        .isInstanceOf(ConcurrencyException.class);
    rival.cancel();
    assertThat(handled).hasValue(1);
  }

  @Test
  void many_threads_lose_no_coin() throws Exception {
    pots.open("crowded", 1_000);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      all.add(threads.submit(() -> pots.putIn("crowded", 1)));
    }
    for (Future<?> one : all) {
      one.get();
    }
    threads.shutdown();
    assertThat(pots.rows("crowded")).hasSize(201);
  }

  /** Lets a server elsewhere write the next coin right before ours, so many times. */
  private Registration rivalPutsCoinsIn(String pot, int times) {
    return elsewhere(
        (unit, chain) -> {
          if (handled.getAndIncrement() < times) {
            unit.onPrepareCommit(
                u ->
                    pots.write(
                        pot, pots.rows(pot).size(), "pot.coin-put-in", "1", COIN.formatted(pot)));
          }
          return chain.proceed();
        });
  }

  private static Registration elsewhere(MessageHandlerInterceptor<CommandMessage<?>> rival) {
    return APP.bean(CommandBus.class).registerHandlerInterceptor(rival);
  }
}
