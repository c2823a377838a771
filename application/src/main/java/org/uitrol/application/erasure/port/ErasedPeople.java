package org.uitrol.application.erasure.port;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.uitrol.application.directory.PersonField;
import org.uitrol.application.directory.PersonalData;
import org.uitrol.domain.shared.PersonId;

/**
 * By what people who were erased are known again if somebody's list still has them: keyed hashes of
 * the number, address and names that directories use, from which nothing can be told without the
 * master key. Takes part in the caller's transaction.
 */
public interface ErasedPeople {

  /**
   * The marks of a person, as they can be written down anywhere.
   *
   * @return for instance {@code NUMBER:…}; empty when there is nothing to know the person by
   */
  List<String> marksOf(PersonalData data);

  /** Keeps marks; again changes nothing. */
  void add(PersonId person, List<String> marks, Instant at);

  /** Who was erased and is meant by what a directory tells of somebody new; empty for nobody. */
  Optional<PersonId> find(Map<PersonField, String> told);

  /** Lets everybody who is known by those marks come in again. */
  void readmit(PersonId person);
}
