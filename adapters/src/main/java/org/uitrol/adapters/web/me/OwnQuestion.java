package org.uitrol.adapters.web.me;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.concern.view.ConcernRow;
import org.uitrol.domain.concern.Concern.Status;

/**
 * A question with its answer, for whoever asked.
 *
 * @param asked what was asked, and what was asked again
 * @param answer the newest version; null while there is none
 */
record OwnQuestion(ConcernRow row, List<String> asked, @Nullable String answer) {

  OwnQuestion {
    asked = List.copyOf(asked);
  }

  /** Whether it can be taken back. */
  public boolean waits() {
    return row.concern().status() == Status.OPEN;
  }

  /** Whether it can be asked again. */
  public boolean answered() {
    return row.concern().status() == Status.ANSWERED;
  }
}
