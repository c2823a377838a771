package org.uitrol.domain.rollout;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.rollout.reaction.ReactionTrigger;
import org.uitrol.domain.shared.Copies;
import org.uitrol.domain.shared.PersonId;

/**
 * Something that happened elsewhere and that a rollout takes notice of.
 *
 * @param trigger what happened
 * @param cause the id of the thing it happened to together with what makes it unique; the same
 *     cause is noticed once
 * @param activity the activity that it belongs to
 * @param person whom it is about, if it is about one person
 * @param facts what the trigger adds to the evidence while reactions are considered
 * @param evidence what the rollout knows from now on, for instance {@code responses.rate}
 * @param asked what was asked for: of it the rollout knows nothing else any more
 */
public record Observation(
    ReactionTrigger trigger,
    String cause,
    String activity,
    @Nullable PersonId person,
    SortedMap<String, Object> facts,
    SortedMap<String, Double> evidence,
    Set<String> asked) {

  public Observation {
    facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    evidence = Collections.unmodifiableSortedMap(new TreeMap<>(evidence));
    asked = Copies.withAll(Set.of(), asked);
    if (trigger.isAboutPerson() == (person == null)) {
      throw new IllegalArgumentException(trigger + " needs a person exactly when it is about one");
    }
  }

  /** Something about the whole department. */
  public static Observation ofDepartment(
      ReactionTrigger trigger, String cause, String activity, Map<String, Double> evidence) {
    return ofDepartment(trigger, cause, activity, evidence, Set.of());
  }

  /** Something about the whole department that was asked, whether or not it may be told. */
  public static Observation ofDepartment(
      ReactionTrigger trigger,
      String cause,
      String activity,
      Map<String, Double> evidence,
      Set<String> asked) {
    return new Observation(
        trigger, cause, activity, null, new TreeMap<>(), new TreeMap<>(evidence), asked);
  }

  /** Something about one person. */
  public static Observation ofPerson(
      ReactionTrigger trigger,
      String cause,
      String activity,
      PersonId person,
      Map<String, ?> facts) {
    return new Observation(
        trigger, cause, activity, person, new TreeMap<>(facts), new TreeMap<>(), Set.of());
  }
}
