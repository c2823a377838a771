package org.uitrol.adapters.mail;

import java.util.Map;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Down while a sender stumbles or has ended; single mails that can't be sent are no outage. */
@Component("outboxHealthIndicator")
final class OutboxHealth extends AbstractHealthIndicator {

  private final OutboxSender sender;

  OutboxHealth(OutboxSender sender) {
    super("the senders of mail can't be asked");
    this.sender = sender;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    Map<String, String> troubles = sender.troubles();
    health.status(troubles.isEmpty() ? Status.UP : Status.DOWN).withDetails(troubles);
  }
}
