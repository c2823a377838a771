package org.uitrol.adapters.persistence.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.transaction.support.TransactionOperations;
import org.uitrol.application.directory.EmailAddress;
import org.uitrol.application.directory.EmployeeNumber;
import org.uitrol.application.directory.PersonalData;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Rejected;

/**
 * The vault in PostgreSQL. A person's key, wrapped under the master key, and the data sealed under
 * that key stand in two tables; addresses and numbers are found by a keyed hash. An erased person
 * keeps a row without a key, so that the identifier isn't used again.
 */
public final class PostgresPersonVault implements PersonVault {

  private static final String PROFILE = "profile";
  static final String EMAIL = "email";
  static final String NUMBER = "employeeNumber";
  static final String USER_NAME = "userName";
  static final String EXTERNAL_ID = "externalId";
  private static final Map<String, String> TAKEN =
      Map.of(
          "vault_person_email", "EMAIL_TAKEN",
          "vault_person_number", "EMPLOYEE_NUMBER_TAKEN",
          "vault_person_user_name", "USER_NAME_TAKEN",
          "vault_person_external_id", "EXTERNAL_ID_TAKEN");
  private static final int CHUNK = 500;
  private static final String SELECT =
      "select k.person_id, k.wrapped_key, p.profile"
          + " from vault_key k join vault_person p on p.person_id = k.person_id"
          + " where k.wrapped_key is not null";

  private static final String INSERT =
      "insert into vault_person (person_id, profile, email_index, number_index,"
          + " user_name_index, external_id_index)";
  private static final String REPLACE =
      " on conflict (person_id) do update set profile = excluded.profile,"
          + " email_index = excluded.email_index, number_index = excluded.number_index,"
          + " user_name_index = excluded.user_name_index,"
          + " external_id_index = excluded.external_id_index";

  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private final VaultCipher cipher;

  /**
   * Opens the vault.
   *
   * @throws IllegalStateException when the vault was filled under another master key
   */
  public PostgresPersonVault(
      JdbcClient jdbc, TransactionOperations transactions, MasterKey master) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.cipher = new VaultCipher(master);
    requireSameMasterKey();
  }

  @Override
  public void put(PersonId person, PersonalData data) {
    try {
      transactions.executeWithoutResult(status -> store(person, data));
    } catch (DuplicateKeyException e) {
      throw new Rejected(taken(e), Map.of("person", person.value()));
    }
  }

  @Override
  public void putAll(Map<PersonId, PersonalData> people) {
    List<PersonId> all = List.copyOf(people.keySet());
    try {
      transactions.executeWithoutResult(
          status -> {
            for (int from = 0; from < all.size(); from += CHUNK) {
              storeAll(all.subList(from, Math.min(from + CHUNK, all.size())), people);
            }
          });
    } catch (DuplicateKeyException e) {
      throw new Rejected(taken(e));
    }
  }

  @Override
  public Optional<PersonalData> find(PersonId person) {
    return Optional.ofNullable(findAll(List.of(person)).get(person));
  }

  @Override
  public Map<PersonId, PersonalData> findAll(Collection<PersonId> people) {
    Map<PersonId, PersonalData> found = new HashMap<>();
    List<String> ids = people.stream().map(PersonId::value).distinct().toList();
    for (int from = 0; from < ids.size(); from += CHUNK) {
      jdbc.sql(SELECT + " and k.person_id in (:ids)")
          .param("ids", ids.subList(from, Math.min(from + CHUNK, ids.size())))
          .query(opened(found::put));
    }
    return found;
  }

  @Override
  public Optional<PersonId> findByEmail(String email) {
    return EmailAddress.objection(email).isPresent()
        ? Optional.empty()
        : findBy("email_index", cipher.index(EMAIL, new EmailAddress(email).value()));
  }

  @Override
  public Optional<PersonId> findByEmployeeNumber(String employeeNumber) {
    return employeeNumber.isBlank()
        ? Optional.empty()
        : findBy("number_index", cipher.index(NUMBER, EmployeeNumber.comparable(employeeNumber)));
  }

  @Override
  public Optional<PersonId> findByUserName(String userName) {
    return userName.isBlank()
        ? Optional.empty()
        : findBy("user_name_index", cipher.index(USER_NAME, comparable(userName)));
  }

  @Override
  public Optional<PersonId> findByExternalId(String externalId) {
    return externalId.isEmpty()
        ? Optional.empty()
        : findBy("external_id_index", cipher.index(EXTERNAL_ID, externalId));
  }

  @Override
  public void forEach(BiConsumer<PersonId, PersonalData> visitor) {
    String last = "";
    int seen = CHUNK;
    while (seen == CHUNK) {
      Page page = new Page(visitor, last);
      jdbc.sql(SELECT + " and k.person_id > :last order by k.person_id limit " + CHUNK)
          .param("last", last)
          .query(opened(page));
      last = page.last;
      seen = page.seen;
    }
  }

  @Override
  public void erase(PersonId person) {
    transactions.executeWithoutResult(
        status -> {
          jdbc.sql(
                  "insert into vault_key (person_id, wrapped_key) values (:id, null)"
                      + " on conflict (person_id) do update set wrapped_key = null")
              .param("id", person.value())
              .update();
          // What came in from the person, or about mail to them.
          jdbc.sql(
                  "delete from inbound_mail"
                      + " where id in (select mail from inbound_person where person = :id)")
              .param("id", person.value())
              .update();
          jdbc.sql("delete from inbound_answer where person = :id")
              .param("id", person.value())
              .update();
          jdbc.sql("delete from usage_statement where person = :id")
              .param("id", person.value())
              .update();
          jdbc.sql("delete from own_goal where person_id = :id")
              .param("id", person.value())
              .update();
          jdbc.sql("delete from ballot_draft where person_id = :id")
              .param("id", person.value())
              .update();
          jdbc.sql("delete from xapi_statement where person_id = :id")
              .param("id", person.value())
              .update();
          jdbc.sql("delete from xapi_account where person_id = :id")
              .param("id", person.value())
              .update();
          jdbc.sql("delete from vault_person where person_id = :id")
              .param("id", person.value())
              .update();
        });
  }

  @Override
  public byte[] seal(PersonId person, String purpose, byte[] plain) {
    byte[] key =
        existingKey(person)
            .orElseThrow(() -> new IllegalStateException(person + " has no key in the vault"));
    return cipher.seal(key, person, purpose, plain);
  }

  @Override
  public Optional<byte[]> open(PersonId person, String purpose, byte[] sealed) {
    return existingKey(person).map(key -> cipher.open(key, person, purpose, sealed));
  }

  private Optional<byte[]> existingKey(PersonId person) {
    return jdbc.sql(
            "select wrapped_key from vault_key"
                + " where person_id = :id and wrapped_key is not null")
        .param("id", person.value())
        .query(byte[].class)
        .optional()
        .map(wrapped -> cipher.unwrap(person, wrapped));
  }

  @Override
  public long count() {
    return jdbc.sql("select count(*) from vault_person").query(Long.class).single();
  }

  private void store(PersonId person, PersonalData data) {
    byte[] key = key(person);
    jdbc.sql(INSERT + " values (:id, :profile, :email, :number, :userName, :externalId)" + REPLACE)
        .param("id", person.value())
        .param("profile", cipher.seal(key, person, PROFILE, PersonalDataCodec.encode(data)))
        .param("email", indexed(EMAIL, data.email()))
        .param("number", indexed(NUMBER, EmployeeNumber.comparable(data.employeeNumber())))
        .param("userName", indexed(USER_NAME, comparable(data.userName())))
        .param("externalId", indexed(EXTERNAL_ID, data.externalId()))
        .update();
  }

  private void storeAll(List<PersonId> people, Map<PersonId, PersonalData> all) {
    Map<PersonId, byte[]> keys = keys(people);
    List<byte @Nullable []> profiles = new ArrayList<>();
    List<byte @Nullable []> emails = new ArrayList<>();
    List<byte @Nullable []> numbers = new ArrayList<>();
    List<byte @Nullable []> userNames = new ArrayList<>();
    List<byte @Nullable []> externalIds = new ArrayList<>();
    for (PersonId person : people) {
      PersonalData data = Objects.requireNonNull(all.get(person));
      byte[] key = Objects.requireNonNull(keys.get(person));
      profiles.add(cipher.seal(key, person, PROFILE, PersonalDataCodec.encode(data)));
      emails.add(indexed(EMAIL, data.email()));
      numbers.add(indexed(NUMBER, EmployeeNumber.comparable(data.employeeNumber())));
      userNames.add(indexed(USER_NAME, comparable(data.userName())));
      externalIds.add(indexed(EXTERNAL_ID, data.externalId()));
    }
    jdbc.sql(
            INSERT
                + " select * from unnest(:ids, :profiles, :emails, :numbers, :userNames,"
                + " :externalIds)"
                + REPLACE)
        .param("ids", ids(people))
        .param("profiles", Columns.bytes(profiles))
        .param("emails", Columns.bytes(emails))
        .param("numbers", Columns.bytes(numbers))
        .param("userNames", Columns.bytes(userNames))
        .param("externalIds", Columns.bytes(externalIds))
        .update();
  }

  /** As {@link #key}, of many; always in the same order, so that two writers don't block. */
  private Map<PersonId, byte[]> keys(List<PersonId> people) {
    Map<PersonId, byte[]> keys = lockedKeys(people);
    List<PersonId> newcomers = people.stream().filter(one -> !keys.containsKey(one)).toList();
    if (newcomers.isEmpty()) {
      return keys;
    }
    Map<PersonId, byte[]> made = new HashMap<>();
    List<byte @Nullable []> wrapped = new ArrayList<>();
    for (PersonId person : newcomers) {
      byte[] key = cipher.newKey();
      made.put(person, key);
      wrapped.add(cipher.wrap(person, key));
    }
    jdbc.sql(
            "insert into vault_key (person_id, wrapped_key)"
                + " select * from unnest(:ids, :keys) as n (id, key) order by n.id"
                + " on conflict (person_id) do nothing returning person_id")
        .param("ids", ids(newcomers))
        .param("keys", Columns.bytes(wrapped))
        .query((row, number) -> new PersonId(row.getString(1)))
        .list()
        .forEach(person -> keys.put(person, Objects.requireNonNull(made.remove(person))));
    keys.putAll(lockedKeys(made.keySet()));
    return keys;
  }

  private Map<PersonId, byte[]> lockedKeys(Collection<PersonId> people) {
    Map<PersonId, byte[]> keys = new HashMap<>();
    if (people.isEmpty()) {
      return keys;
    }
    jdbc.sql(
            "select person_id, wrapped_key from vault_key where person_id = any(:ids)"
                + " order by person_id for update")
        .param("ids", ids(people))
        .query(
            row -> {
              PersonId person = new PersonId(row.getString(1));
              byte @Nullable [] wrapped = row.getBytes(2);
              if (wrapped == null) {
                throw new Rejected("PERSON_ERASED", Map.of("person", person.value()));
              }
              keys.put(person, cipher.unwrap(person, wrapped));
            });
    return keys;
  }

  private static SqlArrayValue ids(Collection<PersonId> people) {
    return Columns.texts(people.stream().map(PersonId::value).toList());
  }

  private static String taken(DuplicateKeyException refused) {
    String message = String.valueOf(refused.getMessage());
    return TAKEN.entrySet().stream()
        .filter(index -> message.contains(index.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(() -> refused);
  }

  private static String comparable(String userName) {
    return userName.strip().toLowerCase(Locale.ROOT);
  }

  /** The person's key, made when there is none; its row stays locked so that two writers agree. */
  private byte[] key(PersonId person) {
    jdbc.sql(
            "insert into vault_key (person_id, wrapped_key) values (:id, :wrapped)"
                + " on conflict (person_id) do nothing")
        .param("id", person.value())
        .param("wrapped", cipher.wrap(person, cipher.newKey()))
        .update();
    byte @Nullable [] wrapped =
        jdbc.sql("select wrapped_key from vault_key where person_id = :id for update")
            .param("id", person.value())
            .query((row, number) -> Optional.ofNullable(row.getBytes(1)))
            .single()
            .orElse(null);
    if (wrapped == null) {
      throw new Rejected("PERSON_ERASED", Map.of("person", person.value()));
    }
    return cipher.unwrap(person, wrapped);
  }

  private byte @Nullable [] indexed(String field, String value) {
    return value.isEmpty() ? null : cipher.index(field, value);
  }

  private Optional<PersonId> findBy(String column, byte[] index) {
    return jdbc.sql("select person_id from vault_person where " + column + " = :index")
        .param("index", index)
        .query((row, number) -> new PersonId(row.getString(1)))
        .optional();
  }

  private RowCallbackHandler opened(BiConsumer<PersonId, PersonalData> visitor) {
    return row -> {
      PersonId person = new PersonId(row.getString("person_id"));
      visitor.accept(person, open(person, row));
    };
  }

  private PersonalData open(PersonId person, ResultSet row) throws SQLException {
    byte[] key = cipher.unwrap(person, row.getBytes("wrapped_key"));
    return PersonalDataCodec.decode(cipher.open(key, person, PROFILE, row.getBytes("profile")));
  }

  private void requireSameMasterKey() {
    jdbc.sql(
            "insert into vault_master (one_row, fingerprint) values (true, :mine)"
                + " on conflict (one_row) do nothing")
        .param("mine", cipher.fingerprint())
        .update();
    byte[] stored = jdbc.sql("select fingerprint from vault_master").query(byte[].class).single();
    if (!Arrays.equals(stored, cipher.fingerprint())) {
      throw new IllegalStateException(
          "the personal data in this database was stored under another master key: start Uitrol"
              + " with the key that belongs to it (UITROL_MASTER_KEY, or the file master.key)");
    }
  }

  /** Remembers how far a page went. */
  private static final class Page implements BiConsumer<PersonId, PersonalData> {

    private final BiConsumer<PersonId, PersonalData> visitor;
    private String last;
    private int seen;

    Page(BiConsumer<PersonId, PersonalData> visitor, String last) {
      this.visitor = visitor;
      this.last = last;
    }

    @Override
    public void accept(PersonId person, PersonalData data) {
      last = person.value();
      seen++;
      visitor.accept(person, data);
    }
  }
}
