package org.uitrol.adapters.persistence.survey;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.survey.source.port.PendingAnswers;

/** Removes exports that nobody took over, every ten minutes. */
@Component
final class OldAnswers implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(OldAnswers.class);

  private final PendingAnswers pending;
  private final CommandDesk desk;
  private final ScheduledExecutorService tidier =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "answers-tidier");
            thread.setDaemon(true);
            return thread;
          });

  OldAnswers(PendingAnswers pending, CommandDesk desk) {
    this.pending = pending;
    this.desk = desk;
    var unused = tidier.scheduleWithFixedDelay(this::tidy, 1, 10, TimeUnit.MINUTES);
  }

  @Override
  public void destroy() {
    tidier.shutdownNow();
  }

  private void tidy() {
    try {
      pending.forgetOld(desk.now());
    } catch (RuntimeException e) {
      // An exception would end the timer.
      LOG.warn("exports of answers can't be removed now, trying again in a moment", e);
    }
  }
}
