package org.uitrol.adapters.mail.inbound;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.uitrol.application.communication.inbound.InboundMails;

/**
 * Removes mails whose time is over, every hour on every server, whether or not a mailbox is read
 * there. What another server has removed already isn't there any more, so nothing is counted twice.
 */
@Component
final class InboundRetention implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(InboundRetention.class);

  private final InboundMails mails;
  private final InboundSettings settings;
  private final ScheduledExecutorService tidier =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "inbound-tidier");
            thread.setDaemon(true);
            return thread;
          });

  InboundRetention(InboundMails mails, InboundSettings settings) {
    this.mails = mails;
    this.settings = settings;
    var unused = tidier.scheduleWithFixedDelay(this::tidy, 1, 60, TimeUnit.MINUTES);
  }

  @Override
  public void destroy() {
    tidier.shutdownNow();
  }

  private void tidy() {
    try {
      int gone = mails.forget(settings.keep());
      if (gone > 0) {
        LOG.info("{} inbound mails were removed after {}", gone, settings.keep());
      }
    } catch (RuntimeException e) {
      // An exception would end the timer.
      LOG.warn("inbound mails can't be removed now, trying again in an hour", e);
    }
  }
}
