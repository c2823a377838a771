package org.uitrol.adapters.persistence.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uitrol.application.proof.port.RecordedHistory.Stored;
import org.uitrol.domain.proof.Hash;
import org.uitrol.domain.proof.HistoryCheck;
import org.uitrol.domain.proof.HistoryCheck.Claim;

/** Looks at the chain of a database. */
final class Chains {

  private Chains() {}

  /** Works every hash out anew; how many events there are. */
  static long assertWhole(JdbcClient jdbc) {
    PostgresRecordedHistory history = new PostgresRecordedHistory(jdbc);
    HistoryCheck check = new HistoryCheck(List.of());
    Hash previous = Hash.NONE;
    List<Stored> page = history.after(0, 100);
    while (!page.isEmpty()) {
      for (Stored one : page) {
        assertThat(check.next(one.event(), new Claim(one.number(), previous, one.hash())))
            .as("%s", one.event())
            .isEmpty();
        previous = one.hash();
      }
      page = history.after(page.get(page.size() - 1).event().position(), 100);
    }
    assertThat(jdbc.sql("select count(*) from domain_event_entry").query(Long.class).single())
        .isEqualTo(check.size());
    return check.size();
  }
}
