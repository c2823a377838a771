package org.uitrol.adapters.mail;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A mail server of our own, so that a first try needs no other: it takes mail for anybody by SMTP,
 * lets anybody read it by IMAP (any password), and keeps it on disk. Mail that it has accepted is
 * there after a crash. Nothing leaves it.
 */
public final class BuiltInMailbox implements AutoCloseable {

  private static final int MOST_FOR_IMAP = 2_000;

  private final MailFiles files;
  private final GreenMail server;

  private BuiltInMailbox(MailFiles files, GreenMail server) {
    this.files = files;
    this.server = server;
  }

  /**
   * Starts to listen.
   *
   * @param directory where mails are kept
   * @throws IllegalStateException if a port is taken; the message tells which and what to do
   */
  public static BuiltInMailbox start(MailboxSettings settings, Path directory) {
    MailFiles files = new MailFiles(directory);
    GreenMail server =
        new GreenMail(
            new ServerSetup[] {
              setup(settings.smtpPort(), settings.address(), ServerSetup.PROTOCOL_SMTP),
              setup(settings.imapPort(), settings.address(), ServerSetup.PROTOCOL_IMAP)
            });
    server.withConfiguration(new GreenMailConfiguration().withDisabledAuthentication());
    UserManager users = server.getUserManager();
    users.setMessageDeliveryHandler(
        (message, address) -> {
          files.keep(address.getEmail(), bytes(message.getMessage()));
          return user(users, address.getEmail());
        });
    showByImap(files, users);
    try {
      server.start();
    } catch (RuntimeException e) {
      server.stop();
      throw new IllegalStateException(
          "the built-in mailbox can't listen on ports "
              + settings.smtpPort()
              + " and "
              + settings.imapPort()
              + " of "
              + settings.address()
              + ": choose others with uitrol.mailbox.smtp-port and uitrol.mailbox.imap-port (0 for"
              + " any free one), or set spring.mail.host to a mail server",
          e);
    }
    return new BuiltInMailbox(files, server);
  }

  /** Where it takes mail. */
  public int smtpPort() {
    return server.getSmtp().getPort();
  }

  /** Where mail programs can read: the user name is the address, any password will do. */
  public int imapPort() {
    return server.getImap().getPort();
  }

  /**
   * The mails, the newest first.
   *
   * @param address only those to this address, or null for all
   * @param page from 0
   * @param size how many to a page, 1 or more
   */
  public ReceivedMail.Page list(@Nullable String address, int page, int size) {
    return files.list(address, page, size);
  }

  /** The addresses that have mail, in alphabetical order. */
  public List<String> addresses() {
    return files.addresses();
  }

  /** What a mail says; empty when there is none with that id. */
  public Optional<ReceivedMail.Content> read(String id) {
    return files.read(id);
  }

  /** A mail byte for byte, below the lines that servers on the way put above it. */
  public Optional<byte[]> raw(String id) {
    return files.raw(id);
  }

  /** How many mails fit, by what they are and their bytes. */
  public int count(BiPredicate<ReceivedMail, byte[]> wanted) {
    return files.matching(wanted).size();
  }

  /**
   * Removes mails, from the disk and from what mail programs see.
   *
   * @return how many there were on the disk
   */
  public int remove(BiPredicate<ReceivedMail, byte[]> wanted) {
    List<String> found = files.matching(wanted);
    found.forEach(files::remove);
    for (GreenMailUser user : List.copyOf(server.getUserManager().listUser())) {
      hide(user, wanted);
    }
    return found.size();
  }

  private void hide(GreenMailUser user, BiPredicate<ReceivedMail, byte[]> wanted) {
    try {
      MailFolder inbox = server.getManagers().getImapHostManager().getInbox(user);
      boolean some = false;
      for (StoredMessage message : inbox.getNonDeletedMessages()) {
        byte[] raw = bytes(message.getMimeMessage());
        if (wanted.test(MailFiles.summary(user.getEmail(), raw), raw)) {
          message.setFlag(Flags.Flag.DELETED, true);
          some = true;
        }
      }
      if (some) {
        inbox.expunge();
      }
    } catch (FolderException | MessagingException e) {
      throw new IllegalStateException("the mailbox of a reader can't be tidied up", e);
    }
  }

  @Override
  public void close() {
    server.stop();
  }

  private static ServerSetup setup(int port, String address, String protocol) {
    ServerSetup setup = new ServerSetup(port, address, protocol);
    setup.setServerStartupTimeout(10_000);
    return setup;
  }

  /** What was kept before is there for mail programs too, at least the newest of it. */
  private static void showByImap(MailFiles files, UserManager users) {
    List<ReceivedMail> newest = files.list(null, 0, MOST_FOR_IMAP).mails();
    for (int i = newest.size() - 1; i >= 0; i--) {
      ReceivedMail mail = newest.get(i);
      if (mail.to().isEmpty()) {
        continue;
      }
      byte[] raw = files.raw(mail.id()).orElseThrow();
      try {
        user(users, mail.to())
            .deliver(
                new MimeMessage(
                    Session.getInstance(new Properties()), new ByteArrayInputStream(raw)));
      } catch (MessagingException | UserException e) {
        throw new IllegalStateException("mail " + mail.id() + " can't be shown by IMAP", e);
      }
    }
  }

  private static synchronized GreenMailUser user(UserManager users, String address)
      throws UserException {
    String name = address.toLowerCase(Locale.ROOT);
    @Nullable GreenMailUser user = users.getUserByEmail(name);
    return user == null ? users.createUser(name, name, name) : user;
  }

  private static byte[] bytes(MimeMessage message) throws MessagingException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      message.writeTo(bytes);
    } catch (IOException e) {
      throw new MessagingException("a received mail can't be read", e);
    }
    return bytes.toByteArray();
  }
}
