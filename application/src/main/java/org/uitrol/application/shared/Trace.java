package org.uitrol.application.shared;

/** The names of the metadata that every stored event carries. The values are strings. */
public final class Trace {

  /** Who asked, see {@link Actor}. */
  public static final String ACTOR = "actor";

  /**
   * The identifier of what caused the event: of another event when a process reacted to it, else of
   * the command that came from outside.
   */
  public static final String CAUSE = "cause";

  /** The identifier of the command from outside with which the whole chain began. */
  public static final String CORRELATION = "correlation";

  private Trace() {}
}
