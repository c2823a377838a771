package org.uitrol.application.audit.view;

import java.util.Optional;
import org.uitrol.application.audit.Trail;
import org.uitrol.application.audit.TrailRow;
import org.uitrol.application.shared.ViewStore;

/**
 * Keeps the history as it is searched: in tables for the present, in memory for a test or a
 * simulation (decision 0014). Writing the same twice changes nothing. Takes part in the caller's
 * transaction.
 */
public interface TrailStore extends Trail, ViewStore {

  /** Stores an event, in place of what was at its position, and what it concerns. */
  void put(TrailRow row, Subjects subjects);

  /** Stores where a stream belongs, in place of what was there. */
  void belongs(String stream, Scope scope);

  /** Where a stream belongs; empty when that isn't known. */
  Optional<Scope> scope(String stream);
}
