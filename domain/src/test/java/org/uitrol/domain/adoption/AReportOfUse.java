package org.uitrol.domain.adoption;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.adoption.UsageCommand.ImportUsage;
import org.uitrol.domain.adoption.UsageEvent.UsageImported;
import org.uitrol.domain.shared.UsageImportId;

class AReportOfUse {

  private static final UsageImportId ID = UsageImportId.of("hash");

  @Test
  void is_noted_with_numbers_and_no_names() {
    assertThat(UsageImport.take(null, report(12)))
        .containsExactly(
            new UsageImported(
                ID,
                UsageLayout.COPILOT_GRAPH_V1,
                LocalDate.parse("2027-02-28"),
                12,
                3,
                2,
                1,
                4,
                Instant.parse("2027-03-01T08:00:00Z")));
  }

  @Test
  void is_noted_once() {
    UsageImport known = noted(UsageImport.take(null, report(12)));

    assertThat(UsageImport.take(known, report(0))).isEmpty();
  }

  @Test
  void is_noted_again_when_it_says_something_of_more_people_by_now() {
    UsageImport known = noted(UsageImport.take(null, report(12)));

    assertThat(UsageImport.take(known, report(5))).hasSize(1);
  }

  @Test
  void is_the_same_import_when_it_is_the_same_file() {
    assertThat(UsageImportId.of("hash")).isEqualTo(ID);
    assertThat(UsageImportId.of("other")).isNotEqualTo(ID);
  }

  private static UsageImport noted(List<UsageEvent> events) {
    return UsageImport.evolve(null, events.get(0));
  }

  private static ImportUsage report(int people) {
    return new ImportUsage(
        ID,
        UsageLayout.COPILOT_GRAPH_V1,
        LocalDate.parse("2027-02-28"),
        people,
        3,
        2,
        1,
        4,
        Instant.parse("2027-03-01T08:00:00Z"));
  }
}
