package org.uitrol.domain.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.domain.session.SessionCommand.AnswerInvitation;
import org.uitrol.domain.session.SessionCommand.AskForSeat;
import org.uitrol.domain.session.SessionCommand.CancelSession;
import org.uitrol.domain.session.SessionCommand.EndSession;
import org.uitrol.domain.session.SessionCommand.InvitePerson;
import org.uitrol.domain.session.SessionCommand.PlanSession;
import org.uitrol.domain.session.SessionCommand.RearrangeSession;
import org.uitrol.domain.session.SessionCommand.RecordAttendance;
import org.uitrol.domain.session.SessionCommand.ReleaseSeat;
import org.uitrol.domain.session.SessionCommand.RescheduleSession;
import org.uitrol.domain.session.SessionCommand.TakeSeat;
import org.uitrol.domain.session.SessionEvent.AttendanceRecorded;
import org.uitrol.domain.session.SessionEvent.Handover;
import org.uitrol.domain.session.SessionEvent.InvitationAnswered;
import org.uitrol.domain.session.SessionEvent.Origin;
import org.uitrol.domain.session.SessionEvent.PersonWaitlisted;
import org.uitrol.domain.session.SessionEvent.PresenterChanged;
import org.uitrol.domain.session.SessionEvent.SeatReleased;
import org.uitrol.domain.session.SessionEvent.SeatTaken;
import org.uitrol.domain.session.SessionEvent.SessionCancelled;
import org.uitrol.domain.session.SessionEvent.SessionEnded;
import org.uitrol.domain.session.SessionEvent.SessionPlanned;
import org.uitrol.domain.session.SessionEvent.SessionRescheduled;
import org.uitrol.domain.shared.Copies;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SessionId;

/**
 * A session decides who has a seat. Somebody who is invited holds a seat until they decline it; a
 * seat that comes free goes to the first on the waiting list. There are never more seats held than
 * the room has.
 *
 * @param presenter who leads it, if anybody is named
 * @param language in which it is; null when its meetings have only one
 * @param seats what each person who was ever invited answered; empty answers hold a seat
 * @param waiting who waits for a seat, first come first
 * @param sequence grows with each change that invitees must hear of
 */
public record Session(
    SessionId id,
    RolloutId rollout,
    String activity,
    ActivityKind kind,
    Place place,
    @Nullable PersonId presenter,
    @Nullable String language,
    State state,
    int sequence,
    Map<PersonId, Optional<Answer>> seats,
    List<PersonId> waiting,
    Map<PersonId, Boolean> attendance) {

  /** Whether the session is to come, over or called off. */
  public enum State {
    PLANNED,
    ENDED,
    CANCELLED
  }

  public static List<SessionEvent> plan(@Nullable Session session, PlanSession command) {
    if (session != null) {
      return List.of();
    }
    int seats = command.place().room().seats();
    if (command.invited().size() > seats) {
      throw new Rejected(
          "SESSION_TOO_SMALL", Map.of("seats", seats, "invited", command.invited().size()));
    }
    return List.of(
        new SessionPlanned(
            command.session(),
            command.rollout(),
            command.activity(),
            command.kind(),
            command.title(),
            command.place(),
            command.presenter(),
            command.invited(),
            command.at(),
            command.language()));
  }

  /** Nobody is invited to a session that has begun. */
  public List<SessionEvent> invite(InvitePerson command) {
    if (!isToCome(command.at()) || knows(command.person())) {
      return List.of();
    }
    return List.of(
        hasFreeSeat()
            ? new SeatTaken(id, command.person(), sequence + 1, Origin.INVITED, null, command.at())
            : new PersonWaitlisted(id, command.person(), command.at()));
  }

  /**
   * Declining frees the seat, or the place on the waiting list, at once; accepting again needs a
   * seat that is free.
   */
  public List<SessionEvent> answer(AnswerInvitation command) {
    requireToCome(command.at());
    Optional<Answer> before = seats.get(command.person());
    boolean leavesList = waiting.contains(command.person()) && command.answer() == Answer.DECLINED;
    if (before == null && !leavesList) {
      throw new Rejected("NOT_INVITED", Map.of("session", id));
    }
    if (Optional.of(command.answer()).equals(before)) {
      return List.of();
    }
    boolean returns =
        Optional.of(Answer.DECLINED).equals(before) && command.answer() != Answer.DECLINED;
    if (returns && !hasFreeSeat()) {
      throw new Rejected("SESSION_FULL", Map.of("seats", place.room().seats()));
    }
    InvitationAnswered answered =
        new InvitationAnswered(
            id, rollout, activity, command.person(), command.answer(), command.at());
    return withPromotion(answered, command.at());
  }

  public List<SessionEvent> takeSeat(TakeSeat command) {
    requireToCome(command.at());
    if (holdsSeat(command.person())) {
      return List.of();
    }
    if (!hasFreeSeat()) {
      throw new Rejected("SESSION_FULL", Map.of("seats", place.room().seats()));
    }
    return List.of(
        new SeatTaken(
            id, command.person(), sequence + 1, Origin.CHOSEN, command.from(), command.at()));
  }

  /**
   * A seat that is free meanwhile is taken at once; otherwise the person waits behind all others
   * who do.
   */
  public List<SessionEvent> askForSeat(AskForSeat command) {
    requireToCome(command.at());
    PersonId person = command.person();
    if (holdsSeat(person) || waiting.contains(person)) {
      return List.of();
    } else if (!hasFreeSeat()) {
      return List.of(new PersonWaitlisted(id, person, command.at()));
    } else if (seats.containsKey(person)) {
      return answer(new AnswerInvitation(id, person, Answer.ACCEPTED, command.at()));
    }
    return List.of(new SeatTaken(id, person, sequence + 1, Origin.INVITED, null, command.at()));
  }

  public List<SessionEvent> releaseSeat(ReleaseSeat command) {
    if (state != State.PLANNED || !knows(command.person())) {
      return List.of();
    }
    SeatReleased released =
        new SeatReleased(id, command.person(), sequence + 1, command.to(), command.at());
    return withPromotion(released, command.at());
  }

  /**
   * A room with fewer seats than are held is refused; one with more has seats for the waiting list.
   */
  public List<SessionEvent> reschedule(RescheduleSession command) {
    return rearrange(
        new RearrangeSession(command.session(), command.place(), presenter, command.at()));
  }

  /**
   * The same for whoever leads it. However much changes, it is one change: nobody hears of it
   * twice.
   */
  public List<SessionEvent> rearrange(RearrangeSession command) {
    requireToCome(command.at());
    Handover handover =
        Objects.equals(command.presenter(), presenter)
            ? null
            : new Handover(presenter, command.presenter());
    if (command.place().equals(place)) {
      return handover == null
          ? List.of()
          : List.of(new PresenterChanged(id, handover, sequence + 1, seatHolders(), command.at()));
    }
    if (!command.place().startsAt().toInstant().isAfter(command.at())) {
      throw new Rejected("SESSION_IN_THE_PAST", Map.of("start", command.place().start()));
    }
    if (command.place().room().seats() < seatHolders().size()) {
      throw new Rejected(
          "SESSION_TOO_SMALL",
          Map.of("seats", command.place().room().seats(), "invited", seatHolders().size()));
    }
    SessionRescheduled moved =
        new SessionRescheduled(
            id, place, command.place(), sequence + 1, seatHolders(), command.at(), handover);
    return withPromotion(moved, command.at());
  }

  /** Everybody with a seat or on the waiting list hears of it. */
  public List<SessionEvent> cancel(CancelSession command) {
    if (state == State.CANCELLED) {
      return List.of();
    }
    requireToCome(command.at());
    List<PersonId> people = new ArrayList<>(seatHolders());
    people.addAll(waiting);
    return List.of(
        new SessionCancelled(
            id, rollout, activity, place, command.reason(), sequence + 1, people, command.at()));
  }

  /** Only of people who were invited, and not before the session begins. */
  public List<SessionEvent> recordAttendance(RecordAttendance command) {
    if (state == State.CANCELLED) {
      throw new Rejected("SESSION_CANCELLED");
    }
    if (command.at().isBefore(place.startsAt().toInstant())) {
      throw new Rejected("SESSION_NOT_BEGUN", Map.of("start", place.start()));
    }
    if (!knows(command.person())) {
      throw new Rejected("NOT_INVITED", Map.of("session", id));
    }
    Boolean known = attendance.get(command.person());
    if (known != null && known == command.attended()) {
      return List.of();
    }
    return List.of(
        new AttendanceRecorded(
            id, rollout, activity, kind, command.person(), command.attended(), command.at()));
  }

  /** A wake-up that comes before the end, since the session was moved, changes nothing. */
  public List<SessionEvent> end(EndSession command) {
    if (state != State.PLANNED || command.at().isBefore(place.endsAt().toInstant())) {
      return List.of();
    }
    return List.of(new SessionEnded(id, rollout, activity, command.at()));
  }

  /** Who holds a seat, in the order in which they came by it. */
  public List<PersonId> seatHolders() {
    return seats.keySet().stream().filter(this::holdsSeat).toList();
  }

  /** Whether a person holds a seat. */
  public boolean holdsSeat(PersonId person) {
    Optional<Answer> answer = seats.get(person);
    return answer != null && !answer.equals(Optional.of(Answer.DECLINED));
  }

  /** Whether somebody can still claim a seat. */
  public boolean hasFreeSeat() {
    return seatHolders().size() < place.room().seats();
  }

  /** Whether somebody was invited, whatever they answered, or waits for a seat. */
  public boolean knows(PersonId person) {
    return seats.containsKey(person) || waiting.contains(person);
  }

  private void requireToCome(Instant at) {
    if (state == State.CANCELLED) {
      throw new Rejected("SESSION_CANCELLED");
    }
    if (!isToCome(at)) {
      throw new Rejected("SESSION_BEGUN", Map.of("start", place.start()));
    }
  }

  /** Whether it hasn't begun and wasn't called off. */
  public boolean isToCome(Instant at) {
    return state == State.PLANNED && at.isBefore(place.startsAt().toInstant());
  }

  private List<SessionEvent> withPromotion(SessionEvent event, Instant at) {
    List<SessionEvent> events = new ArrayList<>(List.of(event));
    Session next = evolve(this, event);
    while (next.isToCome(at) && next.hasFreeSeat() && !next.waiting.isEmpty()) {
      SeatTaken promoted =
          new SeatTaken(id, next.waiting.get(0), next.sequence + 1, Origin.PROMOTED, null, at);
      events.add(promoted);
      next = evolve(next, promoted);
    }
    return Collections.unmodifiableList(events);
  }

  /** The state after one event; the first one begins it. */
  public static Session evolve(@Nullable Session session, SessionEvent event) {
    if (event instanceof SessionPlanned planned) {
      Map<PersonId, Optional<Answer>> seats = new LinkedHashMap<>();
      planned.invited().forEach(person -> seats.put(person, Optional.empty()));
      return new Session(
          planned.session(),
          planned.rollout(),
          planned.activity(),
          planned.kind(),
          planned.place(),
          planned.presenter(),
          planned.language(),
          State.PLANNED,
          0,
          Collections.unmodifiableMap(seats),
          List.of(),
          Map.of());
    }
    if (session == null) {
      throw new IllegalStateException("a session can't begin with " + event);
    }
    return session.evolve(event);
  }

  private Session evolve(SessionEvent event) {
    if (event instanceof InvitationAnswered answered) {
      return with(
          sequence,
          Copies.with(seats, answered.person(), Optional.of(answered.answer())),
          Copies.without(waiting, answered.person()));
    } else if (event instanceof SeatTaken taken) {
      Optional<Answer> answer =
          taken.origin() == Origin.CHOSEN ? Optional.of(Answer.ACCEPTED) : Optional.empty();
      return with(
          taken.sequence(),
          Copies.with(seats, taken.person(), answer),
          Copies.without(waiting, taken.person()));
    } else if (event instanceof PersonWaitlisted waitlisted) {
      return with(
          sequence,
          Copies.without(seats, waitlisted.person()),
          Copies.with(waiting, waitlisted.person()));
    } else if (event instanceof SeatReleased released) {
      return with(
          released.sequence(),
          Copies.without(seats, released.person()),
          Copies.without(waiting, released.person()));
    } else if (event instanceof SessionRescheduled moved) {
      Map<PersonId, Optional<Answer>> unanswered = new LinkedHashMap<>(seats);
      moved.people().forEach(person -> unanswered.put(person, Optional.empty()));
      return new Session(
          id,
          rollout,
          activity,
          kind,
          moved.place(),
          moved.handover() == null ? presenter : moved.handover().presenter(),
          language,
          state,
          moved.sequence(),
          unanswered,
          waiting,
          attendance);
    } else if (event instanceof PresenterChanged changed) {
      return new Session(
          id,
          rollout,
          activity,
          kind,
          place,
          changed.handover().presenter(),
          language,
          state,
          changed.sequence(),
          seats,
          waiting,
          attendance);
    } else if (event instanceof SessionCancelled cancelled) {
      return with(State.CANCELLED, cancelled.sequence(), attendance);
    } else if (event instanceof SessionEnded) {
      return with(State.ENDED, sequence, attendance);
    } else if (event instanceof AttendanceRecorded recorded) {
      return with(state, sequence, Copies.with(attendance, recorded.person(), recorded.attended()));
    }
    throw new IllegalStateException("a session doesn't know " + event);
  }

  private Session with(
      int nextSequence, Map<PersonId, Optional<Answer>> nextSeats, List<PersonId> nextWaiting) {
    return new Session(
        id,
        rollout,
        activity,
        kind,
        place,
        presenter,
        language,
        state,
        nextSequence,
        nextSeats,
        nextWaiting,
        attendance);
  }

  private Session with(State nextState, int nextSequence, Map<PersonId, Boolean> nextAttendance) {
    return new Session(
        id,
        rollout,
        activity,
        kind,
        place,
        presenter,
        language,
        nextState,
        nextSequence,
        seats,
        waiting,
        nextAttendance);
  }
}
