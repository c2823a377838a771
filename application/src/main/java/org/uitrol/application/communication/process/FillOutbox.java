package org.uitrol.application.communication.process;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import org.uitrol.application.communication.port.Outbox;
import org.uitrol.application.shared.Processing;
import org.uitrol.domain.communication.DispatchEvent.DispatchRequested;
import org.uitrol.domain.communication.DispatchEvent.SendAgainDecided;

/** Keeps the outbox in step with what is decided about each mail. */
@Component
@ProcessingGroup(Processing.OUTBOX)
@DisallowReplay
public class FillOutbox {

  private final Outbox outbox;

  public FillOutbox(Outbox outbox) {
    this.outbox = outbox;
  }

  @EventHandler
  void on(DispatchRequested event) {
    if (event.letter().asks()) {
      outbox.addAsking(event.dispatch(), event.person(), event.notBefore());
    } else if (event.letter().gathered().isEmpty()) {
      outbox.add(event.dispatch(), event.person(), event.letter().mandatory(), event.notBefore());
    } else {
      outbox.addDigest(event.dispatch(), event.person(), event.notBefore());
    }
  }

  @EventHandler
  void on(SendAgainDecided event) {
    outbox.postpone(event.dispatch(), event.at());
  }
}
