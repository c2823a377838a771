package org.uitrol.adapters.persistence.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uitrol.application.directory.ImportCounts;
import org.uitrol.application.directory.port.PeopleImportLog;
import org.uitrol.application.shared.Actor;

/** Which people files were applied, in PostgreSQL. */
public final class PostgresPeopleImportLog implements PeopleImportLog {

  private final JdbcClient jdbc;

  public PostgresPeopleImportLog(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public long started(String fileHash, Actor actor, Instant at, ImportCounts counts) {
    return jdbc.sql(
            "insert into people_import"
                + " (file_hash, actor, at, finished, added, changed, unchanged, refused, absent)"
                + " values (:hash, :actor, :at, false, :added, :changed, :unchanged, :refused,"
                + " :absent) returning id")
        .param("hash", fileHash)
        .param("actor", actor.value())
        .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
        .param("added", counts.added())
        .param("changed", counts.changed())
        .param("unchanged", counts.unchanged())
        .param("refused", counts.refused())
        .param("absent", counts.absent())
        .query(Long.class)
        .single();
  }

  @Override
  public void finished(long number) {
    jdbc.sql("update people_import set finished = true where id = :id")
        .param("id", number)
        .update();
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
        row.getString("file_hash"),
        new Actor(row.getString("actor")),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getBoolean("finished"),
        new ImportCounts(
            row.getInt("added"),
            row.getInt("changed"),
            row.getInt("unchanged"),
            row.getInt("refused"),
            row.getInt("absent")));
  }
}
