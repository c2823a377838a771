package org.uitrol.adapters.security;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.uitrol.application.audit.port.AccountNames;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Rejected;

/** All accounts. Safe for many threads and nodes. */
@Component
public class Accounts implements AccountNames {

  /** Wrong passwords in a row after which an account rests. */
  static final int MOST_FAILURES = 5;

  /** How long it rests. */
  static final Duration REST = Duration.ofMinutes(15);

  /** The shortest password that people may choose, in characters (NIST SP 800-63B, 3.1.1.2). */
  public static final int SHORTEST_PASSWORD = 12;

  /** The longest in bytes: what is longer, bcrypt would ignore. */
  private static final int LONGEST_PASSWORD_BYTES = 72;

  private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,99}");

  private final JdbcClient jdbc;
  private final PasswordEncoder passwords;
  private final Clock clock;

  Accounts(JdbcClient jdbc, PasswordEncoder passwords, Clock clock) {
    this.jdbc = jdbc;
    this.passwords = passwords;
    this.clock = clock;
  }

  public List<Account> all() {
    return jdbc.sql("select * from account order by lower(username)").query(this::row).list();
  }

  public Optional<Account> find(AccountId account) {
    return jdbc.sql("select * from account where account_id = :id")
        .param("id", account.value())
        .query(this::row)
        .optional();
  }

  /** By user name, in upper or lower case. */
  public Optional<Account> find(String username) {
    String name = username.strip().toLowerCase(Locale.ROOT);
    if (!USERNAME.matcher(name).matches()) {
      return Optional.empty();
    }
    return jdbc.sql("select * from account where lower(username) = :name")
        .param("name", name)
        .query(this::row)
        .optional();
  }

  public long count() {
    return jdbc.sql("select count(*) from account").query(Long.class).single();
  }

  @Override
  public Optional<String> displayName(AccountId account) {
    return find(account).map(found -> found.user().displayName());
  }

  /**
   * Makes an account that can be used at once.
   *
   * @throws Rejected {@code USERNAME_TAKEN}, {@code USERNAME_INVALID}, {@code NAME_MISSING}, {@code
   *     ROLE_MISSING}, {@code PASSWORD_TOO_SHORT} or {@code PASSWORD_TOO_LONG}
   */
  public AccountId add(
      String username,
      String displayName,
      Set<Role> roles,
      @Nullable PersonId person,
      String password) {
    String name = username.strip().toLowerCase(Locale.ROOT);
    if (!USERNAME.matcher(name).matches()) {
      throw new Rejected("USERNAME_INVALID");
    }
    if (displayName.isBlank() || displayName.length() > 200) {
      throw new Rejected("NAME_MISSING");
    }
    requireRole(roles);
    requireGood(password);
    AccountId account = new AccountId(UUID.randomUUID().toString());
    try {
      jdbc.sql(
              """
              insert into account
              (account_id, username, display_name, password_hash, roles, person_id, created_at)
              values (:id, :username, :name, :hash, :roles, :person, :now)
              """)
          .param("id", account.value())
          .param("username", name)
          .param("name", displayName.strip())
          .param("hash", passwords.encode(password))
          .param("roles", names(roles))
          .param("person", person == null ? null : person.value())
          .param("now", clock.instant().atOffset(ZoneOffset.UTC))
          .update();
    } catch (DuplicateKeyException e) {
      throw new Rejected("USERNAME_TAKEN", Map.of("username", name));
    }
    return account;
  }

  /**
   * Gives an account other roles and opens or closes it; closing ends all its sign-ins.
   *
   * @throws Rejected {@code ROLE_MISSING}; {@code LAST_ADMIN} when nobody would be left to open
   *     accounts
   */
  public void change(AccountId account, Set<Role> roles, boolean enabled) {
    requireRole(roles);
    if (!(enabled && roles.contains(Role.ADMIN)) && isLastAdmin(account)) {
      throw new Rejected("LAST_ADMIN");
    }
    jdbc.sql(
            """
            update account set roles = :roles, enabled = :enabled,
            stamp = stamp + case when :enabled then 0 else 1 end
            where account_id = :id
            """)
        .param("roles", names(roles))
        .param("enabled", enabled)
        .param("id", account.value())
        .update();
  }

  /** Says which employee's account it is. */
  public void link(AccountId account, @Nullable PersonId person) {
    jdbc.sql("update account set person_id = :person where account_id = :id")
        .param("person", person == null ? null : person.value())
        .param("id", account.value())
        .update();
  }

  /** Remembers what the owner wants to read; null leaves it to the browser. */
  public void language(AccountId account, @Nullable String language) {
    jdbc.sql("update account set language = :language where account_id = :id")
        .param("language", language)
        .param("id", account.value())
        .update();
  }

  /**
   * Gives an account another password, which ends all its sign-ins.
   *
   * @param byOwner whether its owner chose it
   * @throws Rejected {@code PASSWORD_TOO_SHORT} or {@code PASSWORD_TOO_LONG}
   */
  public void password(AccountId account, String password, boolean byOwner) {
    requireGood(password);
    jdbc.sql(
            """
            update account set password_hash = :hash, password_chosen = :chosen,
            stamp = stamp + 1, failed = 0, locked_until = null
            where account_id = :id
            """)
        .param("hash", passwords.encode(password))
        .param("chosen", byOwner)
        .param("id", account.value())
        .update();
  }

  public boolean hasPassword(Account account, String password) {
    return password.length() <= 1_000 && passwords.matches(password, account.passwordHash());
  }

  /**
   * Counts an attempt as failed before its password is looked at, so that attempts at the same
   * moment can't be more than are allowed.
   */
  void countAttempt(AccountId account) {
    Instant now = clock.instant();
    jdbc.sql(
            """
            update account set
            failed = case when locked_until <= :now then 1 else failed + 1 end,
            locked_until = case
              when locked_until > :now then locked_until
              when locked_until is null and failed + 1 >= :most then :until
            end
            where account_id = :id
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("until", now.plus(REST).atOffset(ZoneOffset.UTC))
        .param("most", MOST_FAILURES)
        .param("id", account.value())
        .update();
  }

  /** Forgets earlier wrong passwords. */
  void forgetAttempts(AccountId account) {
    jdbc.sql("update account set failed = 0, locked_until = null where account_id = :id")
        .param("id", account.value())
        .update();
  }

  private boolean isLastAdmin(AccountId account) {
    return jdbc.sql(
                """
                select count(*) from account
                where enabled and 'ADMIN' = any(roles) and account_id <> :id
                """)
            .param("id", account.value())
            .query(Long.class)
            .single()
        == 0;
  }

  private static void requireRole(Set<Role> roles) {
    if (roles.isEmpty()) {
      throw new Rejected("ROLE_MISSING");
    }
  }

  private static void requireGood(String password) {
    if (password.codePointCount(0, password.length()) < SHORTEST_PASSWORD) {
      throw new Rejected("PASSWORD_TOO_SHORT", Map.of("least", SHORTEST_PASSWORD));
    }
    if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_PASSWORD_BYTES) {
      throw new Rejected("PASSWORD_TOO_LONG", Map.of("most", LONGEST_PASSWORD_BYTES));
    }
  }

  private static String[] names(Set<Role> roles) {
    return roles.stream().sorted().map(Role::name).toArray(String[]::new);
  }

  private Account row(ResultSet row, int number) throws SQLException {
    String person = row.getString("person_id");
    Timestamp locked = row.getTimestamp("locked_until");
    return new Account(
        new ConsoleUser(
            new AccountId(row.getString("account_id")),
            row.getString("username"),
            row.getString("display_name"),
            Arrays.stream((String[]) row.getArray("roles").getArray())
                .map(Role::valueOf)
                .collect(Collectors.toSet()),
            person == null ? null : new PersonId(person),
            row.getString("language"),
            row.getInt("stamp")),
        row.getString("password_hash"),
        row.getBoolean("enabled"),
        locked == null ? null : locked.toInstant(),
        row.getBoolean("password_chosen"));
  }
}
