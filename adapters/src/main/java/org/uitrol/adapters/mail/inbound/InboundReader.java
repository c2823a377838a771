package org.uitrol.adapters.mail.inbound;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.uitrol.application.communication.inbound.InboundMails;
import org.uitrol.application.communication.port.InboundStore;
import org.uitrol.application.shared.HoldSwitch;

/**
 * Reads mailboxes as long as the application runs, one thread for each. Of several servers one
 * reads at a time; should two do so all the same, the second finds each mail known. A mail server
 * that fails is asked again after a pause that grows; nothing else stops for it.
 */
final class InboundReader implements SmartLifecycle, InboundStatus {

  private static final Logger LOG = LoggerFactory.getLogger(InboundReader.class);
  static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
  private static final Duration HELD = Duration.ofMinutes(3);
  private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

  private final Supplier<List<InboundSettings>> wanted;
  private final Opening opening;
  private final InboundMails mails;
  private final InboundStore store;
  private final Supplier<Instant> clock;
  private final Duration firstPause;
  private final HoldSwitch hold;
  private final String holder = UUID.randomUUID().toString();
  private final Map<String, Thread> threads = new ConcurrentHashMap<>();
  private final Map<String, String> accounts = new ConcurrentHashMap<>();
  private final Map<String, Trouble> troubles = new ConcurrentHashMap<>();
  private final Set<String> elsewhere = ConcurrentHashMap.newKeySet();
  private final Map<String, Instant> successes = new ConcurrentHashMap<>();
  private final Map<String, ImapMailbox> open = new ConcurrentHashMap<>();
  private volatile boolean running;
  private volatile CountDownLatch stopped = new CountDownLatch(1);

  /**
   * @param wanted what to read; asked once, at the start
   * @param clock of the machine: simulated time is no measure of how long a server may hold on
   * @param firstPause how long to wait after a first failure
   * @param hold while it is on, mailboxes are left alone: a copy would take the original's mail
   */
  InboundReader(
      Supplier<List<InboundSettings>> wanted,
      Opening opening,
      InboundMails mails,
      InboundStore store,
      Supplier<Instant> clock,
      Duration firstPause,
      HoldSwitch hold) {
    this.wanted = wanted;
    this.opening = opening;
    this.mails = mails;
    this.store = store;
    this.clock = clock;
    this.firstPause = firstPause;
    this.hold = hold;
  }

  /** How a mailbox is opened. */
  @FunctionalInterface
  interface Opening {

    ImapMailbox open(InboundSettings settings) throws MessagingException;
  }

  @Override
  public void start() {
    running = true;
    stopped = new CountDownLatch(1);
    int number = 0;
    for (InboundSettings settings : wanted.get()) {
      number++;
      String name = "inbound-" + number;
      accounts.put(name, settings.account());
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
    letOthersRead();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public List<Mailbox> mailboxes() {
    return new TreeMap<>(accounts)
        .entrySet().stream().map(one -> mailbox(one.getKey(), one.getValue())).toList();
  }

  private Mailbox mailbox(String name, String account) {
    Thread thread = threads.get(name);
    boolean ended = running && thread != null && !thread.isAlive();
    @Nullable Trouble trouble = troubles.get(name);
    return new Mailbox(
        name,
        account,
        successes.get(name),
        elsewhere.contains(name),
        trouble == null && ended ? Trouble.BROKEN : trouble);
  }

  private void read(String name, InboundSettings settings) {
    Backoff backoff = new Backoff(firstPause, LONGEST_PAUSE);
    while (running) {
      try {
        if (hold.isOn()) {
          troubles.remove(name);
          letOthersRead();
          rest(settings.every());
        } else if (mine(name)) {
          mails.catchUp();
          readOpen(name, settings, backoff);
        } else {
          troubles.remove(name);
          rest(settings.every());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (MessagingException | RuntimeException | Error failure) {
        if (!running) {
          return;
        }
        Duration pause = backoff.next();
        LOG.warn("the mailbox {} can't be read now, trying again in {}", settings, pause, failure);
        troubles.put(name, Trouble.of(failure));
        letOthersRead();
        waitFor(pause);
      }
    }
  }

  private void readOpen(String name, InboundSettings settings, Backoff backoff)
      throws MessagingException, InterruptedException {
    try (ImapMailbox mailbox = opening.open(settings)) {
      open.put(name, mailbox);
      while (running && !hold.isOn() && mine(name)) {
        int unreadable = mailbox.takeNew(mails::take, () -> running && !hold.isOn() && mine(name));
        backoff.reset();
        successes.put(name, clock.get());
        if (unreadable == 0) {
          troubles.remove(name);
        } else {
          troubles.put(name, Trouble.UNREADABLE_MAIL);
        }
        if (running) {
          mailbox.awaitNew(this::rest);
        }
      }
    } finally {
      open.remove(name);
    }
  }

  private boolean mine(String name) {
    Instant now = clock.get();
    boolean mine = store.hold(holder, now, now.plus(HELD));
    if (mine) {
      elsewhere.remove(name);
    } else {
      elsewhere.add(name);
    }
    return mine;
  }

  /** Another server may be able to do what this one can't. */
  private void letOthersRead() {
    try {
      store.letGo(holder);
    } catch (RuntimeException databaseGone) {
      LOG.debug("the right to read mail ends by itself", databaseGone);
    }
  }

  private void waitFor(Duration pause) {
    try {
      rest(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      running = false;
    }
  }

  private void rest(Duration time) throws InterruptedException {
    if (stopped.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
      running = false;
    }
  }
}
