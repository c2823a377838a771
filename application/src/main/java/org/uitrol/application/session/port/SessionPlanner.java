package org.uitrol.application.session.port;

import java.time.Duration;
import java.util.function.Consumer;
import org.uitrol.domain.session.timetable.Rating;
import org.uitrol.domain.session.timetable.Timetable;
import org.uitrol.domain.session.timetable.TimetableProblem;

/**
 * Looks for a good timetable. Never called while events are handled or replayed: what it finds
 * enters the history by the commands of whoever accepts it (decision 0029). Safe for many threads.
 */
public interface SessionPlanner {

  /**
   * Prepares a search. The same question, beginning and number of moves give the same answer.
   *
   * @param start where to begin; what doesn't fit the question any more is left out
   * @param found hears of the beginning and of every better timetable, on the thread that runs the
   *     search; it must return soon
   */
  Search search(TimetableProblem problem, Timetable start, Effort effort, Consumer<Rated> found);

  /** How good a timetable is. */
  Rating rate(TimetableProblem problem, Timetable timetable);

  /** One search. */
  interface Search {

    /** Searches on the caller's thread until the effort is made or somebody stops it. */
    Rated run();

    /** Makes {@link #run} return soon, with the best that was found; from any thread. */
    void stop();
  }

  /**
   * When to give up.
   *
   * @param longest the time that it may take
   * @param moves how many moves it may try; 0 for any number
   */
  record Effort(Duration longest, long moves) {}

  /** A timetable and how good it is. */
  record Rated(Timetable timetable, Rating rating) {}
}
