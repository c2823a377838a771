package org.uitrol.adapters.persistence.audit;

import static org.uitrol.adapters.persistence.view.DocumentTable.value;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uitrol.application.audit.access.AccessLog;
import org.uitrol.application.audit.access.DataAccess;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.PersonId;

/** Who was shown personal data, in PostgreSQL. */
@Component
public class PostgresAccessLog implements AccessLog {

  private final JdbcClient jdbc;

  public PostgresAccessLog(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void add(DataAccess access) {
    jdbc.sql(
            "insert into data_access (at, account, way, path, known_on, people, count)"
                + " values (:at, :account, :way, :path, :known_on, :people, :count)")
        .param("at", value(access.at()))
        .param("account", access.account().value())
        .param("way", access.way())
        .param("path", access.path())
        .param("known_on", value(access.knownOn()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param(
            "people",
            access.people().stream().limit(MOST_PEOPLE).map(PersonId::value).toArray(String[]::new))
        .param("count", access.count())
        .update();
  }

  @Override
  public List<Kept> list(Asked asked, int most) {
    Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
    StringBuilder sql = new StringBuilder("select * from data_access where true");
    if (asked.person() != null) {
      sql.append(" and people @> array[:person]::text[]");
      parameters.put("person", asked.person().value());
    }
    if (asked.account() != null) {
      sql.append(" and account = :account");
      parameters.put("account", asked.account().value());
    }
    if (asked.before() != null) {
      sql.append(" and number < :before");
      parameters.put("before", asked.before());
    }
    sql.append(" order by number desc limit :most");
    parameters.put("most", most);
    return jdbc.sql(sql.toString()).params(parameters).query(PostgresAccessLog::kept).list();
  }

  @Override
  public int forgetBefore(Instant before) {
    return jdbc.sql("delete from data_access where at < :before")
        .param("before", value(before))
        .update();
  }

  private static Kept kept(ResultSet row, int number) throws SQLException {
    OffsetDateTime knownOn = row.getObject("known_on", OffsetDateTime.class);
    return new Kept(
        row.getLong("number"),
        new DataAccess(
            row.getObject("at", OffsetDateTime.class).toInstant(),
            new AccountId(row.getString("account")),
            row.getString("way"),
            row.getString("path"),
            knownOn == null ? null : knownOn.toInstant(),
            Arrays.stream((String[]) row.getArray("people").getArray()).map(PersonId::new).toList(),
            row.getInt("count")));
  }
}
