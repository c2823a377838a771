package org.uitrol.adapters.cli;

/** What the exit code tells scripts. */
final class Exit {

  static final int GOOD = 0;
  static final int REFUSED = 1;

  /** Of a comparison, as with {@code diff}. */
  static final int DIFFERENT = 1;

  static final int USAGE = 2;
  static final int AWAY = 3;

  static final String GOOD_WORDS = "0:done";
  static final String REFUSED_WORDS = "1:refused, or there are mistakes";
  static final String USAGE_WORDS = "2:not understood, or a file can't be read";
  static final String AWAY_WORDS = "3:the server can't be reached or doesn't allow it";

  private Exit() {}
}
