package org.uitrol.domain.shared;

import java.util.Map;

/** What people write when they decide something that others may ask about. */
public final class Reasons {

  private static final int LONGEST = 1_000;

  private Reasons() {}

  /**
   * Refuses to go on without a reason.
   *
   * @throws Rejected {@code REASON_MISSING} when it is blank or longer than 1,000 characters
   */
  public static void require(String reason) {
    if (reason.isBlank() || reason.length() > LONGEST) {
      throw new Rejected("REASON_MISSING", Map.of("most", LONGEST));
    }
  }
}
