package org.uitrol.application.session.view;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.uitrol.domain.session.Session.State;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SessionId;

/** Sessions and who is invited, kept in memory. One thread. */
public final class MemorySessionStore implements SessionStore {

  private static final Comparator<SessionRow> BY_START =
      Comparator.comparing((SessionRow row) -> row.place().startsAt().toInstant())
          .thenComparing(row -> row.session().value());

  private final Map<SessionId, SessionRow> sessions = new HashMap<>();
  private final Map<SessionId, Map<PersonId, SeatRow>> seats = new HashMap<>();

  @Override
  public void put(SessionRow session) {
    sessions.put(session.session(), session);
  }

  @Override
  public void put(SeatRow seat) {
    seats.computeIfAbsent(seat.session(), session -> new HashMap<>()).put(seat.person(), seat);
  }

  @Override
  public void removeSeat(SessionId session, PersonId person) {
    seats.getOrDefault(session, new HashMap<>()).remove(person);
  }

  @Override
  public void clear() {
    sessions.clear();
    seats.clear();
  }

  @Override
  public Optional<SessionRow> find(SessionId session) {
    return Optional.ofNullable(sessions.get(session));
  }

  @Override
  public List<SessionRow> ofRollout(RolloutId rollout) {
    return sorted(row -> row.rollout().equals(rollout));
  }

  @Override
  public List<InvitationRow> ofPerson(PersonId person) {
    return sorted(row -> seat(row.session(), person).isPresent()).stream()
        .map(row -> new InvitationRow(row, seat(row.session(), person).orElseThrow()))
        .toList();
  }

  @Override
  public List<SessionRow> ofPresenter(PersonId presenter) {
    return sorted(row -> presenter.equals(row.presenter()));
  }

  @Override
  public Optional<SeatRow> seat(SessionId session, PersonId person) {
    return Optional.ofNullable(seats.getOrDefault(session, Map.of()).get(person));
  }

  @Override
  public List<SeatRow> seats(SessionId session) {
    return seats.getOrDefault(session, Map.of()).values().stream()
        .sorted(
            Comparator.comparing(SeatRow::waiting)
                .thenComparing(SeatRow::since)
                .thenComparing(seat -> seat.person().value()))
        .toList();
  }

  @Override
  public List<SessionRow> alternatives(SessionId session, PersonId person, Instant at) {
    return find(session)
        .map(
            now ->
                sorted(
                    row ->
                        row.rollout().equals(now.rollout())
                            && row.activity().equals(now.activity())
                            && !row.session().equals(session)
                            && row.state() == State.PLANNED
                            && row.place().startsAt().toInstant().isAfter(at)
                            && row.hasFreeSeat()
                            && seat(row.session(), person).filter(SeatRow::holdsSeat).isEmpty()))
        .orElse(List.of());
  }

  @Override
  public List<SessionRow> full(SessionId session, PersonId person, Instant at) {
    return find(session)
        .map(
            now ->
                sorted(
                    row ->
                        row.rollout().equals(now.rollout())
                            && row.activity().equals(now.activity())
                            && row.state() == State.PLANNED
                            && row.place().startsAt().toInstant().isAfter(at)
                            && !row.hasFreeSeat()
                            && seat(row.session(), person)
                                .filter(seat -> seat.holdsSeat() || seat.waiting())
                                .isEmpty()))
        .orElse(List.of());
  }

  private List<SessionRow> sorted(Predicate<SessionRow> wanted) {
    return sessions.values().stream().filter(wanted).sorted(BY_START).toList();
  }
}
