package org.uitrol.domain.retention;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.uitrol.domain.shared.Command;
import org.uitrol.domain.shared.Keys;
import org.uitrol.domain.shared.StreamId;

/** What can be asked about what is kept. */
public sealed interface RetentionCommand extends Command {

  RetainedKind kind();

  @Override
  default StreamId target() {
    return new StreamId("retention/" + Keys.of(kind()));
  }

  /**
   * What is past its time was removed.
   *
   * @param run the moment for which it was planned: a second time changes nothing
   * @param before what is older than this moment is past its time
   * @param removed how many
   * @param held how many were kept all the same, and why
   * @param nextAt when it is looked at again
   */
  record RecordRemoval(
      RetainedKind kind,
      Instant run,
      Instant before,
      int removed,
      Map<HeldBack, Integer> held,
      Instant nextAt,
      Instant at)
      implements RetentionCommand {

    public RecordRemoval {
      held = Collections.unmodifiableMap(new TreeMap<>(held));
    }
  }
}
