package org.uitrol.application.session;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.uitrol.application.directory.PersonalData;
import org.uitrol.application.directory.Workdays;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.application.rollout.PersonalLimits;
import org.uitrol.application.session.port.SessionHours;
import org.uitrol.domain.session.Availability;
import org.uitrol.domain.session.Engagement;
import org.uitrol.domain.session.NoSeat;
import org.uitrol.domain.session.Place;
import org.uitrol.domain.shared.IsoWeek;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SessionId;

/** When people can sit in a session: on the days on which they work, in weeks with hours left. */
@Component
public class Availabilities {

  private final PersonVault vault;
  private final PersonalLimits limits;
  private final SessionHours hours;

  public Availabilities(PersonVault vault, PersonalLimits limits, SessionHours hours) {
    this.vault = vault;
    this.limits = limits;
    this.hours = hours;
  }

  /**
   * When each of some people can come.
   *
   * @param rollout whose session it is
   * @param first the first date that matters
   * @param last the last date that matters
   * @param zone on whose clock other sessions are
   * @param except sessions that they would give up for it
   */
  public Map<PersonId, Availability> of(
      Collection<PersonId> people,
      RolloutId rollout,
      LocalDate first,
      LocalDate last,
      ZoneId zone,
      Set<SessionId> except) {
    Map<PersonId, PersonalData> known = vault.findAll(people);
    Map<PersonId, Integer> most = limits.sessionHours(people, rollout);
    Map<PersonId, Map<IsoWeek, Integer>> taken =
        hours.minutes(most.keySet(), IsoWeek.of(first), IsoWeek.of(last), except);
    Map<PersonId, Set<Engagement>> elsewhere = hours.engagements(people, first, last, zone, except);
    Map<PersonId, Availability> available = new HashMap<>();
    for (PersonId person : people) {
      PersonalData data = known.getOrDefault(person, PersonalData.UNKNOWN);
      available.put(
          person,
          new Availability(
              Workdays.days(data),
              most.get(person),
              taken.getOrDefault(person, Map.of()),
              elsewhere.getOrDefault(person, Set.of())));
    }
    return available;
  }

  /** Who can't come to a session at a place, and why; the arguments are as above. */
  public Map<PersonId, NoSeat> objections(
      Collection<PersonId> people, RolloutId rollout, Place place, Set<SessionId> except) {
    LocalDate date = place.start().toLocalDate();
    Map<PersonId, Availability> available = of(people, rollout, date, date, place.zone(), except);
    Map<PersonId, NoSeat> objections = new LinkedHashMap<>();
    for (PersonId person : people) {
      available
          .getOrDefault(person, Availability.ALWAYS)
          .objection(place)
          .ifPresent(why -> objections.put(person, why));
    }
    return objections;
  }

  /** The language in which each of some people reads; who isn't known is left out. */
  public Map<PersonId, String> languages(Collection<PersonId> people) {
    Map<PersonId, String> languages = new HashMap<>();
    vault.findAll(people).forEach((person, data) -> languages.put(person, data.language()));
    return languages;
  }

  /** The site on which each of some people works; who works nowhere in particular is left out. */
  public Map<PersonId, String> locations(Collection<PersonId> people) {
    Map<PersonId, String> locations = new HashMap<>();
    vault
        .findAll(people)
        .forEach(
            (person, data) -> {
              if (!data.location().isBlank()) {
                locations.put(person, data.location());
              }
            });
    return locations;
  }
}
