package org.uitrol.domain.session.timetable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.session.Availability;
import org.uitrol.domain.session.Engagement;
import org.uitrol.domain.session.Place;
import org.uitrol.domain.session.Seating;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.SessionId;

/**
 * A timetable that is found at once: free seats first, then session after session at the first
 * place that suits, language by language. It breaks no rule; a search begins with it.
 */
public final class FirstFit {

  private final TimetableProblem problem;
  private final List<Place> places;
  private final Map<SessionId, Arrangement> sessions = new LinkedHashMap<>();
  private final Map<PersonId, SessionId> seats = new LinkedHashMap<>();

  private FirstFit(TimetableProblem problem) {
    this.problem = problem;
    this.places = problem.places();
  }

  /** The timetable; the same for the same question. */
  public static Timetable of(TimetableProblem problem) {
    FirstFit fit = new FirstFit(problem);
    fit.keep();
    fit.fillFreeSeats();
    fit.addSessions();
    return new Timetable(fit.sessions, fit.seats);
  }

  /** Sessions that there are stay, or go to the nearest place that suits. */
  private void keep() {
    for (Guest guest : problem.guests()) {
      if (guest.seat() != null) {
        seats.put(guest.person(), guest.seat());
      }
    }
    List<Draft> homeless = new ArrayList<>();
    for (Draft draft : problem.drafts()) {
      Arrangement before = draft.before();
      if (before == null) {
        continue;
      }
      if (draft.fixed() || isFree(before.place(), before.lead(), before.language())) {
        sessions.put(draft.session(), before);
      } else {
        homeless.add(draft);
      }
    }
    for (Draft draft : homeless) {
      rehouse(draft, Objects.requireNonNull(draft.before()));
    }
  }

  private void rehouse(Draft draft, Arrangement before) {
    List<Guest> people =
        problem.guests().stream().filter(one -> draft.session().equals(one.seat())).toList();
    List<Place> near = new ArrayList<>(places);
    near.add(before.place());
    near.sort(
        Comparator.comparing(
            place ->
                Math.abs(Duration.between(before.place().start(), place.start()).toMinutes())));
    for (Place place : near) {
      if (place.room().seats() < people.size()) {
        continue;
      }
      Optional<Arrangement> found = arrange(place, before.lead(), before.language());
      if (found.isPresent()
          && people.stream().allMatch(one -> one.objection(found.get()).isEmpty())) {
        sessions.put(draft.session(), found.get());
        return;
      }
    }
  }

  private void fillFreeSeats() {
    for (Guest guest : problem.guests()) {
      if (guest.seat() != null) {
        continue;
      }
      sessions.entrySet().stream()
          .filter(
              entry ->
                  seated(entry.getKey()) < entry.getValue().place().room().seats()
                      && guest.objection(entry.getValue()).isEmpty())
          .findFirst()
          .ifPresent(entry -> seats.put(guest.person(), entry.getKey()));
    }
  }

  private long seated(SessionId session) {
    return seats.values().stream().filter(session::equals).count();
  }

  private void addSessions() {
    List<Guest> waiting =
        problem.guests().stream().filter(guest -> !seats.containsKey(guest.person())).toList();
    List<SessionId> unused =
        new ArrayList<>(
            problem.drafts().stream()
                .filter(draft -> draft.before() == null)
                .map(Draft::session)
                .toList());
    Map<Optional<String>, List<Guest>> groups =
        waiting.stream()
            .collect(
                Collectors.groupingBy(
                    guest -> Optional.ofNullable(guest.language()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    groups.forEach((language, guests) -> seat(guests, language.orElse(null), unused));
  }

  private void seat(List<Guest> guests, @Nullable String language, List<SessionId> unused) {
    if (places.isEmpty()) {
      return;
    }
    Map<PersonId, Availability> available = new HashMap<>();
    guests.forEach(guest -> available.put(guest.person(), guest.availability()));
    Seating seating =
        new Seating(
            guests.stream().map(Guest::person).toList(),
            places,
            places.get(0).room().seats(),
            available);
    Seating.Booking booking =
        (place, group) -> {
          boolean comes =
              group.stream()
                  .noneMatch(
                      person ->
                          Objects.requireNonNull(available.get(person))
                              .isElsewhere(Engagement.at(place)));
          Optional<Arrangement> found = comes ? arrange(place, null, language) : Optional.empty();
          found.ifPresent(arrangement -> sessions.put(unused.get(0), arrangement));
          return found.isPresent();
        };
    while (!unused.isEmpty()) {
      Optional<Seating.Group> group = seating.next(booking);
      if (group.isEmpty()) {
        return;
      }
      SessionId session = unused.remove(0);
      group.get().people().forEach(person -> seats.put(person, session));
    }
  }

  /** A session at a place, led by the one who is preferred if possible. */
  private Optional<Arrangement> arrange(
      Place place, @Nullable PersonId preferred, @Nullable String language) {
    if (problem.leads().isEmpty()) {
      return isFree(place, null, language)
          ? Optional.of(new Arrangement(place, null, language))
          : Optional.empty();
    }
    return problem.leads().stream()
        .map(Lead::person)
        .sorted(Comparator.comparing(person -> !person.equals(preferred)))
        .filter(person -> isFree(place, person, language))
        .findFirst()
        .map(person -> new Arrangement(place, person, language));
  }

  private boolean isFree(Place place, @Nullable PersonId lead, @Nullable String language) {
    Engagement time = Engagement.at(place);
    return problem.booking(place).isEmpty()
        && (lead == null
            || problem.objection(problem.lead(lead).orElse(null), place, language).isEmpty())
        && sessions.values().stream()
            .noneMatch(other -> Engagement.at(other.place()).overlaps(time));
  }
}
