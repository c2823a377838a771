package org.uitrol.adapters.persistence.communication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uitrol.application.communication.inbound.InboundMail;
import org.uitrol.application.communication.inbound.InboundMail.State;
import org.uitrol.application.communication.inbound.Outcome;
import org.uitrol.application.communication.inbound.ReadMail;
import org.uitrol.application.communication.port.InboundStore;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.DispatchId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.SessionId;

/** Mails that came in, in PostgreSQL. */
@Component
public class PostgresInboundStore implements InboundStore {

  private static final String PURPOSE = "inbound mail";
  private static final String SELECT =
      "select id, received_at, kind, state, size, too_large, outcome, detail, person, dispatch,"
          + " handled_by, note from inbound_mail ";

  private final JdbcClient jdbc;
  private final PersonVault vault;

  public PostgresInboundStore(JdbcClient jdbc, PersonVault vault) {
    this.jdbc = jdbc;
    this.vault = vault;
  }

  @Override
  public OptionalLong keep(
      byte[] digest,
      byte[] raw,
      int size,
      boolean tooLarge,
      ReadMail.Kind kind,
      Collection<PersonId> people,
      Instant at) {
    PersonId owner = people.stream().findFirst().orElse(null);
    Optional<Long> id =
        jdbc.sql(
                "insert into inbound_mail (digest, received_at, kind, state, size, too_large, raw,"
                    + " sealed_for) values (:digest, :at, :kind, 'RECEIVED', :size, :large, :raw,"
                    + " :owner) on conflict (digest) do nothing returning id")
            .param("digest", digest)
            .param("at", utc(at))
            .param("kind", kind.name())
            .param("size", size)
            .param("large", tooLarge)
            .param("raw", owner == null ? raw : vault.seal(owner, PURPOSE, raw))
            .param("owner", owner == null ? null : owner.value())
            .query(Long.class)
            .optional();
    id.ifPresent(mail -> people.forEach(person -> link(mail, person)));
    return id.map(OptionalLong::of).orElse(OptionalLong.empty());
  }

  @Override
  public Optional<InboundMail> take(long id) {
    return one(SELECT + "where id = :id for update", id);
  }

  @Override
  public Optional<InboundMail> find(long id) {
    return one(SELECT + "where id = :id", id);
  }

  @Override
  public Optional<byte[]> raw(long id) {
    return jdbc.sql("select raw, sealed_for from inbound_mail where id = :id")
        .param("id", id)
        .query((row, number) -> new Kept(row.getBytes("raw"), row.getString("sealed_for")))
        .optional()
        .flatMap(
            kept ->
                kept.owner == null
                    ? Optional.of(kept.raw)
                    : vault.open(new PersonId(kept.owner), PURPOSE, kept.raw));
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Kept(byte[] raw, @Nullable String owner) {}

  @Override
  public void settle(
      long id,
      Outcome outcome,
      @Nullable String detail,
      @Nullable PersonId person,
      @Nullable DispatchId dispatch) {
    jdbc.sql(
            "update inbound_mail set state = :state, outcome = :outcome, detail = :detail,"
                + " person = coalesce(:person, person), dispatch = coalesce(:dispatch, dispatch)"
                + " where id = :id")
        .param("state", (outcome.isForAPerson() ? State.FOR_A_PERSON : State.DONE).name())
        .param("outcome", outcome.name())
        .param("detail", detail)
        .param("person", person == null ? null : person.value())
        .param("dispatch", dispatch == null ? null : dispatch.value())
        .param("id", id)
        .update();
    if (person != null) {
      link(id, person);
    }
  }

  @Override
  public void close(long id, AccountId by, String note, Instant at) {
    handled(id, State.DONE, by, note, at);
  }

  @Override
  public void reopen(long id, AccountId by, Instant at) {
    handled(id, State.RECEIVED, by, null, at);
  }

  private void handled(long id, State state, AccountId by, @Nullable String note, Instant at) {
    jdbc.sql(
            "update inbound_mail set state = :state, handled_by = :by, note = :note,"
                + " handled_at = :at where id = :id")
        .param("state", state.name())
        .param("by", by.value())
        .param("note", note)
        .param("at", utc(at))
        .param("id", id)
        .update();
  }

  @Override
  public void answered(
      long id, SessionId session, PersonId person, int sequence, Instant stamp, Instant at) {
    jdbc.sql(
            "insert into inbound_answer (session, person, sequence, stamp, at)"
                + " values (:session, :person, :sequence, :stamp, :at) on conflict do nothing")
        .param("session", session.value())
        .param("person", person.value())
        .param("sequence", sequence)
        .param("stamp", utc(stamp))
        .param("at", utc(at))
        .update();
  }

  @Override
  public List<Answered> answers(SessionId session, PersonId person) {
    return jdbc.sql(
            "select sequence, stamp, at from inbound_answer"
                + " where session = :session and person = :person order by stamp desc")
        .param("session", session.value())
        .param("person", person.value())
        .query(
            (row, number) ->
                new Answered(row.getInt("sequence"), instant(row, "stamp"), instant(row, "at")))
        .list();
  }

  @Override
  public List<InboundMail> list(State state, int offset, int limit) {
    return list("state", state.name(), offset, limit);
  }

  @Override
  public List<InboundMail> list(Outcome outcome, int offset, int limit) {
    return list("outcome", outcome.name(), offset, limit);
  }

  private List<InboundMail> list(String column, String value, int offset, int limit) {
    return jdbc.sql(
            SELECT
                + "where "
                + column
                + " = :value order by received_at desc, id desc offset :offset limit :limit")
        .param("value", value)
        .param("offset", offset)
        .param("limit", limit)
        .query((row, number) -> mail(row))
        .list();
  }

  @Override
  public long count(State state) {
    return jdbc.sql("select count(*) from inbound_mail where state = :state")
        .param("state", state.name())
        .query(Long.class)
        .single();
  }

  @Override
  public List<Long> received(int limit) {
    return jdbc.sql(
            "select id from inbound_mail where state = 'RECEIVED' order by received_at, id"
                + " limit :limit")
        .param("limit", limit)
        .query(Long.class)
        .list();
  }

  @Override
  public List<InboundMail> ofPerson(PersonId person, int offset, int limit) {
    return jdbc.sql(
            SELECT
                + "where id in (select mail from inbound_person where person = :person)"
                + " order by received_at desc, id desc offset :offset limit :limit")
        .param("person", person.value())
        .param("offset", offset)
        .param("limit", limit)
        .query((row, number) -> mail(row))
        .list();
  }

  @Override
  public int forget(Instant before, Instant at) {
    int gone =
        jdbc.sql("delete from inbound_mail where received_at < :before")
            .param("before", utc(before))
            .update();
    if (gone > 0) {
      jdbc.sql("insert into inbound_removal (at, before, mails) values (:at, :before, :mails)")
          .param("at", utc(at))
          .param("before", utc(before))
          .param("mails", gone)
          .update();
    }
    return gone;
  }

  @Override
  public List<Removal> removals(int limit) {
    return jdbc.sql("select at, before, mails from inbound_removal order by id desc limit :limit")
        .param("limit", limit)
        .query(
            (row, number) ->
                new Removal(instant(row, "at"), instant(row, "before"), row.getInt("mails")))
        .list();
  }

  @Override
  public boolean hold(String holder, Instant now, Instant until) {
    return jdbc.sql(
                "insert into inbound_reader (id, holder, until) values (1, :holder, :until)"
                    + " on conflict (id) do update set holder = excluded.holder,"
                    + " until = excluded.until where inbound_reader.holder = excluded.holder"
                    + " or inbound_reader.until < :now")
            .param("holder", holder)
            .param("until", utc(until))
            .param("now", utc(now))
            .update()
        > 0;
  }

  @Override
  public void letGo(String holder) {
    jdbc.sql("delete from inbound_reader where holder = :holder").param("holder", holder).update();
  }

  private void link(long mail, PersonId person) {
    jdbc.sql(
            "insert into inbound_person (mail, person) values (:mail, :person)"
                + " on conflict do nothing")
        .param("mail", mail)
        .param("person", person.value())
        .update();
  }

  private Optional<InboundMail> one(String sql, long id) {
    return jdbc.sql(sql).param("id", id).query((row, number) -> mail(row)).optional();
  }

  private static InboundMail mail(ResultSet row) throws SQLException {
    return new InboundMail(
        row.getLong("id"),
        instant(row, "received_at"),
        ReadMail.Kind.valueOf(row.getString("kind")),
        State.valueOf(row.getString("state")),
        row.getInt("size"),
        row.getBoolean("too_large"),
        ifThere(row.getString("outcome"), Outcome::valueOf),
        row.getString("detail"),
        ifThere(row.getString("person"), PersonId::new),
        ifThere(row.getString("dispatch"), DispatchId::new),
        ifThere(row.getString("handled_by"), AccountId::new),
        row.getString("note"));
  }

  private static <T> @Nullable T ifThere(@Nullable String value, Function<String, T> made) {
    return value == null ? null : made.apply(value);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp moment = row.getTimestamp(column);
    return moment.toInstant();
  }

  private static OffsetDateTime utc(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
