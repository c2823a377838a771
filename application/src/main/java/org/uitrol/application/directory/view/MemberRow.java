package org.uitrol.application.directory.view;

import org.jspecify.annotations.Nullable;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;

/**
 * Where a person works.
 *
 * @param department now, or last
 * @param manager who leads the person, when known
 * @param active whether the person works here now
 */
public record MemberRow(
    PersonId person, DepartmentId department, @Nullable PersonId manager, boolean active) {}
