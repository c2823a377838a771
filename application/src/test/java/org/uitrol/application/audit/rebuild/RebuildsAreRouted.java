package org.uitrol.application.audit.rebuild;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.uitrol.application.testing.ShellTests;
import org.uitrol.domain.rebuild.Rebuild;
import org.uitrol.domain.rebuild.RebuildCommand;
import org.uitrol.domain.rebuild.RebuildCommand.BeginRebuild;
import org.uitrol.domain.rebuild.RebuildCommand.StopRebuild;
import org.uitrol.domain.rebuild.RebuildCommand.SwitchView;
import org.uitrol.domain.rebuild.RebuildEvent;
import org.uitrol.domain.rebuild.StopReason;
import org.uitrol.domain.shared.AccountId;

class RebuildsAreRouted {

  private static final String VIEW = "view.rollout";
  private static final Instant AT = Instant.parse("2027-03-01T08:00:00Z");

  @TestFactory
  Stream<DynamicTest> to_their_rules() {
    BeginRebuild begin = new BeginRebuild(VIEW, "run-1", new AccountId("admin"), AT);
    SwitchView switched = new SwitchView(VIEW, "run-1", 90, 80, 70, 2, 1, AT);
    StopRebuild stop = new StopRebuild(VIEW, "run-1", StopReason.FAILED, AT);
    return new ShellTests<>(
            RebuildShell.class, RebuildCommand.class, RebuildEvent.class, Rebuild::evolve)
        .begins(begin, Rebuild.decide(null, begin))
        .after(Rebuild.decide(null, begin), switched, rebuild -> Rebuild.decide(rebuild, switched))
        .after(Rebuild.decide(null, begin), stop, rebuild -> Rebuild.decide(rebuild, stop))
        .all();
  }
}
