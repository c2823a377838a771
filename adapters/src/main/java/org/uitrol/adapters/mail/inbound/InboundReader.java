package org.uitrol.adapters.mail.inbound;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.uitrol.application.communication.inbound.InboundMails;
import org.uitrol.application.communication.port.InboundStore;

/**
 * Reads mailboxes as long as the application runs, one thread for each. Of several servers one
 * reads at a time; should two do so all the same, the second finds each mail known. A mail server
 * that fails is asked again after a pause that grows; nothing else stops for it.
 */
final class InboundReader implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(InboundReader.class);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
  private static final Duration HELD = Duration.ofMinutes(3);
  private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

  private final Supplier<List<InboundSettings>> mailboxes;
  private final InboundMails mails;
  private final InboundStore store;
  private final Supplier<Instant> clock;
  private final Duration keep;
  private final String holder = UUID.randomUUID().toString();
  private final Map<String, Thread> threads = new ConcurrentHashMap<>();
  private final Map<String, String> troubles = new ConcurrentHashMap<>();
  private final Map<String, Instant> successes = new ConcurrentHashMap<>();
  private final Map<String, ImapMailbox> open = new ConcurrentHashMap<>();
  private volatile boolean running;
  private volatile CountDownLatch stopped = new CountDownLatch(1);

  /**
   * @param mailboxes what to read; asked once, at the start
   * @param clock of the machine: simulated time is no measure of how long a server may hold on
   */
  InboundReader(
      Supplier<List<InboundSettings>> mailboxes,
      InboundMails mails,
      InboundStore store,
      Supplier<Instant> clock,
      Duration keep) {
    this.mailboxes = mailboxes;
    this.mails = mails;
    this.store = store;
    this.clock = clock;
    this.keep = keep;
  }

  @Override
  public void start() {
    running = true;
    stopped = new CountDownLatch(1);
    int number = 0;
    for (InboundSettings settings : mailboxes.get()) {
      number++;
      String name = "inbound-" + number;
      Thread thread = new Thread(() -> read(name, settings), name);
      threads.put(name, thread);
      thread.start();
    }
  }

  @Override
  public void stop() {
    running = false;
    stopped.countDown();
    open.values().forEach(ImapMailbox::wake);
    try {
      for (Thread thread : threads.values()) {
        thread.join(LONGEST_STOP.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    threads.clear();
    try {
      store.letGo(holder);
    } catch (RuntimeException databaseGone) {
      LOG.debug("the right to read mail ends by itself", databaseGone);
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** What is wrong, by the name of the thread; empty when mail is being read, or none is to be. */
  Map<String, String> troubles() {
    Map<String, String> found = new TreeMap<>(troubles);
    threads.forEach(
        (name, thread) -> {
          if (running && !thread.isAlive()) {
            found.putIfAbsent(name, "has ended");
          }
        });
    return found;
  }

  /** When each mailbox was last read without trouble. */
  Map<String, Instant> successes() {
    return new TreeMap<>(successes);
  }

  private void read(String name, InboundSettings settings) {
    Duration pause = FIRST_PAUSE;
    while (running) {
      try {
        if (mine()) {
          mails.catchUp();
          mails.forget(keep);
          readOpen(name, settings);
        } else {
          troubles.remove(name);
          rest(settings.every());
        }
        pause = FIRST_PAUSE;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (MessagingException | RuntimeException | Error failure) {
        if (!running) {
          return;
        }
        LOG.warn("the mailbox {} can't be read now, trying again in {}", settings, pause, failure);
        // Its message may name a person, so it is for the log only.
        troubles.put(name, failure.getClass().getSimpleName());
        pause = waited(pause);
      }
    }
  }

  private void readOpen(String name, InboundSettings settings)
      throws MessagingException, InterruptedException {
    try (ImapMailbox mailbox = ImapMailbox.open(settings)) {
      open.put(name, mailbox);
      while (running && mine()) {
        mailbox.takeNew(mails::take, () -> running && mine());
        troubles.remove(name);
        successes.put(name, clock.get());
        if (running) {
          mailbox.awaitNew(this::rest);
        }
      }
    } finally {
      open.remove(name);
    }
  }

  private boolean mine() {
    Instant now = clock.get();
    return store.hold(holder, now, now.plus(HELD));
  }

  private Duration waited(Duration pause) {
    try {
      rest(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      running = false;
    }
    Duration next = pause.multipliedBy(2);
    return next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next;
  }

  private void rest(Duration time) throws InterruptedException {
    if (stopped.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
      running = false;
    }
  }
}
