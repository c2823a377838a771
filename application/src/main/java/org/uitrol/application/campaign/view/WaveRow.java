package org.uitrol.application.campaign.view;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.shared.DepartmentId;

/**
 * Departments that start together.
 *
 * @param departments who is in it; before the launch only those that the plan names
 * @param dueAt when it is to start, once that is known
 * @param startedAt when it started, once it did
 */
public record WaveRow(
    String wave,
    List<DepartmentId> departments,
    @Nullable Instant dueAt,
    @Nullable Instant startedAt) {

  public WaveRow {
    departments = List.copyOf(departments);
  }
}
