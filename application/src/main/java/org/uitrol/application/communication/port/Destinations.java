package org.uitrol.application.communication.port;

import java.time.Instant;
import java.util.List;

/**
 * The mail server and the domains behind it: how much mail each gets, and which of them are left
 * alone for a while because they fail. All servers of Uitrol share it. Takes part in the caller's
 * transaction.
 */
public interface Destinations {

  /** What stands for the mail server itself; no domain is called so. */
  String SERVER = "*";

  /**
   * Asks for a place for one mail to each of these domains, in their order. A place that was given
   * counts from that moment. Until the transaction ends, nobody else is given any.
   *
   * @return for each, whether it may go; the others wait until {@link Outbox#next} gives them again
   */
  List<Boolean> admit(List<String> domains, Instant now);

  /** Notes what attempts have shown, in their order. */
  void heard(List<Sign> signs, Instant now);

  /** What is held up at that moment, the mail server first, then domains by name. */
  List<Held> held(Instant now);

  /**
   * What one attempt has shown about a destination.
   *
   * @param destination a domain, or {@link #SERVER}
   * @param well whether it does what is to be expected of it
   */
  record Sign(String destination, boolean well) {}

  /**
   * A destination that gets no mail for now.
   *
   * @param failures how often it has failed in a row; 0 when it has had as many mails as are
   *     allowed
   * @param until when it gets mail again
   * @param waiting how many mails to it wait for that; of the server, all that are due
   */
  record Held(String destination, int failures, Instant until, long waiting) {

    /** Whether it is the mail server as a whole. */
    public boolean isServer() {
      return destination.equals(SERVER);
    }
  }
}
