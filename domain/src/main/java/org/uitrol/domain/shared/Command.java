package org.uitrol.domain.shared;

import java.time.Instant;

/** Something that is asked of one aggregate. */
public interface Command {

  /** The aggregate that decides. */
  Id target();

  /** When it was asked, in UTC: the domain has no clock of its own (decision 0005). */
  Instant at();
}
