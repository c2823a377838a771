package org.uitrol.adapters.mail.inbound;

import java.util.Map;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Down while a mailbox can't be read; says when each was last read. */
@Component("inboundHealthIndicator")
final class InboundHealth extends AbstractHealthIndicator {

  private final InboundReader reader;

  InboundHealth(InboundReader reader) {
    super("the readers of mail can't be asked");
    this.reader = reader;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    Map<String, String> troubles = reader.troubles();
    health.status(troubles.isEmpty() ? Status.UP : Status.DOWN).withDetails(troubles);
    reader.successes().forEach((name, at) -> health.withDetail(name + " last read", at.toString()));
  }
}
