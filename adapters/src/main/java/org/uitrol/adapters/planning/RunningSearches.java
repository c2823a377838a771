package org.uitrol.adapters.planning;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.uitrol.application.session.Proposal;
import org.uitrol.application.session.Proposals;
import org.uitrol.application.session.port.ProposalStore;
import org.uitrol.application.session.port.SessionPlanner;
import org.uitrol.application.session.port.SessionPlanner.Effort;
import org.uitrol.application.session.port.SessionPlanner.Rated;
import org.uitrol.application.session.port.SessionPlanner.Search;

/**
 * Looks for better timetables beside the requests that ask for it, one at a time. The best is kept
 * every second: when the application stops, the search goes on from there once it runs again, here
 * or on another node. Somebody who stops a search on whatever node ends it. Safe for many threads.
 */
@Component
public final class RunningSearches implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(RunningSearches.class);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
  private static final Duration SILENCE = Duration.ofSeconds(15);
  private static final long LONGEST_END_SECONDS = 10;

  private final Proposals proposals;
  private final ProposalStore store;
  private final SessionPlanner planner;
  private final Effort effort;
  private final Map<String, Running> here = new ConcurrentHashMap<>();
  private final ExecutorService worker = Executors.newSingleThreadExecutor(thread("timetables"));
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(thread("timetables-watch"));

  RunningSearches(
      Proposals proposals,
      ProposalStore store,
      SessionPlanner planner,
      @Value("${uitrol.planning.longest:30s}") Duration longest) {
    this.proposals = proposals;
    this.store = store;
    this.planner = planner;
    this.effort = new Effort(longest, 0);
  }

  /** A search that waits for its turn or is at work here. */
  private static final class Running {

    private final AtomicReference<@Nullable Rated> unkept = new AtomicReference<>();
    private volatile boolean stopped;
    private volatile Runnable stop = () -> {};

    void stop() {
      stopped = true;
      stop.run();
    }

    void begin(Search search) {
      stop = search::stop;
      if (stopped) {
        search.stop();
      }
    }
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    var unused =
        watch.scheduleWithFixedDelay(this::look, 0, LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Looks for a better one than a proposal that is kept as being searched for. */
  public void start(Proposal proposal) {
    Running running = new Running();
    if (here.putIfAbsent(proposal.id(), running) == null) {
      worker.execute(() -> run(proposal.id(), running));
    }
  }

  @Override
  public void destroy() throws InterruptedException {
    watch.shutdownNow();
    worker.shutdown();
    here.values().forEach(Running::stop);
    if (!worker.awaitTermination(LONGEST_END_SECONDS, TimeUnit.SECONDS)) {
      LOG.warn("a search for a timetable is still at work while the application ends");
    }
  }

  private void look() {
    try {
      here.forEach(
          (id, running) -> {
            Rated better = running.unkept.getAndSet(null);
            if (!(better == null ? store.alive(id) : store.found(id, better))) {
              running.stop();
            }
          });
      store.takeOver(SILENCE).forEach(this::start);
    } catch (RuntimeException e) {
      LOG.warn("couldn't look after searches for timetables; trying again", e);
    }
  }

  private void run(String id, Running running) {
    try {
      Proposal proposal = store.find(id).orElseThrow();
      if (proposal.state() != Proposal.State.SEARCHING || running.stopped) {
        return;
      }
      Search search =
          planner.search(
              proposals.question(proposal), proposal.best(), effort, running.unkept::set);
      running.begin(search);
      Rated best = search.run();
      if (!running.stopped) {
        store.finish(id, best);
      }
    } catch (RuntimeException e) {
      LOG.error("the search for timetable {} failed; what it found before is kept", id, e);
      giveUp(id);
    } finally {
      here.remove(id);
    }
  }

  /** A question that can't be searched would fail again and again: a person looks at it. */
  private void giveUp(String id) {
    store
        .find(id)
        .filter(proposal -> proposal.state() == Proposal.State.SEARCHING)
        .ifPresent(proposal -> store.finish(id, new Rated(proposal.best(), proposal.rating())));
  }

  private static ThreadFactory thread(String name) {
    return work -> {
      Thread thread = new Thread(work, name);
      thread.setDaemon(true);
      return thread;
    };
  }
}
