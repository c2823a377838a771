package org.uitrol.domain.session;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.shared.IsoWeek;

/**
 * When one person can sit in a session.
 *
 * @param days the days of the week on which the person works; none for those of everybody
 * @param hours how many hours of sessions the person may have in one week; null for any number
 * @param taken the minutes of sessions that the person has already, by week
 * @param elsewhere when the person sits in those sessions
 */
public record Availability(
    Set<DayOfWeek> days,
    @Nullable Integer hours,
    Map<IsoWeek, Integer> taken,
    Set<Engagement> elsewhere) {

  /** On every day, for any number of hours. */
  public static final Availability ALWAYS = new Availability(Set.of(), null, Map.of());

  private static final int MINUTES_PER_HOUR = 60;

  public Availability {
    days = Set.copyOf(days);
    taken = Map.copyOf(taken);
    elsewhere = Set.copyOf(elsewhere);
  }

  /** Of somebody who is in no other session on the days that matter. */
  public Availability(Set<DayOfWeek> days, @Nullable Integer hours, Map<IsoWeek, Integer> taken) {
    this(days, hours, taken, Set.of());
  }

  /** Whether the person works on that date. */
  public boolean works(LocalDate date) {
    return days.isEmpty() || days.contains(date.getDayOfWeek());
  }

  /**
   * Whether a session of that length would be too much in the week of that date. What people have
   * to attend comes first: a session that is longer than the limit by itself isn't too much in a
   * week without others.
   */
  public boolean isTooMuch(LocalDate date, int minutes) {
    int before = taken.getOrDefault(IsoWeek.of(date), 0);
    return hours != null && before > 0 && before + minutes > hours * MINUTES_PER_HOUR;
  }

  /** Whether the person sits in another session at that time. */
  public boolean isElsewhere(Engagement time) {
    return elsewhere.stream().anyMatch(time::overlaps);
  }

  /** What keeps the person from a session at a place; empty when nothing does. */
  public Optional<NoSeat> objection(Place place) {
    Engagement time = Engagement.at(place);
    return objection(time.date(), place.minutes())
        .or(() -> isElsewhere(time) ? Optional.of(NoSeat.ELSEWHERE) : Optional.empty());
  }

  /** What keeps the person from a session on that date; empty when nothing does. */
  public Optional<NoSeat> objection(LocalDate date, int minutes) {
    if (!works(date)) {
      return Optional.of(NoSeat.DAY_OFF);
    }
    return isTooMuch(date, minutes) ? Optional.of(NoSeat.HOURS) : Optional.empty();
  }
}
