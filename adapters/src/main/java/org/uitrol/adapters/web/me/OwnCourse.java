package org.uitrol.adapters.web.me;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.training.view.LearnerRow;
import org.uitrol.domain.shared.Text;
import org.uitrol.domain.training.LearnerRecord;

/**
 * A course as the person who follows it sees it.
 *
 * @param online whether it is followed at one's own desk, and then one says oneself that it is
 *     finished, unless it is a test
 * @param test whether it is a test: then its result says that it is finished
 * @param link where it starts, if that is something to open
 */
record OwnCourse(
    LearnerRow learner, Text title, boolean online, boolean test, @Nullable String link) {

  public boolean open() {
    return learner.state() == LearnerRecord.State.ENROLLED
        || learner.state() == LearnerRecord.State.OVERDUE;
  }

  /** Whether one says oneself that it is finished. */
  public boolean selfReported() {
    return online && !test;
  }

  public boolean overdue() {
    return learner.state() == LearnerRecord.State.OVERDUE;
  }

  public Instant dueAt() {
    return learner.dueAt();
  }
}
