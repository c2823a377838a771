package org.uitrol.domain.session;

import java.util.List;

/**
 * What a kind of meeting needs beyond a room and some notice.
 *
 * @param presenters who can lead it, the preferred one first
 * @param equipment what has to be in the room
 * @param languages in which it is held, the fallback first; one session is in one of them
 * @param byProposal whether a person looks at the sessions before anybody is invited
 */
public record MeetingNeeds(
    List<LeadPlan> presenters, List<String> equipment, List<String> languages, boolean byProposal) {

  static final MeetingNeeds NONE = new MeetingNeeds(List.of(), List.of(), List.of(), false);

  @SuppressWarnings("ConstantValue") // Lists that are empty may not be named.
  public MeetingNeeds {
    presenters = presenters == null ? List.of() : List.copyOf(presenters);
    equipment = equipment == null ? List.of() : List.copyOf(equipment);
    languages = languages == null ? List.of() : List.copyOf(languages);
  }

  /** Whether it asks for nothing. */
  public boolean isEmpty() {
    return equals(NONE);
  }
}
