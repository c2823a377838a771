package org.uitrol.application.channel;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.common.transaction.TransactionManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.uitrol.application.channel.port.ChannelAddresses;
import org.uitrol.application.channel.port.ChannelAddresses.Address;
import org.uitrol.application.channel.port.ChannelTransport;
import org.uitrol.application.channel.port.ChannelTransport.Answer;
import org.uitrol.application.channel.port.ChannelTransport.Outcome;
import org.uitrol.application.channel.port.Deliveries;
import org.uitrol.application.channel.port.Deliveries.Due;
import org.uitrol.application.hold.port.Epoch;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.channel.Channel;
import org.uitrol.domain.channel.ChannelCommand.SuspendChannel;
import org.uitrol.domain.channel.ChannelEvent;
import org.uitrol.domain.channel.DeliveryRule;
import org.uitrol.domain.channel.PauseReason;
import org.uitrol.domain.shared.ChannelId;

/**
 * Sends what channels have to be told: takes one message, hands it over without holding the
 * database, records what was heard. A message of which nothing was recorded (a crash) is sent again
 * under the same id. Safe for many threads and servers.
 */
@Component
public class ChannelSender {

  private static final Logger LOG = LoggerFactory.getLogger(ChannelSender.class);

  /** Longer than the slowest channel may take to answer. */
  private static final Duration CLAIM = Duration.ofMinutes(2);

  private static final Duration LONGEST_REST = Duration.ofMinutes(5);
  private static final Duration KEPT = Duration.ofDays(30);
  private static final Actor ACTOR = Actor.process(ChannelSender.class);

  private final Deliveries deliveries;
  private final ChannelAddresses addresses;
  private final ChannelTransport transport;
  private final CommandDesk desk;
  private final Streams streams;
  private final TransactionManager transactions;
  private final Epoch epoch;

  public ChannelSender(
      Deliveries deliveries,
      ChannelAddresses addresses,
      ChannelTransport transport,
      CommandDesk desk,
      Streams streams,
      TransactionManager transactions,
      Epoch epoch) {
    this.deliveries = deliveries;
    this.addresses = addresses;
    this.transport = transport;
    this.desk = desk;
    this.streams = streams;
    this.transactions = transactions;
    this.epoch = epoch;
  }

  /** Whom a message is for, and where that is. */
  private record Addressee(Channel channel, @Nullable Address address) {}

  /** Sends the message that has been due longest; false when there is none that may leave. */
  public boolean sendNext() {
    Optional<Due> due =
        transactions
            .fetchInTransaction(() -> deliveries.take(desk.now(), CLAIM))
            .filter(one -> epoch.mayLeave());
    due.ifPresent(
        one -> {
          Answer answer = handOver(one);
          transactions.executeInTransaction(() -> record(one, answer));
        });
    return due.isPresent();
  }

  /** Gives up what has waited for too long, and forgets what became of messages long ago. */
  public void tidy() {
    transactions.executeInTransaction(
        () -> {
          Instant now = desk.now();
          deliveries.giveUpDueBefore(now.minus(DeliveryRule.LONGEST), now);
          deliveries.forgetBefore(now.minus(KEPT));
        });
  }

  /** A message that can't be handed over, for whatever reason, must not hold up the others. */
  private Answer handOver(Due due) {
    try {
      Addressee whom = transactions.fetchInTransaction(() -> addressee(due.channel()));
      return whom.address == null
          ? new Answer(Outcome.GONE, "no address")
          : transport.post(whom.channel.kind(), whom.address, due.message(), due.body());
    } catch (RuntimeException e) {
      LOG.error("message {} to channel {} can't be sent", due.message(), due.channel(), e);
      return new Answer(Outcome.AWAY, e.getClass().getSimpleName());
    }
  }

  private Addressee addressee(ChannelId channel) {
    return new Addressee(
        streams.state(channel, ChannelEvent.class, Channel::evolve).orElseThrow(),
        addresses.find(channel, desk.now()).orElse(null));
  }

  private void record(Due due, Answer answer) {
    Instant now = desk.now();
    switch (answer.outcome()) {
      case TAKEN -> deliveries.delivered(due, answer.text(), now);
      case GONE -> {
        if (deliveries.failed(due, answer.text(), now)) {
          desk.send(new SuspendChannel(due.channel(), PauseReason.GONE, now), ACTOR);
        }
      }
      case REFUSED, AWAY ->
          DeliveryRule.next(due.message(), due.tries() + 1, now, answer.pause())
              .ifPresentOrElse(
                  next -> postpone(due, answer, next, now), () -> giveUp(due, answer, now));
    }
  }

  /** The other messages wait for one that found nobody, though not for long. */
  private void postpone(Due due, Answer answer, Instant next, Instant now) {
    if (deliveries.postpone(due, answer.text(), next) && answer.outcome() == Outcome.AWAY) {
      Instant longest = now.plus(LONGEST_REST);
      deliveries.rest(
          due.channel(), answer.pause() == null && next.isAfter(longest) ? longest : next);
    }
  }

  /** A channel that takes other messages isn't paused for one that it never takes. */
  private void giveUp(Due due, Answer answer, Instant now) {
    if (deliveries.failed(due, answer.text(), now)
        && !deliveries.hasTakenSince(due.channel(), due.queuedAt())) {
      desk.send(new SuspendChannel(due.channel(), PauseReason.FAILING, now), ACTOR);
    }
  }
}
