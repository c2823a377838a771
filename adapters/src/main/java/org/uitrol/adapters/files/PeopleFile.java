package org.uitrol.adapters.files;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.directory.PersonRow;
import org.uitrol.application.directory.RowProblem;
import org.uitrol.application.directory.UnreadablePeopleFile;
import org.uitrol.application.directory.port.PeopleSource;

/**
 * A people file as users have it: columns in any order and known by name in Dutch or English, in
 * any table that {@link TableFile} reads. Memory use doesn't depend on the file's length.
 */
public final class PeopleFile implements PeopleSource {

  private final TableFile table;

  private PeopleFile(TableFile table) {
    this.table = table;
  }

  /**
   * Reads the bytes once, to learn hash and encoding.
   *
   * @throws UnreadablePeopleFile when it is no text
   */
  public static PeopleFile of(ByteSource source) {
    return new PeopleFile(TableFile.of(source));
  }

  /** As {@link #of(ByteSource)}, from a file. */
  public static PeopleFile of(Path file) {
    return of(() -> Files.newInputStream(file));
  }

  /** As {@link #of(ByteSource)}, from bytes. */
  public static PeopleFile of(byte[] bytes) {
    return of(() -> new ByteArrayInputStream(bytes));
  }

  @Override
  public String hash() {
    return table.hash();
  }

  /** The encoding that was found. */
  public Charset charset() {
    return table.charset();
  }

  @Override
  public List<String> read(Rows rows) {
    People people = new People(rows);
    table.read(people);
    return people.columns == null ? List.of() : people.columns.ignored();
  }

  private static final class People implements TableFile.Rows {

    private final Rows rows;
    private @Nullable PeopleColumns columns;

    People(Rows rows) {
      this.rows = rows;
    }

    @Override
    public void header(List<String> names, long line) {
      columns = new PeopleColumns(names, line);
    }

    @Override
    public void row(long line, List<String> cells) {
      if (columns != null) {
        PeopleCells.check(columns, line, columns.cells(cells), rows::problem)
            .ifPresent(sound -> rows.row(new PersonRow(line, sound)));
      }
    }

    @Override
    public void problem(RowProblem problem) {
      rows.problem(problem);
    }
  }
}
