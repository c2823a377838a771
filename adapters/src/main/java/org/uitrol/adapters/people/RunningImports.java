package org.uitrol.adapters.people;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.uitrol.application.directory.PeopleImport;
import org.uitrol.application.directory.PeopleImport.Begun;
import org.uitrol.application.directory.StageId;
import org.uitrol.application.directory.port.PeopleImportLog;
import org.uitrol.application.directory.port.PeopleImportLog.PastImport;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.Circumstances;

/**
 * Applies people files beside the requests that ask for it, and tells how far each is on whatever
 * node it runs. When the application stops, an import stops between two chunks and can go on later.
 * Safe for many threads.
 */
@Component
public final class RunningImports implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(RunningImports.class);
  private static final long LONGEST_CHUNK_SECONDS = 30;

  private final PeopleImport people;
  private final PeopleImportLog log;
  private final Map<Long, CountDownLatch> here = new ConcurrentHashMap<>();
  private final ExecutorService worker = Executors.newSingleThreadExecutor(thread("people-import"));
  private final ScheduledExecutorService tidier =
      Executors.newSingleThreadScheduledExecutor(thread("people-import-tidier"));

  RunningImports(PeopleImport people, PeopleImportLog log) {
    this.people = people;
    this.log = log;
    var unused = tidier.scheduleWithFixedDelay(this::tidy, 10, 10, TimeUnit.MINUTES);
  }

  /** What became of an import. */
  public enum State {
    RUNNING,
    FINISHED,
    /** Somebody stopped it. */
    STOPPED,
    /** Something went wrong; the log of the application tells what. */
    FAILED,
    /** The application ended while it was at work. */
    BROKEN_OFF
  }

  /**
   * Begins to apply a file that was looked at.
   *
   * @return its number in the log
   * @throws org.uitrol.domain.shared.Rejected as {@link PeopleImport#begin} tells
   */
  public long start(StageId stage, String hash, Actor actor) {
    Begun begun = people.begin(stage, hash, actor);
    CountDownLatch ended = new CountDownLatch(1);
    here.put(begun.number(), ended);
    worker.execute(Circumstances.carried(() -> run(begun, ended)));
    return begun.number();
  }

  /** Waits for an import of this node to end, or long enough. */
  public void await(long number, Duration longest) throws InterruptedException {
    CountDownLatch ended = here.get(number);
    if (ended != null) {
      boolean unused = ended.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  public State state(PastImport past) {
    if (past.finished()) {
      return State.FINISHED;
    }
    return switch (past.stopped()) {
      case "" -> isLatest(past) && people.isAtWork() ? State.RUNNING : State.BROKEN_OFF;
      case PeopleImport.ASKED -> State.STOPPED;
      case PeopleImport.INTERRUPTED -> State.BROKEN_OFF;
      default -> State.FAILED;
    };
  }

  public Optional<PastImport> find(long number) {
    return log.find(number);
  }

  /** Asks an import to stop before it goes on with more people, on whatever node it runs. */
  public void askToStop(long number) {
    log.askToStop(number);
  }

  @Override
  public void destroy() throws InterruptedException {
    tidier.shutdownNow();
    worker.shutdownNow();
    if (!worker.awaitTermination(LONGEST_CHUNK_SECONDS, TimeUnit.SECONDS)) {
      LOG.warn("an import of people is still at work while the application ends");
    }
  }

  private void run(Begun begun, CountDownLatch ended) {
    try {
      begun.run((done, of) -> {});
    } catch (RuntimeException e) {
      LOG.error("import {} of people stopped; applying the file again goes on", begun.number(), e);
    } finally {
      here.remove(begun.number());
      ended.countDown();
    }
  }

  private void tidy() {
    try {
      people.tidy();
    } catch (RuntimeException e) {
      LOG.warn("people files that nobody applied couldn't be forgotten; trying again later", e);
    }
  }

  private boolean isLatest(PastImport past) {
    List<PastImport> latest = log.latest(1);
    return !latest.isEmpty() && latest.get(0).number() == past.number();
  }

  private static ThreadFactory thread(String name) {
    return work -> {
      Thread thread = new Thread(work, name);
      thread.setDaemon(true);
      return thread;
    };
  }
}
