package org.uitrol.domain.simulation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.simulation.ReplayCommand.AskReplay;
import org.uitrol.domain.simulation.ReplayEvent.ReplayAsked;

/** The replays of a campaign: whoever runs one leaves word before anything is shown. */
public record Replay(CampaignId campaign, int times) {

  /**
   * Every replay is written down, also the same one again.
   *
   * @throws Rejected {@code MOMENT_TO_COME}
   */
  public static List<ReplayEvent> ask(AskReplay command) {
    if (command.until().isAfter(command.at())) {
      throw new Rejected("MOMENT_TO_COME", Map.of("until", command.until()));
    }
    return List.of(
        new ReplayAsked(
            command.campaign(),
            command.version(),
            command.plan(),
            command.until(),
            command.by(),
            command.at()));
  }

  /** The state after one event. */
  public static Replay evolve(@Nullable Replay replay, ReplayEvent event) {
    if (event instanceof ReplayAsked asked) {
      return new Replay(asked.campaign(), replay == null ? 1 : replay.times + 1);
    }
    throw new IllegalStateException("replays don't know " + event);
  }
}
