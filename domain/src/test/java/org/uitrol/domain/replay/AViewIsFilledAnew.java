package org.uitrol.domain.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.replay.ReplayCommand.BeginReplay;
import org.uitrol.domain.replay.ReplayCommand.StopReplay;
import org.uitrol.domain.replay.ReplayCommand.SwitchView;
import org.uitrol.domain.replay.ReplayEvent.ReplayBegun;
import org.uitrol.domain.replay.ReplayEvent.ReplayStopped;
import org.uitrol.domain.replay.ReplayEvent.ReplaySwitched;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.Rejected;

class AViewIsFilledAnew {

  private static final String VIEW = "view.rollout";
  private static final AccountId ADMIN = new AccountId("admin");
  private static final Instant AT = Instant.parse("2027-03-01T08:00:00Z");
  private static final BeginReplay BEGIN = new BeginReplay(VIEW, "run-1", ADMIN, AT);
  private static final SwitchView SWITCH = new SwitchView(VIEW, "run-1", 90, 80, 70, 2, 1, AT);
  private static final StopReplay STOP = new StopReplay(VIEW, "run-1", StopReason.FAILED, AT);

  @Test
  void and_takes_the_place_of_the_old_one() {
    assertThat(Replay.decide(null, BEGIN)).containsExactly(new ReplayBegun(VIEW, "run-1", ADMIN, AT));
    assertThat(Replay.decide(underWay(), SWITCH))
        .containsExactly(new ReplaySwitched(VIEW, "run-1", 90, 80, 70, 2, 1, AT));
    assertThat(BEGIN.target().value()).isEqualTo("replay/view.rollout");
  }

  @Test
  void or_is_given_up() {
    assertThat(Replay.decide(underWay(), STOP))
        .containsExactly(new ReplayStopped(VIEW, "run-1", StopReason.FAILED, AT));
  }

  @Test
  void never_twice_at_once() {
    assertThatThrownBy(() -> Replay.decide(underWay(), new BeginReplay(VIEW, "run-2", ADMIN, AT)))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("REPLAY_UNDER_WAY");
    assertThat(Replay.decide(underWay(), BEGIN)).as("asked for again").isEmpty();
  }

  @Test
  void and_again_when_that_is_over() {
    Replay over = after(underWay(), SWITCH);
    assertThat(Replay.decide(over, new BeginReplay(VIEW, "run-2", ADMIN, AT))).hasSize(1);
    assertThat(Replay.decide(over, SWITCH)).isEmpty();
    assertThat(Replay.decide(over, STOP)).isEmpty();
  }

  @Test
  void once_only_by_the_run_that_is_under_way() {
    SwitchView other = new SwitchView(VIEW, "run-0", 90, 80, 70, 2, 1, AT);
    StopReplay late = new StopReplay(VIEW, "run-0", StopReason.BY_SOMEBODY, AT);
    assertThat(Replay.decide(underWay(), other)).isEmpty();
    assertThat(Replay.decide(underWay(), late)).isEmpty();
    assertThat(Replay.decide(null, SWITCH)).isEmpty();
  }

  private static Replay underWay() {
    return after(null, BEGIN);
  }

  private static Replay after(@Nullable Replay replay, ReplayCommand command) {
    Replay state = replay;
    for (ReplayEvent event : Replay.decide(replay, command)) {
      state = Replay.evolve(state, event);
    }
    return Objects.requireNonNull(state);
  }
}
