package org.uitrol.adapters.planning;

import org.jspecify.annotations.Nullable;
import org.uitrol.domain.session.timetable.Lead;

/**
 * Somebody who can lead a session.
 *
 * @param turn how many people are preferred to this one
 */
record Teller(int turn, Lead lead) {

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Teller teller && teller.turn == turn;
  }

  @Override
  public int hashCode() {
    return turn;
  }
}
