package org.uitrol.adapters.web.me;

/**
 * A personal link that opens nothing: altered, expired, for something else, or of somebody who is
 * gone. Which of these isn't told.
 */
final class LinkNotGood extends RuntimeException {

  private static final long serialVersionUID = 1L;

  LinkNotGood() {
    super("a personal link that opens nothing", null, false, false);
  }
}
