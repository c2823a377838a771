package org.uitrol.application.directory;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Rejected;

/** A vault in memory that keeps the promises of the port but for encryption. */
public final class MemoryVault implements PersonVault {

  private final Map<PersonId, PersonalData> people = new LinkedHashMap<>();
  private final Set<PersonId> erased = new HashSet<>();

  @Override
  public void put(PersonId person, PersonalData data) {
    if (erased.contains(person)) {
      throw new Rejected("PERSON_ERASED");
    }
    if (data.hasEmail() && isTaken(person, findByEmail(data.email()))) {
      throw new Rejected("EMAIL_TAKEN");
    }
    if (isTaken(person, findByEmployeeNumber(data.employeeNumber()))) {
      throw new Rejected("EMPLOYEE_NUMBER_TAKEN");
    }
    if (isTaken(person, findByUserName(data.userName()))) {
      throw new Rejected("USER_NAME_TAKEN");
    }
    if (isTaken(person, findByExternalId(data.externalId()))) {
      throw new Rejected("EXTERNAL_ID_TAKEN");
    }
    people.put(person, data);
  }

  @Override
  public Optional<PersonalData> find(PersonId person) {
    return Optional.ofNullable(people.get(person));
  }

  @Override
  public Map<PersonId, PersonalData> findAll(Collection<PersonId> wanted) {
    Map<PersonId, PersonalData> found = new HashMap<>(people);
    found.keySet().retainAll(wanted);
    return found;
  }

  @Override
  public Optional<PersonId> findByEmail(String email) {
    return EmailAddress.objection(email).isPresent()
        ? Optional.empty()
        : first(data -> data.email().equals(new EmailAddress(email).value()));
  }

  @Override
  public Optional<PersonId> findByEmployeeNumber(String number) {
    return number.isBlank()
        ? Optional.empty()
        : first(
            data ->
                Objects.equals(
                    EmployeeNumber.comparable(data.employeeNumber()),
                    EmployeeNumber.comparable(number)));
  }

  @Override
  public Optional<PersonId> findByUserName(String userName) {
    return userName.isBlank()
        ? Optional.empty()
        : first(data -> data.userName().equalsIgnoreCase(userName.strip()));
  }

  @Override
  public Optional<PersonId> findByExternalId(String externalId) {
    return externalId.isEmpty()
        ? Optional.empty()
        : first(data -> data.externalId().equals(externalId));
  }

  @Override
  public void forEach(BiConsumer<PersonId, PersonalData> visitor) {
    people.forEach(visitor);
  }

  @Override
  public void erase(PersonId person) {
    people.remove(person);
    erased.add(person);
  }

  @Override
  public long count() {
    return people.size();
  }

  private Optional<PersonId> first(Predicate<PersonalData> wanted) {
    return people.entrySet().stream()
        .filter(entry -> wanted.test(entry.getValue()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static boolean isTaken(PersonId person, Optional<PersonId> owner) {
    return owner.isPresent() && !owner.get().equals(person);
  }

  @Override
  public byte[] seal(PersonId person, String purpose, byte[] plain) {
    return plain.clone();
  }

  @Override
  public Optional<byte[]> open(PersonId person, String purpose, byte[] sealed) {
    return find(person).map(data -> sealed.clone());
  }
}
