package org.uitrol.domain.session.timetable;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.session.Availability;
import org.uitrol.domain.session.Engagement;
import org.uitrol.domain.session.Place;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.SessionId;

/**
 * Somebody who should sit in one of the sessions.
 *
 * @param language in which the person comes; null when the meeting has only one
 * @param location the site on which the person works; null when nobody knows
 * @param seat the session in which the person sits already and stays; null for who needs a seat
 */
public record Guest(
    PersonId person,
    @Nullable String language,
    Availability availability,
    @Nullable String location,
    @Nullable SessionId seat) {

  /** Whether the person comes to a session that is in a language. */
  public boolean understands(@Nullable String spoken) {
    return language == null || spoken == null || language.equals(spoken);
  }

  /** Which rule keeps the person from a session; empty when none does. */
  public Optional<Rule> objection(Arrangement arrangement) {
    Place place = arrangement.place();
    Engagement time = Engagement.at(place);
    if (!understands(arrangement.language())) {
      return Optional.of(Rule.PERSON_LANGUAGE);
    } else if (!availability.works(time.date())) {
      return Optional.of(Rule.PERSON_AWAY);
    } else if (availability.isTooMuch(time.date(), place.minutes())) {
      return Optional.of(Rule.PERSON_HOURS);
    }
    return availability.isElsewhere(time) ? Optional.of(Rule.PERSON_ELSEWHERE) : Optional.empty();
  }
}
