package org.uitrol.domain.adoption;

import java.time.Instant;
import java.time.LocalDate;
import org.uitrol.domain.shared.DomainEvent;
import org.uitrol.domain.shared.UsageImportId;

/** What happened to a usage import. Who used what stands in no event (decision 0032). */
public sealed interface UsageEvent extends DomainEvent {

  UsageImportId usageImport();

  /**
   * {@code usage.imported}: a report was read in, for the first time or for people who weren't
   * counted before.
   *
   * @param refreshedOn the day of the report
   * @param people of how many people something is known from it now that wasn't
   * @param outside how many people are in no campaign that counts use; nothing is kept of them
   * @param unknown how many names are nobody's
   * @param unnamed how many names are hidden; they count in the total only
   * @param corrections how often it says of somebody on some day otherwise than earlier ones
   */
  record UsageImported(
      UsageImportId usageImport,
      UsageLayout layout,
      LocalDate refreshedOn,
      int people,
      int outside,
      int unknown,
      int unnamed,
      int corrections,
      Instant at)
      implements UsageEvent {}
}
