package org.uitrol.application.shared;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds what is asked on this thread, for the history: where it comes from, and on whose
 * behalf it is done where somebody acts for another. Known to whoever took the request; nothing is
 * decided by it.
 */
public final class Circumstances {

  private static final ThreadLocal<Present> PRESENT = ThreadLocal.withInitial(() -> Present.NONE);

  private record Present(@Nullable Source source, @Nullable Actor behalf) {

    private static final Present NONE = new Present(null, null);
  }

  private Circumstances() {}

  /** Work that may fail in its own way. */
  @FunctionalInterface
  public interface Work<E extends Exception> {

    void run() throws E;
  }

  /** Does work that comes from there. */
  public static <E extends Exception> void from(Source source, Work<E> work) throws E {
    within(new Present(source, PRESENT.get().behalf), work);
  }

  /** Does work for somebody else. */
  public static <E extends Exception> void onBehalfOf(Actor whom, Work<E> work) throws E {
    within(new Present(PRESENT.get().source, whom), work);
  }

  /** The same work for another thread, under what surrounds it here. */
  public static Runnable carried(Runnable work) {
    Present here = PRESENT.get();
    return () -> within(here, work::run);
  }

  /** Where it comes from; empty when nobody has said so. */
  static Optional<Source> source() {
    return Optional.ofNullable(PRESENT.get().source);
  }

  /** For whom it is done; empty when nobody has said so. */
  static Optional<Actor> behalf() {
    return Optional.ofNullable(PRESENT.get().behalf);
  }

  private static <E extends Exception> void within(Present present, Work<E> work) throws E {
    Present before = PRESENT.get();
    PRESENT.set(present);
    try {
      work.run();
    } finally {
      if (before.equals(Present.NONE)) {
        PRESENT.remove();
      } else {
        PRESENT.set(before);
      }
    }
  }
}
