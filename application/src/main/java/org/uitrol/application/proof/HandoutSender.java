package org.uitrol.application.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.common.transaction.TransactionManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.uitrol.application.hold.port.Epoch;
import org.uitrol.application.proof.port.CheckpointReceivers;
import org.uitrol.application.proof.port.CheckpointReceivers.Answer;
import org.uitrol.application.proof.port.Handouts;
import org.uitrol.application.proof.port.Handouts.Due;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.domain.channel.DeliveryRule;

/**
 * Hands checkpoints out: takes one, hands it over without holding the database, records what was
 * heard. Of a crash in between it comes that somebody has the same checkpoint twice.
 */
@Component
public class HandoutSender {

  private static final Logger LOG = LoggerFactory.getLogger(HandoutSender.class);
  private static final Duration CLAIM = Duration.ofMinutes(5);

  private final Handouts handouts;
  private final CheckpointReceivers receivers;
  private final MadeCheckpoints made;
  private final CommandDesk desk;
  private final TransactionManager transactions;
  private final Epoch epoch;

  public HandoutSender(
      Handouts handouts,
      CheckpointReceivers receivers,
      MadeCheckpoints made,
      CommandDesk desk,
      TransactionManager transactions,
      Epoch epoch) {
    this.handouts = handouts;
    this.receivers = receivers;
    this.made = made;
    this.desk = desk;
    this.transactions = transactions;
    this.epoch = epoch;
  }

  /** Hands over the one that has been due longest; false when there is none that may leave. */
  public boolean sendNext() {
    Optional<Due> due =
        transactions
            .fetchInTransaction(() -> handouts.take(desk.now(), CLAIM))
            .filter(one -> epoch.mayLeave());
    due.ifPresent(
        one -> {
          Answer answer = handOver(one);
          transactions.executeInTransaction(() -> record(one, answer));
        });
    return due.isPresent();
  }

  private Answer handOver(Due due) {
    try {
      return receivers.handOver(due.receiver(), made.find(due.number()).orElseThrow());
    } catch (RuntimeException e) {
      LOG.error("checkpoint {} can't be handed to {}", due.number(), due.receiver(), e);
      return new Answer(false, e.getClass().getSimpleName());
    }
  }

  private void record(Due due, Answer answer) {
    Instant now = desk.now();
    if (answer.taken()) {
      handouts.done(due, answer.text(), now);
      return;
    }
    DeliveryRule.next(due.receiver() + due.number(), due.tries() + 1, now, null)
        .ifPresentOrElse(
            again -> handouts.postpone(due, answer.text(), again),
            () -> handouts.giveUp(due, answer.text(), now));
  }
}
