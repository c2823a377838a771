package org.uitrol.application.proof;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import org.uitrol.application.proof.port.CheckpointReceivers;
import org.uitrol.application.proof.port.Handouts;
import org.uitrol.application.shared.Processing;
import org.uitrol.domain.proof.CheckpointEvent.CheckpointSigned;

/** Has each new checkpoint handed to everybody who is to have it. */
@Component
@ProcessingGroup(Processing.CHECKPOINTS)
@DisallowReplay
public class HandOutCheckpoints {

  private final Handouts handouts;
  private final CheckpointReceivers receivers;

  public HandOutCheckpoints(Handouts handouts, CheckpointReceivers receivers) {
    this.handouts = handouts;
    this.receivers = receivers;
  }

  @EventHandler
  void on(CheckpointSigned event) {
    handouts.add(event.number(), receivers.all(), event.at());
  }
}
