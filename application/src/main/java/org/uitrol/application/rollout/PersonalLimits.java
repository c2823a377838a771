package org.uitrol.application.rollout;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.uitrol.application.campaign.Plans;
import org.uitrol.application.directory.port.Memberships;
import org.uitrol.application.rollout.port.RolloutIndex;
import org.uitrol.application.rollout.port.RolloutIndex.Entry;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.campaign.Plan.LoadRule;
import org.uitrol.domain.rollout.DepartmentRollout;
import org.uitrol.domain.rollout.RolloutEvent;
import org.uitrol.domain.rollout.RolloutStatus;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;

/**
 * What one person can take: the strictest of what the campaigns say that run in the person's
 * department, and of the one that wants something of the person.
 */
@Component
public class PersonalLimits {

  private final Memberships memberships;
  private final RolloutIndex rollouts;
  private final Plans plans;
  private final Streams streams;

  public PersonalLimits(
      Memberships memberships, RolloutIndex rollouts, Plans plans, Streams streams) {
    this.memberships = memberships;
    this.rollouts = rollouts;
    this.plans = plans;
    this.streams = streams;
  }

  /** How many optional mails a person gets in seven days. */
  public int mails(PersonId person, RolloutId of) {
    return loads(memberships.departmentOf(person), of)
        .mapToInt(LoadRule::mailsPerPersonPerWeek)
        .min()
        .orElseThrow();
  }

  /** How many working days a person isn't asked to answer another survey; 0 for none. */
  public int surveyRest(PersonId person, RolloutId of) {
    return loads(memberships.departmentOf(person), of)
        .map(LoadRule::surveyRest)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(0);
  }

  /** How many hours of sessions each of some people may have in one week; absent for any number. */
  public Map<PersonId, Integer> sessionHours(Iterable<PersonId> people, RolloutId of) {
    Map<PersonId, Integer> limits = new HashMap<>();
    Map<Optional<DepartmentId>, Optional<Integer>> known = new HashMap<>();
    for (PersonId person : people) {
      known
          .computeIfAbsent(memberships.departmentOf(person), department -> hours(department, of))
          .ifPresent(hours -> limits.put(person, hours));
    }
    return limits;
  }

  private Optional<Integer> hours(Optional<DepartmentId> department, RolloutId of) {
    return loads(department, of)
        .map(LoadRule::sessionHoursPerPersonPerWeek)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder());
  }

  private Stream<LoadRule> loads(Optional<DepartmentId> department, RolloutId of) {
    Stream<Entry> running =
        department.stream()
            .flatMap(one -> rollouts.openOfDepartment(one).stream())
            .filter(entry -> !entry.rollout().equals(of) && isRunning(entry.rollout()));
    return Stream.concat(rollouts.find(of).stream(), running)
        .map(entry -> plans.inForce(entry.campaign(), entry.planVersion()).load());
  }

  private boolean isRunning(RolloutId rollout) {
    return streams
        .state(rollout, RolloutEvent.class, DepartmentRollout::evolve)
        .filter(state -> state.status() == RolloutStatus.RUNNING)
        .isPresent();
  }
}
