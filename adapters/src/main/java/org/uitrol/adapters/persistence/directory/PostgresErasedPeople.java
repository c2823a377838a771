package org.uitrol.adapters.persistence.directory;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uitrol.application.directory.EmailAddress;
import org.uitrol.application.directory.EmployeeNumber;
import org.uitrol.application.directory.PersonField;
import org.uitrol.application.directory.PersonalData;
import org.uitrol.application.erasure.port.ErasedPeople;
import org.uitrol.domain.shared.PersonId;

/**
 * Marks in PostgreSQL: the keyed hashes by which the vault finds people, so that a whole file can
 * be compared with them. An address passes on to others more often than a number, so it counts only
 * where one of both has no number.
 */
final class PostgresErasedPeople implements ErasedPeople {

  /** What a mark is of, in the order in which they count. */
  private enum Kind {
    NUMBER,
    /** The address of somebody who had a number. */
    EMAIL,
    /** The address of somebody without a number. */
    EMAIL_ALONE,
    USER_NAME,
    EXTERNAL_ID
  }

  private final JdbcClient jdbc;
  private final VaultCipher cipher;

  PostgresErasedPeople(JdbcClient jdbc, MasterKey master) {
    this.jdbc = jdbc;
    this.cipher = new VaultCipher(master);
  }

  @Override
  public List<String> marksOf(PersonalData data) {
    List<String> marks = new ArrayList<>();
    boolean numbered = !data.employeeNumber().isBlank();
    hashes(
            data.employeeNumber(),
            data.email(),
            data.userName(),
            data.externalId(),
            numbered ? Kind.EMAIL : Kind.EMAIL_ALONE)
        .forEach((kind, hash) -> marks.add(kind + ":" + HexFormat.of().formatHex(hash)));
    return List.copyOf(marks);
  }

  @Override
  public void add(PersonId person, List<String> marks, Instant at) {
    for (String mark : marks) {
      int colon = mark.indexOf(':');
      jdbc.sql(
              "insert into erased_mark (person_id, kind, mark, erased_at)"
                  + " values (:person, :kind, :mark, :at) on conflict do nothing")
          .param("person", person.value())
          .param("kind", Kind.valueOf(mark.substring(0, colon)).name())
          .param("mark", HexFormat.of().parseHex(mark.substring(colon + 1)))
          .param("at", at.atOffset(ZoneOffset.UTC))
          .update();
    }
  }

  @Override
  public Optional<PersonId> find(Map<PersonField, String> told) {
    String number = told.getOrDefault(PersonField.EMPLOYEE_NUMBER, "");
    Map<Kind, byte[]> hashes =
        hashes(
            number,
            told.getOrDefault(PersonField.EMAIL, ""),
            told.getOrDefault(PersonField.USER_NAME, ""),
            told.getOrDefault(PersonField.EXTERNAL_ID, ""),
            Kind.EMAIL_ALONE);
    byte @Nullable [] address = hashes.get(Kind.EMAIL_ALONE);
    if (address != null && number.isBlank()) {
      hashes.put(Kind.EMAIL, address);
    }
    return hashes.entrySet().stream()
        .flatMap(entry -> find(entry.getKey(), entry.getValue()).stream())
        .findFirst();
  }

  @Override
  public void readmit(PersonId person) {
    jdbc.sql("delete from erased_mark where person_id = :person")
        .param("person", person.value())
        .update();
  }

  private Optional<PersonId> find(Kind kind, byte[] mark) {
    return jdbc
        .sql(
            "select person_id from erased_mark where kind = :kind and mark = :mark"
                + " order by erased_at desc, person_id limit 1")
        .param("kind", kind.name())
        .param("mark", mark)
        .query((row, number) -> new PersonId(row.getString(1)))
        .list()
        .stream()
        .findFirst();
  }

  private Map<Kind, byte[]> hashes(
      String number, String email, String userName, String externalId, Kind address) {
    Map<Kind, byte[]> hashes = new EnumMap<>(Kind.class);
    if (!number.isBlank()) {
      hashes.put(
          Kind.NUMBER, cipher.index(PostgresPersonVault.NUMBER, EmployeeNumber.comparable(number)));
    }
    if (EmailAddress.objection(email).isEmpty()) {
      hashes.put(address, cipher.index(PostgresPersonVault.EMAIL, new EmailAddress(email).value()));
    }
    if (!userName.isBlank()) {
      hashes.put(
          Kind.USER_NAME,
          cipher.index(PostgresPersonVault.USER_NAME, userName.strip().toLowerCase(Locale.ROOT)));
    }
    if (!externalId.isEmpty()) {
      hashes.put(Kind.EXTERNAL_ID, cipher.index(PostgresPersonVault.EXTERNAL_ID, externalId));
    }
    return hashes;
  }
}
