package org.uitrol.domain.session;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.uitrol.domain.shared.PersonId;

/**
 * Seats people in as few sessions as rooms and people allow: each session is on the first date on
 * which a whole group can come, else on the one on which most can. Who can come on the fewest dates
 * is seated first. Nobody is seated on a day off, or for more hours than are left in the week.
 */
public final class Seating {

  private final Map<LocalDate, List<Place>> places;
  private final int minutes;
  private final int seats;
  private final Map<PersonId, Availability> available;
  private final Map<PersonId, Long> dates = new HashMap<>();
  private final Set<PersonId> waiting = new LinkedHashSet<>();
  private final Map<PersonId, NoSeat> unplaced = new LinkedHashMap<>();

  /**
   * Nobody has a seat yet.
   *
   * @param places where sessions of one length may be, the preferred one first
   * @param seats of the room for which people are divided into groups
   * @param available when each person can come; who isn't in it can always
   */
  public Seating(
      List<PersonId> people, List<Place> places, int seats, Map<PersonId, Availability> available) {
    this.places =
        places.stream()
            .collect(
                Collectors.groupingBy(
                    place -> place.start().toLocalDate(), LinkedHashMap::new, Collectors.toList()));
    this.minutes = places.isEmpty() ? 0 : places.get(0).minutes();
    this.seats = seats;
    this.available = Map.copyOf(available);
    for (PersonId person : people) {
      long count = this.places.keySet().stream().filter(date -> canCome(person, date)).count();
      dates.put(person, count);
      if (count > 0) {
        waiting.add(person);
      } else {
        unplaced.put(person, reason(person));
      }
    }
  }

  /** Books a place for a group, if it is free. */
  @FunctionalInterface
  public interface Booking {

    boolean book(Place place, List<PersonId> group);
  }

  /** A session that was booked. */
  public record Group(Place place, List<PersonId> people) {

    public Group {
      people = List.copyOf(people);
    }
  }

  /** Books the next session; empty when nobody waits, or no place is free for whoever does. */
  public Optional<Group> next(Booking booking) {
    if (waiting.isEmpty()) {
      return Optional.empty();
    }
    int size = SessionProposal.groups(List.copyOf(waiting), seats).get(0).size();
    Map<LocalDate, List<PersonId>> groups = new LinkedHashMap<>();
    places.keySet().forEach(date -> groups.put(date, group(date, size)));
    return groups.entrySet().stream()
        .filter(entry -> !entry.getValue().isEmpty())
        .sorted(Comparator.comparing(entry -> -entry.getValue().size()))
        .flatMap(
            entry ->
                Objects.requireNonNull(places.get(entry.getKey())).stream()
                    .filter(place -> place.room().seats() >= entry.getValue().size())
                    .filter(place -> booking.book(place, entry.getValue()))
                    .limit(1)
                    .map(place -> new Group(place, entry.getValue())))
        .findFirst()
        .map(this::seated);
  }

  /** Who has no seat, and why. */
  public Map<PersonId, NoSeat> unplaced() {
    Map<PersonId, NoSeat> all = new LinkedHashMap<>(unplaced);
    waiting.forEach(person -> all.put(person, NoSeat.NO_ROOM));
    return all;
  }

  private Group seated(Group group) {
    waiting.removeAll(Set.copyOf(group.people()));
    return group;
  }

  private List<PersonId> group(LocalDate date, int size) {
    List<PersonId> group = new ArrayList<>(waiting);
    group.removeIf(person -> !canCome(person, date));
    group.sort(Comparator.comparing(person -> dates.getOrDefault(person, 0L)));
    return List.copyOf(group.subList(0, Math.min(size, group.size())));
  }

  private boolean canCome(PersonId person, LocalDate date) {
    return of(person).objection(date, minutes).isEmpty();
  }

  private NoSeat reason(PersonId person) {
    if (places.isEmpty()) {
      return NoSeat.NO_ROOM;
    }
    return places.keySet().stream().anyMatch(of(person)::works) ? NoSeat.HOURS : NoSeat.DAY_OFF;
  }

  private Availability of(PersonId person) {
    return available.getOrDefault(person, Availability.ALWAYS);
  }
}
