package org.uitrol.adapters.mail.inbound;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import org.springframework.stereotype.Component;
import org.uitrol.application.communication.port.InboundStore;
import org.uitrol.application.retention.Promises;
import org.uitrol.application.retention.Promises.Promise;
import org.uitrol.application.retention.port.RetainedData;
import org.uitrol.domain.campaign.consultation.MeasureKind;
import org.uitrol.domain.retention.RetainedKind;

/**
 * Mails that came in, dealt with or not: as long as is set, or shorter where a register says so.
 * Nobody can tell which campaign a mail belongs to, so the shortest counts for all.
 */
@Component
final class KeptInboundMails implements RetainedData {

  private static final int DAYS_IN_A_MONTH = 30;

  private final InboundStore store;
  private final Promises promises;
  private final InboundSettings settings;

  KeptInboundMails(InboundStore store, Promises promises, InboundSettings settings) {
    this.store = store;
    this.promises = promises;
    this.settings = settings;
  }

  @Override
  public RetainedKind kind() {
    return RetainedKind.INBOUND_MAIL;
  }

  @Override
  public Period keep() {
    Duration shortest =
        promises.about(MeasureKind.INBOUND).stream()
            .filter(promise -> !promise.campaign().status().isOver())
            .map(Promise::months)
            .map(months -> Duration.ofDays((long) months * DAYS_IN_A_MONTH))
            .reduce(settings.keep(), (one, other) -> one.compareTo(other) < 0 ? one : other);
    return Period.ofDays(Math.toIntExact(shortest.toDays()));
  }

  @Override
  public Removal remove(Instant before, Instant at) {
    return Removal.of(store.forget(before, at));
  }
}
