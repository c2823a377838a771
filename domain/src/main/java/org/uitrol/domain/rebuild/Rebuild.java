package org.uitrol.domain.rebuild;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.rebuild.RebuildCommand.BeginRebuild;
import org.uitrol.domain.rebuild.RebuildCommand.StopRebuild;
import org.uitrol.domain.rebuild.RebuildCommand.SwitchView;
import org.uitrol.domain.rebuild.RebuildEvent.RebuildBegun;
import org.uitrol.domain.rebuild.RebuildEvent.RebuildStopped;
import org.uitrol.domain.rebuild.RebuildEvent.RebuildSwitched;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.shared.StreamId;

/**
 * A view that is filled anew, one time after the other: never twice at once.
 *
 * @param run the last time
 * @param underWay whether that is still going on
 */
public record Rebuild(String view, String run, boolean underWay) {

  /** The stream of a view. */
  public static StreamId stream(String view) {
    return new StreamId("rebuild/" + view);
  }

  /**
   * Decides.
   *
   * @throws Rejected {@code REBUILD_UNDER_WAY} when the view is being filled already
   */
  public static List<RebuildEvent> decide(@Nullable Rebuild rebuild, RebuildCommand command) {
    if (command instanceof BeginRebuild begin) {
      if (rebuild != null && rebuild.run.equals(begin.run())) {
        return List.of();
      }
      if (rebuild != null && rebuild.underWay) {
        throw new Rejected("REBUILD_UNDER_WAY", Map.of("view", rebuild.view));
      }
      return List.of(new RebuildBegun(begin.view(), begin.run(), begin.by(), begin.at()));
    }
    return rebuild == null || !rebuild.underWay ? List.of() : end(rebuild, command);
  }

  private static List<RebuildEvent> end(Rebuild rebuild, RebuildCommand command) {
    if (command instanceof SwitchView done && rebuild.run.equals(done.run())) {
      return List.of(
          new RebuildSwitched(
              done.view(),
              done.run(),
              done.position(),
              done.events(),
              done.rows(),
              done.missing(),
              done.surplus(),
              done.at()));
    } else if (command instanceof StopRebuild stop && rebuild.run.equals(stop.run())) {
      return List.of(new RebuildStopped(stop.view(), stop.run(), stop.reason(), stop.at()));
    }
    return List.of();
  }

  /** The state after one event. */
  public static Rebuild evolve(@Nullable Rebuild rebuild, RebuildEvent event) {
    if (event instanceof RebuildBegun begun) {
      return new Rebuild(begun.view(), begun.run(), true);
    } else if (rebuild != null) {
      return new Rebuild(rebuild.view, rebuild.run, false);
    }
    throw new IllegalStateException("no rule for " + event);
  }
}
