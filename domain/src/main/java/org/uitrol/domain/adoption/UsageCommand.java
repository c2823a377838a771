package org.uitrol.domain.adoption;

import java.time.Instant;
import java.time.LocalDate;
import org.uitrol.domain.shared.Command;
import org.uitrol.domain.shared.UsageImportId;

/** What can be asked of a usage import. */
public sealed interface UsageCommand extends Command {

  UsageImportId usageImport();

  @Override
  default UsageImportId target() {
    return usageImport();
  }

  /**
   * Notes that a report was read in.
   *
   * @param refreshedOn the day of the report
   * @param people of how many people it says something that wasn't known from it yet
   * @param outside how many people are in no campaign that counts use
   * @param unknown how many names are nobody's
   * @param unnamed how many names are hidden
   * @param corrections how often it says of somebody on some day otherwise than earlier ones
   */
  record ImportUsage(
      UsageImportId usageImport,
      UsageLayout layout,
      LocalDate refreshedOn,
      int people,
      int outside,
      int unknown,
      int unnamed,
      int corrections,
      Instant at)
      implements UsageCommand {}
}
