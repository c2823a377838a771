package org.uitrol.adapters.persistence.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uitrol.application.directory.ImportCounts;
import org.uitrol.application.directory.StageId;
import org.uitrol.application.directory.port.PeopleImportLog;
import org.uitrol.application.shared.Actor;

/** Which people files were applied, in PostgreSQL. */
public final class PostgresPeopleImportLog implements PeopleImportLog {

  private final JdbcClient jdbc;

  public PostgresPeopleImportLog(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public long started(StageId stage, String fileHash, Actor actor, Instant at) {
    return jdbc.sql(
            "insert into people_import (stage_id, file_hash, actor, at, finished, added, changed,"
                + " unchanged, refused, absent)"
                + " values (:stage, :hash, :actor, :at, false, 0, 0, 0, 0, 0) returning id")
        .param("stage", stage.value())
        .param("hash", fileHash)
        .param("actor", actor.value())
        .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }

  @Override
  public void resumed(long number, StageId stage) {
    jdbc.sql(
            "update people_import set stage_id = :stage, stopped = '', asked_to_stop = false"
                + " where id = :id")
        .param("stage", stage.value())
        .param("id", number)
        .update();
  }

  @Override
  public void counted(long number, ImportCounts counts) {
    jdbc.sql(
            "update people_import set added = :added, changed = :changed, unchanged = :unchanged,"
                + " refused = :refused, absent = :absent where id = :id")
        .param("added", counts.added())
        .param("changed", counts.changed())
        .param("unchanged", counts.unchanged())
        .param("refused", counts.refused())
        .param("absent", counts.absent())
        .param("id", number)
        .update();
  }

  @Override
  public void rewound(long number) {
    jdbc.sql("update people_import set prepared = 0, done = 0, line = 0 where id = :id")
        .param("id", number)
        .update();
  }

  @Override
  public boolean prepared(long number, int people) {
    return jdbc.sql(
            "update people_import set prepared = prepared + :people where id = :id"
                + " returning not asked_to_stop")
        .param("people", people)
        .param("id", number)
        .query(Boolean.class)
        .single();
  }

  @Override
  public boolean reached(long number, long line, int people) {
    return jdbc.sql(
            "update people_import set done = done + :people, line = :line where id = :id"
                + " returning not asked_to_stop")
        .param("people", people)
        .param("line", line)
        .param("id", number)
        .query(Boolean.class)
        .single();
  }

  @Override
  public void askToStop(long number) {
    jdbc.sql("update people_import set asked_to_stop = true where id = :id and not finished")
        .param("id", number)
        .update();
  }

  @Override
  public void stopped(long number, String why) {
    jdbc.sql("update people_import set stopped = :why where id = :id")
        .param("why", why)
        .param("id", number)
        .update();
  }

  @Override
  public void finished(long number) {
    jdbc.sql("update people_import set finished = true where id = :id")
        .param("id", number)
        .update();
  }

  @Override
  public Optional<PastImport> find(long number) {
    return jdbc.sql("select * from people_import where id = :id")
        .param("id", number)
        .query(PostgresPeopleImportLog::pastImport)
        .optional();
  }

  @Override
  public List<PastImport> latest(int most) {
    return jdbc.sql("select * from people_import order by id desc limit :most")
        .param("most", most)
        .query(PostgresPeopleImportLog::pastImport)
        .list();
  }

  private static PastImport pastImport(ResultSet row, int number) throws SQLException {
    return new PastImport(
        row.getLong("id"),
        new StageId(row.getString("stage_id")),
        row.getString("file_hash"),
        new Actor(row.getString("actor")),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getBoolean("finished"),
        row.getString("stopped"),
        new ImportCounts(
            row.getInt("added"),
            row.getInt("changed"),
            row.getInt("unchanged"),
            row.getInt("refused"),
            row.getInt("absent")),
        row.getInt("prepared"),
        row.getInt("done"),
        row.getLong("line"));
  }
}
