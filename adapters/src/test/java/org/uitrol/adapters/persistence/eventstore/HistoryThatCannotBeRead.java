package org.uitrol.adapters.persistence.eventstore;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.health.contributor.Status;
import org.uitrol.support.RunningApplication;

class HistoryThatCannotBeRead {

  @RegisterExtension static final RunningApplication APP = Pots.application();

  private final Pots pots = new Pots(APP);

  @Test
  void stops_every_reader_at_that_event_until_it_is_mended() {
    pots.open("known", 3);
    pots.awaitCaughtUp();
    pots.write("strange", 0, "pot.vanished", "1", "{}");
    pots.open("behind", 3);

    Processors processors = APP.bean(Processors.class);
    await()
        .untilAsserted(
            () ->
                assertThat(processors.failures().keySet())
                    .containsExactlyInAnyOrder("view.pots", "process", "effect.bell"));
    assertThat(processors.failures().get("view.pots")).contains("'pot.vanished'");
    assertThat(health()).isEqualTo(Status.DOWN);
    assertThat(processors.caughtUp()).isFalse();
    assertThat(processors.lag()).containsEntry("view.pots", processors.lag().get("process"));
    assertThat(pots.seen("behind")).isZero();

    pots.undo("payload_type = 'pot.vanished'");
    await().atMost(Duration.ofSeconds(60)).until(processors::caughtUp);
    assertThat(health()).isEqualTo(Status.UP);
    assertThat(pots.seen("behind")).isEqualTo(1);
    assertThat(pots.seen("known")).isEqualTo(1);
  }

  private static Status health() {
    return requireNonNull(APP.bean(ProcessorsHealth.class).health()).getStatus();
  }

  @Test
  void refuses_a_command_on_a_stream_with_an_unknown_revision() {
    APP.bean(org.axonframework.config.Configuration.class)
        .eventProcessingConfiguration()
        .eventProcessors()
        .values()
        .forEach(org.axonframework.eventhandling.EventProcessor::shutDown);
    pots.write("newer", 0, "pot.opened", "3", "{}");
    assertThatThrownBy(() -> pots.putIn("newer", 1))
        .isInstanceOf(UnreadableRecord.class)
        .hasMessageContaining("'pot.opened' is stored in revision 3");
    pots.undo("aggregate_identifier = 'newer'");
    APP.restart();
  }

  @Test
  void is_turned_into_the_current_revision_when_it_is_only_old() {
    pots.write(
        "old",
        0,
        "pot.opened",
        "1",
        "{\"pot\":\"old\",\"label\":\"Spaarpot\",\"size\":5,"
            + "\"lid\":{\"kind\":\"cork-lid\"},\"at\":\"2027-01-11T08:00:00Z\"}");
    pots.putIn("old", 5);
    pots.awaitCaughtUp();
    assertThat(pots.seen("old")).isEqualTo(3);
  }
}
