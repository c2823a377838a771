package org.uitrol.adapters.files;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import org.uitrol.application.directory.UnreadablePeopleFile;

/**
 * Passes CSV text on and stops at a quote that isn't closed where a cell can end (RFC 4180, section
 * 2), naming the line of the opening quote. Without it one stray quote swallows the rows after it.
 */
final class LoneQuoteGuard extends FilterReader {

  /** The longest quoted cell, in characters. */
  static final int LONGEST_QUOTED = 4_000;

  private enum Place {
    CELL_START,
    PLAIN,
    QUOTED,
    AFTER_QUOTE
  }

  private final char delimiter;
  private long line;
  private long openedAt;
  private int quoted;
  private boolean afterReturn;
  private Place place = Place.CELL_START;

  /**
   * @param line the number of the line with which the text starts
   */
  LoneQuoteGuard(Reader in, char delimiter, long line) {
    super(in);
    this.delimiter = delimiter;
    this.line = line;
  }

  @Override
  public int read() throws IOException {
    char[] one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    if (read < 0 && place == Place.QUOTED) {
      throw unclosed();
    }
    for (int i = offset; i < offset + read; i++) {
      pass(buffer[i]);
    }
    return read;
  }

  private void pass(char c) {
    place =
        switch (place) {
          case CELL_START -> c == '"' ? opened() : plain(c);
          case PLAIN -> plain(c);
          case QUOTED -> inside(c);
          case AFTER_QUOTE -> after(c);
        };
    if (c == '\r' || (c == '\n' && !afterReturn)) {
      line++;
    }
    afterReturn = c == '\r';
  }

  private Place opened() {
    openedAt = line;
    quoted = 0;
    return Place.QUOTED;
  }

  private Place plain(char c) {
    return c == delimiter || c == '\n' || c == '\r' ? Place.CELL_START : Place.PLAIN;
  }

  private Place inside(char c) {
    if (c == '"') {
      return Place.AFTER_QUOTE;
    }
    if (++quoted > LONGEST_QUOTED) {
      throw unclosed();
    }
    return Place.QUOTED;
  }

  private Place after(char c) {
    if (c == '"') {
      quoted++;
      return Place.QUOTED;
    }
    Place next = plain(c);
    if (next == Place.PLAIN) {
      throw new UnreadablePeopleFile(
          openedAt,
          "QUOTE_NOT_CLOSED",
          "a quote is opened here but text follows its closing quote: close it at the end of the"
              + " cell and double every quote inside");
    }
    return next;
  }

  private UnreadablePeopleFile unclosed() {
    return new UnreadablePeopleFile(
        openedAt, "QUOTE_NOT_CLOSED", "a quote is opened here and isn't closed");
  }
}
