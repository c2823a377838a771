package org.uitrol.application.communication.inbound;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.OptionalLong;
import java.util.Set;
import org.axonframework.common.transaction.TransactionManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.uitrol.application.communication.port.InboundStore;
import org.uitrol.application.communication.port.MailReading;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Reasons;

/**
 * Takes mails in (decision 0027): keeps each as it came in a transaction of its own, then acts on
 * it in another. What can't be acted on waits for a person. The same mail twice changes nothing.
 */
@Component
public class InboundMails {

  private static final Logger LOG = LoggerFactory.getLogger(InboundMails.class);

  /** Marks that servers on the way put above a mail; another delivery of it has others. */
  private static final Set<String> ON_THE_WAY =
      Set.of("received", "return-path", "delivered-to", "x-original-to", "x-received");

  private final InboundStore store;
  private final MailReading reading;
  private final ActOnMail act;
  private final PersonVault vault;
  private final CommandDesk desk;
  private final TransactionManager transactions;

  public InboundMails(
      InboundStore store,
      MailReading reading,
      ActOnMail act,
      PersonVault vault,
      CommandDesk desk,
      TransactionManager transactions) {
    this.store = store;
    this.reading = reading;
    this.act = act;
    this.vault = vault;
    this.desk = desk;
    this.transactions = transactions;
  }

  /**
   * Keeps a mail and acts on it. When this returns, the mail is safe, whatever it is.
   *
   * @param raw the mail, or its beginning when it is too large
   * @param size of the whole mail
   */
  public void take(byte[] raw, int size) {
    boolean tooLarge = size > raw.length;
    ReadMail mail = reading.read(raw);
    OptionalLong kept =
        transactions.fetchInTransaction(
            () ->
                store.keep(
                    digest(raw), raw, size, tooLarge, mail.kind(), people(mail), desk.now()));
    if (kept.isPresent()) {
      actOn(kept.getAsLong());
    }
  }

  /** Acts on what was kept before a server died. */
  public void catchUp() {
    transactions.fetchInTransaction(() -> store.received(100)).forEach(this::actOn);
  }

  /** Has a mail acted on again, for somebody who has looked at it. */
  public void again(long id, AccountId by) {
    transactions.executeInTransaction(
        () ->
            store
                .take(id)
                .filter(mail -> mail.state() == InboundMail.State.FOR_A_PERSON)
                .ifPresent(mail -> store.reopen(id, by, desk.now())));
    actOn(id);
  }

  /**
   * Closes a mail that a person has dealt with.
   *
   * @throws org.uitrol.domain.shared.Rejected when there is no reason
   */
  public void close(long id, AccountId by, String reason) {
    Reasons.require(reason);
    transactions.executeInTransaction(
        () ->
            store
                .take(id)
                .filter(mail -> mail.state() == InboundMail.State.FOR_A_PERSON)
                .ifPresent(mail -> store.close(id, by, reason.strip(), desk.now())));
  }

  private void actOn(long id) {
    try {
      transactions.executeInTransaction(() -> act.on(id));
    } catch (RuntimeException broken) {
      // It is kept; a person sees that it broke and can have it tried again.
      LOG.error("inbound mail {} can't be acted on", id, broken);
      transactions.executeInTransaction(
          () -> store.settle(id, Outcome.BROKEN, reason(broken), null, null));
    }
  }

  private Set<PersonId> people(ReadMail mail) {
    Set<PersonId> people = new LinkedHashSet<>();
    vault.findByEmail(mail.sender()).ifPresent(people::add);
    for (Notice notice : mail.notices()) {
      vault.findByEmail(notice.recipient()).ifPresent(people::add);
      vault.findByEmail(notice.sentTo()).ifPresent(people::add);
    }
    return people;
  }

  /** What failed and where; its message is left out, since it may name a person. */
  private static String reason(Throwable failure) {
    return failure.getClass().getSimpleName();
  }

  private static byte[] digest(byte[] raw) {
    try {
      int start = below(raw);
      byte[] own = Arrays.copyOfRange(raw, start, Math.max(start, end(raw)));
      return MessageDigest.getInstance("SHA-256").digest(own);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Where the mail itself begins, below the marks of servers on the way. */
  private static int below(byte[] raw) {
    int line = 0;
    boolean mark = true;
    while (line < raw.length) {
      boolean continued = raw[line] == ' ' || raw[line] == '\t';
      if (!continued) {
        mark = ON_THE_WAY.contains(name(raw, line));
      }
      if (!mark) {
        return line;
      }
      while (line < raw.length && raw[line] != '\n') {
        line++;
      }
      line++;
    }
    return 0;
  }

  /** Servers differ in the line ends that they put below a mail. */
  private static int end(byte[] raw) {
    int end = raw.length;
    while (end > 0 && Character.isWhitespace(raw[end - 1])) {
      end--;
    }
    return end;
  }

  private static String name(byte[] raw, int from) {
    StringBuilder name = new StringBuilder();
    for (int i = from; i < raw.length && i < from + 20 && raw[i] != ':'; i++) {
      name.append((char) Character.toLowerCase(raw[i] & 0xff));
    }
    return name.toString();
  }
}
