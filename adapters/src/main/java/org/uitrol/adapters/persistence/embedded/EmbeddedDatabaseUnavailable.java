package org.uitrol.adapters.persistence.embedded;

/** The embedded database can't be used; the message tells an operator what to do about it. */
public final class EmbeddedDatabaseUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  EmbeddedDatabaseUnavailable(String message) {
    super(message);
  }

  EmbeddedDatabaseUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
