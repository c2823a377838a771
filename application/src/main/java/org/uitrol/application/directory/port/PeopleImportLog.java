package org.uitrol.application.directory.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.uitrol.application.directory.ImportCounts;
import org.uitrol.application.directory.StageId;
import org.uitrol.application.shared.Actor;

/**
 * Remembers which people files were applied, when and by whom, and how far each import is. Takes
 * part in the caller's transaction.
 */
public interface PeopleImportLog {

  /** Notes that an import begins, of which nothing is counted yet. */
  long started(StageId stage, String fileHash, Actor actor, Instant at);

  /** Notes that an import that had stopped goes on, from another stage of the same file. */
  void resumed(long number, StageId stage);

  /** Notes what an import will do, before it does anything. */
  void counted(long number, ImportCounts counts);

  /** Notes that the import begins with its first row again. */
  void rewound(long number);

  /**
   * Notes that so many more people were stored about whom no history has begun.
   *
   * @return false when somebody asked the import to stop
   */
  boolean prepared(long number, int people);

  /**
   * Notes that everything up to a line of the file is done.
   *
   * @param people how many more are done
   * @return false when somebody asked the import to stop
   */
  boolean reached(long number, long line, int people);

  /** Asks an import to stop before it goes on with more people; one that has ended stays so. */
  void askToStop(long number);

  /**
   * Notes that an import ended before its end.
   *
   * @param why a stable code, upper-case words joined by underscores
   */
  void stopped(long number, String why);

  /** Notes that an import came to its end. */
  void finished(long number);

  /** One import; empty when there is no such. */
  Optional<PastImport> find(long number);

  /** The latest imports, the newest first. */
  List<PastImport> latest(int most);

  /**
   * An import that was made.
   *
   * @param stage where its rows are, or were
   * @param fileHash SHA-256 of the file, in lower-case hexadecimal digits
   * @param finished false when it was interrupted or is still running; applying the same file again
   *     does what is left
   * @param stopped why it isn't at work though it isn't finished; empty when it may be at work, or
   *     its process ended without a word
   * @param prepared how many new people were stored about whom no history has begun
   * @param done how many people are done
   * @param line up to which line of the file everything is done
   */
  record PastImport(
      long number,
      StageId stage,
      String fileHash,
      Actor actor,
      Instant at,
      boolean finished,
      String stopped,
      ImportCounts counts,
      int prepared,
      int done,
      long line) {

    /** How many people there are to do. */
    public int people() {
      return counts.added() + counts.changed() + counts.unchanged();
    }

    /** How much of the work is done, in hundredths. */
    public int percent() {
      long all = (long) people() + counts.added();
      if (finished) {
        return 100;
      }
      return all == 0 ? 0 : (int) Math.min(99, 100L * ((long) prepared + done) / all);
    }
  }
}
