package org.uitrol.application.rollout;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.uitrol.application.campaign.Plans;
import org.uitrol.application.directory.PersonalData;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.application.rollout.port.RolloutIndex;
import org.uitrol.application.rollout.port.RolloutIndex.Entry;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.rollout.ActivityState;
import org.uitrol.domain.rollout.DepartmentRollout;
import org.uitrol.domain.rollout.RolloutCommand.StartActivity;
import org.uitrol.domain.rollout.RolloutEvent;
import org.uitrol.domain.rollout.audience.Audience;
import org.uitrol.domain.rollout.audience.AudienceRules;
import org.uitrol.domain.rollout.audience.Criterion;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;

/**
 * Tells who is in which segment. What people are stands in the vault, so that the domain can't look
 * it up: it is asked here at the moment of a command, and the outcome stands in the event (decision
 * 0023). Whoever was erased is in no segment.
 */
@Component
public class Audiences {

  private final Streams streams;
  private final Plans plans;
  private final RolloutIndex rollouts;
  private final PersonVault vault;

  public Audiences(Streams streams, Plans plans, RolloutIndex rollouts, PersonVault vault) {
    this.streams = streams;
    this.plans = plans;
    this.rollouts = rollouts;
    this.vault = vault;
  }

  /** The command for an activity that is due, with the people whom it is for. */
  public StartActivity start(RolloutId rollout, String activity, Instant at) {
    @Nullable Set<PersonId> people =
        streams
            .state(rollout, RolloutEvent.class, DepartmentRollout::evolve)
            .map(state -> audience(state, activity))
            .orElse(null);
    return new StartActivity(rollout, activity, people, at);
  }

  private @Nullable Set<PersonId> audience(DepartmentRollout rollout, String activity) {
    ActivityState state = rollout.activities().get(activity);
    Audience audience = state == null ? null : state.plan().audience();
    if (audience == null) {
      return null;
    }
    AudienceRules rules = plans.inForce(rollout.campaign(), rollout.planVersion()).audienceRules();
    Set<PersonId> people = new LinkedHashSet<>();
    segmentsOf(rules, rollout.members())
        .forEach(
            (person, segments) -> {
              if (audience.reaches(segments)) {
                people.add(person);
              }
            });
    return people;
  }

  /** The segments that somebody is in, by the plan that a rollout is pinned to. */
  public Set<String> segmentsOf(RolloutId rollout, PersonId person) {
    return rollouts.find(rollout).map(entry -> segmentsOf(entry, person)).orElse(Set.of());
  }

  /** The segments that somebody is in, by the plan that a rollout is pinned to. */
  public Set<String> segmentsOf(Entry rollout, PersonId person) {
    AudienceRules rules = plans.inForce(rollout.campaign(), rollout.planVersion()).audienceRules();
    return segmentsOf(rules, Set.of(person)).getOrDefault(person, Set.of());
  }

  /** Whether the plan that a rollout is pinned to tells people apart by any of these fields. */
  public boolean tellsApartBy(Entry rollout, Set<String> fields) {
    AudienceRules rules = plans.inForce(rollout.campaign(), rollout.planVersion()).audienceRules();
    return rules.criteriaOf(rules.segments().keySet()).stream()
        .map(Criterion::key)
        .anyMatch(fields::contains);
  }

  /** The segments that each of these people is in; who is in none may be left out. */
  public Map<PersonId, Set<String>> segmentsOf(AudienceRules rules, Collection<PersonId> people) {
    Map<PersonId, Set<String>> found = new LinkedHashMap<>();
    if (!rules.segments().isEmpty()) {
      vault
          .findAll(people)
          .forEach((person, data) -> found.put(person, rules.segmentsOf(traits(data))));
    }
    return found;
  }

  /** What tells people apart. */
  public static Map<Criterion, String> traits(PersonalData data) {
    Map<Criterion, String> traits = new EnumMap<>(Criterion.class);
    for (Criterion criterion : Criterion.values()) {
      traits.put(
          criterion,
          switch (criterion) {
            case FUNCTION -> data.function();
            case SENIORITY -> data.seniority();
            case LOCATION -> data.location();
            case LANGUAGE -> data.language();
            case EMPLOYMENT -> data.employment();
          });
    }
    return traits;
  }
}
