package org.uitrol.application.simulation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.uitrol.application.campaign.Plans;
import org.uitrol.application.campaign.process.AskTheCouncil;
import org.uitrol.application.campaign.process.CountReactions;
import org.uitrol.application.campaign.process.PassOnAmendments;
import org.uitrol.application.campaign.process.PassOnLifecycle;
import org.uitrol.application.campaign.process.StartWaves;
import org.uitrol.application.campaign.process.TrackRollouts;
import org.uitrol.application.communication.Letters;
import org.uitrol.application.concern.process.TellRolloutsOfConcerns;
import org.uitrol.application.concern.process.WriteAboutConcerns;
import org.uitrol.application.directory.Workdays;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.application.directory.process.FollowMembership;
import org.uitrol.application.directory.process.KeepMemberships;
import org.uitrol.application.followup.process.ChasePeople;
import org.uitrol.application.followup.process.KeepOpenFollowUps;
import org.uitrol.application.followup.process.WhenDoneThenCloseFollowUps;
import org.uitrol.application.proof.CheckpointSchedule;
import org.uitrol.application.rollout.Audiences;
import org.uitrol.application.rollout.Observations;
import org.uitrol.application.rollout.PersonalLimits;
import org.uitrol.application.rollout.process.CarryOutReactions;
import org.uitrol.application.rollout.process.CollectEvidence;
import org.uitrol.application.rollout.process.KeepRolloutIndex;
import org.uitrol.application.rollout.process.ReleaseLeavers;
import org.uitrol.application.rollout.process.ReportTriggers;
import org.uitrol.application.rollout.process.RunActivities;
import org.uitrol.application.session.Availabilities;
import org.uitrol.application.session.SessionPlanning;
import org.uitrol.application.session.process.KeepBookings;
import org.uitrol.application.session.process.KeepHours;
import org.uitrol.application.session.process.TellInvitees;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.CommandTargets;
import org.uitrol.application.shared.Trace;
import org.uitrol.application.shared.process.ArmTimers;
import org.uitrol.application.shared.process.WakeAggregates;
import org.uitrol.application.simulation.VirtualTime.Armed;
import org.uitrol.application.simulation.VirtualTime.Lateness;
import org.uitrol.application.survey.port.BallotBox;
import org.uitrol.application.survey.process.AskPeople;
import org.uitrol.application.survey.process.CloseSurveys;
import org.uitrol.application.training.SkillPaths;
import org.uitrol.application.training.process.GuideLearners;
import org.uitrol.application.training.process.GuidePaths;
import org.uitrol.domain.rollout.DepartmentRollout;
import org.uitrol.domain.rollout.RolloutEvent;
import org.uitrol.domain.rollout.Rules;
import org.uitrol.domain.rollout.gate.Conditions;
import org.uitrol.domain.session.Session;
import org.uitrol.domain.session.SessionEvent;
import org.uitrol.domain.shared.Command;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.DomainEvent;
import org.uitrol.domain.shared.Holidays;
import org.uitrol.domain.shared.Id;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SessionId;

/**
 * An organisation in memory: the real aggregates, the real processes and a clock that is told what
 * time it is. Whatever is sent to it is decided at once, and its processes hear of it until there
 * is nothing left to hear. All that it can touch are the ports that it makes here itself; mail is
 * asked for and never written. The same steps always lead to the same history, but for the
 * identifiers of its events. One thread.
 */
public final class World {

  /** All that takes part, but for what lets timers ring. */
  static final List<Class<?>> TAKING_PART =
      List.of(
          AskTheCouncil.class,
          CountReactions.class,
          PassOnAmendments.class,
          PassOnLifecycle.class,
          StartWaves.class,
          TrackRollouts.class,
          TellRolloutsOfConcerns.class,
          WriteAboutConcerns.class,
          FollowMembership.class,
          KeepMemberships.class,
          ChasePeople.class,
          KeepOpenFollowUps.class,
          WhenDoneThenCloseFollowUps.class,
          CarryOutReactions.class,
          CollectEvidence.class,
          KeepRolloutIndex.class,
          ReleaseLeavers.class,
          ReportTriggers.class,
          RunActivities.class,
          KeepBookings.class,
          KeepHours.class,
          TellInvitees.class,
          AskPeople.class,
          CloseSurveys.class,
          GuideLearners.class,
          GuidePaths.class);

  private static final Set<String> PROCESSES =
      TAKING_PART.stream()
          .map(Actor::process)
          .map(Actor::value)
          .collect(Collectors.toUnmodifiableSet());

  /** What leads to nothing but commands, and what keeps indexes; in the order of the live ones. */
  private final List<AnnotationEventHandlerAdapter> handlers = new ArrayList<>();

  private final List<Happened> history = new ArrayList<>();
  private final Deque<DomainEventMessage<?>> queue = new ArrayDeque<>();
  private final AggregateCache aggregates = new AggregateCache();
  private final MemoryEvents events;
  private final CountedBallots ballots = new CountedBallots();
  private final MemoryStreams streams;
  private final MemoryMemberships memberships = new MemoryMemberships();
  private final MemoryRolloutIndex rollouts = new MemoryRolloutIndex();
  private final SimpleCommandBus bus = SimpleCommandBus.builder().build();
  private final Desk desk = new Desk();
  private final VirtualTime time;
  private final WakeAggregates wakeUps;
  private final Audiences audiences;
  private @Nullable String cause;
  private boolean draining;
  private long sent;

  /**
   * What a world is given from outside, all of it to be read only.
   *
   * @param conditions reads the conditions of plans
   * @param holidays which days are free
   * @param people of whom it knows what tells them apart
   * @param told what an event tells in place of what the world worked out itself: what it can't
   *     know, such as answers to surveys
   */
  public record Outside(
      Conditions conditions,
      Holidays holidays,
      PersonVault people,
      UnaryOperator<DomainEvent> told) {

    /** Everything that the world works out counts. */
    public Outside(Conditions conditions, Holidays holidays, PersonVault people) {
      this(conditions, holidays, people, UnaryOperator.identity());
    }
  }

  /** Whether somebody who asks for something lives in a world, so that it is decided there anew. */
  static boolean decides(String actor) {
    return actor.equals(Actor.timer().value()) || PROCESSES.contains(actor);
  }

  public World(Instant now, Outside outside, Lateness lateness) {
    time = new VirtualTime(now, lateness);
    events = new MemoryEvents(this::remember);
    Configuration axon = configure(outside);
    streams = new MemoryStreams(axon.eventStore(), events);
    Plans plans = new Plans(streams);
    audiences = new Audiences(streams, plans, rollouts, outside.people());
    wakeUps =
        new WakeAggregates(
            desk, audiences, new CheckpointSchedule(null, ZoneOffset.UTC), List.of());
    processes(outside, plans).stream()
        .sorted(Comparator.comparingInt(World::turn))
        .map(AnnotationEventHandlerAdapter::new)
        .forEach(handlers::add);
    handlers.add(new AnnotationEventHandlerAdapter(new ArmTimers(time)));
  }

  private Configuration configure(Outside outside) {
    Configurer configurer =
        DefaultConfigurer.defaultConfiguration(false)
            .configureCommandBus(axon -> bus)
            .configureEmbeddedEventStore(axon -> telling(outside.told()))
            .registerComponent(Holidays.class, axon -> outside.holidays())
            .registerComponent(
                Rules.class, axon -> new Rules(outside.conditions(), outside.holidays()))
            .registerComponent(BallotBox.class, axon -> ballots);
    bus.registerHandlerInterceptor(
        new CorrelationDataInterceptor<>(
            new SimpleCorrelationDataProvider(Trace.ACTOR, Trace.CAUSE)));
    for (Class<?> shell : Shells.all()) {
      configurer.configureAggregate(
          AggregateConfigurer.defaultConfiguration(shell)
              .configureCache(axon -> aggregates)
              .configureCommandTargetResolver(axon -> new CommandTargets()));
    }
    Configuration configuration = configurer.buildConfiguration();
    configuration.start();
    return configuration;
  }

  private List<Object> processes(Outside outside, Plans plans) {
    MemoryConcernIndex concerns = new MemoryConcernIndex();
    MemoryOpenFollowUps followUps = new MemoryOpenFollowUps();
    MemorySessionHours hours = new MemorySessionHours();
    Letters letters = new Letters(desk, plans, rollouts, outside.holidays(), streams);
    Observations observations = new Observations(desk, plans, rollouts, audiences);
    Workdays workdays = new Workdays(outside.people());
    PersonalLimits limits = new PersonalLimits(memberships, rollouts, plans, streams);
    Availabilities availabilities = new Availabilities(outside.people(), limits, hours);
    SessionPlanning planning = new SessionPlanning(desk, availabilities, hours);
    SkillPaths paths = new SkillPaths(streams, audiences);
    return List.of(
        new AskTheCouncil(desk, plans, rollouts),
        new CountReactions(desk, rollouts),
        new PassOnAmendments(desk, plans, rollouts),
        new PassOnLifecycle(desk, rollouts),
        new StartWaves(desk, plans, memberships, rollouts, streams, concerns),
        new TrackRollouts(desk, rollouts),
        new TellRolloutsOfConcerns(desk, concerns, rollouts),
        new WriteAboutConcerns(letters, concerns, rollouts),
        new FollowMembership(desk, rollouts, memberships, audiences, streams),
        new KeepMemberships(memberships),
        new ChasePeople(letters, memberships),
        new KeepOpenFollowUps(followUps),
        new WhenDoneThenCloseFollowUps(desk, followUps, streams),
        new CarryOutReactions(desk, letters, streams, followUps, workdays),
        new CollectEvidence(desk, streams, observations),
        new KeepRolloutIndex(rollouts),
        new ReleaseLeavers(desk, streams, followUps),
        new ReportTriggers(observations, rollouts, streams),
        new RunActivities(
            desk,
            plans,
            rollouts,
            letters,
            planning,
            streams,
            paths,
            availabilities,
            hours,
            workdays),
        new KeepBookings(desk, planning, streams, rollouts),
        new KeepHours(hours),
        new TellInvitees(letters, streams),
        new AskPeople(letters, streams, workdays),
        new CloseSurveys(desk),
        new GuideLearners(desk, letters, streams),
        new GuidePaths(desk, letters, streams));
  }

  /** Indexes are written before anything decides by them. */
  private static int turn(Object process) {
    Order order = process.getClass().getAnnotation(Order.class);
    return order == null ? Integer.MAX_VALUE : order.value();
  }

  public Instant now() {
    return time.now();
  }

  /** Lets time pass in which no timer rings. */
  public void advance(Instant to) {
    time.advance(to);
  }

  /** The timer that rings next. */
  public Optional<Armed> nextTimer() {
    return time.next();
  }

  /** Lets the next timer ring, at its moment or now, whichever is later. */
  public void ring() {
    Armed timer = time.next().orElseThrow();
    time.advance(timer.rings().at());
    time.forget(timer.key());
    because("timer/" + timer.key(), () -> wakeUps.wake(timer.key(), timer.due(), time.now()));
    drain();
  }

  /**
   * Takes the next timer away without letting it ring.
   *
   * @return whether something would have come of it
   */
  boolean skip() {
    Armed timer = time.next().orElseThrow();
    time.advance(timer.rings().at());
    time.forget(timer.key());
    events.probe(true);
    ballots.seal(true);
    try {
      wakeUps.wake(timer.key(), timer.due(), time.now());
    } catch (Rejected | AggregateNotFoundException refused) {
      return false;
    } finally {
      ballots.seal(false);
      events.probe(false);
      aggregates.removeAll();
    }
    return events.hasProbed();
  }

  /** Has a timer ring at another moment. */
  void postpone(Armed timer, Moment rings) {
    time.arm(new Armed(timer.key(), timer.due(), rings));
  }

  /** Lets time pass until that moment, with every timer that is due until then. */
  public void play(Instant until) {
    for (Optional<Armed> next = time.next();
        next.isPresent() && !next.get().rings().at().isAfter(until);
        next = time.next()) {
      ring();
    }
    time.advance(until);
  }

  /**
   * Has a command decided, and all that follows from it.
   *
   * @throws org.uitrol.domain.shared.Rejected if a rule was broken; nothing happened
   */
  public void send(Command command, Actor actor) {
    desk.send(command, actor);
  }

  /**
   * Lets something have happened that nobody here decided, and all that follows from it.
   *
   * @param kind of the aggregate whose event it is, for instance {@code campaign}
   */
  public void append(DomainEvent event, String kind, Id stream, Actor actor) {
    aggregates.remove(stream.value());
    events.appendEvents(
        List.of(
            new GenericDomainEventMessage<>(
                kind,
                stream.value(),
                events.stream(stream.value()).size(),
                event,
                MetaData.with(Trace.ACTOR, actor.value())
                    .and(Trace.CAUSE, cause == null ? nextCause() : cause))));
    drain();
  }

  /** All that has happened, in its order. */
  public List<Happened> history() {
    return List.copyOf(history);
  }

  /** What has happened since the history had that length. */
  public List<Happened> since(int length) {
    return List.copyOf(history.subList(length, history.size()));
  }

  public int length() {
    return history.size();
  }

  public boolean exists(Id stream) {
    return events.exists(stream.value());
  }

  public <E extends DomainEvent> List<E> events(Id stream, Class<E> type) {
    return streams.events(stream, type);
  }

  /** The state of an aggregate by its own rules; empty when it doesn't exist. */
  public <S, E extends DomainEvent> Optional<S> state(
      Id stream, Class<E> type, BiFunction<@Nullable S, E, S> evolve) {
    return streams.state(stream, type, evolve);
  }

  /** A rollout as it is now. */
  Optional<DepartmentRollout> rollout(RolloutId rollout) {
    return state(rollout, RolloutEvent.class, DepartmentRollout::evolve);
  }

  /** A session as it is now. */
  Optional<Session> session(SessionId session) {
    return state(session, SessionEvent.class, Session::evolve);
  }

  /** The segments that somebody is in, by the plan that a rollout is pinned to. */
  Set<String> segments(RolloutId rollout, PersonId person) {
    return audiences.segmentsOf(rollout, person);
  }

  /** Who works in a department now. */
  public List<PersonId> members(DepartmentId department) {
    return memberships.members(department);
  }

  private MemoryEvents telling(UnaryOperator<DomainEvent> told) {
    events.tell(told);
    return events;
  }

  private void remember(DomainEventMessage<?> message) {
    history.add(
        new Happened(
            history.size() + 1L,
            message.getIdentifier(),
            message.getAggregateIdentifier(),
            Objects.toString(message.getMetaData().get(Trace.ACTOR)),
            Objects.toString(message.getMetaData().get(Trace.CAUSE)),
            (DomainEvent) message.getPayload()));
    queue.add(message);
  }

  private void drain() {
    if (draining) {
      return;
    }
    draining = true;
    try {
      for (DomainEventMessage<?> event = queue.poll(); event != null; event = queue.poll()) {
        deliver(event);
      }
    } finally {
      draining = false;
    }
  }

  private void deliver(DomainEventMessage<?> event) {
    because(
        event.getIdentifier(),
        () -> {
          for (AnnotationEventHandlerAdapter handler : handlers) {
            try {
              handler.handle(event);
            } catch (Exception e) {
              throw new IllegalStateException(
                  handler.getTargetType().getSimpleName()
                      + " can't handle "
                      + event.getPayload().getClass().getSimpleName(),
                  e);
            }
          }
        });
  }

  private void because(String of, Runnable work) {
    String before = cause;
    cause = of;
    try {
      work.run();
    } finally {
      cause = before;
    }
  }

  private String nextCause() {
    sent++;
    return "command/" + sent;
  }

  /** Commands are decided at once; outside a process, the processes hear of them at once too. */
  private final class Desk implements CommandDesk {

    @Override
    public Instant now() {
      return time.now();
    }

    @Override
    public void send(Command command, Actor actor) {
      CommandMessage<Command> message =
          new GenericCommandMessage<>(
              command,
              MetaData.with(Trace.ACTOR, actor.value())
                  .and(Trace.CAUSE, cause == null ? nextCause() : cause));
      FutureCallback<Command, Object> callback = new FutureCallback<>();
      bus.dispatch(message, callback);
      if (callback.getResult().isExceptional()) {
        aggregates.remove(command.target().value());
        Throwable thrown = callback.getResult().exceptionResult();
        throw thrown instanceof RuntimeException failure
            ? failure
            : new IllegalStateException(thrown);
      }
      drain();
    }
  }
}
