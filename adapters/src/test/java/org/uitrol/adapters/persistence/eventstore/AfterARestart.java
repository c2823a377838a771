package org.uitrol.adapters.persistence.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.uitrol.support.RunningApplication;
import sample.pots.Bell;

class AfterARestart {

  @RegisterExtension static final RunningApplication APP = Pots.application();

  private final Pots pots = new Pots(APP);

  @Test
  void processors_go_on_where_they_were() {
    pots.fill("before");
    pots.awaitCaughtUp();
    APP.restart();
    pots.fill("after");
    pots.awaitCaughtUp();

    assertThat(pots.seen("before")).isEqualTo(3);
    assertThat(pots.names("before+")).hasSize(2);
    assertThat(APP.bean(Bell.class).rung()).containsExactly("after");
  }

  @Test
  void a_new_processor_that_acts_sees_no_old_events_and_a_new_view_sees_all() {
    pots.fill("past");
    pots.awaitCaughtUp();
    APP.stop();
    forgetAll();
    APP.start();
    pots.fill("present");
    pots.awaitCaughtUp();

    assertThat(APP.bean(Bell.class).rung()).containsExactly("present");
    assertThat(pots.names("past+")).hasSize(2);
    assertThat(pots.seen("past")).isEqualTo(6);
  }

  @Test
  void a_view_can_be_filled_again_but_what_acts_can_not() {
    pots.fill("again");
    pots.awaitCaughtUp();

    StreamingEventProcessor view = processor("view.pots");
    view.shutDown();
    view.resetTokens();
    assertThat(pots.seen("again")).isZero();
    view.start();
    pots.awaitCaughtUp();
    assertThat(pots.seen("again")).isEqualTo(3);

    for (String name : new String[] {"process", "effect.bell"}) {
      StreamingEventProcessor acting = processor(name);
      acting.shutDown();
      assertThatThrownBy(acting::resetTokens).isInstanceOf(IllegalStateException.class);
      acting.start();
    }
    pots.awaitCaughtUp();
    assertThat(APP.bean(Bell.class).rung()).containsOnlyOnce("again");
  }

  private static StreamingEventProcessor processor(String name) {
    return APP.bean(Configuration.class)
        .eventProcessingConfiguration()
        .eventProcessor(name, StreamingEventProcessor.class)
        .orElseThrow();
  }

  private static void forgetAll() {
    APP.database().sql("delete from token_entry").update();
  }
}
