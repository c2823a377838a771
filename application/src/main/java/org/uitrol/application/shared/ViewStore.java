package org.uitrol.application.shared;

/**
 * Keeps a view: in tables for the present, in memory for another date or a simulation (decision
 * 0014). Writing the same twice changes nothing.
 */
public interface ViewStore {

  /** Forgets everything, before a replay. */
  void clear();
}
