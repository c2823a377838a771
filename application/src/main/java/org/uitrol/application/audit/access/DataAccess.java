package org.uitrol.application.audit.access;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.PersonId;

/**
 * Somebody was shown personal data.
 *
 * @param at when
 * @param account whose
 * @param way how: {@code page}, {@code api} or {@code scim}
 * @param path what was asked for, without what stood behind a question mark
 * @param knownOn as known when; null for the present
 * @param people of whom, by id; of many only the first
 * @param count of how many people
 */
public record DataAccess(
    Instant at,
    AccountId account,
    String way,
    String path,
    @Nullable Instant knownOn,
    List<PersonId> people,
    int count) {

  public DataAccess {
    people = List.copyOf(people);
  }
}
