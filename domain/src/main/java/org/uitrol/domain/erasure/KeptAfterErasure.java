package org.uitrol.domain.erasure;

/** What stays after somebody was erased, and why it may. */
public enum KeptAfterErasure {
  /**
   * Events with an id that leads nowhere: what was decided about a department has to be shown
   * (GDPR, article 5, paragraph 2), and without the key it is about nobody.
   */
  HISTORY,
  /** Counts of people and what was told of groups. */
  COUNTS,
  /** Ballots, since nobody knows whose they are. */
  BALLOTS,
  /** Reasons that managers typed, in which the pages ask them to name nobody. */
  TYPED_REASONS,
  /** Keyed hashes, so that HR's list can't bring the person back by mistake. */
  MARKS,
  /** That the person was erased, who asked for it and who agreed (article 5, paragraph 2). */
  THIS_ERASURE,
  /** The id of an account, since the history says what was asked with it. */
  ACCOUNT_ID,
  /** Copies of the database until they are thrown away; they are erased when they are restored. */
  BACKUPS
}
