package org.uitrol.adapters.persistence.communication;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uitrol.adapters.persistence.eventstore.NodeName;
import org.uitrol.application.communication.port.Destinations;
import org.uitrol.application.communication.port.Outbox;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.domain.shared.DispatchId;
import org.uitrol.domain.shared.PersonId;

/** The outbox in PostgreSQL, shared by all senders by row locks (decision 0013). */
@Component
final class PostgresOutbox implements Outbox {

  private static final String MESSAGE = "message";

  /** What may leave now: everything, or while there is a hold what was let go. */
  private static final String FREE = "(passes or not exists (select from hold_state))";

  private static final String TAKEN = "state in ('READY', 'HANDING_OVER', 'ACCEPTED')";

  private final JdbcClient jdbc;
  private final PersonVault vault;
  private final String node;
  private final String run = UUID.randomUUID().toString();

  PostgresOutbox(JdbcClient jdbc, PersonVault vault, NodeName node) {
    this.jdbc = jdbc;
    this.vault = vault;
    this.node = node.value();
  }

  @Override
  public void add(DispatchId dispatch, PersonId person, boolean mandatory, Instant due) {
    add(dispatch, person, mandatory, false, false, due);
  }

  @Override
  public void addAsking(DispatchId dispatch, PersonId person, Instant due) {
    add(dispatch, person, true, false, true, due);
  }

  @Override
  public void addDigest(DispatchId dispatch, PersonId person, Instant due) {
    add(dispatch, person, false, true, false, due);
  }

  private void add(
      DispatchId dispatch,
      PersonId person,
      boolean mandatory,
      boolean digest,
      boolean asks,
      Instant due) {
    jdbc.sql(
            "insert into outbox (dispatch_id, person_id, mandatory, digest, asks, due_at, state)"
                + " values (:dispatch, :person, :mandatory, :digest, :asks, :due, 'WAITING')"
                + " on conflict (dispatch_id) do nothing")
        .param("dispatch", dispatch.value())
        .param("person", person.value())
        .param("mandatory", mandatory)
        .param("digest", digest)
        .param("asks", asks)
        .param("due", Timestamp.from(due))
        .update();
  }

  @Override
  public List<DispatchId> optionalOf(PersonId person) {
    return jdbc.sql(
            "select dispatch_id from outbox"
                + " where person_id = :person and not mandatory and state = 'WAITING' and "
                + FREE
                + " order by due_at, dispatch_id for update skip locked")
        .param("person", person.value())
        .query((row, number) -> new DispatchId(row.getString(1)))
        .list();
  }

  @Override
  public boolean digestSince(PersonId person, Instant since) {
    return jdbc.sql(
            "select exists (select from outbox where person_id = :person and digest"
                + " and (state <> 'SETTLED' or handed_over_at > :since))")
        .param("person", person.value())
        .param("since", Timestamp.from(since))
        .query(Boolean.class)
        .single();
  }

  @Override
  public void postpone(DispatchId dispatch, Instant due) {
    jdbc.sql(
            "update outbox set state = 'WAITING', due_at = :due, node = null, run = null,"
                + " begun_at = null, tries = case state when 'WAITING' then tries else 0 end,"
                + " last_error = case state when 'WAITING' then last_error end"
                + " where dispatch_id = :dispatch")
        .param("dispatch", dispatch.value())
        .param("due", Timestamp.from(due))
        .update();
  }

  @Override
  public boolean stumbled(DispatchId dispatch, Instant due, String why) {
    return jdbc.sql(
                "update outbox set due_at = :due, tries = tries + 1, last_error = :why"
                    + " where dispatch_id = :dispatch and state = 'WAITING'")
            .param("dispatch", dispatch.value())
            .param("due", Timestamp.from(due))
            .param("why", why)
            .update()
        == 1;
  }

  @Override
  public List<Stumbling> stumbling(int limit) {
    return jdbc.sql(
            "select dispatch_id, person_id, tries, last_error, due_at from outbox"
                + " where state = 'WAITING' and tries > 0"
                + " order by tries desc, due_at, dispatch_id limit :limit")
        .param("limit", limit)
        .query(
            (row, number) ->
                new Stumbling(
                    new DispatchId(row.getString(1)),
                    new PersonId(row.getString(2)),
                    row.getInt(3),
                    row.getString(4),
                    row.getTimestamp(5).toInstant()))
        .list();
  }

  @Override
  public void settle(DispatchId dispatch) {
    jdbc.sql("update outbox set state = 'SETTLED', domain = null where dispatch_id = :dispatch")
        .param("dispatch", dispatch.value())
        .update();
  }

  @Override
  public void handedOver(DispatchId dispatch, Instant at) {
    jdbc.sql(
            "update outbox set state = 'SETTLED', message = null, domain = null, handed_over_at = :at"
                + " where dispatch_id = :dispatch")
        .param("dispatch", dispatch.value())
        .param("at", Timestamp.from(at))
        .update();
  }

  @Override
  public List<Waiting> next(Instant now, int most) {
    return jdbc.sql(
            "select dispatch_id, person_id, tries from outbox o"
                + " where state = 'WAITING' and due_at <= :now and "
                + FREE
                + " and not exists ("
                + "select from mail_destination d where d.closed_until > :now"
                + " and d.destination in (:server, o.domain))"
                + " order by due_at, dispatch_id limit :most for update of o skip locked")
        .param("now", Timestamp.from(now))
        .param("server", Destinations.SERVER)
        .param("most", most)
        .query(
            (row, number) ->
                new Waiting(
                    new DispatchId(row.getString(1)),
                    new PersonId(row.getString(2)),
                    row.getInt(3)))
        .list();
  }

  @Override
  public void ready(DispatchId dispatch, PersonId person, byte[] message) {
    jdbc.sql(
            "update outbox set state = 'READY', message = :message, node = :node, run = :run,"
                + " begun_at = clock_timestamp(), tries = 0, last_error = null, domain = null"
                + " where dispatch_id = :dispatch")
        .param("dispatch", dispatch.value())
        .param("message", vault.seal(person, purpose(dispatch), message))
        .param("node", node)
        .param("run", run)
        .update();
  }

  @Override
  public void hold(DispatchId dispatch, String domain) {
    jdbc.sql("update outbox set domain = :domain where dispatch_id = :dispatch")
        .param("dispatch", dispatch.value())
        .param("domain", domain)
        .update();
  }

  /** The row of the one before is never waited for long: nobody else has it. */
  @Override
  public boolean begin(DispatchId dispatch, @Nullable DispatchId accepted) {
    List<String> begun =
        jdbc.sql(
                "update outbox set begun_at = clock_timestamp(),"
                    + " state = case state when 'READY' then 'HANDING_OVER' else 'ACCEPTED' end"
                    + " where run = :run and ((dispatch_id = :dispatch and state = 'READY')"
                    + " or (dispatch_id = :accepted and state = 'HANDING_OVER'))"
                    + " returning dispatch_id")
            .param("dispatch", dispatch.value())
            .param("accepted", accepted == null ? "" : accepted.value())
            .param("run", run)
            .query(String.class)
            .list();
    return begun.contains(dispatch.value());
  }

  @Override
  public Optional<byte[]> message(DispatchId dispatch, PersonId person) {
    return jdbc.sql(
            "select message from outbox where dispatch_id = :dispatch and message is not null")
        .param("dispatch", dispatch.value())
        .query(byte[].class)
        .optional()
        .flatMap(bytes -> vault.open(person, purpose(dispatch), bytes));
  }

  @Override
  public List<Abandoned> abandoned() {
    return jdbc.sql(
            "select dispatch_id, state from outbox where "
                + TAKEN
                + " and ((node = :node and run <> :run)"
                + " or begun_at < clock_timestamp() - interval '15 minutes')"
                + " order by dispatch_id for update skip locked")
        .param("node", node)
        .param("run", run)
        .query(
            (row, number) ->
                new Abandoned(new DispatchId(row.getString(1)), progress(row.getString(2))))
        .list();
  }

  private static Progress progress(String state) {
    return state.equals("HANDING_OVER") ? Progress.UNDER_WAY : Progress.valueOf(state);
  }

  @Override
  public Optional<Instant> lastAsked(PersonId person, Instant now) {
    lock("survey mail", person);
    return jdbc.sql(
            "select max(case when "
                + TAKEN
                + " then :now else handed_over_at end) from outbox"
                + " where person_id = :person and asks")
        .param("person", person.value())
        .param("now", Timestamp.from(now))
        .query((row, number) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
        .single();
  }

  private void lock(String what, PersonId person) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:what || ' ' || :person, 0))")
        .param("what", what)
        .param("person", person.value())
        .query(row -> {});
  }

  @Override
  public int optionalSince(PersonId person, Instant since) {
    lock("optional mail", person);
    return jdbc.sql(
            "select count(*) from outbox where person_id = :person and not mandatory"
                + " and (handed_over_at > :since or "
                + TAKEN
                + ")")
        .param("person", person.value())
        .param("since", Timestamp.from(since))
        .query(Integer.class)
        .single();
  }

  @Override
  public boolean isIdle(Instant now) {
    return jdbc.sql(
            "select not exists (select from outbox where "
                + TAKEN
                + " or (state = 'WAITING' and due_at <= :now and "
                + FREE
                + "))")
        .param("now", Timestamp.from(now))
        .query(Boolean.class)
        .single();
  }

  @Override
  public Optional<Instant> nextDue() {
    return jdbc.sql(
            "select due_at from outbox where state = 'WAITING' and "
                + FREE
                + " order by due_at limit 1")
        .query(Timestamp.class)
        .optional()
        .map(Timestamp::toInstant);
  }

  private static String purpose(DispatchId dispatch) {
    return MESSAGE + "/" + dispatch;
  }
}
