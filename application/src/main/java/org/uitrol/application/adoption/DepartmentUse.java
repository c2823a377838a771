package org.uitrol.application.adoption;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.uitrol.application.adoption.port.UsageStore;
import org.uitrol.application.shared.AsOf;
import org.uitrol.domain.adoption.UsageHistory;
import org.uitrol.domain.adoption.UsageProduct;
import org.uitrol.domain.adoption.UsageRule;
import org.uitrol.domain.adoption.UsageWindow;
import org.uitrol.domain.shared.PersonId;

/** Counts of how many people there is use, and use that lasts. */
@Component
public class DepartmentUse {

  private final UsageStore usage;

  public DepartmentUse(UsageStore usage) {
    this.usage = usage;
  }

  /**
   * Numbers as they are: they may not be shown.
   *
   * @param active of how many people there was use in the window
   * @param sustained of how many of them it lasts
   */
  public record Counts(int active, int sustained) {}

  /** The four weeks until the latest report with names that was known then. */
  public Optional<UsageWindow> window(UsageProduct product, AsOf then) {
    return usage.latest(product, then).map(report -> new UsageWindow(report.refreshedOn()));
  }

  /** What was known of each of these people; it may not be shown as it is. */
  public Map<PersonId, UsageHistory> histories(
      UsageRule rule, Collection<PersonId> people, UsageWindow window, Instant knownAt) {
    return usage.histories(rule.of(), people, window.from(), knownAt);
  }

  /** Of how many of these people there was use, by what was known at that moment. */
  public Counts count(
      UsageRule rule, Collection<PersonId> people, UsageWindow window, Instant knownAt) {
    int active = 0;
    int sustained = 0;
    for (UsageHistory history : histories(rule, people, window, knownAt).values()) {
      active += history.isActive(window) ? 1 : 0;
      sustained += history.isSustained(window, rule.activeWeeks()) ? 1 : 0;
    }
    return new Counts(active, sustained);
  }
}
