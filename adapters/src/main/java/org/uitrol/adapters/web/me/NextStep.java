package org.uitrol.adapters.web.me;

import java.time.Instant;
import org.uitrol.domain.shared.Text;

/**
 * What is best done first.
 *
 * @param place the part of the page where it is done
 * @param dueAt until when it makes sense
 */
record NextStep(Kind kind, Text title, String place, Instant dueAt) {

  /** What it is. */
  enum Kind {
    ANSWER,
    SURVEY,
    COURSE,
    TEST,
    TASK
  }
}
