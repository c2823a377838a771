package org.uitrol.adapters.persistence.eventstore;

import java.util.Map;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/** Down while a processor stumbles; dead letters wait for a person and are no outage. */
final class ProcessorsHealth extends AbstractHealthIndicator {

  private final Processors processors;

  ProcessorsHealth(Processors processors) {
    super("the event processors can't be asked");
    this.processors = processors;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    Map<String, String> failures = processors.failures();
    health
        .status(failures.isEmpty() ? Status.UP : Status.DOWN)
        .withDetail("behind", processors.lag())
        .withDetails(failures);
  }
}
