package org.uitrol.adapters.persistence.training;

import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uitrol.adapters.persistence.directory.MasterKey;
import org.uitrol.adapters.persistence.directory.VaultCipher;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.application.shared.IdSource;
import org.uitrol.application.training.ActorName;
import org.uitrol.application.training.LearningStatement;
import org.uitrol.application.training.SubmittedStatement;
import org.uitrol.application.training.port.StatementStore;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.LearningAccountId;
import org.uitrol.domain.shared.PersonId;
import tools.jackson.databind.json.JsonMapper;

/** What learning platforms told, in PostgreSQL. */
@Component
public class PostgresStatements implements StatementStore {

  /** The number by which the one who stores is known to the others. */
  private static final long TURN = 0x7861_7069L;

  private static final String NAME = "learning-account";
  private static final int MOST_ACTIVITIES = 3;

  private static final String VOIDED =
      """
      (not s.voiding and exists (select 1 from xapi_statement v
       where v.refers_to = s.statement_id and v.voiding and v.sender = s.sender))
      """;

  private static final String KNOWN = "select s.*, " + VOIDED + " as voided from xapi_statement s ";

  private final JdbcClient jdbc;
  private final PersonVault vault;
  private final VaultCipher cipher;
  private final IdSource ids;
  private final JsonMapper json = JsonMapper.builder().build();

  public PostgresStatements(JdbcClient jdbc, PersonVault vault, MasterKey master, IdSource ids) {
    this.jdbc = jdbc;
    this.vault = vault;
    this.cipher = new VaultCipher(master);
    this.ids = ids;
  }

  @Override
  public void lock() {
    jdbc.sql("select pg_advisory_xact_lock(:turn)").param("turn", TURN).query().listOfRows();
  }

  @Override
  public Optional<Instant> latest() {
    return jdbc.sql("select max(stored_at) from xapi_statement")
        .query((row, number) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
        .single();
  }

  /** Whoever stores at this moment may do so with a moment that has passed. */
  @Override
  public Instant consistentThrough(Instant now) {
    boolean nobodyStores =
        jdbc.sql("select pg_try_advisory_xact_lock_shared(:turn)")
            .param("turn", TURN)
            .query(Boolean.class)
            .single();
    Optional<Instant> latest = latest();
    return nobodyStores
        ? latest.filter(moment -> moment.isAfter(now)).orElse(now)
        : latest.orElse(Instant.EPOCH);
  }

  @Override
  public Optional<Known> find(String id) {
    return jdbc.sql(KNOWN + "where s.statement_id = :id")
        .param("id", UUID.fromString(id))
        .query(PostgresStatements::known)
        .optional();
  }

  @Override
  public boolean isSame(SubmittedStatement statement) {
    return jdbc.sql("select sameness from xapi_statement where statement_id = :id")
        .param("id", UUID.fromString(statement.id()))
        .query(String.class)
        .single()
        .equals(hash("sameness", statement.sameness()));
  }

  @Override
  public Account account(ActorName who, Instant at) {
    LearningAccountId fresh = new LearningAccountId(ids.next());
    byte[] key = cipher.newKey();
    return jdbc.sql(
            """
            insert into xapi_account (account_id, actor, wrapped_key, name, last_at)
            values (:id, :actor, :wrapped, :name, :at)
            on conflict (actor) do update set last_at = greatest(xapi_account.last_at, :at)
            returning account_id, person_id
            """)
        .param("id", fresh.value())
        .param("actor", hash("actor", who.key()))
        .param("wrapped", cipher.wrap(fresh, key))
        .param("name", cipher.seal(key, fresh, NAME, json.writeValueAsBytes(who)))
        .param("at", at.atOffset(ZoneOffset.UTC))
        .query(
            (row, number) ->
                new Account(
                    new LearningAccountId(row.getString("account_id")),
                    person(row.getString("person_id"))))
        .single();
  }

  @Override
  public void put(
      SubmittedStatement statement, Account account, AccountId sender, Instant storedAt) {
    LearningStatement told = statement.told().apply(storedAt);
    jdbc.sql(
            """
            insert into xapi_statement (statement_id, sender, account_id, person_id, verb, activity,
             score, success, completion, happened_at, stored_at, voiding, refers_to, registration,
             agents, related_agents, related_activities, sameness, document)
            values (:id, :sender, :account, :person, :verb, :activity, :score, :success, :completion,
             :at, :stored, :voiding, :refersTo, :registration, :agents, :relatedAgents,
             :relatedActivities, :sameness, :document)
            """)
        .param("id", UUID.fromString(told.id()))
        .param("sender", sender.value())
        .param("account", account.id().value())
        .param("person", account.person() == null ? null : account.person().value())
        .param("verb", told.verb())
        .param("activity", told.activity())
        .param("score", told.score())
        .param("success", told.success())
        .param("completion", told.completion())
        .param("at", told.at().atOffset(ZoneOffset.UTC))
        .param("stored", storedAt.atOffset(ZoneOffset.UTC))
        .param("voiding", statement.isVoiding())
        .param("refersTo", uuid(statement.refersTo()))
        .param("registration", uuid(statement.registration()))
        .param("agents", hashes(statement.agents()))
        .param("relatedAgents", hashes(statement.relatedAgents()))
        .param("relatedActivities", statement.relatedActivities().toArray(String[]::new))
        .param("sameness", hash("sameness", statement.sameness()))
        .param(
            "document",
            seal(account.id(), account.person(), told.id(), statement.document().apply(storedAt)))
        .update();
  }

  @Override
  public Optional<Document> read(String id, AccountId sender) {
    return jdbc.sql(
            "select s.* from xapi_statement s where s.statement_id = :id and s.sender = :sender")
        .param("id", UUID.fromString(id))
        .param("sender", sender.value())
        .query((row, number) -> document(row))
        .optional()
        .flatMap(found -> found);
  }

  @Override
  public List<Document> list(Query query) {
    Map<String, @Nullable Object> values = new HashMap<>();
    StringBuilder about = new StringBuilder("true");
    if (query.agent() != null) {
      about.append(query.related() ? " and :agent = any (x.related_agents)" : "");
      about.append(query.related() ? "" : " and :agent = any (x.agents)");
      values.put("agent", hash("actor", query.agent()));
    }
    if (query.verb() != null) {
      about.append(" and x.verb = :verb");
      values.put("verb", query.verb());
    }
    if (query.activity() != null) {
      about.append(
          query.relatedActivity()
              ? " and :activity = any (x.related_activities)"
              : " and x.activity = :activity");
      values.put("activity", query.activity());
    }
    if (query.registration() != null) {
      about.append(" and x.registration = :registration");
      values.put("registration", uuid(query.registration()));
    }
    StringBuilder sql =
        new StringBuilder("select s.* from xapi_statement s where s.sender = :sender");
    values.put("sender", query.sender().value());
    sql.append(" and not ").append(VOIDED);
    // What refers to a statement is found by what that statement is found by (2.1.3).
    sql.append(" and ((").append(about.toString().replace("x.", "s.")).append(")");
    sql.append(" or exists (select 1 from xapi_statement t where t.statement_id = s.refers_to");
    sql.append(" and t.sender = s.sender and ");
    sql.append(about.toString().replace("x.", "t.")).append("))");
    if (query.since() != null) {
      sql.append(" and s.stored_at > :since");
      values.put("since", query.since().atOffset(ZoneOffset.UTC));
    }
    if (query.until() != null) {
      sql.append(" and s.stored_at <= :until");
      values.put("until", query.until().atOffset(ZoneOffset.UTC));
    }
    if (query.beyond() > 0) {
      sql.append(query.ascending() ? " and s.number > :beyond" : " and s.number < :beyond");
      values.put("beyond", query.beyond());
    }
    sql.append(query.ascending() ? " order by s.number" : " order by s.number desc");
    sql.append(" limit :limit");
    values.put("limit", query.limit());
    return jdbc
        .sql(sql.toString())
        .params(values)
        .query((row, number) -> document(row))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  @Override
  public List<Document> documentsOf(PersonId person) {
    return jdbc
        .sql("select s.* from xapi_statement s where s.person_id = :person order by s.number")
        .param("person", person.value())
        .query((row, number) -> document(row))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  @Override
  public List<Known> ofAccount(LearningAccountId account) {
    return jdbc.sql(
            KNOWN
                + "where s.account_id = :account and not "
                + VOIDED
                + " order by s.happened_at, s.number")
        .param("account", account.value())
        .query(PostgresStatements::known)
        .list();
  }

  @Override
  public List<Known> ofPerson(PersonId person, Collection<String> activities) {
    return jdbc.sql(
            KNOWN
                + "where s.person_id = :person and s.activity = any (:activities) and not "
                + VOIDED
                + " order by s.happened_at, s.number")
        .param("person", person.value())
        .param("activities", activities.toArray(String[]::new))
        .query(PostgresStatements::known)
        .list();
  }

  @Override
  public List<Known> storedSince(Instant moment) {
    return jdbc.sql(
            KNOWN
                + "where s.stored_at >= :moment and s.person_id is not null"
                + " order by s.happened_at, s.number")
        .param("moment", moment.atOffset(ZoneOffset.UTC))
        .query(PostgresStatements::known)
        .list();
  }

  @Override
  public List<Seen> unmatched(int most) {
    return seen("a.person_id is null", most);
  }

  @Override
  public List<Seen> matchedByHand(int most) {
    return seen("a.person_id is not null and a.by_hand", most);
  }

  private List<Seen> seen(String which, int most) {
    return jdbc
        .sql(
            """
            select a.account_id, a.person_id, a.wrapped_key, a.name, a.last_at, count(s) as told,
             array_remove(array_agg(distinct s.activity), null) as activities
            from xapi_account a join xapi_statement s on s.account_id = a.account_id
            where %s group by a.account_id order by a.last_at desc, a.account_id limit :most
            """
                .formatted(which))
        .param("most", most)
        .query((row, number) -> seen(row))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Seen> seen(ResultSet row) throws SQLException {
    LearningAccountId id = new LearningAccountId(row.getString("account_id"));
    PersonId person = person(row.getString("person_id"));
    Instant lastAt = row.getTimestamp("last_at").toInstant();
    long told = row.getLong("told");
    List<String> activities =
        Arrays.stream(texts(row.getArray("activities"))).limit(MOST_ACTIVITIES).toList();
    return open(id, person, row.getBytes("wrapped_key"), NAME, row.getBytes("name"))
        .map(
            bytes ->
                new Seen(
                    id, json.readValue(bytes, ActorName.class), person, told, activities, lastAt));
  }

  @Override
  public void match(LearningAccountId account, PersonId person, boolean byHand) {
    reseal(account, person, byHand);
  }

  @Override
  public void release(LearningAccountId account) {
    reseal(account, null, false);
  }

  @SuppressWarnings("ArrayRecordComponent") // It is read once, and never compared.
  private record Taken(@Nullable PersonId before, byte[] wrapped, byte[] name) {}

  @SuppressWarnings("ArrayRecordComponent") // It is read once, and never compared.
  private record Sealed(UUID id, byte[] document) {}

  /** Takes the account first, so that nothing is stored for it meanwhile. */
  private void reseal(LearningAccountId account, @Nullable PersonId person, boolean byHand) {
    Optional<Taken> taken =
        jdbc.sql("select * from xapi_account where account_id = :id for update")
            .param("id", account.value())
            .query(
                (row, number) ->
                    new Taken(
                        person(row.getString("person_id")),
                        row.getBytes("wrapped_key"),
                        row.getBytes("name")))
            .optional();
    if (taken.isEmpty()) {
      return;
    }
    Taken was = taken.get();
    byte[] key = cipher.unwrap(account, was.wrapped());
    open(account, was.before(), was.wrapped(), NAME, was.name())
        .ifPresent(
            name ->
                jdbc.sql(
                        """
                        update xapi_account set person_id = :person, by_hand = :hand, name = :name
                        where account_id = :id
                        """)
                    .param("person", person == null ? null : person.value())
                    .param("hand", byHand)
                    .param("name", seal(account, key, person, NAME, name))
                    .param("id", account.value())
                    .update());
    for (Sealed one :
        jdbc.sql("select statement_id, document from xapi_statement where account_id = :id")
            .param("id", account.value())
            .query((row, number) -> new Sealed(row.getObject(1, UUID.class), row.getBytes(2)))
            .list()) {
      String purpose = purpose(one.id().toString());
      open(account, was.before(), was.wrapped(), purpose, one.document())
          .ifPresent(
              plain ->
                  jdbc.sql(
                          """
                          update xapi_statement set person_id = :person, document = :document
                          where statement_id = :id
                          """)
                      .param("person", person == null ? null : person.value())
                      .param("document", seal(account, key, person, purpose, plain))
                      .param("id", one.id())
                      .update());
    }
  }

  @Override
  public int forget(Instant before) {
    int gone =
        jdbc.sql("delete from xapi_statement where person_id is null and stored_at < :before")
            .param("before", before.atOffset(ZoneOffset.UTC))
            .update();
    jdbc.sql(
            """
            delete from xapi_account a where a.person_id is null and a.last_at < :before
            and not exists (select 1 from xapi_statement s where s.account_id = a.account_id)
            """)
        .param("before", before.atOffset(ZoneOffset.UTC))
        .update();
    return gone;
  }

  private Optional<Document> document(ResultSet row) throws SQLException {
    String id = row.getObject("statement_id", UUID.class).toString();
    LearningAccountId account = new LearningAccountId(row.getString("account_id"));
    PersonId person = person(row.getString("person_id"));
    long number = row.getLong("number");
    Instant storedAt = row.getTimestamp("stored_at").toInstant();
    byte[] wrapped =
        person != null
            ? new byte[0]
            : jdbc.sql("select wrapped_key from xapi_account where account_id = :id")
                .param("id", account.value())
                .query(byte[].class)
                .single();
    return open(account, person, wrapped, purpose(id), row.getBytes("document"))
        .map(
            plain -> new Document(number, id, storedAt, new String(plain, StandardCharsets.UTF_8)));
  }

  private byte[] seal(
      LearningAccountId account, @Nullable PersonId person, String statement, byte[] plain) {
    byte[] key =
        cipher.unwrap(
            account,
            jdbc.sql("select wrapped_key from xapi_account where account_id = :id")
                .param("id", account.value())
                .query(byte[].class)
                .single());
    return seal(account, key, person, purpose(statement), plain);
  }

  private byte[] seal(
      LearningAccountId account,
      byte[] key,
      @Nullable PersonId person,
      String purpose,
      byte[] plain) {
    return person == null
        ? cipher.seal(key, account, purpose, plain)
        : vault.seal(person, purpose, plain);
  }

  private Optional<byte[]> open(
      LearningAccountId account,
      @Nullable PersonId person,
      byte[] wrapped,
      String purpose,
      byte[] sealed) {
    return person == null
        ? Optional.of(cipher.open(cipher.unwrap(account, wrapped), account, purpose, sealed))
        : vault.open(person, purpose, sealed);
  }

  private static Known known(ResultSet row, int number) throws SQLException {
    UUID refersTo = row.getObject("refers_to", UUID.class);
    return new Known(
        new LearningStatement(
            row.getObject("statement_id", UUID.class).toString(),
            row.getString("verb"),
            row.getString("activity"),
            (Double) row.getObject("score"),
            (Boolean) row.getObject("success"),
            (Boolean) row.getObject("completion"),
            row.getTimestamp("happened_at").toInstant()),
        new AccountId(row.getString("sender")),
        new LearningAccountId(row.getString("account_id")),
        person(row.getString("person_id")),
        refersTo == null ? null : refersTo.toString(),
        row.getBoolean("voided"));
  }

  private String hash(String of, String value) {
    return HexFormat.of().formatHex(cipher.index("xapi " + of, value));
  }

  private String[] hashes(Set<String> keys) {
    return keys.stream().map(key -> hash("actor", key)).toArray(String[]::new);
  }

  private static @Nullable PersonId person(@Nullable String id) {
    return id == null ? null : new PersonId(id);
  }

  private static @Nullable UUID uuid(@Nullable String text) {
    return text == null ? null : UUID.fromString(text);
  }

  private static String purpose(String statement) {
    return "statement/" + statement;
  }

  private static String[] texts(Array array) throws SQLException {
    return (String[]) array.getArray();
  }
}
