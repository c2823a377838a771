package org.uitrol.domain.session.timetable;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.session.Availability;
import org.uitrol.domain.session.Engagement;
import org.uitrol.domain.session.LeadPlan;
import org.uitrol.domain.session.Place;
import org.uitrol.domain.shared.PersonId;

/** Somebody who can lead sessions of a meeting, with the days on which the person works. */
public record Lead(LeadPlan plan, Availability availability) {

  public PersonId person() {
    return plan.person();
  }

  /** Which rule keeps the person from leading a session; empty when none does. */
  public Optional<Rule> objection(Place place, @Nullable String language) {
    Engagement time = Engagement.at(place);
    if (!plan.speaks(language)) {
      return Optional.of(Rule.PRESENTER_LANGUAGE);
    } else if (!availability.works(time.date())) {
      return Optional.of(Rule.PRESENTER_AWAY);
    }
    return availability.isElsewhere(time) ? Optional.of(Rule.PRESENTER_TAKEN) : Optional.empty();
  }
}
