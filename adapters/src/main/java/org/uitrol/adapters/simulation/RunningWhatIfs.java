package org.uitrol.adapters.simulation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.IdSource;
import org.uitrol.application.simulation.WhatIf;
import org.uitrol.application.simulation.WhatIfs;
import org.uitrol.application.simulation.WhatIfs.StoppedReplay;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.simulation.ReplayCommand.AskReplay;

/**
 * Replays campaigns beside the requests that ask for it, one after the other, and keeps the latest
 * few results in memory: whoever wants an older one runs it again. A result is shown to whom asked
 * for it, on the server that made it. Safe for many threads.
 */
@Component
public final class RunningWhatIfs implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(RunningWhatIfs.class);
  private static final int MOST_KEPT = 20;
  private static final int MOST_WAITING = 5;
  private static final long LONGEST_END_SECONDS = 10;

  private final WhatIfs whatIfs;
  private final CommandDesk desk;
  private final IdSource ids;
  private final Map<String, Replay> replays = new ConcurrentHashMap<>();
  private final Deque<String> order = new ArrayDeque<>();
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "what-if");
            thread.setDaemon(true);
            return thread;
          });

  RunningWhatIfs(WhatIfs whatIfs, CommandDesk desk, IdSource ids) {
    this.whatIfs = whatIfs;
    this.desk = desk;
    this.ids = ids;
  }

  /** How far a replay is. */
  public enum State {
    WAITING,
    RUNNING,
    FINISHED,
    STOPPED,
    FAILED
  }

  /**
   * What somebody asks.
   *
   * @param version the stored version; null for a plan of their own and for the plan as it was
   * @param plan the other plan; null for the plan as it was
   * @param source the words of the plan, of which a fingerprint is kept
   */
  public record Question(
      CampaignId campaign,
      @Nullable Integer version,
      @Nullable Plan plan,
      String source,
      Instant until,
      AccountId by) {}

  /** A replay that waits, is at work or is over. */
  public static final class Replay {

    private final String id;
    private final Question question;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile State state = State.WAITING;
    private volatile boolean stopped;
    private volatile int percent;
    private volatile @Nullable WhatIf result;
    private volatile @Nullable Rejected refused;

    Replay(String id, Question question) {
      this.id = id;
      this.question = question;
    }

    public String id() {
      return id;
    }

    public Question question() {
      return question;
    }

    public State state() {
      return state;
    }

    public int percent() {
      return percent;
    }

    public boolean isUnderWay() {
      return state == State.WAITING || state == State.RUNNING;
    }

    /** What came of it; empty unless it is finished. */
    public Optional<WhatIf> result() {
      return Optional.ofNullable(result);
    }

    /** Why it was refused; empty when it wasn't. */
    public Optional<Rejected> refused() {
      return Optional.ofNullable(refused);
    }

    /** Waits until it is over, or so long. */
    public void await(Duration longest) throws InterruptedException {
      boolean unused = ended.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /**
   * Leaves word of a replay and begins it.
   *
   * @throws Rejected {@code MOMENT_TO_COME}, or {@code TOO_MANY_REPLAYS} when too many wait
   */
  public Replay start(Question question) {
    if (replays.values().stream().filter(Replay::isUnderWay).count() >= MOST_WAITING) {
      throw new Rejected("TOO_MANY_REPLAYS", Map.of("most", MOST_WAITING));
    }
    desk.send(
        new AskReplay(
            question.campaign(),
            question.version(),
            fingerprint(question.source()),
            question.until(),
            question.by(),
            desk.now()),
        Actor.account(question.by()));
    Replay replay = new Replay(ids.next(), question);
    keep(replay);
    worker.execute(() -> run(replay));
    return replay;
  }

  /** A replay that this account asked for; empty when there is none any more. */
  public Optional<Replay> find(CampaignId campaign, String id, AccountId by) {
    return Optional.ofNullable(replays.get(id))
        .filter(one -> one.question().campaign().equals(campaign))
        .filter(one -> one.question().by().equals(by));
  }

  /** Ends a replay as soon as it can; one that is over stays as it is. */
  public void stop(Replay replay) {
    replay.stopped = true;
  }

  private synchronized void keep(Replay replay) {
    replays.put(replay.id(), replay);
    order.add(replay.id());
    while (order.size() > MOST_KEPT) {
      replays.remove(order.remove());
    }
  }

  private void run(Replay replay) {
    Question question = replay.question();
    try {
      replay.state = State.RUNNING;
      replay.result =
          whatIfs.compare(
              question.campaign(),
              question.plan(),
              question.until(),
              percent -> replay.percent = percent,
              () -> replay.stopped);
      replay.state = State.FINISHED;
    } catch (StoppedReplay stopped) {
      replay.state = State.STOPPED;
    } catch (Rejected refused) {
      replay.refused = refused;
      replay.state = State.FAILED;
    } catch (RuntimeException e) {
      LOG.error("a replay of {} failed", question.campaign(), e);
      replay.state = State.FAILED;
    } finally {
      replay.ended.countDown();
    }
  }

  private static String fingerprint(String source) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(source.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public void destroy() throws InterruptedException {
    worker.shutdown();
    replays.values().forEach(this::stop);
    if (!worker.awaitTermination(LONGEST_END_SECONDS, TimeUnit.SECONDS)) {
      LOG.warn("a replay is still at work while the application ends");
    }
  }
}
