package org.uitrol.application.adoption;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came, or would come, of a report. It tells nobody's use.
 *
 * @param people of how many people it says something that wasn't known from it yet
 * @param unchanged of how many people everything was known from it already
 * @param outside how many people are in no campaign that counts use
 * @param unknown names that are nobody's
 * @param unnamed how many names are hidden
 * @param corrections how often it says of somebody on some day otherwise than earlier reports
 * @param from the first day that it is about; null when it tells no period
 * @param until the last day that it is about
 */
public record UsageOutcome(
    int people,
    int unchanged,
    int outside,
    List<Unknown> unknown,
    int unnamed,
    int corrections,
    @Nullable LocalDate from,
    LocalDate until) {

  public UsageOutcome {
    unknown = List.copyOf(unknown);
  }

  /**
   * A name that is nobody's.
   *
   * @param line where it stands first, counted from 1
   * @param who as the report spells it
   */
  public record Unknown(long line, String who) {

    /** Nothing personal, since this text may end up in a log. */
    @Override
    public String toString() {
      return "line " + line;
    }
  }
}
