package org.uitrol.application.adoption;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.uitrol.application.adoption.port.UsageStore;
import org.uitrol.application.campaign.Plans;
import org.uitrol.application.directory.port.Memberships;
import org.uitrol.application.rollout.port.RolloutIndex;
import org.uitrol.application.rollout.port.RolloutIndex.Entry;
import org.uitrol.application.shared.AsOf;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.adoption.UsageHistory;
import org.uitrol.domain.adoption.UsageLookEvent;
import org.uitrol.domain.adoption.UsageLookEvent.UseLookedAt;
import org.uitrol.domain.adoption.UsageRule;
import org.uitrol.domain.adoption.UsageWindow;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.rollout.DepartmentRollout;
import org.uitrol.domain.rollout.RolloutEvent;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.UsageLookId;

/**
 * One person's use, for those who may see it: where a plan says so and the works council has
 * consented, and never without a look that was recorded before (decision 0032).
 */
@Component
public class PersonUse {

  /** How long one look lasts. */
  private static final Duration LASTS = Duration.ofMinutes(15);

  private final RolloutIndex rollouts;
  private final Memberships memberships;
  private final Plans plans;
  private final Streams streams;
  private final UsageStore usage;
  private final DepartmentUse use;

  public PersonUse(
      RolloutIndex rollouts,
      Memberships memberships,
      Plans plans,
      Streams streams,
      UsageStore usage,
      DepartmentUse use) {
    this.rollouts = rollouts;
    this.memberships = memberships;
    this.plans = plans;
    this.streams = streams;
    this.usage = usage;
    this.use = use;
  }

  /**
   * What is known of one person.
   *
   * @param days of the four weeks on which there was use; a report that only counts days names none
   * @param sustained whether use lasts
   */
  public record Seen(
      UsageWindow window, NavigableSet<LocalDate> days, boolean active, boolean sustained) {}

  /** The campaign that lets one person's use be looked at; empty when none does. */
  public Optional<CampaignId> allowing(PersonId person) {
    return entry(person).map(Entry::campaign);
  }

  /** What the account may see that left word with that look; empty when it is another's. */
  public Optional<Seen> seen(UsageLookId look, PersonId person, AccountId by, Instant now) {
    List<UsageLookEvent> events = streams.events(look, UsageLookEvent.class);
    boolean own =
        !events.isEmpty()
            && events.get(0) instanceof UseLookedAt looked
            && looked.person().equals(person)
            && looked.by().equals(by)
            && looked.at().plus(LASTS).isAfter(now);
    return own ? entry(person).flatMap(entry -> seen(entry, person, now)) : Optional.empty();
  }

  private Optional<Seen> seen(Entry entry, PersonId person, Instant now) {
    UsageRule rule = rule(entry);
    return use.window(rule.of(), AsOf.known(now))
        .map(
            window -> {
              Map<PersonId, UsageHistory> known =
                  usage.histories(rule.of(), List.of(person), window.from(), now);
              UsageHistory history = known.getOrDefault(person, new UsageHistory(List.of()));
              return new Seen(
                  window,
                  history.activeDays(window),
                  history.isActive(window),
                  history.isSustained(window, rule.activeWeeks()));
            });
  }

  private UsageRule rule(Entry entry) {
    UsageRule rule = plans.inForce(entry.campaign(), entry.planVersion()).privacy().usage();
    if (rule == null) {
      throw new IllegalStateException(entry.rollout() + " counts no use");
    }
    return rule;
  }

  private Optional<Entry> entry(PersonId person) {
    return memberships.departmentOf(person).stream()
        .flatMap(department -> rollouts.openOfDepartment(department).stream())
        .filter(entry -> isAllowed(entry, person))
        .findFirst();
  }

  private boolean isAllowed(Entry entry, PersonId person) {
    Plan plan = plans.inForce(entry.campaign(), entry.planVersion());
    UsageRule rule = plan.privacy().usage();
    return rule != null
        && rule.isIndividual()
        && streams
            .state(entry.rollout(), RolloutEvent.class, DepartmentRollout::evolve)
            .filter(rollout -> rollout.members().contains(person))
            .filter(
                rollout -> plan.governance().isConsulted(entry.planVersion(), rollout.consulted()))
            .isPresent();
  }
}
