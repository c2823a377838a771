package org.uitrol.adapters.files;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.uitrol.application.directory.RowProblem;
import org.uitrol.application.directory.UnreadablePeopleFile;

/**
 * The first sheet of an Excel workbook (ECMA-376), as a table. Nothing in it is worked out: a row
 * with a formula is left out. What it unpacks to is limited, and XML that declares anything is
 * refused.
 */
final class Workbook {

  private static final int MOST_BYTES = 64 * 1024 * 1024;
  private static final int MOST_ENTRIES = 1_000;
  private static final int MOST_COLUMNS = 500;
  private static final int LONGEST_CELL = 8_000;
  private static final int LONGEST_NUMBER = 100;
  private static final byte[] DECLARATION = "<!DOCTYPE".getBytes(StandardCharsets.US_ASCII);

  /** A day or a time in the format of a number; what is quoted or in brackets is no part of it. */
  private static final Pattern DATE = Pattern.compile(".*(?:[dyhs]|mm).*");

  private static final Pattern NO_PART =
      Pattern.compile("\"[^\"]*\"|\\[(?!h+]|m+]|s+])[^]]*]|\\\\.|_.|general|standaard|standard");

  private Workbook() {}

  static boolean is(byte[] bytes) {
    return bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4;
  }

  /**
   * Reads the sheet from its start.
   *
   * @throws UnreadablePeopleFile when it is broken somewhere; rows before that place may have been
   *     reported
   */
  static void read(byte[] bytes, TableFile.Rows rows) {
    byte[] plain;
    try {
      plain = unpacked(bytes);
    } catch (IOException | IllegalArgumentException e) {
      throw broken();
    }
    List<Line> lines;
    try (ReadableWorkbook book =
        new ReadableWorkbook(new ByteArrayInputStream(plain), new ReadingOptions(true, true))) {
      lines = lines(book);
    } catch (UnreadablePeopleFile known) {
      throw known;
    } catch (IOException | RuntimeException e) {
      // The library tells in many ways that it can't go on.
      throw broken();
    }
    tell(lines, rows);
  }

  private record Line(int number, List<String> cells, String problem) {}

  private static List<Line> lines(ReadableWorkbook book) throws IOException {
    List<Line> lines = new ArrayList<>();
    long characters = 0;
    try (Stream<Row> stream = book.getFirstSheet().openStream()) {
      for (Iterator<Row> all = stream.iterator(); all.hasNext(); ) {
        Line line = line(all.next());
        if (line.problem().isEmpty() && line.cells().stream().allMatch(String::isBlank)) {
          continue;
        }
        characters += line.cells().stream().mapToLong(String::length).sum();
        if (characters > MOST_BYTES || lines.size() > SurveyExport.MOST_ROWS) {
          throw tooLarge();
        }
        lines.add(line);
      }
    }
    return lines;
  }

  private static Line line(Row row) {
    if (row.getCellCount() > MOST_COLUMNS) {
      throw new UnreadablePeopleFile(
          row.getRowNum(), "ROW_TOO_LONG", "a row has over " + MOST_COLUMNS + " columns");
    }
    List<String> cells = new ArrayList<>();
    String problem = "";
    for (int at = 0; at < row.getCellCount(); at++) {
      Cell cell = row.getOptionalCell(at).orElse(null);
      if (cell == null) {
        cells.add("");
      } else if (cell.getType() == CellType.FORMULA || cell.getFormula() != null) {
        problem = "CELL_IS_FORMULA";
        cells.add("");
      } else if (cell.getType() == CellType.ERROR) {
        problem = "CELL_IS_ERROR";
        cells.add("");
      } else {
        String text = text(cell);
        problem = text.length() > LONGEST_CELL ? "CELL_TOO_LONG" : problem;
        cells.add(text);
      }
    }
    return new Line(row.getRowNum(), cells, problem);
  }

  private static String text(Cell cell) {
    if (cell.getType() == CellType.NUMBER) {
      BigDecimal number = cell.asNumber();
      if (isDate(cell)) {
        return cell.asDate().toString();
      }
      boolean small =
          Math.abs((long) number.scale()) < LONGEST_NUMBER && number.precision() < LONGEST_NUMBER;
      return small ? number.stripTrailingZeros().toPlainString() : number.toString();
    } else if (cell.getType() == CellType.BOOLEAN) {
      return cell.asBoolean() ? "true" : "false";
    }
    return cell.getType() == CellType.EMPTY ? "" : cell.getText();
  }

  /** Moments are numbers of days since 1900 that are only formatted as moments. */
  private static boolean isDate(Cell cell) {
    String format = cell.getDataFormatString();
    if (format == null) {
      return false;
    }
    String told = NO_PART.matcher(format.toLowerCase(Locale.ROOT)).replaceAll("");
    return DATE.matcher(told).matches();
  }

  private static void tell(List<Line> lines, TableFile.Rows rows) {
    if (lines.isEmpty()) {
      throw new UnreadablePeopleFile(0, "FILE_EMPTY", "the sheet is empty");
    }
    Line header = lines.get(0);
    if (!header.problem().isEmpty()) {
      throw new UnreadablePeopleFile(
          header.number(), header.problem(), "the headings aren't plain texts");
    }
    rows.header(header.cells(), header.number());
    for (Line line : lines.subList(1, lines.size())) {
      List<String> cells = new ArrayList<>(line.cells());
      while (cells.size() < header.cells().size()) {
        cells.add("");
      }
      if (line.problem().isEmpty()) {
        rows.row(line.number(), cells);
      } else {
        rows.problem(
            new RowProblem(line.number(), "", line.problem(), "a cell isn't a plain value", true));
      }
    }
  }

  /**
   * The parts that are needed in an archive of our own, so that what was measured is what is read.
   */
  private static byte[] unpacked(byte[] bytes) throws IOException {
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    long left = MOST_BYTES;
    int entries = 0;
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes));
        ZipOutputStream out = new ZipOutputStream(plain)) {
      out.setLevel(Deflater.NO_COMPRESSION);
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] content = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, left + 1));
        left -= content.length;
        entries++;
        if (left < 0 || entries > MOST_ENTRIES) {
          throw tooLarge();
        }
        String name = entry.getName();
        if (name.endsWith(".xml") || name.endsWith(".rels")) {
          requireHarmless(content);
          out.putNextEntry(new ZipEntry(name));
          out.write(content);
          out.closeEntry();
        }
      }
    }
    return plain.toByteArray();
  }

  /** A workbook declares no entities, and its XML is UTF-8. */
  private static void requireHarmless(byte[] xml) {
    for (int at = 0; at < xml.length; at++) {
      if (xml[at] == 0 || (xml[at] == '<' && declares(xml, at))) {
        throw broken();
      }
    }
  }

  private static boolean declares(byte[] xml, int from) {
    for (int at = 0; at < DECLARATION.length; at++) {
      int here = from + at;
      if (here >= xml.length || Character.toUpperCase(xml[here]) != DECLARATION[at]) {
        return false;
      }
    }
    return true;
  }

  private static UnreadablePeopleFile broken() {
    return new UnreadablePeopleFile(
        0, "WORKBOOK_BROKEN", "this is no Excel workbook that can be read: save it as CSV");
  }

  private static UnreadablePeopleFile tooLarge() {
    return new UnreadablePeopleFile(
        0, "WORKBOOK_TOO_LARGE", "what the workbook holds is too much: export fewer responses");
  }
}
