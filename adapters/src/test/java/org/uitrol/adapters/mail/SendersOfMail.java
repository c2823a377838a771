package org.uitrol.adapters.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

@Timeout(60)
class SendersOfMail {

  private static final Duration SOON = Duration.ofMillis(100);

  private final AtomicBoolean broken = new AtomicBoolean();
  private final AtomicInteger sent = new AtomicInteger();
  private @Nullable OutboxSender sender;

  @AfterEach
  void stop() {
    if (sender != null) {
      sender.stop();
    }
  }

  @Test
  void survive_an_error_and_are_unwell_as_long_as_it_lasts() {
    broken.set(true);
    OutboxSender senders =
        start(
            () -> {
              if (broken.get()) {
                throw new NoClassDefFoundError("a@example.org");
              }
              sent.incrementAndGet();
              return false;
            },
            () -> {});

    await().until(() -> senders.troubles().size() == 2);
    Health ill = health(senders);
    assertThat(ill.getStatus()).isEqualTo(Status.DOWN);
    assertThat(ill.getDetails())
        .containsEntry("outbox-1", "NoClassDefFoundError")
        .containsEntry("outbox-2", "NoClassDefFoundError");
    assertThat(ill.toString()).doesNotContain("a@example.org");
    assertThat(sent).hasValue(0);

    broken.set(false);
    await().until(() -> health(senders).getStatus().equals(Status.UP));
    assertThat(sent.get()).isPositive();
  }

  @Test
  void go_on_sending_while_what_an_earlier_run_left_cannot_be_marked() {
    OutboxSender senders =
        start(
            () -> sent.incrementAndGet() % 10 != 0,
            () -> {
              throw new IllegalStateException("unreadable");
            });

    await().until(() -> sent.get() > 50);
    await().until(() -> health(senders).getStatus().equals(Status.DOWN));
    assertThat(senders.troubles()).containsValue("IllegalStateException");
  }

  @Test
  void are_well_when_there_is_nothing_to_send_and_after_they_were_stopped() {
    OutboxSender senders =
        start(
            () -> {
              sent.incrementAndGet();
              return false;
            },
            () -> {});
    await().until(() -> sent.get() > 1);
    assertThat(health(senders).getStatus()).isEqualTo(Status.UP);

    senders.stop();
    assertThat(senders.isRunning()).isFalse();
    assertThat(health(senders).getStatus()).isEqualTo(Status.UP);
  }

  private OutboxSender start(BooleanSupplier sendNext, Runnable markAbandoned) {
    OutboxSender made = new OutboxSender(goOn -> sendNext.getAsBoolean(), markAbandoned, SOON);
    made.start();
    sender = made;
    return made;
  }

  private static Health health(OutboxSender senders) {
    Health health = new OutboxHealth(senders).health();
    assertThat(health).isNotNull();
    return health;
  }
}
