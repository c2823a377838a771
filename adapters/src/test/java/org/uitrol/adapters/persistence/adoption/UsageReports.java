package org.uitrol.adapters.persistence.adoption;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.uitrol.application.adoption.port.UsageStore;
import org.uitrol.application.adoption.port.UsageStore.Report;
import org.uitrol.domain.adoption.UsageLayout;
import org.uitrol.domain.adoption.UsageStatement;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.UsageImportId;

/** Reports of use to keep. */
public final class UsageReports {

  private static final Instant READ = Instant.parse("2027-03-01T08:00:00Z");

  private UsageReports() {}

  /** One report that says something of these people. */
  public static void keep(UsageStore store, PersonId... people) {
    Map<PersonId, List<UsageStatement>> said = new HashMap<>();
    for (PersonId person : people) {
      said.put(person, List.of(said("2027-02-28", READ, "2027-02-26")));
    }
    store.add(report("r-1", UsageLayout.COPILOT_GRAPH_V1, "2027-02-28", READ), said);
  }

  static Report report(String id, UsageLayout layout, String refreshed, Instant read) {
    return new Report(new UsageImportId(id), layout, LocalDate.parse(refreshed), 9, 4, read);
  }

  static UsageStatement said(String refreshed, Instant read, String... active) {
    return new UsageStatement(
        LocalDate.parse(refreshed),
        read,
        null,
        LocalDate.parse(refreshed),
        new TreeSet<>(Arrays.stream(active).map(LocalDate::parse).toList()),
        null);
  }
}
