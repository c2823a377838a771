package org.uitrol.domain.replay;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.replay.ReplayCommand.BeginReplay;
import org.uitrol.domain.replay.ReplayCommand.StopReplay;
import org.uitrol.domain.replay.ReplayCommand.SwitchView;
import org.uitrol.domain.replay.ReplayEvent.ReplayBegun;
import org.uitrol.domain.replay.ReplayEvent.ReplayStopped;
import org.uitrol.domain.replay.ReplayEvent.ReplaySwitched;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.shared.StreamId;

/**
 * A view that is filled anew, one time after the other: never twice at once.
 *
 * @param run the last time
 * @param underWay whether that is still going on
 */
public record Replay(String view, String run, boolean underWay) {

  /** The stream of a view. */
  public static StreamId stream(String view) {
    return new StreamId("replay/" + view);
  }

  /**
   * Decides.
   *
   * @throws Rejected {@code REPLAY_UNDER_WAY} when the view is being filled already
   */
  public static List<ReplayEvent> decide(@Nullable Replay replay, ReplayCommand command) {
    if (command instanceof BeginReplay begin) {
      if (replay != null && replay.run.equals(begin.run())) {
        return List.of();
      }
      if (replay != null && replay.underWay) {
        throw new Rejected("REPLAY_UNDER_WAY", Map.of("view", replay.view));
      }
      return List.of(new ReplayBegun(begin.view(), begin.run(), begin.by(), begin.at()));
    }
    return replay == null || !replay.underWay ? List.of() : end(replay, command);
  }

  private static List<ReplayEvent> end(Replay replay, ReplayCommand command) {
    if (command instanceof SwitchView done && replay.run.equals(done.run())) {
      return List.of(
          new ReplaySwitched(
              done.view(),
              done.run(),
              done.position(),
              done.events(),
              done.rows(),
              done.missing(),
              done.surplus(),
              done.at()));
    } else if (command instanceof StopReplay stop && replay.run.equals(stop.run())) {
      return List.of(new ReplayStopped(stop.view(), stop.run(), stop.reason(), stop.at()));
    }
    return List.of();
  }

  /** The state after one event. */
  public static Replay evolve(@Nullable Replay replay, ReplayEvent event) {
    if (event instanceof ReplayBegun begun) {
      return new Replay(begun.view(), begun.run(), true);
    } else if (replay != null) {
      return new Replay(replay.view, replay.run, false);
    }
    throw new IllegalStateException("no rule for " + event);
  }
}
