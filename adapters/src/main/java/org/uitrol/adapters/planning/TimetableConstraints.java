package org.uitrol.adapters.planning;

import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintCollectors;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;
import ai.timefold.solver.core.api.score.stream.Joiners;
import ai.timefold.solver.core.api.score.stream.bi.BiConstraintStream;
import ai.timefold.solver.core.api.score.stream.uni.UniConstraintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.uitrol.domain.session.timetable.Arrangement;
import org.uitrol.domain.session.timetable.Rule;

/**
 * What makes a timetable good. Rules come before seats, seats before wishes. Each rule of {@link
 * Rule} is a constraint of the same name; a person who has a seat already and can't come to where
 * the session goes counts like one without.
 */
public final class TimetableConstraints implements ConstraintProvider {

  static final String NO_SEAT = "no seat";
  static final String CAN_NOT_COME = "can't come";
  static final String FEW_SESSIONS = "few sessions";
  static final String EARLY_DATES = "early dates";
  static final String PREFERRED_ROOMS = "preferred rooms";
  static final String PREFERRED_PRESENTERS = "preferred presenters";
  static final String BALANCED_SIZES = "balanced sizes";
  static final String CLOSE_BY = "close by";
  static final String QUIET_WEEKS = "quiet weeks";
  static final String UNMOVED = "unmoved";
  static final String SAME_PRESENTER = "same presenter";

  private static final HardMediumSoftLongScore RULE = HardMediumSoftLongScore.ONE_HARD;
  private static final HardMediumSoftLongScore PERSON = HardMediumSoftLongScore.ONE_MEDIUM;
  private static final HardMediumSoftLongScore WISH = HardMediumSoftLongScore.ONE_SOFT;

  private static final int A_SESSION = 1_000;
  private static final int A_DAY_LATER = 2;
  private static final int A_ROOM_LESS_PREFERRED = 20;
  private static final int A_PRESENTER_LESS_PREFERRED = 10;
  private static final int A_JOURNEY = 3;
  private static final int MINUTES_OF_LOAD = 30;
  private static final int A_MOVE = 1_000;
  private static final int ANOTHER_TIME = 20;
  private static final int MINUTES_MOVED = 60;
  private static final int A_HANDOVER = 300;

  @Override
  public Constraint[] defineConstraints(ConstraintFactory factory) {
    List<Constraint> all = new ArrayList<>();
    for (Rule rule : Rule.values()) {
      all.add(rule(factory, rule));
    }
    all.add(noSeat(factory));
    all.add(canNotCome(factory));
    all.add(fewSessions(factory));
    all.add(earlyDates(factory));
    all.add(preferredRooms(factory));
    all.add(preferredPresenters(factory));
    all.add(balancedSizes(factory));
    all.add(closeBy(factory));
    all.add(quietWeeks(factory));
    all.add(unmoved(factory));
    all.add(samePresenter(factory));
    return all.toArray(new Constraint[0]);
  }

  private static Constraint rule(ConstraintFactory factory, Rule rule) {
    return switch (rule) {
      case ROOM_TAKEN, DEPARTMENT_TAKEN, ROOM_EQUIPMENT, OUTSIDE_HOURS, CLOSED_DAY ->
          placed(factory)
              .filter(session -> session.placeRule() == rule)
              .penalize(RULE)
              .asConstraint(name(rule));
      case PRESENTER_MISSING, PRESENTER_TAKEN, PRESENTER_AWAY, PRESENTER_LANGUAGE ->
          placed(factory)
              .filter(session -> session.tellerRule() == rule)
              .penalize(RULE)
              .asConstraint(name(rule));
      case ROOM_TWICE ->
          together(factory)
              .filter((one, other) -> one.spot().room().equals(other.spot().room()))
              .penalize(RULE)
              .asConstraint(name(rule));
      case PRESENTER_TWICE ->
          together(factory)
              .filter(
                  (one, other) -> one.teller().isPresent() && one.teller().equals(other.teller()))
              .penalize(RULE)
              .asConstraint(name(rule));
      case DEPARTMENT_TWICE -> together(factory).penalize(RULE).asConstraint(name(rule));
      case ROOM_TOO_SMALL ->
          seated(factory)
              .groupBy((seat, session) -> session, ConstraintCollectors.countBi())
              .filter((session, count) -> count > session.seats())
              .penalizeLong(RULE, (session, count) -> count - session.seats())
              .asConstraint(name(rule));
      case PERSON_AWAY, PERSON_HOURS, PERSON_ELSEWHERE, PERSON_LANGUAGE ->
          seated(factory)
              .filter((seat, session) -> !seat.isKept() && seat.rule(session) == rule)
              .penalize(RULE)
              .asConstraint(name(rule));
    };
  }

  static String name(Rule rule) {
    return rule.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static Constraint noSeat(ConstraintFactory factory) {
    return factory
        .forEachIncludingUnassigned(Seat.class)
        .filter(seat -> seat.session() == null)
        .concat(
            factory
                .forEach(Seat.class)
                .join(
                    factory
                        .forEachIncludingUnassigned(PlannedSession.class)
                        .filter(session -> !session.isPlaced()),
                    Joiners.equal(Seat::session, Function.identity()))
                .map((seat, session) -> seat))
        .penalize(PERSON)
        .asConstraint(NO_SEAT);
  }

  private static Constraint canNotCome(ConstraintFactory factory) {
    return seated(factory)
        .filter((seat, session) -> seat.isKept() && seat.rule(session) != null)
        .penalize(PERSON)
        .asConstraint(CAN_NOT_COME);
  }

  private static Constraint fewSessions(ConstraintFactory factory) {
    return seated(factory)
        .filter((seat, session) -> session.isNew())
        .groupBy((seat, session) -> session)
        .penalizeLong(WISH, session -> A_SESSION)
        .asConstraint(FEW_SESSIONS);
  }

  private static Constraint earlyDates(ConstraintFactory factory) {
    return seated(factory)
        .penalizeLong(WISH, (seat, session) -> (long) A_DAY_LATER * session.spot().day())
        .asConstraint(EARLY_DATES);
  }

  private static Constraint preferredRooms(ConstraintFactory factory) {
    return seated(factory)
        .groupBy((seat, session) -> session)
        .penalizeLong(WISH, session -> (long) A_ROOM_LESS_PREFERRED * session.spot().roomTurn())
        .asConstraint(PREFERRED_ROOMS);
  }

  private static Constraint preferredPresenters(ConstraintFactory factory) {
    return seated(factory)
        .groupBy((seat, session) -> session)
        .filter(session -> session.teller().isPresent())
        .penalizeLong(
            WISH,
            session -> (long) A_PRESENTER_LESS_PREFERRED * session.teller().orElseThrow().turn())
        .asConstraint(PREFERRED_PRESENTERS);
  }

  /** The sum of squares is smallest when all are of the same size. */
  private static Constraint balancedSizes(ConstraintFactory factory) {
    return seated(factory)
        .groupBy((seat, session) -> session, ConstraintCollectors.countBi())
        .penalizeLong(WISH, (session, count) -> (long) count * count)
        .asConstraint(BALANCED_SIZES);
  }

  private static Constraint closeBy(ConstraintFactory factory) {
    return seated(factory)
        .filter(Seat::isFar)
        .penalizeLong(WISH, (seat, session) -> A_JOURNEY)
        .asConstraint(CLOSE_BY);
  }

  private static Constraint quietWeeks(ConstraintFactory factory) {
    return seated(factory)
        .penalizeLong(WISH, (seat, session) -> seat.load(session) / MINUTES_OF_LOAD)
        .asConstraint(QUIET_WEEKS);
  }

  /** Everybody in a session that moves has to be told; another time is worse than another room. */
  private static Constraint unmoved(ConstraintFactory factory) {
    return placed(factory)
        .filter(session -> !session.isNew() && !session.isUnmoved())
        .penalizeLong(WISH, TimetableConstraints::move)
        .asConstraint(UNMOVED);
  }

  private static long move(PlannedSession session) {
    Arrangement before = Objects.requireNonNull(session.draft().before());
    long minutes =
        Math.abs(
            Duration.between(before.place().start(), session.spot().place().start()).toMinutes());
    return A_MOVE + (minutes == 0 ? 0 : ANOTHER_TIME + minutes / MINUTES_MOVED);
  }

  private static Constraint samePresenter(ConstraintFactory factory) {
    return placed(factory)
        .filter(PlannedSession::isHandedOver)
        .penalizeLong(WISH, session -> A_HANDOVER)
        .asConstraint(SAME_PRESENTER);
  }

  private static UniConstraintStream<PlannedSession> placed(ConstraintFactory factory) {
    return factory
        .forEachIncludingUnassigned(PlannedSession.class)
        .filter(PlannedSession::isPlaced);
  }

  /** Two sessions at the same time. */
  private static BiConstraintStream<PlannedSession, PlannedSession> together(
      ConstraintFactory factory) {
    return placed(factory)
        .join(
            placed(factory),
            Joiners.equal(session -> session.spot().date()),
            Joiners.lessThan(PlannedSession::number),
            Joiners.overlapping(session -> session.spot().from(), session -> session.spot().to()));
  }

  private static BiConstraintStream<Seat, PlannedSession> seated(ConstraintFactory factory) {
    return factory
        .forEach(Seat.class)
        .join(placed(factory), Joiners.equal(Seat::session, Function.identity()));
  }
}
