package org.uitrol.application.shared;

import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets one thread read as of another point in time: streams, views and the clock of the desk answer
 * as they would have then, and nothing can be changed (decision 0044).
 */
public final class TimeTravel {

  private static final ThreadLocal<@Nullable AsOf> DESTINATION = new ThreadLocal<>();

  private TimeTravel() {}

  /** As of when this thread reads; null in the present. */
  public static @Nullable AsOf destination() {
    return DESTINATION.get();
  }

  /** As of when this thread reads: the present is as known and valid now. */
  public static AsOf orNow(Instant now) {
    @Nullable AsOf destination = DESTINATION.get();
    return destination == null ? AsOf.known(now) : destination;
  }

  /** Work that may fail in two ways. */
  @FunctionalInterface
  public interface Work<X extends Exception, Y extends Exception> {

    void run() throws X, Y;
  }

  /** Does work that reads as of then. */
  public static <X extends Exception, Y extends Exception> void to(
      AsOf destination, Work<X, Y> work) throws X, Y {
    @Nullable AsOf before = DESTINATION.get();
    DESTINATION.set(destination);
    try {
      work.run();
    } finally {
      leave(before);
    }
  }

  /** Does work that reads the present, also while travelling: for what isn't part of history. */
  public static <T extends @Nullable Object> T inThePresent(Supplier<T> work) {
    @Nullable AsOf before = DESTINATION.get();
    DESTINATION.remove();
    try {
      return work.get();
    } finally {
      leave(before);
    }
  }

  private static void leave(@Nullable AsOf before) {
    if (before == null) {
      DESTINATION.remove();
    } else {
      DESTINATION.set(before);
    }
  }
}
