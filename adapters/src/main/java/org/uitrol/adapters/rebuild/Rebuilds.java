package org.uitrol.adapters.rebuild;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.AxonThreadFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.uitrol.adapters.persistence.eventstore.DeadLetters;
import org.uitrol.adapters.persistence.eventstore.ProcessorPositions;
import org.uitrol.application.audit.past.Projection;
import org.uitrol.application.audit.past.Projections;
import org.uitrol.application.audit.past.ViewHandlers;
import org.uitrol.application.audit.port.RecordedEvents;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.EventCatalog;
import org.uitrol.application.shared.IdSource;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.rebuild.Rebuild;
import org.uitrol.domain.rebuild.RebuildCommand.BeginRebuild;
import org.uitrol.domain.rebuild.RebuildCommand.StopRebuild;
import org.uitrol.domain.rebuild.RebuildCommand.SwitchView;
import org.uitrol.domain.rebuild.RebuildEvent;
import org.uitrol.domain.rebuild.StopReason;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.Rejected;

/**
 * Fills views anew from the history while the present ones are shown and kept up to date. Nothing
 * but the view's own projector is called, so nothing is sent, planned or decided. Goes on where it
 * was after a stop of the application; another server takes over what one has left. Safe for many
 * threads.
 */
@Component
public class Rebuilds implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(Rebuilds.class);

  /** A run that hasn't moved for so long belongs to a server that is gone. */
  private static final Duration ABANDONED = Duration.ofSeconds(60);

  /** How long the end of the application waits for a step. */
  private static final Duration LONGEST_STEP = Duration.ofSeconds(10);

  private final Projections projections;
  private final RecordedEvents events;
  private final EventCatalog catalog;
  private final RebuildRuns runs;
  private final ViewBeside beside;
  private final ProcessorPositions positions;
  private final DeadLetters letters;
  private final CommandDesk desk;
  private final Streams streams;
  private final IdSource ids;
  private final ApplicationContext stores;
  private final TransactionTemplate transaction;
  private final long window;
  private final ScheduledThreadPoolExecutor worker =
      new ScheduledThreadPoolExecutor(1, new AxonThreadFactory("rebuild"));
  private volatile boolean closing;

  /**
   * Fills views.
   *
   * @param window how many positions are handled in one transaction
   */
  Rebuilds(
      Projections projections,
      RecordedEvents events,
      EventCatalog catalog,
      RebuildRuns runs,
      ViewBeside beside,
      ProcessorPositions positions,
      DeadLetters letters,
      CommandDesk desk,
      Streams streams,
      IdSource ids,
      ApplicationContext stores,
      PlatformTransactionManager transactions,
      @Value("${uitrol.rebuild.window:5000}") long window) {
    this.projections = projections;
    this.events = events;
    this.catalog = catalog;
    this.runs = runs;
    this.beside = beside;
    this.positions = positions;
    this.letters = letters;
    this.desk = desk;
    this.streams = streams;
    this.ids = ids;
    this.stores = stores;
    this.transaction = new TransactionTemplate(transactions);
    this.window = window;
  }

  /**
   * A view, and how it is with filling it anew.
   *
   * @param run null when that isn't going on
   * @param last what happened about it last; null when nothing ever did
   */
  public record View(String name, @Nullable RebuildRun run, @Nullable RebuildEvent last) {}

  /** All views, by name. */
  public List<View> views() {
    List<RebuildRun> underWay = runs.all();
    return projections.all().stream()
        .map(
            one ->
                new View(
                    one.name(),
                    underWay.stream()
                        .filter(run -> run.view().equals(one.name()))
                        .findFirst()
                        .orElse(null),
                    last(one.name())))
        .toList();
  }

  private @Nullable RebuildEvent last(String view) {
    List<RebuildEvent> told = streams.events(Rebuild.stream(view), RebuildEvent.class);
    return told.isEmpty() ? null : told.get(told.size() - 1);
  }

  /**
   * Begins to fill a view anew.
   *
   * @throws Rejected {@code VIEW_UNKNOWN}, or {@code REBUILD_UNDER_WAY}
   */
  public void begin(String view, AccountId by, Actor actor) {
    prepare(view, by, actor);
    worker.execute(() -> goOn(view));
  }

  /**
   * Has a view no longer be filled; the present one remains. Takes a moment.
   *
   * @throws Rejected {@code VIEW_UNKNOWN}
   */
  public void stop(String view) {
    known(view);
    runs.askToStop(view);
    worker.execute(() -> goOn(view));
  }

  /** Begins, without going on. */
  void prepare(String view, AccountId by, Actor actor) {
    known(view);
    String run = ids.next();
    transaction.executeWithoutResult(
        status -> {
          desk.send(new BeginRebuild(view, run, by, desk.now()), actor);
          runs.begun(view, run);
          beside.make(view);
        });
  }

  private Projection<?> known(String view) {
    return projections
        .named(view)
        .orElseThrow(() -> new Rejected("VIEW_UNKNOWN", Map.of("view", view)));
  }

  @EventListener(ApplicationReadyEvent.class)
  void goOnAfterAStop() {
    worker.execute(() -> runs.all().forEach(run -> goOn(run.view())));
    var unused =
        worker.scheduleWithFixedDelay(
            this::takeOver, ABANDONED.toSeconds(), ABANDONED.toSeconds(), TimeUnit.SECONDS);
  }

  private void takeOver() {
    try {
      List<String> views = transaction.execute(status -> runs.abandoned(ABANDONED));
      views.forEach(this::goOn);
    } catch (RuntimeException e) {
      LOG.warn("views that others left can't be looked for; trying again later", e);
    }
  }

  /** Works until the view has taken its place, or was stopped, or the application ends. */
  private void goOn(String view) {
    try {
      while (!closing && step(view)) {
        // One transaction each.
      }
    } catch (RuntimeException e) {
      if (!closing) {
        LOG.error("{} can't be filled anew", view, e);
        giveUp(view, StopReason.FAILED);
      }
    }
  }

  /** Whether there is more to do. */
  boolean step(String view) {
    return Boolean.TRUE.equals(
        transaction.execute(
            status -> {
              Optional<RebuildRun> taken = runs.taken(view);
              if (taken.isEmpty()) {
                return false;
              } else if (taken.get().stopping()) {
                end(taken.get(), StopReason.BY_SOMEBODY);
                return false;
              }
              RebuildRun run = taken.get();
              // Never ahead of the present view: it would be shown events twice.
              if (positions.of(view) - run.position() > window) {
                fill(run, run.position() + window);
                return true;
              }
              takePlace(run);
              return false;
            }));
  }

  /** Hands the events up to a position to the projector; returns how many those were. */
  private long fill(RebuildRun run, long until) {
    Projection<?> projection = known(run.view());
    beside.searchFirst();
    ViewHandlers handlers = new ViewHandlers(projection.over(stores.getBean(projection.store())));
    Set<String> names = handlers.names(catalog);
    long[] count = new long[1];
    events.forEach(
        names,
        run.position(),
        until,
        event -> {
          handlers.handle(event);
          count[0]++;
        });
    beside.searchLast();
    runs.reached(run.view(), until, count[0]);
    return count[0];
  }

  /**
   * Fills in what is left while the present view stands still, and puts the new one in its place.
   * The present view is locked before the position is read, as its processor writes to it before it
   * stores its position.
   */
  private void takePlace(RebuildRun run) {
    beside.lockPresent(run.view());
    long until = positions.locked(run.view());
    long last = fill(run, until);
    ViewBeside.Difference difference = beside.takePlace(run.view());
    beside.drop(run.view());
    letters.discardAll(run.view(), "The view was filled anew: " + run.run());
    runs.over(run.view());
    desk.send(
        new SwitchView(
            run.view(),
            run.run(),
            until,
            run.events() + last,
            difference.rows(),
            difference.missing(),
            difference.surplus(),
            desk.now()),
        Actor.process(Rebuilds.class));
  }

  private void giveUp(String view, StopReason reason) {
    transaction.executeWithoutResult(status -> runs.taken(view).ifPresent(run -> end(run, reason)));
  }

  private void end(RebuildRun run, StopReason reason) {
    beside.drop(run.view());
    runs.over(run.view());
    desk.send(
        new StopRebuild(run.view(), run.run(), reason, desk.now()), Actor.process(Rebuilds.class));
  }

  @Override
  public void destroy() throws InterruptedException {
    closing = true;
    worker.shutdown();
    // A step that is under way is rolled back when it takes longer, and done again later.
    if (!worker.awaitTermination(LONGEST_STEP.toSeconds(), TimeUnit.SECONDS)) {
      worker.shutdownNow();
    }
  }
}
