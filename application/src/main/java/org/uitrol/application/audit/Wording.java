package org.uitrol.application.audit;

import java.util.Locale;

/** Says in readable words what an event tells. Safe for many threads. */
public interface Wording {

  /**
   * Begins to tell the history.
   *
   * @param locale its language is one of those that Uitrol speaks, else English is spoken; its way
   *     of writing dates and numbers is kept
   * @param names what people and departments are called for whoever reads it
   */
  Teller teller(Locale locale, Names names);

  /** Tells events to one reader. One thread: what was looked up is kept. */
  interface Teller {

    /** What happened, as one sentence. */
    String what(TrailRow row);

    /** Who or what asked for it. */
    String who(TrailRow row);

    /** For whom it was asked; empty for nobody else. */
    String forWhom(TrailRow row);

    /** Which way it came in. */
    String whichWay(TrailRow row);

    /** By which rules it was decided. */
    String byWhat(TrailRow row);

    /** When it happened, on the wall clock of the campaign. */
    String when(TrailRow row);
  }
}
