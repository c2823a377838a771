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
 * @param presenter who leads it, if the plan names one person
 * @param notice working days between the invitation and the first possible session
 * @param needs what else it needs; null for nothing
 */
public record MeetingPlan(
    Text title,
    @Nullable Text about,
    int minutes,
    List<String> rooms,
    @Nullable PersonId presenter,
    int notice,
    @Nullable MeetingNeeds needs) {

  public MeetingPlan {
    rooms = List.copyOf(rooms);
  }

  /** A meeting that needs nothing else. */
  public MeetingPlan(
      Text title,
      @Nullable Text about,
      int minutes,
      List<String> rooms,
      @Nullable PersonId presenter,
      int notice) {
    this(title, about, minutes, rooms, presenter, notice, null);
  }

  /** What else it needs, also where the plan doesn't say. */
  public MeetingNeeds known() {
    return needs == null ? MeetingNeeds.NONE : needs;
  }

  /** Who can lead it, the preferred one first; nobody when it is led by nobody in particular. */
  public List<LeadPlan> leads() {
    if (!known().presenters().isEmpty()) {
      return known().presenters();
    }
    return presenter == null ? List.of() : List.of(new LeadPlan(presenter, List.of()));
  }

  /** Whether sessions of it are in several languages. */
  public boolean hasLanguages() {
    return known().languages().size() > 1;
  }

  /** In which language somebody comes to it; null when there is only one. */
  public @Nullable String languageFor(String preferred) {
    if (!hasLanguages()) {
      return null;
    }
    return known().languages().contains(preferred) ? preferred : known().languages().get(0);
  }

  /** Whether a room has what the meeting needs. */
  public boolean suits(Room room) {
    return rooms.contains(room.id()) && room.known().equipment().containsAll(known().equipment());
  }
}
