package org.uitrol.application.directory;

import org.jspecify.annotations.Nullable;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;

/**
 * A row of a people file and whose it is.
 *
 * @param known whether the vault knows the person
 * @param joined whether the person's history has begun
 * @param left whether the person had left
 * @param gaveAddressUp whether the person's address was taken for another row of the file
 * @param leader whom the row means by its manager: of the file, else of those who are known; null
 *     when nobody
 * @param addressOwner another person of the file who has the row's address now; null when nobody
 */
public record MatchedRow(
    PersonRow row,
    DepartmentId department,
    PersonId person,
    boolean known,
    boolean joined,
    boolean left,
    boolean gaveAddressUp,
    @Nullable PersonId leader,
    @Nullable PersonId addressOwner) {

  long line() {
    return row.line();
  }
}
