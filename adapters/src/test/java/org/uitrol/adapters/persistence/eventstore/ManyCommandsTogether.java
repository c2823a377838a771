package org.uitrol.adapters.persistence.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.uitrol.domain.shared.Command;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.support.RunningApplication;
import sample.pots.PotCommand.OpenPot;
import sample.pots.PotCommand.PutCoinIn;
import sample.pots.PotId;

class ManyCommandsTogether {

  private static final String COIN =
      "{\"pot\":\"%s\",\"coins\":1,\"tried\":[],\"others\":{},\"at\":\"2027-01-11T08:00:00Z\"}";

  @RegisterExtension static final RunningApplication APP = Pots.application();

  private final Pots pots = new Pots(APP);

  @Test
  void are_stored_with_their_actor_and_a_trace_of_their_own_and_are_seen_once() {
    pots.desk().sendAll(opening("many", 40), Pots.ANN);
    pots.awaitCaughtUp();

    List<Object> traces = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      assertThat(pots.names("many" + i)).containsExactly("pot.opened");
      assertThat(pots.seen("many" + i)).isEqualTo(1);
      traces.add(pots.rows("many" + i).get(0).get("meta_data"));
    }
    assertThat(traces)
        .doesNotHaveDuplicates()
        .allSatisfy(
            trace ->
                assertThat(trace.toString())
                    .contains("\"actor\":\"account:ann\"", "\"cause\":", "\"correlation\":"));
  }

  @Test
  void are_stored_together_or_not_at_all() {
    pots.open("full", 1);
    pots.putIn("full", 1);
    List<Command> orders = new ArrayList<>(opening("none", 3));
    orders.add(new PutCoinIn(new PotId("full"), 1, Pots.AT));

    assertThatThrownBy(() -> pots.desk().sendAll(orders, Pots.ANN)).isInstanceOf(Rejected.class);
    assertThat(pots.rows("none0")).isEmpty();
    assertThat(pots.rows("full")).hasSize(3);
  }

  @Test
  void see_what_an_earlier_one_of_them_did_to_the_same_aggregate() {
    PotId pot = new PotId("twice");
    pots.desk()
        .sendAll(
            List.of(
                new OpenPot(pot, 5, Pots.AT),
                new PutCoinIn(pot, 2, Pots.AT),
                new PutCoinIn(pot, 1, Pots.AT)),
            Pots.ANN);
    assertThat(pots.names("twice"))
        .containsExactly("pot.opened", "pot.coin-put-in", "pot.coin-put-in");
    assertThat(pots.rows("twice"))
        .extracting(row -> row.get("sequence_number"))
        .containsExactly(0L, 1L, 2L);
  }

  @Test
  void are_decided_again_when_somebody_else_wrote_to_one_of_them() {
    pots.desk().sendAll(opening("shared", 3), Pots.ANN);
    AtomicInteger handled = new AtomicInteger();
    MessageHandlerInterceptor<CommandMessage<?>> rival =
        (unit, chain) -> {
          if (handled.getAndIncrement() == 2) {
            pots.write("shared0", 1, "pot.coin-put-in", "1", COIN.formatted("shared0"));
          }
          return chain.proceed();
        };
    Registration registration = APP.bean(CommandBus.class).registerHandlerInterceptor(rival);
    pots.desk()
        .sendAll(
            IntStream.range(0, 3)
                .mapToObj(i -> new PutCoinIn(new PotId("shared" + i), 1, Pots.AT))
                .toList(),
            Pots.ANN);
    registration.cancel();

    assertThat(handled).hasValue(6);
    assertThat(pots.rows("shared0")).hasSize(3);
    assertThat(pots.rows("shared1")).hasSize(2);
    assertThat(pots.rows("shared2")).hasSize(2);
  }

  private static List<Command> opening(String name, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> (Command) new OpenPot(new PotId(name + i), 5, Pots.AT))
        .toList();
  }
}
