package org.uitrol.adapters.retention;

import java.time.Instant;
import java.time.Period;
import java.util.function.ToIntFunction;
import org.uitrol.application.retention.port.RetainedData;
import org.uitrol.domain.retention.RetainedKind;

/**
 * Rows that nobody needs once they are old.
 *
 * @param gone removes those from before a moment and tells how many they were
 */
record KeptRows(RetainedKind kind, Period keep, ToIntFunction<Instant> gone)
    implements RetainedData {

  @Override
  public Removal remove(Instant before, Instant at) {
    return Removal.of(gone.applyAsInt(before));
  }
}
