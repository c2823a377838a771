package org.uitrol.application.retention;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.uitrol.application.testing.ShellTests;
import org.uitrol.domain.retention.RetainedKind;
import org.uitrol.domain.retention.Retention;
import org.uitrol.domain.retention.RetentionCommand;
import org.uitrol.domain.retention.RetentionCommand.RecordRemoval;
import org.uitrol.domain.retention.RetentionEvent;

class RemovalsAreRouted {

  private static final Instant AT = Instant.parse("2027-01-11T02:30:00Z");
  private static final Instant NEXT = Instant.parse("2027-01-12T02:30:00Z");

  @TestFactory
  Stream<DynamicTest> to_their_rules() {
    RecordRemoval first = new RecordRemoval(RetainedKind.BALLOTS, AT, AT, 3, Map.of(), NEXT, AT);
    RecordRemoval next = new RecordRemoval(RetainedKind.BALLOTS, NEXT, AT, 0, Map.of(), NEXT, NEXT);
    return new ShellTests<>(
            RetentionShell.class, RetentionCommand.class, RetentionEvent.class, Retention::evolve)
        .begins(first, Retention.record(null, first))
        .after(Retention.record(null, first), next, retention -> Retention.record(retention, next))
        .all();
  }
}
