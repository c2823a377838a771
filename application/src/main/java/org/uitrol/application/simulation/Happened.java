package org.uitrol.application.simulation;

import org.uitrol.domain.shared.DomainEvent;

/**
 * One event of a history, recorded or of a world.
 *
 * @param place in that history; grows
 * @param event its identifier in that history
 * @param stream whose event it is: the identifier of the aggregate
 * @param actor who asked for it, as {@link org.uitrol.application.shared.Actor} writes it
 * @param cause the event or outside command that caused it
 */
public record Happened(
    long place, String event, String stream, String actor, String cause, DomainEvent what) {

  /** Nothing of what happened, since this text may end up in a log. */
  @Override
  public String toString() {
    return place + " " + what.getClass().getSimpleName();
  }
}
