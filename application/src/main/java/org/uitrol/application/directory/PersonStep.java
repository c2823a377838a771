package org.uitrol.application.directory;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.directory.view.MemberRow;

/**
 * What should become of one person by one row of a people file.
 *
 * @param former what is known, or null for somebody new
 * @param warning what the row is imported without, if anything
 */
record PersonStep(
    MatchedRow row,
    @Nullable PersonalData former,
    PersonalData next,
    Optional<RowProblem> warning) {

  /** A column that the file doesn't have changes nothing, and neither does an unknown manager. */
  static PersonStep of(MatchedRow matched, @Nullable PersonalData former) {
    Map<PersonField, String> told = new EnumMap<>(PersonField.class);
    told.putAll(matched.row().cells());
    Optional<RowProblem> warning = Optional.empty();
    if (!matched.row().value(PersonField.MANAGER).isEmpty()) {
      if (matched.leader() == null) {
        told.remove(PersonField.MANAGER);
        warning =
            warning(
                matched,
                "MANAGER_UNKNOWN",
                "nobody in this file or known here has the number or address of this manager; the"
                    + " row is imported without it");
      } else if (matched.leader().equals(matched.person())) {
        told.put(PersonField.MANAGER, "");
        warning =
            warning(
                matched,
                "MANAGER_IS_SELF",
                "the person is their own manager; the row is imported without a manager");
      } else {
        told.put(PersonField.MANAGER, matched.leader().value());
      }
    }
    PersonalData next = (former == null ? PersonalData.UNKNOWN : former).with(told);
    return new PersonStep(matched, former, next, warning);
  }

  boolean isNew() {
    return former == null;
  }

  /** Whether the vault is to be told something. */
  boolean changes() {
    return !next.equals(former);
  }

  /** Whether the row tells something new about somebody who is known. */
  boolean isNewsOfKnown() {
    return !isNew() && (changes() || row.left() || !row.joined());
  }

  boolean isNews() {
    return isNew() || isNewsOfKnown();
  }

  /** Whether the history may have to be told something; if it needn't, telling changes nothing. */
  boolean isForHistory() {
    @Nullable MemberRow member = row.member();
    return isNews()
        || row.gaveAddressUp()
        || member == null
        || !member.department().equals(row.department())
        || !Objects.equals(member.manager(), next.manager());
  }

  /** The keys of the fields that changed, but for those of which the history has its own events. */
  Set<String> changedDetails() {
    if (former == null) {
      return Set.of();
    }
    Set<String> changed = new HashSet<>(next.changedFields(former));
    if (row.gaveAddressUp()) {
      changed.add(PersonField.EMAIL.key());
    }
    changed.remove(PersonField.DEPARTMENT.key());
    changed.remove(PersonField.MANAGER.key());
    return changed;
  }

  private static Optional<RowProblem> warning(MatchedRow matched, String code, String reason) {
    return Optional.of(
        new RowProblem(matched.line(), PersonField.MANAGER.key(), code, reason, false));
  }
}
