package org.uitrol.domain.adoption;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What one report says of one person: on which days there was use and on which there was none. A
 * report names last days of use only, so that after the last of them there was none, while nothing
 * is said of the days between them.
 *
 * @param refreshedOn the day of the report; what a later one says of the same day counts
 * @param recordedAt when it was read in
 * @param from the first day of the period that it is about; null when it tells no period
 * @param until the last day that it is about
 * @param activeOn days of use, perhaps some before the period
 * @param activeDays on how many days of the period there was use; null when that isn't told
 */
public record UsageStatement(
    LocalDate refreshedOn,
    Instant recordedAt,
    @Nullable LocalDate from,
    LocalDate until,
    NavigableSet<LocalDate> activeOn,
    @Nullable Integer activeDays) {

  /** Those that count before those that they correct. */
  public static final Comparator<UsageStatement> LATEST_FIRST =
      Comparator.comparing(UsageStatement::refreshedOn)
          .thenComparing(UsageStatement::recordedAt)
          .thenComparing(UsageStatement::until)
          .reversed();

  public UsageStatement {
    activeOn = Collections.unmodifiableNavigableSet(new TreeSet<>(activeOn));
  }

  /** Whether it says that there was use on that day. */
  boolean isActive(LocalDate day) {
    return activeOn.contains(day);
  }

  /** Whether it says that there was none on that day. */
  boolean isQuiet(LocalDate day) {
    if (day.isAfter(until)) {
      return false;
    }
    if (!activeOn.isEmpty()) {
      return day.isAfter(activeOn.last());
    }
    LocalDate first = from;
    boolean counts = activeDays != null && activeDays > 0;
    return first != null && !counts && !day.isBefore(first);
  }

  /** On how many days of the window there was use at least, by what it counts. */
  int countedIn(UsageWindow window) {
    LocalDate first = from;
    Integer days = activeDays;
    return first == null || days == null ? 0 : window.atLeast(days, first, until);
  }
}
