package org.uitrol.domain.testing;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.domain.session.Place;
import org.uitrol.domain.session.Room;
import org.uitrol.domain.session.SessionEvent.SessionPlanned;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SessionId;

/** A demo on Thursday 14 January 2027, 10:00-11:00 in Amsterdam, and its invitees. */
public final class Meetings {

  public static final SessionId SESSION = new SessionId("s-1");
  public static final SessionId OTHER_SESSION = new SessionId("s-2");
  public static final RolloutId ROLLOUT = new RolloutId("r-1");
  public static final Instant PLANNED_AT = Instant.parse("2027-01-11T08:00:00Z");
  public static final Instant BEFORE = Instant.parse("2027-01-12T08:00:00Z");
  public static final Instant STARTS = Instant.parse("2027-01-14T09:00:00Z");
  public static final Instant ENDS = Instant.parse("2027-01-14T10:00:00Z");

  private Meetings() {}

  public static Room room(int seats) {
    return new Room("room-" + seats, "B." + seats, seats, null);
  }

  public static Place place(int seats) {
    return place("2027-01-14T10:00", seats);
  }

  public static Place place(String start, int seats) {
    return new Place(LocalDateTime.parse(start), ZoneId.of("Europe/Amsterdam"), 60, room(seats));
  }

  /** People 1 to {@code count}. */
  public static List<PersonId> people(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(Plans::person).toList();
  }

  public static SessionPlanned planned(int seats, int invited) {
    return new SessionPlanned(
        SESSION,
        ROLLOUT,
        "look",
        ActivityKind.DEMO,
        Plans.text("A look"),
        place(seats),
        null,
        people(invited),
        PLANNED_AT);
  }
}
