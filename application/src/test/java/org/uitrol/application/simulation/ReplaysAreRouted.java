package org.uitrol.application.simulation;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.uitrol.application.testing.ShellTests;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.simulation.Replay;
import org.uitrol.domain.simulation.ReplayCommand;
import org.uitrol.domain.simulation.ReplayCommand.AskReplay;
import org.uitrol.domain.simulation.ReplayEvent;

class ReplaysAreRouted {

  private static final Instant AT = Instant.parse("2028-01-11T02:30:00Z");

  @TestFactory
  Stream<DynamicTest> to_their_rules() {
    AskReplay first =
        new AskReplay(new CampaignId("copilot-2027"), 1, "5f2b", AT, new AccountId("auditor"), AT);
    AskReplay next =
        new AskReplay(
            new CampaignId("copilot-2027"), null, "6a01", AT, new AccountId("auditor"), AT);
    return new ShellTests<>(
            ReplayShell.class, ReplayCommand.class, ReplayEvent.class, Replay::evolve)
        .begins(first, Replay.ask(first))
        .after(Replay.ask(first), next, replay -> Replay.ask(next))
        .all();
  }
}
