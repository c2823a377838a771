package org.uitrol.application.audit.replay;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.uitrol.application.testing.ShellTests;
import org.uitrol.domain.replay.Replay;
import org.uitrol.domain.replay.ReplayCommand;
import org.uitrol.domain.replay.ReplayCommand.BeginReplay;
import org.uitrol.domain.replay.ReplayCommand.StopReplay;
import org.uitrol.domain.replay.ReplayCommand.SwitchView;
import org.uitrol.domain.replay.ReplayEvent;
import org.uitrol.domain.replay.StopReason;
import org.uitrol.domain.shared.AccountId;

class ReplaysAreRouted {

  private static final String VIEW = "view.rollout";
  private static final Instant AT = Instant.parse("2027-03-01T08:00:00Z");

  @TestFactory
  Stream<DynamicTest> to_their_rules() {
    BeginReplay begin = new BeginReplay(VIEW, "run-1", new AccountId("admin"), AT);
    SwitchView switched = new SwitchView(VIEW, "run-1", 90, 80, 70, 2, 1, AT);
    StopReplay stop = new StopReplay(VIEW, "run-1", StopReason.FAILED, AT);
    return new ShellTests<>(
            ReplayShell.class, ReplayCommand.class, ReplayEvent.class, Replay::evolve)
        .begins(begin, Replay.decide(null, begin))
        .after(Replay.decide(null, begin), switched, replay -> Replay.decide(replay, switched))
        .after(Replay.decide(null, begin), stop, replay -> Replay.decide(replay, stop))
        .all();
  }
}
