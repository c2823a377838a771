package org.uitrol.adapters.proof;

/** A file, or a part of it, that is no proof as it should be. The message says why. */
public final class NotUnderstood extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NotUnderstood(String message) {
    super(message, null, false, false);
  }
}
