package org.uitrol.application.directory;

import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;

/**
 * A row of a people file that was accepted.
 *
 * @param row with the department's name in the spelling that counts
 * @param newcomer who it is if nobody known is meant
 */
public record StagedRow(PersonRow row, DepartmentId department, PersonId newcomer) {}
