package org.uitrol.adapters.mail.inbound;

import java.util.List;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;
import org.uitrol.adapters.mail.inbound.InboundStatus.Mailbox;

/** Down while a mailbox can't be read; says when each was last read. */
@Component("inboundHealthIndicator")
final class InboundHealth extends AbstractHealthIndicator {

  private final InboundStatus status;

  InboundHealth(InboundStatus status) {
    super("the readers of mail can't be asked");
    this.status = status;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    List<Mailbox> mailboxes = status.mailboxes();
    boolean well = mailboxes.stream().allMatch(one -> one.trouble() == null);
    health.status(well ? Status.UP : Status.DOWN);
    for (Mailbox one : mailboxes) {
      if (one.trouble() != null) {
        health.withDetail(one.name(), one.trouble().name());
      }
      if (one.readAt() != null) {
        health.withDetail(one.name() + " last read", one.readAt().toString());
      }
    }
  }
}
