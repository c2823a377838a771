package org.uitrol.application.directory.port;

import java.util.List;
import java.util.Optional;
import org.uitrol.domain.shared.PersonId;

/**
 * What people want to reach for themselves, and what they note about it. It is theirs alone: no
 * event tells of it, nobody else can read it, and it keeps no moment at which it was written
 * (decision 0033). Whatever it stores is encrypted under the person's own key, so that erasing the
 * person makes it unreadable.
 *
 * <p>Safe for many threads. Takes part in the caller's transaction. Nothing it knows belongs in a
 * log, an event or the text of an exception.
 */
public interface OwnGoals {

  /** The most that one person can have. */
  int MOST = 50;

  /** What a person wants to reach, in the order in which it was written down. */
  List<Goal> of(PersonId person);

  /** One of them; empty when the person has none with that id. */
  Optional<Goal> find(PersonId person, String id);

  /** Writes a goal down, or in place of the one with that id. */
  void put(PersonId person, Goal goal);

  /** Forgets a goal; a second time changes nothing. */
  void remove(PersonId person, String id);

  /**
   * A goal.
   *
   * @param number in which order it was written down; counts from 1
   * @param text what the person wants to reach
   * @param note what the person notes about it; may be empty
   */
  record Goal(String id, int number, String text, String note, boolean reached) {

    /** The longest goal, in characters. */
    public static final int LONGEST_TEXT = 500;

    /** The longest note, in characters. */
    public static final int LONGEST_NOTE = 4_000;

    /** Nothing of the words, since this text may end up in a log. */
    @Override
    public String toString() {
      return "Goal[" + id + "]";
    }
  }
}
