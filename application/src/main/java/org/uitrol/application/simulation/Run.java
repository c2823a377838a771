package org.uitrol.application.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.simulation.Fact.Asked;
import org.uitrol.application.simulation.Fact.Noted;
import org.uitrol.application.simulation.Retelling.Lost;
import org.uitrol.application.simulation.Retelling.Reading;
import org.uitrol.application.simulation.Retelling.Telling;
import org.uitrol.application.simulation.Unknown.Why;
import org.uitrol.application.simulation.VirtualTime.Armed;
import org.uitrol.application.simulation.VirtualTime.Lateness;
import org.uitrol.application.simulation.WhatIfs.StoppedReplay;
import org.uitrol.application.simulation.World.Outside;
import org.uitrol.domain.communication.DispatchEvent.DispatchRequested;
import org.uitrol.domain.communication.DispatchEvent.HandedOver;
import org.uitrol.domain.shared.Command;
import org.uitrol.domain.shared.DispatchId;
import org.uitrol.domain.shared.DomainEvent;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.shared.SurveyId;
import org.uitrol.domain.survey.SurveyEvent.SurveyClosed;
import org.uitrol.domain.survey.SurveyEvent.SurveyOpened;
import org.uitrol.domain.survey.SurveyPlan;

/**
 * Tells a world what happened, fact by fact, and lets its timers ring in between. Mail that wasn't
 * asked for in fact is assumed to leave when it may.
 */
final class Run {

  private static final Actor NOBODY = new Actor("assumed");
  private static final String NO_AGGREGATE = "UNKNOWN";

  private final Recorded recorded;
  private final World world;
  private final Landmarks here;
  private final Retelling retelling;
  private final Timers timers;
  private final Instant until;
  private final BooleanSupplier stopped;
  private final Map<String, List<Pending>> waiting = new HashMap<>();
  private final PriorityQueue<Pending> later =
      new PriorityQueue<>(
          Comparator.comparing(Pending::when).thenComparing(one -> one.fact().from().place()));
  private final List<Missed> missed = new ArrayList<>();
  private final Map<SurveyId, SurveyPlan> surveys = new HashMap<>();
  private final List<Pending> ready = new ArrayList<>();
  private int seen;

  /** A fact that is told later than it happened, or not yet. */
  private record Pending(Fact fact, Instant when) {}

  /**
   * What couldn't be told as it was.
   *
   * @param later how much later it was told; null when it wasn't
   */
  record Missed(Happened from, Why why, String code, @Nullable Duration later) {}

  /**
   * How timers ring.
   *
   * @param inDoubt which of them didn't do anything in fact
   * @param unrung when those of them rang that would have; empty when they hadn't
   */
  record Timers(
      Lateness lateness, Predicate<Armed> inDoubt, Function<Armed, Optional<Moment>> unrung) {

    /** As it was recorded. */
    static Timers of(Recorded recorded, Map<String, Moment> moments) {
      return new Timers(
          (key, due) -> {
            Optional<Moment> rang = recorded.rang(key, due);
            rang.ifPresent(moment -> moments.put(name(key, due), moment));
            return rang.orElseGet(() -> Moment.begin(due));
          },
          timer ->
              recorded.rang(timer.key(), timer.due()).isEmpty()
                  && !moments.containsKey(name(timer.key(), timer.due())),
          timer -> {
            Optional<Moment> rang = recorded.mayHaveRung(timer.key(), timer.due());
            moments.put(name(timer.key(), timer.due()), rang.orElse(Moment.NEVER));
            return rang;
          });
    }

    /** When they rang in another run; in time where they weren't armed in it. */
    static Timers like(Map<String, Moment> moments) {
      return new Timers(
          (key, due) -> moments.getOrDefault(name(key, due), Moment.begin(due)),
          timer -> false,
          timer -> Optional.empty());
    }

    private static String name(String key, Instant due) {
      return key + " " + due;
    }
  }

  Run(
      Recorded recorded,
      @Nullable OtherPlan other,
      Outside outside,
      Timers timers,
      Instant until,
      BooleanSupplier stopped) {
    this.recorded = recorded;
    this.timers = timers;
    this.until = until;
    this.stopped = stopped;
    here = new Landmarks((what, at) -> wake(what));
    Instant begin = recorded.history().isEmpty() ? until : recorded.moment(0).at();
    world =
        new World(
            begin,
            new Outside(
                outside.conditions(), outside.holidays(), outside.people(), this::asItWasTold),
            timers.lateness());
    retelling = new Retelling(world, here, other, outside.holidays());
  }

  /**
   * Runs until the end.
   *
   * @param progress hears how many of the recorded events were told
   * @throws StoppedReplay when somebody stopped it
   */
  void run(IntConsumer progress) {
    int index = 0;
    while (true) {
      if (stopped.getAsBoolean()) {
        throw new StoppedReplay();
      }
      Moment fact = index < recorded.history().size() ? recorded.moment(index) : Moment.NEVER;
      Moment pending = later.isEmpty() ? Moment.NEVER : Moment.begin(later.element().when());
      Optional<Armed> timer = world.nextTimer();
      Moment rings = timer.map(Armed::rings).orElse(Moment.NEVER);
      Moment next = List.of(rings, pending, fact).stream().min(Comparator.naturalOrder()).get();
      if (next.at().isAfter(until)) {
        break;
      }
      if (next.equals(rings)) {
        ring(timer.orElseThrow());
      } else if (next.equals(pending)) {
        world.advance(pending.at());
        retell(later.remove());
      } else {
        world.advance(fact.at());
        tell(recorded.decided(index));
        index++;
        progress.accept(index);
      }
      settle();
    }
    world.advance(until);
    waiting.values().forEach(some -> some.forEach(one -> miss(one, Why.NO_COUNTERPART, "", null)));
    later.forEach(one -> miss(one, Why.AFTER_THE_END, "", null));
  }

  private void ring(Armed timer) {
    if (!timers.inDoubt().test(timer)) {
      world.ring();
    } else if (world.skip()) {
      timers.unrung().apply(timer).ifPresent(moment -> world.postpone(timer, moment));
    }
  }

  World world() {
    return world;
  }

  List<Missed> missed() {
    return List.copyOf(missed);
  }

  private void tell(List<Happened> decided) {
    Happened happened = decided.get(0);
    Reading reading = retelling.read(decided);
    if (reading instanceof Lost lost) {
      missed.add(new Missed(happened, lost.why(), "", null));
    } else if (reading instanceof Telling telling) {
      Fact fact = telling.fact();
      String about = fact.about();
      if (about != null && here.since(about).isEmpty()) {
        waiting
            .computeIfAbsent(about, none -> new ArrayList<>())
            .add(new Pending(fact, happened.what().at()));
      } else {
        schedule(fact);
      }
    }
  }

  /** Tells a fact now, unless what it is about came to be later than it did in fact. */
  private void schedule(Fact fact) {
    Instant recordedAt = fact.from().what().at();
    Instant when = retelling.when(fact, recordedAt);
    if (when.isAfter(world.now())) {
      later.add(new Pending(fact, when));
    } else {
      carryOut(fact, when.equals(recordedAt) ? recordedAt : world.now());
    }
  }

  private void retell(Pending pending) {
    Instant when = retelling.when(pending.fact(), pending.fact().from().what().at());
    if (when.isAfter(world.now())) {
      later.add(new Pending(pending.fact(), when));
    } else {
      carryOut(pending.fact(), world.now());
    }
  }

  private void carryOut(Fact fact, Instant at) {
    Happened from = fact.from();
    try {
      if (fact.how() instanceof Noted noted) {
        world.append(
            noted.event().apply(at), noted.kind(), noted.stream(), new Actor(from.actor()));
      } else if (fact.how() instanceof Asked asked) {
        Command command = asked.command().apply(at);
        if (command == null) {
          missed.add(new Missed(from, Why.NO_COUNTERPART, "", null));
          return;
        }
        world.send(command, new Actor(from.actor()));
      }
      Duration after = Duration.between(from.what().at(), at);
      if (!after.isZero()) {
        missed.add(new Missed(from, Why.LATER, "", after));
      }
    } catch (Rejected refused) {
      missed.add(new Missed(from, Why.REFUSED, refused.code(), null));
    } catch (AggregateNotFoundException absent) {
      missed.add(new Missed(from, Why.REFUSED, NO_AGGREGATE, null));
    }
  }

  private void miss(Pending pending, Why why, String code, @Nullable Duration after) {
    missed.add(new Missed(pending.fact().from(), why, code, after));
  }

  /** Notes what has come to be, and what was waiting for it. */
  private void settle() {
    for (boolean more = true; more; ) {
      for (Happened happened : world.since(seen)) {
        seen++;
        here.add(happened);
        assumeDelivery(happened.what());
      }
      more = !ready.isEmpty();
      List<Pending> turn = List.copyOf(ready);
      ready.clear();
      turn.forEach(one -> schedule(one.fact()));
    }
  }

  private void wake(String what) {
    List<Pending> some = waiting.remove(what);
    if (some != null) {
      ready.addAll(some);
    }
  }

  private void assumeDelivery(DomainEvent event) {
    if (event instanceof DispatchRequested asked && !recorded.hasStream(asked.dispatch())) {
      DispatchId dispatch = asked.dispatch();
      Instant leaves = asked.notBefore().isBefore(asked.at()) ? asked.at() : asked.notBefore();
      Happened assumed =
          new Happened(
              Long.MAX_VALUE,
              "",
              dispatch.value(),
              NOBODY.value(),
              "",
              new HandedOver(dispatch, 1, leaves));
      later.add(
          new Pending(
              new Fact(
                  assumed,
                  null,
                  new Noted("dispatch", dispatch, at -> new HandedOver(dispatch, 1, at))),
              leaves));
    }
  }

  /** What was told of a survey is told again: the answers themselves are nowhere any more. */
  private DomainEvent asItWasTold(DomainEvent event) {
    if (event instanceof SurveyOpened opened) {
      surveys.put(opened.survey(), opened.plan());
    } else if (event instanceof SurveyClosed closed) {
      SurveyPlan plan = surveys.get(closed.survey());
      return plan == null
          ? closed
          : recorded
              .closed(closed.survey())
              .map(told -> Answers.told(closed, told, plan))
              .orElse(closed);
    }
    return event;
  }
}
