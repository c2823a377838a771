package org.uitrol.application.communication;

import java.util.List;
import org.uitrol.application.communication.port.Delivery;
import org.uitrol.application.communication.port.Delivery.Refused;
import org.uitrol.application.communication.port.Delivery.TemporaryFailure;
import org.uitrol.application.communication.port.Destinations;
import org.uitrol.application.communication.port.Destinations.Sign;

/** What an attempt shows about the mail server and the domain behind it. */
final class Signs {

  /** The server is going down (RFC 5321, section 3.8). */
  private static final int CLOSING = 421;

  /** A full or moved mailbox (RFC 3463, section 3.3) says nothing about others. */
  private static final String ONE_MAILBOX = " 4.2.";

  private Signs() {}

  static List<Sign> of(Delivery delivery, String domain) {
    if (isServerFailing(delivery)) {
      return List.of(new Sign(Destinations.SERVER, false));
    }
    Sign server = new Sign(Destinations.SERVER, true);
    if (delivery instanceof TemporaryFailure failure) {
      return (" " + failure.text()).contains(ONE_MAILBOX)
          ? List.of(server)
          : List.of(server, new Sign(domain, false));
    }
    return delivery instanceof Delivery.Accepted || isAboutRecipient(delivery)
        ? List.of(server, new Sign(domain, true))
        : List.of(server);
  }

  /** Another mail would fare no better now. */
  private static boolean isServerFailing(Delivery delivery) {
    return delivery instanceof Delivery.Unreachable
        || delivery instanceof Delivery.Uncertain
        || (delivery instanceof TemporaryFailure failure
            && (failure.code() == CLOSING || failure.refused() == Refused.SENDER));
  }

  private static boolean isAboutRecipient(Delivery delivery) {
    return delivery instanceof Delivery.PermanentFailure failure
        && failure.refused() == Refused.RECIPIENT;
  }
}
