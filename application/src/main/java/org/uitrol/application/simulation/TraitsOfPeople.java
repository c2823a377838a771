package org.uitrol.application.simulation;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.uitrol.application.directory.PersonField;
import org.uitrol.application.directory.PersonalData;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.domain.shared.PersonId;

/**
 * What a world knows of people: what tells them apart in a plan and when they work, and nothing by
 * which anybody could be reached or recognised. Nothing can be changed.
 */
final class TraitsOfPeople implements PersonVault {

  /** All that is taken over from the vault. */
  static final Set<PersonField> FIELDS =
      Set.of(
          PersonField.FUNCTION,
          PersonField.SENIORITY,
          PersonField.LOCATION,
          PersonField.LANGUAGE,
          PersonField.EMPLOYMENT,
          PersonField.WORKDAYS);

  private final Map<PersonId, PersonalData> people = new LinkedHashMap<>();

  /** Of nobody anything is known. */
  TraitsOfPeople() {}

  /** Of these people that which a vault knows now. */
  static TraitsOfPeople of(Collection<PersonId> wanted, PersonVault vault) {
    TraitsOfPeople traits = new TraitsOfPeople();
    vault
        .findAll(wanted)
        .forEach(
            (person, data) -> {
              Map<PersonField, String> some = new LinkedHashMap<>();
              FIELDS.forEach(field -> some.put(field, data.value(field)));
              traits.people.put(person, PersonalData.UNKNOWN.with(some));
            });
    return traits;
  }

  @Override
  public Optional<PersonalData> find(PersonId person) {
    return Optional.ofNullable(people.get(person));
  }

  @Override
  public Map<PersonId, PersonalData> findAll(Collection<PersonId> wanted) {
    Map<PersonId, PersonalData> found = new LinkedHashMap<>();
    for (PersonId person : wanted) {
      find(person).ifPresent(data -> found.put(person, data));
    }
    return found;
  }

  @Override
  public Optional<PersonId> findByEmail(String email) {
    return Optional.empty();
  }

  @Override
  public Optional<PersonId> findByEmployeeNumber(String employeeNumber) {
    return Optional.empty();
  }

  @Override
  public Optional<PersonId> findByUserName(String userName) {
    return Optional.empty();
  }

  @Override
  public Optional<PersonId> findByExternalId(String externalId) {
    return Optional.empty();
  }

  @Override
  public void forEach(BiConsumer<PersonId, PersonalData> visitor) {
    people.forEach(visitor);
  }

  @Override
  public long count() {
    return people.size();
  }

  @Override
  public void put(PersonId person, PersonalData data) {
    throw sealed();
  }

  @Override
  public void erase(PersonId person) {
    throw sealed();
  }

  @Override
  public byte[] seal(PersonId person, String purpose, byte[] plain) {
    throw sealed();
  }

  @Override
  public Optional<byte[]> open(PersonId person, String purpose, byte[] sealed) {
    throw sealed();
  }

  private static IllegalStateException sealed() {
    return new IllegalStateException("nothing in a world changes or reads who people are");
  }
}
