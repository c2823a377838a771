package org.uitrol.adapters.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An Excel workbook that is put together part by part, so that any part can be wrong. */
public final class HandMadeWorkbook {

  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  private final Map<String, byte[]> parts = new LinkedHashMap<>();
  private final StringBuilder rows = new StringBuilder();
  private int row;

  public HandMadeWorkbook() {
    part(
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\""
            + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats"
            + "-officedocument.spreadsheetml.sheet.main+xml\"/>"
            + "<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats"
            + "-officedocument.spreadsheetml.styles+xml\"/>"
            + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd."
            + "openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>");
    part(
        "_rels/.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + "<Relationship Id=\"r1\" Type=\""
            + RELATIONS
            + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
    part(
        "xl/workbook.xml",
        "<workbook xmlns=\""
            + MAIN
            + "\" xmlns:r=\""
            + RELATIONS
            + "\"><sheets><sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
    part(
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + "<Relationship Id=\"r1\" Type=\""
            + RELATIONS
            + "/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
            + "<Relationship Id=\"r2\" Type=\""
            + RELATIONS
            + "/styles\" Target=\"styles.xml\"/></Relationships>");
    part(
        "xl/styles.xml",
        "<styleSheet xmlns=\""
            + MAIN
            + "\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"m/d/yy\\ h:mm:ss\"/>"
            + "</numFmts><cellXfs count=\"2\"><xf numFmtId=\"0\"/>"
            + "<xf numFmtId=\"164\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>");
  }

  /** A part in place of what was there. */
  public HandMadeWorkbook part(String name, String xml) {
    return part(name, (HEAD + xml).getBytes(StandardCharsets.UTF_8));
  }

  HandMadeWorkbook part(String name, byte[] content) {
    parts.put(name, content.clone());
    return this;
  }

  /**
   * A row of texts; what begins with {@code =} is a formula, with {@code #} a number, with
   * {@code @} the number of a moment.
   */
  public HandMadeWorkbook row(String... cells) {
    row++;
    rows.append("<row r=\"").append(row).append("\">");
    for (int at = 0; at < cells.length; at++) {
      String place = (char) ('A' + at) + "" + row;
      String cell = cells[at];
      if (cell.startsWith("=")) {
        rows.append("<c r=\"%s\"><f>%s</f><v>1</v></c>".formatted(place, cell.substring(1)));
      } else if (cell.startsWith("#")) {
        rows.append("<c r=\"%s\"><v>%s</v></c>".formatted(place, cell.substring(1)));
      } else if (cell.startsWith("@")) {
        rows.append("<c r=\"%s\" s=\"1\"><v>%s</v></c>".formatted(place, cell.substring(1)));
      } else if (!cell.isEmpty()) {
        rows.append(
            "<c r=\"%s\" t=\"inlineStr\"><is><t xml:space=\"preserve\">%s</t></is></c>"
                .formatted(place, cell.replace("&", "&amp;").replace("<", "&lt;")));
      }
    }
    rows.append("</row>");
    return this;
  }

  HandMadeWorkbook xml(String rowsAsXml) {
    rows.append(rowsAsXml);
    return this;
  }

  public byte[] bytes() {
    if (!parts.containsKey("xl/worksheets/sheet1.xml")) {
      part(
          "xl/worksheets/sheet1.xml",
          "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows + "</sheetData></worksheet>");
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
