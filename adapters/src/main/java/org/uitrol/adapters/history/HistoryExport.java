package org.uitrol.adapters.history;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.uitrol.adapters.files.SpreadsheetCell;
import org.uitrol.adapters.persistence.eventstore.EventJson;
import org.uitrol.application.audit.Names;
import org.uitrol.application.audit.Trail;
import org.uitrol.application.audit.TrailFilter;
import org.uitrol.application.audit.TrailRow;
import org.uitrol.application.audit.Wording;
import org.uitrol.application.audit.Wording.Teller;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.RawValue;

/**
 * Writes the history out, event by event: never more than a few hundred are in memory. The writer
 * is flushed but stays open. Safe for many threads.
 */
@Component
public final class HistoryExport {

  private static final JsonMapper JSON = EventJson.mapper();

  private final Trail trail;
  private final Wording wording;

  public HistoryExport(Trail trail, Wording wording) {
    this.trail = trail;
    this.wording = wording;
  }

  /**
   * Writes a table as RFC 4180 has it, with a line of headings and lines that end in CR LF. No cell
   * is a formula to a spreadsheet: see {@link SpreadsheetCell}.
   *
   * @param locale the language of the column {@code what}
   * @param shown what people and accounts are called in the columns {@code what} and {@code who};
   *     the other columns never hold a name
   * @throws UncheckedIOException when the writer fails
   */
  public void csv(TrailFilter filter, Writer out, Locale locale, Names shown) {
    Teller teller = wording.teller(locale, shown);
    try {
      CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out);
      csv.writeRecord(
          "position",
          "at",
          "recordedAt",
          "event",
          "name",
          "revision",
          "stream",
          "kind",
          "campaign",
          "department",
          "person",
          "actor",
          "cause",
          "correlation",
          "behalf",
          "source",
          "rule",
          "who",
          "what",
          "payload");
      trail.forEach(filter, row -> csv.writeRecord(cells(row, teller)));
      csv.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes one JSON object a line (UTF-8, LF), for programs: identifiers only, the same bytes every
   * time, with the payload as the event store has it.
   *
   * @throws UncheckedIOException when the writer fails
   */
  public void jsonLines(TrailFilter filter, Writer out) {
    try {
      trail.forEach(filter, row -> writeLine(row, out));
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> cells(TrailRow row, Teller teller) {
    List<String> cells = new ArrayList<>();
    for (Object value :
        Arrays.asList(
            row.position(),
            row.at(),
            row.recordedAt(),
            row.event(),
            row.name(),
            row.revision(),
            row.stream(),
            row.kind(),
            row.campaign(),
            row.department(),
            row.person(),
            row.actor(),
            row.cause(),
            row.correlation(),
            row.behalf(),
            row.source(),
            row.rule(),
            teller.who(row),
            teller.what(row),
            row.payload())) {
      cells.add(SpreadsheetCell.safe(value == null ? "" : value.toString()));
    }
    return cells;
  }

  private static void writeLine(TrailRow row, Writer out) {
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    line.put("position", row.position());
    line.put("at", row.at());
    line.put("recordedAt", row.recordedAt());
    line.put("event", row.event());
    line.put("name", row.name());
    line.put("revision", row.revision());
    line.put("stream", row.stream());
    line.put("kind", row.kind());
    line.put("campaign", row.campaign());
    line.put("department", row.department());
    line.put("person", row.person());
    line.put("actor", row.actor());
    line.put("cause", row.cause());
    line.put("correlation", row.correlation());
    line.put("behalf", row.behalf());
    line.put("source", row.source());
    line.put("rule", row.rule());
    line.put("payload", new RawValue(row.payload()));
    line.values().removeIf(Objects::isNull);
    try {
      out.write(JSON.writeValueAsString(line));
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
