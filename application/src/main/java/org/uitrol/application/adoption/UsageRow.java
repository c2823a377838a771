package org.uitrol.application.adoption;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.adoption.UsageStatement;

/**
 * What one row of a report says.
 *
 * @param line where the row is, counted from 1
 * @param who a name to sign in with or an e-mail address, or a hash where names are hidden
 * @param from the first day of the period that it is about; null when it tells no period
 * @param until the last day that it is about
 * @param activeOn days of use
 * @param activeDays on how many days of the period there was use; null when that isn't told
 */
public record UsageRow(
    long line,
    String who,
    @Nullable LocalDate from,
    LocalDate until,
    NavigableSet<LocalDate> activeOn,
    @Nullable Integer activeDays) {

  private static final Pattern HASH = Pattern.compile("[0-9a-fA-F]{32}");

  public UsageRow {
    activeOn = Collections.unmodifiableNavigableSet(new TreeSet<>(activeOn));
  }

  /** Whether the name is hidden. Such a row is never joined to a person. */
  public boolean isUnnamed() {
    return HASH.matcher(who).matches();
  }

  UsageStatement statement(LocalDate refreshedOn, Instant recordedAt) {
    return new UsageStatement(refreshedOn, recordedAt, from, until, activeOn, activeDays);
  }

  /** Nothing personal, since this text may end up in a log. */
  @Override
  public String toString() {
    return "line " + line;
  }
}
