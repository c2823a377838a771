package org.uitrol.adapters.proof;

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
import org.uitrol.application.proof.CheckpointMaker;
import org.uitrol.application.proof.HandoutSender;

/** Has checkpoints made and handed out as long as the application runs, on two threads. */
@Component
final class CheckpointPost implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(CheckpointPost.class);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
  private static final Duration REST = Duration.ofMinutes(1);
  private static final long LONGEST_STOP_S = 30;

  private final CheckpointMaker maker;
  private final HandoutSender sender;
  private volatile @Nullable ScheduledThreadPoolExecutor threads;

  CheckpointPost(CheckpointMaker maker, HandoutSender sender) {
    this.maker = maker;
    this.sender = sender;
  }

  @Override
  public void start() {
    ScheduledThreadPoolExecutor started =
        new ScheduledThreadPoolExecutor(2, new AxonThreadFactory("checkpoints"));
    threads = started;
    again(started, maker::makeIfAsked, LOOK_EVERY);
    again(started, this::sendAll, LOOK_EVERY);
  }

  @Override
  public void stop() {
    ScheduledThreadPoolExecutor stopping = threads;
    threads = null;
    if (stopping == null) {
      return;
    }
    stopping.shutdownNow();
    try {
      if (!stopping.awaitTermination(LONGEST_STOP_S, TimeUnit.SECONDS)) {
        LOG.warn("a checkpoint is still being made or handed out");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return threads != null;
  }

  private void sendAll() {
    while (isRunning() && sender.sendNext()) {
      // The next one may be due too.
    }
  }

  /** After a failure it rests for longer. */
  private void again(ScheduledThreadPoolExecutor executor, Runnable work, Duration pause) {
    Future<?> unused =
        executor.schedule(
            () -> {
              Duration next = tried(work) ? LOOK_EVERY : REST;
              if (isRunning()) {
                again(executor, work, next);
              }
            },
            pause.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  private static boolean tried(Runnable work) {
    try {
      work.run();
      return true;
    } catch (RuntimeException | Error e) {
      LOG.error("a checkpoint can't be made or handed out now, trying again in a minute", e);
      return false;
    }
  }
}
