package org.uitrol.adapters.persistence.communication;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.uitrol.adapters.persistence.eventstore.NodeName;
import org.uitrol.application.communication.port.Destinations;
import org.uitrol.application.communication.port.Outbox;
import org.uitrol.application.communication.port.SendingLimits;
import org.uitrol.application.directory.port.PersonVault;

/** What a sender of mail keeps in PostgreSQL, without an application around it. */
public final class BareOutbox {

  private BareOutbox() {}

  public static Outbox outbox(JdbcClient jdbc, PersonVault vault, String node) {
    return new PostgresOutbox(jdbc, vault, new NodeName(node));
  }

  public static Destinations destinations(JdbcClient jdbc, SendingLimits limits) {
    return new PostgresDestinations(jdbc, limits);
  }
}
