package org.uitrol.adapters.hold;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.uitrol.adapters.persistence.hold.Epochs.Present;
import org.uitrol.domain.hold.HoldCause;

/** Whether a database is the one that is known outside of it, and as far (decision 0043). */
final class EpochRule {

  /**
   * A server keeps up within seconds, so after a crash it is hardly behind. Who is further behind
   * wasn't there, and doesn't know what the database was since.
   */
  static final Duration MOST_BEHIND = Duration.ofMinutes(1);

  private EpochRule() {}

  /**
   * Why a database may not be the one that is known.
   *
   * @param settledByOthers whether it is all right when another server knows the database as it is
   */
  record Doubt(HoldCause cause, boolean settledByOthers) {}

  /**
   * Looks at a database.
   *
   * @param known what is known of it outside; null for nothing
   * @param hashAt the hash of the chain at a position; empty when there is no event
   * @return empty when it is the one, or a new one in which nothing ever happened
   */
  static Optional<Doubt> doubt(
      @Nullable EpochMark known, Present present, LongFunction<Optional<String>> hashAt) {
    if (!present.hasHistory()) {
      return Optional.empty();
    }
    if (known == null) {
      return doubt(HoldCause.UNKNOWN_HERE, true);
    }
    String database = present.database();
    if (database != null && database.equals(known.next())) {
      return Optional.empty();
    }
    if (!known.database().equals(database)) {
      return doubt(HoldCause.OTHER_DATABASE, database != null);
    }
    if (known.number() > present.number()) {
      return doubt(HoldCause.OLDER, false);
    }
    if (known.position() > 0) {
      Optional<String> hash = hashAt.apply(known.position());
      if (hash.isEmpty()) {
        return doubt(HoldCause.OLDER, false);
      }
      if (!hash.get().equals(known.hash())) {
        return doubt(HoldCause.OTHER_HISTORY, false);
      }
    }
    boolean placesKnown = !known.place().isEmpty() && !present.place().isEmpty();
    if (placesKnown && !known.place().equals(present.place())) {
      return doubt(HoldCause.MOVED, true);
    }
    return present.number() > known.number()
            && present.movedAt().isAfter(known.movedAt().plus(MOST_BEHIND))
        ? doubt(HoldCause.LONG_AWAY, true)
        : Optional.empty();
  }

  private static Optional<Doubt> doubt(HoldCause cause, boolean settledByOthers) {
    return Optional.of(new Doubt(cause, settledByOthers));
  }
}
