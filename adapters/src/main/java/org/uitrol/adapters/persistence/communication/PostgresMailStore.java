package org.uitrol.adapters.persistence.communication;

import static org.uitrol.adapters.persistence.view.DocumentTable.columns;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uitrol.adapters.persistence.view.DocumentTable;
import org.uitrol.application.communication.view.MailRow;
import org.uitrol.application.communication.view.MailStore;
import org.uitrol.application.communication.view.SuppressedRow;
import org.uitrol.domain.communication.AddressEvent.Why;
import org.uitrol.domain.communication.Dispatch.State;
import org.uitrol.domain.shared.DispatchId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;

/** What became of mails, and who wants no optional mail, in PostgreSQL. */
@Component
public class PostgresMailStore implements MailStore {

  private static final String LATEST_FIRST =
      " order by requested_at desc, dispatch collate \"C\" offset :offset limit :limit";

  private static final String SUPPRESSED = "select person, why, status, since from view_suppressed";

  private final JdbcClient jdbc;
  private final DocumentTable<MailRow> mails;

  public PostgresMailStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
    mails = new DocumentTable<>(jdbc, "view_mail", MailRow.class, "dispatch");
  }

  @Override
  public void put(MailRow row) {
    mails.put(
        row,
        columns(
            "dispatch", row.dispatch(),
            "person", row.person(),
            "rollout", row.rollout(),
            "state", row.state(),
            "requested_at", row.requestedAt(),
            "updated_at", row.updatedAt()));
  }

  @Override
  public void consent(PersonId person, boolean optional) {
    jdbc.sql(
            "insert into view_consent (person, optional) values (:person, :optional)"
                + " on conflict (person) do update set optional = excluded.optional")
        .param("person", person.value())
        .param("optional", optional)
        .update();
  }

  @Override
  public void suppress(SuppressedRow row) {
    jdbc.sql(
            "insert into view_suppressed (person, why, status, since)"
                + " values (:person, :why, :status, :since)"
                + " on conflict (person) do update set why = excluded.why,"
                + " status = excluded.status, since = excluded.since")
        .param("person", row.person().value())
        .param("why", row.why().name())
        .param("status", row.status())
        .param("since", row.since().atOffset(ZoneOffset.UTC))
        .update();
  }

  @Override
  public void release(PersonId person) {
    jdbc.sql("delete from view_suppressed where person = :person")
        .param("person", person.value())
        .update();
  }

  @Override
  public List<SuppressedRow> suppressed(int offset, int limit) {
    return jdbc.sql(
            SUPPRESSED + " order by since desc, person collate \"C\" offset :offset limit :limit")
        .param("offset", offset)
        .param("limit", limit)
        .query((row, number) -> suppressed(row))
        .list();
  }

  @Override
  public Optional<SuppressedRow> suppressed(PersonId person) {
    return jdbc.sql(SUPPRESSED + " where person = :person")
        .param("person", person.value())
        .query((row, number) -> suppressed(row))
        .optional();
  }

  private static SuppressedRow suppressed(ResultSet row) throws SQLException {
    return new SuppressedRow(
        new PersonId(row.getString("person")),
        Why.valueOf(row.getString("why")),
        row.getString("status"),
        row.getObject("since", OffsetDateTime.class).toInstant());
  }

  @Override
  public void clear() {
    jdbc.sql("delete from view_suppressed").update();
    mails.clear();
    jdbc.sql("delete from view_consent").update();
  }

  @Override
  public Optional<MailRow> find(DispatchId dispatch) {
    return mails.find("where dispatch = :dispatch", columns("dispatch", dispatch));
  }

  @Override
  public List<MailRow> ofPerson(PersonId person, int offset, int limit) {
    return mails.list(
        "where person = :person" + LATEST_FIRST,
        columns("person", person, "offset", offset, "limit", limit));
  }

  @Override
  public List<MailRow> ofRollout(RolloutId rollout, int offset, int limit) {
    return mails.list(
        "where rollout = :rollout" + LATEST_FIRST,
        columns("rollout", rollout, "offset", offset, "limit", limit));
  }

  @Override
  public List<MailRow> byState(State state, int offset, int limit) {
    return mails.list(
        "where state = :state order by updated_at, dispatch collate \"C\""
            + " offset :offset limit :limit",
        columns("state", state, "offset", offset, "limit", limit));
  }

  @Override
  public Map<State, Long> counts() {
    Map<State, Long> counts = new EnumMap<>(State.class);
    jdbc.sql("select state, count(*) as mails from view_mail group by state")
        .query(
            (RowCallbackHandler)
                row -> counts.put(State.valueOf(row.getString("state")), row.getLong("mails")));
    return counts;
  }

  @Override
  public boolean consents(PersonId person) {
    return jdbc.sql("select optional from view_consent where person = :person")
        .param("person", person.value())
        .query(Boolean.class)
        .optional()
        .orElse(true);
  }
}
