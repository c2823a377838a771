package org.uitrol.application.session.port;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.uitrol.domain.session.Engagement;
import org.uitrol.domain.session.Place;
import org.uitrol.domain.shared.IsoWeek;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.SessionId;

/**
 * How long people sit in sessions, week by week and over all campaigns. A place on a waiting list
 * counts as a seat, since it becomes one by itself. The processor that runs the processes fills it,
 * and whoever plans or invites does so at once; telling it the same again changes nothing. Takes
 * part in the caller's transaction.
 */
public interface SessionHours {

  /** The session is there and then, in place of where it was; who has a seat keeps it. */
  void put(SessionId session, Place place);

  /** The person has a seat in that session. */
  void hold(SessionId session, PersonId person);

  /** The person has no seat in that session any more. */
  void release(SessionId session, PersonId person);

  /** The session was called off. */
  void remove(SessionId session);

  /**
   * The minutes of sessions of some people by week; weeks without any are left out.
   *
   * @param first the first week
   * @param last the last week
   * @param except sessions that don't count
   */
  Map<PersonId, Map<IsoWeek, Integer>> minutes(
      Collection<PersonId> people, IsoWeek first, IsoWeek last, Set<SessionId> except);

  /**
   * When some people sit in sessions, in a zone; who sits in none is left out.
   *
   * @param first the first date
   * @param last the last date
   * @param except sessions that don't count
   */
  Map<PersonId, Set<Engagement>> engagements(
      Collection<PersonId> people,
      LocalDate first,
      LocalDate last,
      ZoneId zone,
      Set<SessionId> except);
}
