package org.uitrol.adapters.planning;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.entity.PlanningPin;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.session.timetable.Arrangement;
import org.uitrol.domain.session.timetable.Draft;
import org.uitrol.domain.session.timetable.Rule;
import org.uitrol.domain.session.timetable.TimetableProblem;

/** A session whose place, presenter and language are looked for. */
@PlanningEntity
public class PlannedSession {

  @PlanningId private int number;

  @SuppressWarnings("UnusedVariable") // Timefold reads it.
  @PlanningPin
  private boolean fixed;

  @PlanningVariable(valueRangeProviderRefs = "spots", allowsUnassigned = true)
  private @Nullable Spot spot;

  @PlanningVariable(valueRangeProviderRefs = "tellers", allowsUnassigned = true)
  private @Nullable Teller teller;

  @PlanningVariable(valueRangeProviderRefs = "languages", allowsUnassigned = true)
  private @Nullable String language;

  private @Nullable Draft draft;
  private @Nullable TimetableProblem problem;

  /** For Timefold, which makes copies. */
  PlannedSession() {}

  PlannedSession(int number, Draft draft, TimetableProblem problem) {
    this.number = number;
    this.draft = draft;
    this.problem = problem;
    this.fixed = draft.fixed();
  }

  void put(@Nullable Spot where, @Nullable Teller who, @Nullable String in) {
    spot = where;
    teller = who;
    language = in;
  }

  int number() {
    return number;
  }

  Draft draft() {
    return Objects.requireNonNull(draft);
  }

  boolean isPlaced() {
    return spot != null;
  }

  boolean isNew() {
    return draft().before() == null;
  }

  /** Of a session that is placed. */
  Spot spot() {
    return Objects.requireNonNull(spot);
  }

  Optional<Teller> teller() {
    return Optional.ofNullable(teller);
  }

  int seats() {
    return spot().place().room().seats();
  }

  /** Where and how it is; only of a session that is placed. */
  Arrangement arrangement() {
    return new Arrangement(
        spot().place(), teller().map(one -> one.lead().person()).orElse(null), language);
  }

  /** Whether it is where people were told that it is. */
  boolean isUnmoved() {
    Arrangement before = draft().before();
    return before != null && spot != null && before.place().equals(spot.place());
  }

  /** Which rule about the place alone is broken; null for none. */
  @Nullable Rule placeRule() {
    return isUnmoved() ? spot().booking() : spot().objection();
  }

  /** Which rule about the presenter is broken; null for none. */
  @Nullable Rule tellerRule() {
    Arrangement before = draft().before();
    if (teller == null && before != null && before.lead() == null) {
      return null;
    }
    return Objects.requireNonNull(problem)
        .objection(teller == null ? null : teller.lead(), spot().place(), language)
        .orElse(null);
  }

  /** Whether somebody else leads it than before. */
  boolean isHandedOver() {
    Arrangement before = draft().before();
    return before != null && !Objects.equals(before.lead(), arrangement().lead());
  }
}
