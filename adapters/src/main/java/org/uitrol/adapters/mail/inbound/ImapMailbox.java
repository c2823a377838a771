package org.uitrol.adapters.mail.inbound;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.search.FlagTerm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;

/**
 * One mailbox, read by IMAP. A mail is marked as seen only once it has been taken. Not for several
 * threads.
 */
final class ImapMailbox implements AutoCloseable {

  /** Shorter than the time-out, so that a server that waits with us isn't taken for a dead one. */
  private static final Duration LONGEST_IDLE = Duration.ofSeconds(45);

  private final InboundSettings settings;
  private final Store store;
  private final Folder folder;
  private final ScheduledExecutorService waker =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "inbound-waker");
            thread.setDaemon(true);
            return thread;
          });

  private ImapMailbox(InboundSettings settings, Store store, Folder folder) {
    this.settings = settings;
    this.store = store;
    this.folder = folder;
  }

  /** What takes a mail in. */
  @FunctionalInterface
  interface Taker {

    /** Keeps a mail, or its beginning when it is shorter than its size. */
    void take(byte[] raw, int size);
  }

  static ImapMailbox open(InboundSettings settings) throws MessagingException {
    Session session = Session.getInstance(settings.jakartaMail());
    Store store = session.getStore(settings.protocol());
    String password = settings.password();
    store.connect(
        Objects.requireNonNull(settings.host()),
        settings.portOrDefault(),
        Objects.requireNonNullElse(settings.username(), ""),
        password == null || password.isEmpty() ? "none" : password);
    try {
      Folder folder = store.getFolder(settings.folder());
      folder.open(Folder.READ_WRITE);
      return new ImapMailbox(settings, store, folder);
    } catch (MessagingException | RuntimeException e) {
      store.close();
      throw e;
    }
  }

  /** Takes every mail that nobody has seen, the oldest first. */
  void takeNew(Taker taker, BooleanSupplier goOn) throws MessagingException {
    Message[] unseen = folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
    for (Message message : unseen) {
      if (!goOn.getAsBoolean()) {
        return;
      }
      if (message.isExpunged()) {
        continue;
      }
      Beginning bytes = new Beginning((int) settings.largest().toBytes());
      try {
        message.writeTo(bytes);
      } catch (Enough enough) {
        // The rest stays on the server.
      } catch (IOException e) {
        throw new MessagingException("a mail can't be read", e);
      }
      taker.take(bytes.toByteArray(), Math.max(bytes.seen, message.getSize()));
      message.setFlag(Flags.Flag.SEEN, true);
    }
  }

  /** Waits until the server tells of new mail, if it can, or for a while. */
  void awaitNew(Pause pause) throws MessagingException, InterruptedException {
    boolean tells =
        store instanceof IMAPStore imap && imap.hasCapability("IDLE") && folder.isOpen();
    if (!tells || !(folder instanceof IMAPFolder idling)) {
      pause.rest(settings.every());
      return;
    }
    long wait = Math.min(LONGEST_IDLE.toMillis(), settings.every().toMillis());
    ScheduledFuture<?> end = waker.schedule(() -> interrupt(idling), wait, TimeUnit.MILLISECONDS);
    try {
      idling.idle(true);
    } finally {
      end.cancel(false);
    }
  }

  /** How to wait for a while, or until the reader is to stop. */
  @FunctionalInterface
  interface Pause {

    void rest(Duration time) throws InterruptedException;
  }

  /** Any command ends the waiting. */
  private static void interrupt(IMAPFolder folder) {
    try {
      folder.doCommand(
          protocol -> {
            noop(protocol);
            return null;
          });
    } catch (MessagingException | RuntimeException gone) {
      // Whoever waits finds out.
    }
  }

  private static void noop(IMAPProtocol protocol) throws ProtocolException {
    protocol.noop();
  }

  /** Ends a wait from another thread. */
  void wake() {
    if (folder instanceof IMAPFolder idling) {
      waker.execute(() -> interrupt(idling));
    }
  }

  @Override
  public void close() {
    waker.shutdownNow();
    try {
      store.close();
    } catch (MessagingException gone) {
      // It is closed either way.
    }
  }

  /** Stands for all that is left out. */
  private static final class Enough extends IOException {
    private static final long serialVersionUID = 1L;

    Enough() {
      super("more than is kept");
    }
  }

  /** The beginning of a mail, and how much of it was seen. */
  private static final class Beginning extends OutputStream {

    private final int most;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private int seen;

    Beginning(int most) {
      this.most = most;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      int room = Math.min(length, most - kept.size());
      kept.write(bytes, offset, room);
      seen += length;
      if (room < length) {
        throw new Enough();
      }
    }

    byte[] toByteArray() {
      return kept.toByteArray();
    }
  }
}
