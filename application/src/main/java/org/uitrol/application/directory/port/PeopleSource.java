package org.uitrol.application.directory.port;

import java.util.List;
import org.uitrol.application.directory.PersonRow;
import org.uitrol.application.directory.RowProblem;
import org.uitrol.application.directory.UnreadablePeopleFile;

/**
 * A people file that somebody brings. It can be read more than once and is never held in memory.
 */
public interface PeopleSource {

  /** SHA-256 of the file's bytes, in lower-case hexadecimal digits. */
  String hash();

  /**
   * Reads the file from its start, on the calling thread, in the order of its rows.
   *
   * @return the columns that mean nothing to Uitrol, as the header spells them
   * @throws UnreadablePeopleFile when the file isn't a people file or is broken somewhere; rows
   *     before that place may have been reported
   */
  List<String> read(Rows rows);

  /** Takes what a file tells. */
  interface Rows {

    /** A row whose cells are fine each by itself. */
    void row(PersonRow row);

    /** Something wrong with a row; a refused row isn't reported as a row. */
    void problem(RowProblem problem);
  }
}
