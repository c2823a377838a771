package org.uitrol.domain.adoption;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.uitrol.domain.shared.Copies;

/**
 * What all reports together say of one person. Of each day counts what the latest report says that
 * says anything of it, whichever was read in first.
 *
 * @param statements in any order; kept with the latest first
 */
public record UsageHistory(List<UsageStatement> statements) {

  public UsageHistory {
    statements = statements.stream().sorted(UsageStatement.LATEST_FIRST).toList();
  }

  /** The days of the window on which there was use. */
  public NavigableSet<LocalDate> activeDays(UsageWindow window) {
    NavigableSet<LocalDate> days = new TreeSet<>();
    for (UsageStatement statement : statements) {
      statement.activeOn().stream()
          .filter(window::contains)
          .filter(this::isActive)
          .forEach(days::add);
    }
    return days;
  }

  /** Whether there was use in the window. */
  public boolean isActive(UsageWindow window) {
    return counted(window) > 0 || !activeDays(window).isEmpty();
  }

  /** Whether there was use in at least so many weeks of the window. */
  public boolean isSustained(UsageWindow window, int weeks) {
    int counted = UsageWindow.weeksOf(counted(window));
    return Math.max(counted, window.weeks(activeDays(window))) >= weeks;
  }

  /**
   * The days of which the next report says otherwise than those before: that there was use although
   * they told of none, or none although they told of use.
   */
  public NavigableSet<LocalDate> correctedBy(UsageStatement next) {
    UsageHistory after = new UsageHistory(Copies.with(statements, next));
    NavigableSet<LocalDate> days = new TreeSet<>(next.activeOn());
    statements.forEach(one -> days.addAll(one.activeOn()));
    days.removeIf(
        day -> {
          Optional<Boolean> before = told(day);
          return before.isEmpty() || before.equals(after.told(day));
        });
    return days;
  }

  private boolean isActive(LocalDate day) {
    return told(day).orElse(false);
  }

  /** Whether there was use on that day; empty when no report says. */
  private Optional<Boolean> told(LocalDate day) {
    return statements.stream()
        .filter(one -> one.isActive(day) || one.isQuiet(day))
        .findFirst()
        .map(one -> one.isActive(day));
  }

  /** By the latest report that counts days of a period that reaches into the window. */
  private int counted(UsageWindow window) {
    return statements.stream()
        .filter(one -> one.activeDays() != null && !one.until().isBefore(window.from()))
        .findFirst()
        .map(one -> one.countedIn(window))
        .orElse(0);
  }
}
