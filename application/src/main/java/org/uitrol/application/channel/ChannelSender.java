package org.uitrol.application.channel;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.common.transaction.TransactionManager;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.uitrol.application.channel.port.ChannelAddresses;
import org.uitrol.application.channel.port.ChannelAddresses.Address;
import org.uitrol.application.channel.port.ChannelTransport;
import org.uitrol.application.channel.port.ChannelTransport.Answer;
import org.uitrol.application.channel.port.ChannelTransport.Outcome;
import org.uitrol.application.channel.port.Deliveries;
import org.uitrol.application.channel.port.Deliveries.Due;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.channel.Channel;
import org.uitrol.domain.channel.ChannelCommand.SuspendChannel;
import org.uitrol.domain.channel.ChannelEvent;
import org.uitrol.domain.channel.DeliveryRule;
import org.uitrol.domain.channel.PauseReason;

/**
 * Sends what channels have to be told: takes one message, hands it over without holding the
 * database, records what was heard. A message of which nothing was recorded (a crash) is sent again
 * under the same id. Safe for many threads and servers.
 */
@Component
public class ChannelSender {

  /** Longer than the slowest channel may take to answer. */
  private static final Duration CLAIM = Duration.ofMinutes(2);

  private static final Duration KEPT = Duration.ofDays(30);
  private static final Actor ACTOR = Actor.process(ChannelSender.class);

  private final Deliveries deliveries;
  private final ChannelAddresses addresses;
  private final ChannelTransport transport;
  private final CommandDesk desk;
  private final Streams streams;
  private final TransactionManager transactions;

  public ChannelSender(
      Deliveries deliveries,
      ChannelAddresses addresses,
      ChannelTransport transport,
      CommandDesk desk,
      Streams streams,
      TransactionManager transactions) {
    this.deliveries = deliveries;
    this.addresses = addresses;
    this.transport = transport;
    this.desk = desk;
    this.streams = streams;
    this.transactions = transactions;
  }

  /** What is to be handed over, and where. */
  private record Parcel(Due due, Channel channel, @Nullable Address address) {}

  /** Sends the message that has been due longest; false when there is none. */
  public boolean sendNext() {
    AtomicReference<@Nullable Parcel> taken = new AtomicReference<>();
    transactions.executeInTransaction(() -> taken.set(take().orElse(null)));
    Parcel parcel = taken.get();
    if (parcel == null) {
      return false;
    }
    Address address = parcel.address;
    Answer answer =
        address == null
            ? new Answer(Outcome.GONE, "no address")
            : transport.post(
                parcel.channel.kind(), address, parcel.due.message(), parcel.due.body());
    transactions.executeInTransaction(() -> record(parcel.due, answer));
    return true;
  }

  /** Forgets what became of messages long ago. */
  public void tidy() {
    transactions.executeInTransaction(() -> deliveries.forgetBefore(desk.now().minus(KEPT)));
  }

  private Optional<Parcel> take() {
    Instant now = desk.now();
    return deliveries
        .take(now, now.plus(CLAIM))
        .map(
            due ->
                new Parcel(
                    due,
                    streams.state(due.channel(), ChannelEvent.class, Channel::evolve).orElseThrow(),
                    addresses.find(due.channel(), now).orElse(null)));
  }

  private void record(Due due, Answer answer) {
    Instant now = desk.now();
    switch (answer.outcome()) {
      case TAKEN -> deliveries.delivered(due, answer.text(), now);
      case GONE -> giveUp(due, answer, PauseReason.GONE, now);
      case NOT_TAKEN ->
          DeliveryRule.next(due.tries() + 1, now)
              .ifPresentOrElse(
                  next -> deliveries.postpone(due, answer.text(), next, now),
                  () -> giveUp(due, answer, PauseReason.FAILING, now));
    }
  }

  private void giveUp(Due due, Answer answer, PauseReason why, Instant now) {
    deliveries.failed(due, answer.text(), now);
    desk.send(new SuspendChannel(due.channel(), why, now), ACTOR);
  }
}
