package org.uitrol.application.adoption.port;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.uitrol.application.shared.AsOf;
import org.uitrol.domain.adoption.UsageHistory;
import org.uitrol.domain.adoption.UsageLayout;
import org.uitrol.domain.adoption.UsageProduct;
import org.uitrol.domain.adoption.UsageStatement;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.UsageImportId;

/**
 * Keeps what reports say of people's use. Nothing is ever changed, so that what was known at a
 * moment stays known; what is kept of a person goes when the person is erased. Takes part in the
 * caller's transaction.
 */
public interface UsageStore {

  /**
   * A report.
   *
   * @param refreshedOn the day of the report
   * @param unnamed how many names are hidden
   * @param unnamedActive how many of those there was use of in the four weeks before
   */
  record Report(
      UsageImportId usageImport,
      UsageLayout layout,
      LocalDate refreshedOn,
      int unnamed,
      int unnamedActive,
      Instant recordedAt) {}

  /** Stores a report, unless it is there, and what it says of people who aren't in it yet. */
  void add(Report report, Map<PersonId, List<UsageStatement>> statements);

  /** Of whom something is kept from that report. */
  Set<PersonId> people(UsageImportId usageImport);

  /**
   * The report of the latest day, of those that were known then and say something of people by
   * name; none of a day that was still to come.
   */
  Optional<Report> latest(UsageProduct product, AsOf then);

  /** The same of those that hide names. */
  Optional<Report> latestHiding(UsageProduct product, AsOf then);

  /**
   * What was known at that moment of each of these people; who isn't in any report is left out.
   *
   * @param since of this day and those after it
   */
  Map<PersonId, UsageHistory> histories(
      UsageProduct product, Collection<PersonId> people, LocalDate since, Instant knownAt);

  /** All that is kept of a person, of all products. */
  List<UsageStatement> ofPerson(PersonId person);
}
