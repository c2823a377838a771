package org.uitrol.domain.session;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Text;

/**
 * A kind of meeting, as the plan says it.
 *
 * @param title shown in calendars and mails
 * @param about what it is about, in a few sentences
 * @param minutes how long one session takes
 * @param rooms the keys of the rooms in which it may be, the preferred one first; at least one
 * @param presenter who leads it, if the plan says so
 * @param notice working days between the invitation and the first possible session
 */
public record MeetingPlan(
    Text title,
    @Nullable Text about,
    int minutes,
    List<String> rooms,
    @Nullable PersonId presenter,
    int notice) {

  public MeetingPlan {
    rooms = List.copyOf(rooms);
  }
}
