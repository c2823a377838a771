package org.uitrol.adapters.scim;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for (RFC 7644, section 3.4.2.4).
 *
 * @param startIndex the first, counted from 1
 * @param count how many at most
 */
record Page(long startIndex, int count) {

  /** The most that one answer has. */
  static final int MOST = 200;

  private static final int USUAL = 100;

  static Page of(@Nullable String startIndex, @Nullable String count) {
    long first = Math.max(1, number(startIndex, 1));
    long many = Math.max(0, number(count, USUAL));
    return new Page(first, (int) Math.min(MOST, many));
  }

  long skipped() {
    return startIndex - 1;
  }

  /** Whether the element of that place, counted from 0, is on this page. */
  boolean has(long place) {
    return place >= skipped() && place < skipped() + count;
  }

  private static long number(@Nullable String text, long otherwise) {
    if (text == null || text.isBlank()) {
      return otherwise;
    }
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException noNumber) {
      throw ScimFailure.badValue("startIndex and count are whole numbers");
    }
  }
}
