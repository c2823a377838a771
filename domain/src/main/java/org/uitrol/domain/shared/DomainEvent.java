package org.uitrol.domain.shared;

import java.time.Instant;

/**
 * A fact. Its name and revision stand in the event catalogue and never change; it holds ids, dates
 * and numbers, never a name, an address or anything that a person typed about themselves (decision
 * 0007).
 */
public interface DomainEvent {

  /** When it happened, in UTC. */
  Instant at();
}
