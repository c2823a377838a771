package org.uitrol.domain.survey;

import org.uitrol.domain.shared.Keys;

/**
 * What makes somebody ready for a change (J. M. Hiatt, <i>ADKAR: A Model for Change in Business,
 * Government and our Community</i>, Prosci, 2006), as a question can measure it.
 */
public enum Aspect {
  AWARENESS,
  DESIRE,
  KNOWLEDGE,
  ABILITY,
  REINFORCEMENT;

  /** Under which conditions know the mean of the questions that measure it. */
  public String fact() {
    return "readiness." + key();
  }

  /** As campaign files write it. */
  public String key() {
    return Keys.of(this);
  }
}
