package org.uitrol.adapters.planning;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.entity.PlanningPin;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.session.timetable.Guest;
import org.uitrol.domain.session.timetable.Rule;
import org.uitrol.domain.shared.IsoWeek;

/** One person, for whom a session is looked for. */
@PlanningEntity
public class Seat {

  @PlanningId private int number;
  @PlanningPin private boolean kept;

  @PlanningVariable(valueRangeProviderRefs = "sessions", allowsUnassigned = true)
  private @Nullable PlannedSession session;

  private @Nullable Guest guest;

  /** For Timefold, which makes copies. */
  Seat() {}

  Seat(int number, Guest guest) {
    this.number = number;
    this.guest = guest;
    this.kept = guest.seat() != null;
  }

  void put(@Nullable PlannedSession where) {
    session = where;
  }

  int number() {
    return number;
  }

  boolean isKept() {
    return kept;
  }

  Guest guest() {
    return Objects.requireNonNull(guest);
  }

  @Nullable PlannedSession session() {
    return session;
  }

  /** Which rule keeps the person from that session; null for none. */
  @Nullable Rule rule(PlannedSession in) {
    return isKept() && in.isUnmoved() ? null : guest().objection(in.arrangement()).orElse(null);
  }

  /** Whether the room is on another site than the one on which the person works. */
  boolean isFar(PlannedSession in) {
    String there = in.spot().location();
    String here = guest().location();
    return there != null && here != null && !there.equalsIgnoreCase(here);
  }

  /** How many minutes of other sessions the person has in the week of that session. */
  int load(PlannedSession in) {
    return Optional.ofNullable(guest().availability().taken().get(IsoWeek.of(in.spot().date())))
        .orElse(0);
  }
}
