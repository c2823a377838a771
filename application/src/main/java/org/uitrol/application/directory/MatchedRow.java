package org.uitrol.application.directory;

import org.jspecify.annotations.Nullable;
import org.uitrol.application.directory.view.MemberRow;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;

/**
 * A row of a people file and whose it is.
 *
 * @param known whether the vault knows the person
 * @param joined whether the person's history has begun
 * @param member where the person works or worked last, as far as the directory's view has come;
 *     null when it doesn't know
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
    @Nullable MemberRow member,
    boolean gaveAddressUp,
    @Nullable PersonId leader,
    @Nullable PersonId addressOwner) {

  boolean left() {
    return member != null && !member.active();
  }

  long line() {
    return row.line();
  }
}
