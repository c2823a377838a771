package org.uitrol.adapters.mail.inbound;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.FolderClosedException;
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
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One mailbox, read by IMAP. A mail is marked as seen only once it has been taken. Not for several
 * threads.
 */
final class ImapMailbox implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ImapMailbox.class);

  /** Shorter than the time-out, so that a server that waits with us isn't taken for a dead one. */
  private static final Duration LONGEST_IDLE = Duration.ofSeconds(45);

  private final InboundSettings settings;
  private final Store store;
  private final Folder folder;
  private final boolean tells;
  private final ScheduledExecutorService waker =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "inbound-waker");
            thread.setDaemon(true);
            return thread;
          });

  private ImapMailbox(InboundSettings settings, Store store, Folder folder, boolean tells) {
    this.settings = settings;
    this.store = store;
    this.folder = folder;
    this.tells = tells;
  }

  /** What takes a mail in. */
  @FunctionalInterface
  interface Taker {

    /**
     * Keeps a mail.
     *
     * @param raw all of it, or its beginning when it is larger than what is kept
     * @param size of all of it; more than the bytes only when some are left out
     */
    void take(byte[] raw, int size);
  }

  static ImapMailbox open(InboundSettings settings, @Nullable SSLSocketFactory sockets)
      throws MessagingException {
    Session session = Session.getInstance(settings.jakartaMail(sockets));
    Store store = session.getStore(settings.protocol());
    String password = settings.password();
    store.connect(
        Objects.requireNonNull(settings.host()),
        settings.portOrDefault(),
        Objects.requireNonNullElse(settings.username(), ""),
        password == null || password.isEmpty() ? "none" : password);
    try {
      // Asked before the folder takes the connection: afterwards it would take another one.
      boolean tells = store instanceof IMAPStore imap && imap.hasCapability("IDLE");
      Folder folder = store.getFolder(settings.folder());
      folder.open(Folder.READ_WRITE);
      return new ImapMailbox(settings, store, folder, tells);
    } catch (MessagingException | RuntimeException e) {
      store.close();
      throw e;
    }
  }

  /**
   * Takes every mail that nobody has seen, the oldest first. One that the server can't give doesn't
   * hold up the others; it stays unseen and is asked for again.
   *
   * @return how many the server couldn't give
   */
  int takeNew(Taker taker, BooleanSupplier goOn) throws MessagingException {
    Message[] unseen = folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
    int unreadable = 0;
    for (Message message : unseen) {
      if (!goOn.getAsBoolean()) {
        return unreadable;
      }
      try {
        take(message, taker);
      } catch (MessagingException | IOException e) {
        if (!folder.isOpen()) {
          throw new FolderClosedException(folder, "the server hung up", e);
        }
        if (!message.isExpunged()) {
          LOG.warn("{} can't give mail {}", settings, message.getMessageNumber(), e);
          unreadable++;
        }
      }
    }
    return unreadable;
  }

  /** What servers say about the size of a mail before they give it isn't always so. */
  private void take(Message message, Taker taker) throws MessagingException, IOException {
    Beginning bytes = new Beginning((int) settings.largest().toBytes());
    boolean whole = true;
    try {
      message.writeTo(bytes);
    } catch (Enough enough) {
      // The rest stays on the server.
      whole = false;
    }
    byte[] raw = bytes.toByteArray();
    if (raw.length == 0) {
      // Jakarta Mail doesn't tell a refusal from a mail without a single byte; there is none.
      throw new MessagingException("the server gave nothing");
    }
    taker.take(raw, whole ? raw.length : Math.max(bytes.seen, message.getSize()));
    message.setFlag(Flags.Flag.SEEN, true);
  }

  /** Waits until the server tells of new mail, if it can, or for a while. */
  void awaitNew(Pause pause) throws MessagingException, InterruptedException {
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

  /** Ends a wait from another thread; does nothing when the mailbox is closed. */
  void wake() {
    if (folder instanceof IMAPFolder idling) {
      try {
        waker.execute(() -> interrupt(idling));
      } catch (RejectedExecutionException closed) {
        LOG.debug("nobody waits in {} any more", settings, closed);
      }
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
