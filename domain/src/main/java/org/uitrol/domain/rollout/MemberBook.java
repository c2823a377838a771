package org.uitrol.domain.rollout;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.uitrol.domain.shared.Copies;
import org.uitrol.domain.shared.PersonId;

/**
 * What a rollout remembers of its people besides who is in it.
 *
 * @param joined how often each has become a member
 * @param waiting who waits for the next stage
 * @param brought what each did elsewhere that counts here, by {@link ActivityPlan#doneKey()}
 * @param leaving who goes when
 * @param champions who offered to help others
 */
public record MemberBook(
    Map<PersonId, Integer> joined,
    Set<PersonId> waiting,
    Map<PersonId, Set<String>> brought,
    Map<PersonId, Instant> leaving,
    Set<PersonId> champions) {

  /** The people with whom a rollout begins. */
  static MemberBook of(List<PersonId> first) {
    Map<PersonId, Integer> joined = new LinkedHashMap<>();
    first.forEach(person -> joined.put(person, 1));
    return new MemberBook(
        Collections.unmodifiableMap(joined), Set.of(), Map.of(), Map.of(), Set.of());
  }

  /** Whether somebody did something of that kind elsewhere. */
  boolean brought(PersonId person, ActivityPlan activity) {
    return brought.getOrDefault(person, Set.of()).contains(activity.doneKey());
  }

  MemberBook joined(PersonId person, boolean waits, Set<String> done) {
    Set<String> all = Copies.withAll(brought.getOrDefault(person, Set.of()), done);
    return new MemberBook(
        Copies.with(joined, person, joined.getOrDefault(person, 0) + 1),
        waits ? Copies.with(waiting, person) : waiting,
        all.isEmpty() ? brought : Copies.with(brought, person, all),
        Copies.without(leaving, person),
        champions);
  }

  MemberBook left(PersonId person) {
    return new MemberBook(
        joined,
        Copies.without(waiting, person),
        brought,
        Copies.without(leaving, person),
        Copies.without(champions, person));
  }

  MemberBook leaving(PersonId person, Instant at) {
    return new MemberBook(joined, waiting, brought, Copies.with(leaving, person, at), champions);
  }

  MemberBook staying(PersonId person) {
    return new MemberBook(joined, waiting, brought, Copies.without(leaving, person), champions);
  }

  MemberBook withNobodyWaiting() {
    return new MemberBook(joined, Set.of(), brought, leaving, champions);
  }

  MemberBook withChampions(Set<PersonId> people) {
    return new MemberBook(joined, waiting, brought, leaving, people);
  }
}
