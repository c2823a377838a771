package org.uitrol.adapters.channel;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.AxonThreadFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.uitrol.application.channel.ChannelSender;

/**
 * Has messages sent as long as the application runs, by a few threads: a channel that answers
 * slowly then holds up only itself.
 */
@Component
final class ChannelPost implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(ChannelPost.class);
  private static final int THREADS = 4;
  private static final long LONGEST_STOP_S = 30;

  private final ChannelSender sender;
  private volatile @Nullable ScheduledThreadPoolExecutor threads;
  private volatile boolean stumbling;

  ChannelPost(ChannelSender sender) {
    this.sender = sender;
  }

  @Override
  public void start() {
    ScheduledThreadPoolExecutor started =
        new ScheduledThreadPoolExecutor(THREADS + 1, new AxonThreadFactory("channels"));
    threads = started;
    for (int number = 0; number < THREADS; number++) {
      repeat(started, this::sendAll, Duration.ofMillis(500));
    }
    repeat(started, sender::tidy, Duration.ofHours(1));
  }

  /** Lets a message that is being handed over end, so that it isn't sent again. */
  @Override
  public void stop() {
    ScheduledThreadPoolExecutor stopping = threads;
    threads = null;
    if (stopping == null) {
      return;
    }
    stopping.shutdown();
    try {
      if (!stopping.awaitTermination(LONGEST_STOP_S, TimeUnit.SECONDS)) {
        LOG.warn("a channel hasn't answered; what it was told will be sent again");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return threads != null;
  }

  /**
   * Whether sending failed when it was last tried; single messages that aren't taken don't count.
   */
  boolean isStumbling() {
    return stumbling;
  }

  private void sendAll() {
    while (isRunning() && sender.sendNext()) {
      // The next one may be due too.
    }
    stumbling = false;
  }

  private void repeat(ScheduledThreadPoolExecutor threads, Runnable work, Duration pause) {
    Future<?> unused =
        threads.scheduleWithFixedDelay(
            () -> tried(work), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** An executor ends what fails once. */
  private void tried(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | Error e) {
      stumbling = true;
      LOG.error("channels can't be told now, trying again in a moment", e);
    }
  }
}
