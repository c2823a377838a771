package org.uitrol.adapters.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.uitrol.application.shared.Timekeeper;
import org.uitrol.application.shared.Timers;
import org.uitrol.support.RunningApplication;

class TimersInTheApplication {

  private static final Instant FAR_OFF = Instant.parse("2090-03-01T09:00:00Z");

  @RegisterExtension
  static final RunningApplication UITROL =
      RunningApplication.of(UitrolApplication.class).with("uitrol.retention.enabled=false");

  @Test
  void fire_before_and_after_a_restart_and_are_kept() {
    awaitHealthy();
    new TransactionTemplate(UITROL.bean(PlatformTransactionManager.class))
        .executeWithoutResult(status -> UITROL.bean(Timekeeper.class).wakeAt("test/kept", FAR_OFF));

    UITROL.restart();
    awaitHealthy();

    assertThat(UITROL.bean(Timers.class).nextDue()).contains(FAR_OFF);
    assertThat(UITROL.bean(Timers.class).status().next()).isEqualTo(FAR_OFF);
  }

  private static void awaitHealthy() {
    await().atMost(Duration.ofSeconds(30)).until(() -> Status.UP.equals(health().getStatus()));
  }

  private static Health health() {
    return Objects.requireNonNull(UITROL.bean(TimersHealth.class).health());
  }
}
