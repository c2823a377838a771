package org.uitrol.domain.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.retention.RetentionCommand.RecordRemoval;
import org.uitrol.domain.retention.RetentionEvent.RetentionRan;

class WhatIsRemovedInTime {

  private static final Instant RUN = Instant.parse("2027-01-11T02:30:00Z");
  private static final Instant NEXT = Instant.parse("2027-01-12T02:30:00Z");
  private static final Instant BEFORE = Instant.parse("2026-10-13T02:30:00Z");

  @Test
  void is_noted_once_for_each_run() {
    RecordRemoval first = removal(RUN, 3);

    List<RetentionEvent> events = Retention.record(null, first);

    assertThat(events)
        .containsExactly(
            new RetentionRan(
                RetainedKind.INBOUND_MAIL,
                RUN,
                BEFORE,
                3,
                Map.of(HeldBack.UNDECIDED, 2),
                NEXT,
                RUN));
    Retention state = Retention.evolve(null, events.get(0));
    assertThat(Retention.record(state, removal(RUN, 0))).isEmpty();
    assertThat(Retention.record(state, removal(RUN.minusSeconds(60), 5))).isEmpty();
    assertThat(Retention.record(state, removal(NEXT, 0))).hasSize(1);
  }

  @Test
  void has_a_stream_for_each_kind() {
    assertThat(removal(RUN, 1).target().value()).isEqualTo("retention/inbound-mail");
  }

  private static RecordRemoval removal(Instant run, int removed) {
    return new RecordRemoval(
        RetainedKind.INBOUND_MAIL, run, BEFORE, removed, Map.of(HeldBack.UNDECIDED, 2), NEXT, run);
  }
}
