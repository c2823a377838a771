package org.uitrol.adapters.files;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.uitrol.application.directory.PersonRow;
import org.uitrol.application.directory.RowProblem;
import org.uitrol.application.directory.UnreadablePeopleFile;
import org.uitrol.application.directory.port.PeopleSource;

/**
 * A people file as users have it: comma, semicolon or tab between the cells, any usual encoding,
 * columns in any order and known by name in Dutch or English. Memory use doesn't depend on the
 * file's length.
 */
public final class PeopleFile implements PeopleSource {

  private static final int HEAD = 64 * 1024;
  private static final int MOST_COLUMNS = 500;
  private static final int LONGEST_CELL = 8_000;
  private static final int LONGEST_ROW = 128_000;
  private static final String DELIMITERS = ";,\t";

  private final FileText text;

  private PeopleFile(FileText text) {
    this.text = text;
  }

  /**
   * Reads the bytes once, to learn hash and encoding.
   *
   * @throws UnreadablePeopleFile when it is no text
   */
  public static PeopleFile of(ByteSource source) {
    return new PeopleFile(FileText.of(source));
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
    return text.hash();
  }

  /** The encoding that was found. */
  public Charset charset() {
    return text.charset();
  }

  @Override
  public List<String> read(Rows rows) {
    try (BufferedReader reader = text.reader()) {
      Start start = start(reader);
      return read(reader, start, rows);
    } catch (IOException e) {
      throw new UncheckedIOException("the file can't be read", e);
    }
  }

  private static List<String> read(BufferedReader reader, Start start, Rows rows)
      throws IOException {
    LoneQuoteGuard guard = new LoneQuoteGuard(reader, start.delimiter, start.line);
    long line = start.line;
    try (CsvReader<CsvRecord> csv = csv(guard, start.delimiter)) {
      Iterator<CsvRecord> records = csv.iterator();
      CsvRecord header = records.next();
      PeopleColumns columns = new PeopleColumns(header.getFields(), start.line);
      while (records.hasNext()) {
        CsvRecord found = records.next();
        line = start.line - 1 + found.getStartingLineNumber();
        row(columns, line, found.getFields(), rows);
      }
      return columns.ignored();
    } catch (CsvParseException e) {
      throw unreadable(line, e);
    }
  }

  private static void row(PeopleColumns columns, long line, List<String> cells, Rows rows) {
    if (cells.stream().allMatch(String::isBlank)) {
      return;
    }
    boolean spare =
        cells.size() > columns.size()
            && cells.subList(columns.size(), cells.size()).stream().allMatch(String::isBlank);
    if (cells.size() != columns.size() && !spare) {
      rows.problem(
          new RowProblem(
              line,
              "",
              "ROW_HAS_OTHER_WIDTH",
              "the row has %d cells but the header has %d columns"
                  .formatted(cells.size(), columns.size()),
              true));
      return;
    }
    PeopleCells.check(columns, line, columns.cells(cells), rows::problem)
        .ifPresent(sound -> rows.row(new PersonRow(line, sound)));
  }

  private static CsvReader<CsvRecord> csv(LoneQuoteGuard guard, char delimiter) {
    CsvRecordHandler handler =
        CsvRecordHandler.builder()
            .maxFields(MOST_COLUMNS)
            .maxFieldSize(LONGEST_CELL)
            .maxRecordSize(LONGEST_ROW)
            .build();
    return CsvReader.builder()
        .fieldSeparator(delimiter)
        .allowExtraFields(true)
        .allowMissingFields(true)
        .skipEmptyLines(true)
        .maxBufferSize(LONGEST_ROW)
        .build(handler, guard);
  }

  private static UnreadablePeopleFile unreadable(long line, CsvParseException problem) {
    return problem.getCause() instanceof UnreadablePeopleFile known
        ? known
        : new UnreadablePeopleFile(
            line,
            "ROW_TOO_LONG",
            "after this line a row has over %d columns, a cell over %d or in all over %d characters"
                .formatted(MOST_COLUMNS, LONGEST_CELL, LONGEST_ROW));
  }

  /** Skips blank lines and a {@code sep=} line, and looks at the header without taking it. */
  private static Start start(BufferedReader reader) throws IOException {
    long line = 1;
    char told = 0;
    while (true) {
      String first = peekLine(reader);
      if (first.isEmpty() && !skipLineEnd(reader)) {
        throw new UnreadablePeopleFile(0, "FILE_EMPTY", "the file is empty");
      }
      if (first.isEmpty()) {
        line++;
        continue;
      }
      String lower = first.toLowerCase(Locale.ROOT).strip();
      boolean separator = told == 0 && (lower.startsWith("sep=") || lower.startsWith("\"sep="));
      if (separator) {
        String sign = first.replace("\"", "").substring("sep=".length());
        told = sign.isEmpty() ? '\t' : sign.charAt(0);
      }
      if (!separator && !first.isBlank()) {
        return new Start(told == 0 ? delimiter(first) : told, line);
      }
      reader.skip(first.length());
      line += skipLineEnd(reader) ? 1 : 0;
    }
  }

  private static String peekLine(BufferedReader reader) throws IOException {
    reader.mark(HEAD);
    StringBuilder line = new StringBuilder();
    boolean quoted = false;
    for (int c = reader.read(); c >= 0 && line.length() < HEAD - 1; c = reader.read()) {
      if (!quoted && (c == '\n' || c == '\r')) {
        break;
      }
      quoted ^= c == '"';
      line.append((char) c);
    }
    reader.reset();
    return line.toString();
  }

  private static boolean skipLineEnd(BufferedReader reader) throws IOException {
    reader.mark(2);
    int first = reader.read();
    if (first != '\n' && first != '\r') {
      reader.reset();
      return false;
    }
    reader.mark(1);
    if (first != '\r' || reader.read() != '\n') {
      reader.reset();
    }
    return true;
  }

  private static char delimiter(String header) {
    char best = ',';
    long most = 0;
    for (int i = 0; i < DELIMITERS.length(); i++) {
      char candidate = DELIMITERS.charAt(i);
      long count = outsideQuotes(header, candidate);
      if (count > most) {
        best = candidate;
        most = count;
      }
    }
    return best;
  }

  private static long outsideQuotes(String header, char candidate) {
    boolean quoted = false;
    long count = 0;
    for (int i = 0; i < header.length(); i++) {
      char c = header.charAt(i);
      quoted ^= c == '"';
      count += !quoted && c == candidate ? 1 : 0;
    }
    return count;
  }

  /** Where the header is and what stands between its cells. */
  private record Start(char delimiter, long line) {}
}
