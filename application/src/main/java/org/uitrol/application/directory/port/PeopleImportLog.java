package org.uitrol.application.directory.port;

import java.time.Instant;
import java.util.List;
import org.uitrol.application.directory.ImportCounts;
import org.uitrol.application.shared.Actor;

/** Remembers which people files were applied, when and by whom. */
public interface PeopleImportLog {

  /**
   * Notes that an import begins.
   *
   * @return its number, for {@link #finished}
   */
  long started(String fileHash, Actor actor, Instant at, ImportCounts counts);

  /** Notes that an import came to its end. */
  void finished(long number);

  /** The latest imports, the newest first. */
  List<PastImport> latest(int most);

  /**
   * An import that was made.
   *
   * @param fileHash SHA-256 of the file, in lower-case hexadecimal digits
   * @param finished false when it was interrupted or is still running; applying the same file again
   *     does what is left
   */
  record PastImport(
      long number,
      String fileHash,
      Actor actor,
      Instant at,
      boolean finished,
      ImportCounts counts) {}
}
