package org.uitrol.application.directory.view;

import org.uitrol.domain.shared.DepartmentId;

/**
 * A department.
 *
 * @param members how many people work there now
 */
public record DepartmentRow(DepartmentId id, String name, long members) {}
