package org.uitrol.adapters.mail.inbound;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the reading of mail goes on this server. Safe for many threads. */
public interface InboundStatus {

  /** Each mailbox that is to be read; empty when none is. */
  List<Mailbox> mailboxes();

  /**
   * A mailbox.
   *
   * @param name of the thread that reads it
   * @param account where it is and whose
   * @param readAt when it was last read here without trouble; null when it wasn't yet
   * @param elsewhere whether another server reads it just now
   * @param trouble why it can't be read; null when it can
   */
  record Mailbox(
      String name,
      String account,
      @Nullable Instant readAt,
      boolean elsewhere,
      @Nullable Trouble trouble) {}
}
