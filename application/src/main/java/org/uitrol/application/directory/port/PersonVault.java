package org.uitrol.application.directory.port;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.uitrol.application.directory.PersonalData;
import org.uitrol.domain.shared.PersonId;

/**
 * The only place that knows who a person is (decision 0007). Whatever it stores is encrypted at
 * rest under a key of that person's own; erasing destroys the key, so that copies which survive
 * elsewhere can't be read. Addresses and employee numbers can be looked up but not listed from what
 * is stored.
 *
 * <p>Safe for many threads. Takes part in the caller's transaction. Nothing it knows belongs in a
 * log, an event or the text of an exception.
 */
public interface PersonVault {

  /**
   * Stores all data of a person in place of what was there. Storing the same again changes nothing.
   *
   * @throws org.uitrol.domain.shared.Rejected {@code EMAIL_TAKEN}, {@code EMPLOYEE_NUMBER_TAKEN},
   *     {@code USER_NAME_TAKEN} or {@code EXTERNAL_ID_TAKEN} when it is another person's; {@code
   *     PERSON_ERASED} when the person was erased: an identifier is never used again
   */
  void put(PersonId person, PersonalData data);

  /**
   * As {@link #put}, for many people at once. Nobody of them may get what another has at that
   * moment, even if that one gives it up.
   */
  default void putAll(Map<PersonId, PersonalData> people) {
    people.forEach(this::put);
  }

  /** What is known; empty when the person is unknown or erased. */
  Optional<PersonalData> find(PersonId person);

  /** What is known of each; unknown and erased people are left out. */
  Map<PersonId, PersonalData> findAll(Collection<PersonId> people);

  /**
   * Whose address it is, in any spelling that means the same; empty when nobody's or no address at
   * all.
   */
  Optional<PersonId> findByEmail(String email);

  /** Whose employee number it is, in upper or lower case; empty when nobody's. */
  Optional<PersonId> findByEmployeeNumber(String employeeNumber);

  /** Whose user name it is, in upper or lower case; empty when nobody's. */
  Optional<PersonId> findByUserName(String userName);

  /** Whom the organisation's own directory knows by that identifier; empty when nobody. */
  Optional<PersonId> findByExternalId(String externalId);

  /** Shows everybody, one after the other, in no particular order. */
  void forEach(BiConsumer<PersonId, PersonalData> visitor);

  /**
   * Destroys a person's key and data, for ever. Erasing again, or somebody unknown, changes nothing
   * but that the identifier can't be used any more.
   */
  void erase(PersonId person);

  /**
   * Seals bytes under the key of a person that is in the vault, so that erasing the person makes
   * them unreadable wherever they are kept.
   *
   * @param purpose what the bytes are; they open for the same purpose only
   * @throws IllegalStateException when the person is unknown or erased
   */
  byte[] seal(PersonId person, String purpose, byte[] plain);

  /** What {@link #seal} was given; empty when the person was erased since. */
  Optional<byte[]> open(PersonId person, String purpose, byte[] sealed);

  /** How many people can be found. */
  long count();
}
