package org.uitrol.application.erasure.port;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.uitrol.application.erasure.Obstacle;
import org.uitrol.application.erasure.Traces;
import org.uitrol.domain.erasure.DataKind;
import org.uitrol.domain.erasure.ErasureStep;

/**
 * Something that keeps data about people. Whoever keeps such data anywhere has one of these, or the
 * data outlives the person.
 *
 * <p>Takes part in the caller's transaction where it keeps data in the database. What it keeps
 * elsewhere is destroyed at once, so that a transaction that fails afterwards loses nothing that
 * was to stay. Safe for many threads.
 */
public interface PersonalDataHolder {

  /** In which step it destroys what it has; never the last, in which all do so once more. */
  ErasureStep step();

  /** How much it has of somebody, for who decides. Changes nothing; a kind without any may lack. */
  Map<DataKind, Integer> held(Traces traces);

  /**
   * Destroys what it has of somebody. Again changes nothing.
   *
   * @return how much it was
   */
  Map<DataKind, Integer> destroy(Traces traces, Instant at);

  /**
   * Called before a step destroys anything, here and elsewhere.
   *
   * @throws org.uitrol.domain.shared.Rejected while something is under way that would be somewhere
   *     else a moment later; the step comes again
   */
  default void requireQuiet(Traces traces) {}

  /** What has to be settled before somebody can be erased, as far as it knows. */
  default List<Obstacle> obstacles(Traces traces, Instant at) {
    return List.of();
  }
}
