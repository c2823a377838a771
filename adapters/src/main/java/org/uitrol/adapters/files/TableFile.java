package org.uitrol.adapters.files;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.uitrol.application.directory.RowProblem;
import org.uitrol.application.directory.UnreadablePeopleFile;

/**
 * A table as users have it: comma, semicolon or tab between the cells, any usual encoding, a line
 * of headings. Memory use doesn't depend on the file's length.
 */
final class TableFile {

  private static final int HEAD = 64 * 1024;
  private static final int MOST_COLUMNS = 500;
  private static final int LONGEST_CELL = 8_000;
  private static final int LONGEST_ROW = 128_000;
  private static final String DELIMITERS = ";,\t";

  private final FileText text;

  private TableFile(FileText text) {
    this.text = text;
  }

  /**
   * Reads the bytes once, to learn hash and encoding.
   *
   * @throws UnreadablePeopleFile when it is no text
   */
  static TableFile of(ByteSource source) {
    return new TableFile(FileText.of(source));
  }

  /** Takes what a table holds. */
  interface Rows {

    /** The headings, once and first. */
    void header(List<String> names, long line);

    /** A row that isn't blank, with as many cells as there are headings or blank ones more. */
    void row(long line, List<String> cells);

    /** A row of another width, which is left out. */
    void problem(RowProblem problem);
  }

  /** SHA-256 of the bytes, in lower-case hexadecimal digits. */
  String hash() {
    return text.hash();
  }

  /** The encoding that was found. */
  Charset charset() {
    return text.charset();
  }

  /**
   * Reads the table from its start.
   *
   * @throws UnreadablePeopleFile when it is broken somewhere; rows before that place may have been
   *     reported
   */
  void read(Rows rows) {
    try (BufferedReader reader = text.reader()) {
      read(reader, start(reader), rows);
    } catch (IOException e) {
      throw new UncheckedIOException("the file can't be read", e);
    }
  }

  private static void read(BufferedReader reader, Start start, Rows rows) throws IOException {
    LoneQuoteGuard guard = new LoneQuoteGuard(reader, start.delimiter, start.line);
    long line = start.line;
    try (CsvReader<CsvRecord> csv = csv(guard, start.delimiter)) {
      Iterator<CsvRecord> records = csv.iterator();
      List<String> header = records.next().getFields();
      rows.header(header, start.line);
      while (records.hasNext()) {
        CsvRecord found = records.next();
        line = start.line - 1 + found.getStartingLineNumber();
        row(header.size(), line, found.getFields(), rows);
      }
    } catch (CsvParseException e) {
      throw unreadable(line, e);
    }
  }

  private static void row(int width, long line, List<String> cells, Rows rows) {
    if (cells.stream().allMatch(String::isBlank)) {
      return;
    }
    boolean spare =
        cells.size() > width
            && cells.subList(width, cells.size()).stream().allMatch(String::isBlank);
    if (cells.size() != width && !spare) {
      rows.problem(
          new RowProblem(
              line,
              "",
              "ROW_HAS_OTHER_WIDTH",
              "the row has %d cells but the header has %d columns".formatted(cells.size(), width),
              true));
    } else {
      rows.row(line, cells);
    }
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
