package org.uitrol.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * The history of a whole sample campaign as one release wrote it into the event store, one line of
 * JSON for each row. Such files never change: every later release must be able to replay them.
 */
public final class RecordedHistory {

  /** Where the files are. */
  public static final Path FOLDER = Path.of("src/test/resources/histories");

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private RecordedHistory() {}

  /** A row of the event store, without its position and its place in the chain. */
  public record Row(
      String event,
      String stream,
      long number,
      String type,
      String at,
      String name,
      String revision,
      String payload,
      String metaData) {}

  /** All files there are. */
  public static List<Path> files() {
    try (var files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".jsonl.gz")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static List<Row> read(Path file) {
    List<Row> rows = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      lines.lines().forEach(line -> rows.add(JSON.readValue(line, Row.class)));
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes what a database holds into a file. */
  public static void write(JdbcClient database, Path file) {
    try (Writer out =
        new OutputStreamWriter(
            new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8)) {
      for (Row row : rows(database)) {
        out.write(JSON.writeValueAsString(row));
        out.write('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Appends rows to the event store of a database, together. */
  public static void append(DataSource database, List<Row> rows) {
    new TransactionTemplate(new JdbcTransactionManager(database))
        .executeWithoutResult(
            status ->
                new JdbcTemplate(database)
                    .batchUpdate(
                        "insert into domain_event_entry (event_identifier, aggregate_identifier,"
                            + " sequence_number, type, time_stamp, payload_type, payload_revision,"
                            + " payload, meta_data) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        rows.stream().map(RecordedHistory::values).toList()));
  }

  /** Has every processor pass over what a database holds: nobody shows it or acts on it. */
  public static void passOver(JdbcClient database) {
    database
        .sql(
            "update token_entry set token_type = 'position', token = json_build_object('index',"
                + " (select max(global_index) from domain_event_entry), 'gaps',"
                + " json_build_array())::text")
        .update();
  }

  private static Object[] values(Row row) {
    return new Object[] {
      row.event(),
      row.stream(),
      row.number(),
      row.type(),
      row.at(),
      row.name(),
      row.revision(),
      row.payload(),
      row.metaData()
    };
  }

  private static List<Row> rows(JdbcClient database) {
    return database
        .sql("select * from domain_event_entry order by global_index")
        .query(
            (row, number) ->
                new Row(
                    row.getString("event_identifier"),
                    row.getString("aggregate_identifier"),
                    row.getLong("sequence_number"),
                    row.getString("type"),
                    row.getString("time_stamp"),
                    row.getString("payload_type"),
                    row.getString("payload_revision"),
                    row.getString("payload"),
                    row.getString("meta_data")))
        .list();
  }
}
